"""The files of a new plan, with what is known of it; the rest is left blank and told by the check."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from generator.authoring.formatting import format_part
from generator.model import PlanMeta, Section
from generator.project import ANNEXES, SUFFIX

_KINDS = {"da": "de-an", "kh": "ke-hoach", "nq": "nghi-quyet", "ctr": "chuong-trinh"}
"""Word in the name of a plan's folder, `69-kh-ubnd-2025`, to the kind of document."""

_LISTS = {
    "objectives": ("objectives",),
    "indicators": ("indicators",),
    "actions": ("groups",),
    "budget": ("statements", "sources"),
    "organisation": ("duties", "reporting"),
}
"""Part to the lists that it begins with."""

_BLANK = ""
_REQUIRED = tuple(
    name
    for name, field in PlanMeta.model_fields.items()
    if field.is_required() and name not in {"source", "coverage"}
)


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """What is known of a plan that is to be encoded.

    Attributes:
        slug: Name of its folder.
        known: Key of `plan.yaml` to its value as text; keys that are not known are left out.
        source: Which copy of the document is encoded; empty when not known.
        annexes: Ids of its annexes.
    """

    slug: str
    known: Mapping[str, str]
    source: str = ""
    annexes: tuple[str, ...] = ()


def plan_files(draft: PlanDraft) -> dict[str, str]:
    """Make the files of a plan.

    Args:
        draft: What is known of it.

    Returns:
        File name below the plan's folder to text, in the common form. A required value that is
        not known is blank, so that `kehoach check` tells its line and what belongs there.
    """
    files = {f"plan{SUFFIX}": _card(draft)}
    for part, names in _LISTS.items():
        files[f"{part}{SUFFIX}"] = format_part(part, "".join(f"{name}: []\n" for name in names))
    for annex in draft.annexes:
        part = f"{ANNEXES}/{annex}"
        files[f"{part}{SUFFIX}"] = format_part(
            part, "title:\nplace:\nunit:\ncolumns: []\nrows: []\n"
        )
    return files


def _card(draft: PlanDraft) -> str:
    values = {**dict.fromkeys(_REQUIRED, _BLANK), "kind": kind_in(draft.slug), **draft.known}
    lines = [f"{key}: {_written(value)}\n" for key, value in values.items()]
    lines.append(f"source:\n  description: {_written(draft.source)}\ncoverage:\n")
    lines += [f"  {section}:\n    state: not-encoded\n" for section in get_args(Section)]
    return format_part("plan", "".join(lines))


def kind_in(slug: str) -> str:
    """Kind of document that the name of a plan's folder tells; empty when it tells none."""
    return next((_KINDS[word] for word in slug.split("-") if word in _KINDS), _BLANK)


def _written(value: str) -> str:
    """A value in YAML: a year as a number, every other one as a text."""
    if value.isdecimal() and len(value) == len("2025"):
        return value
    return json.dumps(value, ensure_ascii=False) if value else _BLANK
