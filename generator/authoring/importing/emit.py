"""Writes a draft as a file of a plan: YAML in the form of `kehoach fmt`."""

import json
from collections.abc import Mapping
from decimal import Decimal

from generator import located
from generator.authoring.formatting import format_part
from generator.authoring.importing.draft import Draft
from generator.authoring.importing.errors import ImportRefusedError
from generator.schema import validate

EXAMPLE = 3
"""Faults that are told of a draft that is no valid file."""


def draft_text(draft: Draft) -> str:
    """Write a draft.

    Args:
        draft: The draft.

    Returns:
        Its text, which `kehoach check` can read and `kehoach fmt` leaves as it is.

    Raises:
        ImportRefusedError: The source holds what no plan file may: too many rows, texts that are
            too long, rows within rows without end.
    """
    flow = as_flow(draft.data) + "\n"
    reading = located.read(flow.encode())
    faults = [problem.message for problem in reading.problems]
    if reading.located is not None:
        faults += [finding.message for finding in validate(draft.part, reading.located).findings]
    if faults:
        raise ImportRefusedError(
            "Không tạo được bản nháp hợp lệ từ bảng này: " + " ".join(faults[:EXAMPLE])
        )
    return format_part(draft.part, flow)


def as_flow(value: object) -> str:
    """Data in YAML's flow style, which for these types is JSON with exact decimals."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{as_flow(k)}: {as_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(as_flow, value)) + "]"
    if isinstance(value, Decimal):
        plain = value.normalize()
        return f"{plain:f}"
    return json.dumps(value, ensure_ascii=False)
