"""Makes a copy of a plan in which one value is another one."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from generator.diagnostics import Path
from generator.model import Plan, Record

DROP = object()
"""Stands for taking a key away."""


def spoil(plan: Plan, path: Path, change: Callable[[Any], Any]) -> Plan:
    """Change the value at a path.

    Args:
        plan: The plan, which stays as it is.
        path: Part, then keys and positions.
        change: Makes the new value of the old one, or gives `DROP`.

    Returns:
        The changed copy.
    """
    part, *keys = path
    if str(part).startswith("annexes/"):
        annex_id = str(part).removeprefix("annexes/")
        annexes = {**plan.annexes, annex_id: _set(plan.annexes[annex_id], keys, change)}
        return replace(plan, annexes=annexes)
    field = "meta" if part == "plan" else str(part)
    return replace(plan, **{field: _set(getattr(plan, field), keys, change)})


def _set(value: Any, keys: list[Any], change: Callable[[Any], Any]) -> Any:
    if not keys:
        return change(value)
    key, *rest = keys
    if isinstance(value, Record):
        return value.model_copy(update={key: _set(getattr(value, key), rest, change)})
    if isinstance(value, Mapping):
        changed = {**value, key: _set(value.get(key), rest, change)}
        return {k: v for k, v in changed.items() if v is not DROP}
    return tuple(_set(v, rest, change) if at == key else v for at, v in enumerate(value))


def value_at(plan: Plan, path: Path) -> Any:
    """The value that stands at a path."""
    seen: list[Any] = []

    def look(value: Any) -> Any:
        seen.append(value)
        return value

    spoil(plan, path, look)
    return seen[0]
