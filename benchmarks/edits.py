"""Edits one figure of a plan, with every sum that holds it, as an editor would."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, cast

import yaml

from benchmarks.synthetic.annexes import MONEY
from benchmarks.synthetic.data import Data, written
from generator.vietnamese import spell_number

_TOTAL: Final = "total"
_MILLION: Final = 10**6
_PARTS: Final = (f"annexes/{MONEY}", "budget")


def raise_amount(plan: Path, by: int) -> str:
    """Change the first amount of a made-up plan's first task, and all sums above it.

    Args:
        plan: The plan's folder.
        by: Million đồng, more or less than nothing.

    Returns:
        The new total in words, as the page of the budget shows it.
    """
    annex, budget = (read_part(plan, part) for part in _PARTS)
    column = annex["columns"][0]["id"]
    for amounts in _holding(annex):
        if column in amounts:
            amounts[column] += by
            amounts[_TOTAL] += by
    for statement in budget["statements"]:
        statement["amount"] += by * _MILLION
        spelled = spell_number(statement["amount"])
        statement["words"] = f"{spelled[0].upper()}{spelled[1:]} đồng"
    budget["sources"][0]["amount"] += by
    for part, data in zip(_PARTS, (annex, budget), strict=True):
        (plan / f"{part}.yaml").write_text(written(part, cast(Data, data)), encoding="utf-8")
    return str(budget["statements"][0]["words"])


def read_part(plan: Path, part: str) -> dict[str, Any]:
    """Read a part of a made-up plan as plain data."""
    text = (plan / f"{part}.yaml").read_bytes()
    return cast(dict[str, Any], yaml.load(text, yaml.CSafeLoader))


def _holding(annex: dict[str, Any]) -> Iterator[dict[str, int]]:
    """Amounts of the first task that has money in every column, and of all that hold it."""
    full = len(annex["columns"])
    path = next(p for p in _paths(annex["rows"]) if len(p[-1].get("amounts", ())) == full)
    yield annex["stated"]
    for row in path:
        yield row.get("stated", row.get("amounts", {}))


def _paths(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    for row in rows:
        for below in _paths(row["rows"]) if "rows" in row else ([],):
            yield [row, *below]
