"""Which model reads which file, and which JSON Schema file describes it."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from generator.model import PART_MODELS, REGISTRY_MODELS, Record
from generator.project import ANNEXES, REGISTRY

MODELS: Mapping[str, type[Record]] = MappingProxyType({**PART_MODELS, **REGISTRY_MODELS})
"""Kind of file (`plan`, `annex`, `agencies`) to model."""

_ANNEX = "annex"
_ANNEX_PART = re.compile(rf"{ANNEXES}/[a-z0-9]+(-[a-z0-9]+)*")


def kinds() -> tuple[str, ...]:
    """Every kind of file."""
    return tuple(MODELS)


def kind_of(part: str) -> str | None:
    """Say what kind of file a part is.

    Args:
        part: `plan`, `annexes/phu-luc-1-1`, `registry/agencies`.

    Returns:
        `plan`, `annex`, `agencies`; None when no such part exists. The name of an annex is
        its address, so it must be a slug.
    """
    if _ANNEX_PART.fullmatch(part):
        return _ANNEX
    folder, _, name = part.rpartition("/")
    if folder == REGISTRY:
        return name if name in REGISTRY_MODELS else None
    return part if part in PART_MODELS and part != _ANNEX else None


def model_for(part: str) -> type[Record] | None:
    """Find the model of a part.

    Args:
        part: As for `kind_of`.

    Returns:
        The model; None when no such part exists.
    """
    kind = kind_of(part)
    return MODELS[kind] if kind else None


def schema_name(kind: str) -> str:
    """Name of the JSON Schema file of a kind: `annex.schema.json`."""
    return f"{kind}.schema.json"
