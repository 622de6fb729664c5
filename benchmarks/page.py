"""Writes `docs/dev/benchmarks.md` from what was measured."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import yaml

from benchmarks.results import NO_GOAL, Goal, Part
from benchmarks.synthetic.project import REPOSITORY

PAGE: Final = REPOSITORY / "docs" / "dev" / "benchmarks.md"
OBSTACLES: Final = Path(__file__).with_name("obstacles.yaml")

_TOP: Final = """---
title: Benchmarks
description: What is fast and what is not, measured against the usual way of doing the same.
---

<!-- Written by `make bench`; what stands in the way comes from `benchmarks/obstacles.yaml`. -->

# Benchmarks

`make bench` measures everything below in one run and writes this page. What is compared runs in turn, so
that a busy minute hits both sides; figures are medians. The plans are made up by a seeded generator
(`python -m benchmarks.synthetic --plans 200 --out DIR`): a hundred tasks, forty indicators and about 110 kB of
YAML each, with sums that add up, over the provinces of today and before. `make bench SIZES=10` is a quick
look; the targets `bench-check`, `bench-start-up`, `bench-build`, `bench-edit`, `bench-search` and `bench-reader`
measure one part and leave the others as they were. No test depends on any of these figures.
"""
_VERDICT: Final[dict[bool | None, str]] = {True: "met", False: "not met", None: "not measured"}


def write(parts: Sequence[Part], file: Path = PAGE, obstacles: Path = OBSTACLES) -> None:
    """Write the page.

    Args:
        parts: What was measured, in order.
        file: The page.
        obstacles: Key of a goal to what stands in its way.
    """
    text = yaml.safe_load(obstacles.read_text(encoding="utf-8")) or {}
    file.write_text("\n".join(_lines(parts, text)), encoding="utf-8")


def _lines(parts: Sequence[Part], obstacles: Mapping[str, str]) -> Iterator[str]:
    yield _TOP
    yield "## Goals\n"
    head = ("what", "goal", "measured", "verdict", "what stands in the way")
    yield from _table(head, (_goal(goal, obstacles) for part in parts for goal in part.goals))
    yield from _machines(parts)
    for part in parts:
        yield f"\n## {part.title}\n\n{part.about}"
        for table in part.tables:
            yield f"\n{table.caption}\n"
            yield from _table(table.head, table.rows)
    yield ""


def _goal(goal: Goal, obstacles: Mapping[str, str]) -> tuple[str, ...]:
    why = "" if goal.met else obstacles.get(goal.key, "")
    verdict = "" if goal.wanted == NO_GOAL else _VERDICT[goal.met]
    return goal.what, goal.wanted, goal.measured, verdict, why


def _machines(parts: Iterable[Part]) -> Iterator[str]:
    """Facts once for all parts that were measured in one run."""
    runs: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for part in parts:
        runs.setdefault(tuple(part.machine.items()), []).append(part.title)
    for facts, titles in runs.items():
        yield f"\nMeasured together: {', '.join(titles)}.\n"
        yield from _table(("fact", "value"), facts)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    names = tuple(head)
    for line in (names, ("---",) * len(names), *rows):
        yield f"| {' | '.join(cell.replace('|', '/') for cell in line)} |"
