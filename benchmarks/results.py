"""What was measured, as values that can be kept in a file between two runs."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

FILE: Final = Path(__file__).with_name("results.json")

NO_GOAL: Final = "none"


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal beside its measured figure.

    Attributes:
        key: Name in `obstacles.yaml`.
        what: What is compared, in a few words.
        wanted: The goal.
        measured: The figure.
        met: Whether it is met; None where there is no goal, or it could not be measured.
    """

    key: str
    what: str
    wanted: str
    measured: str
    met: bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """Figures in rows.

    Attributes:
        caption: What they are, a sentence.
        head: Names of the columns.
        rows: Cells.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the benchmark.

    Attributes:
        name: `check`, `build` …
        title: Its heading.
        about: How it was measured, a few sentences.
        goals: Goals.
        tables: Figures.
        machine: Where and when; filled in by who runs the parts.
    """

    name: str
    title: str
    about: str
    goals: tuple[Goal, ...] = ()
    tables: tuple[Table, ...] = ()
    machine: dict[str, str] = field(default_factory=dict)


def within(key: str, what: str, measured: float, most: float, unit: str = "") -> Goal:
    """A goal that a figure must not exceed."""
    wanted, figure = f"at most {most:g}{unit}", f"{measured:.2f}{unit}"
    return Goal(key, what, wanted, figure, measured <= most)


def at_least(key: str, what: str, measured: float, least: float, unit: str = "") -> Goal:
    """A goal that a figure must reach."""
    wanted, figure = f"at least {least:g}{unit}", f"{measured:.2f}{unit}"
    return Goal(key, what, wanted, figure, measured >= least)


def told(what: str, measured: str) -> Goal:
    """A figure without a goal of its own, told beside one that has."""
    return Goal("", what, NO_GOAL, measured, None)


def unmeasured(key: str, what: str, wanted: str, why: str) -> Goal:
    """A goal that could not be measured here."""
    return Goal(key, what, wanted, why, None)


def save(parts: Iterable[Part], file: Path = FILE) -> None:
    """Keep parts for the next run."""
    text = json.dumps([asdict(part) for part in parts], ensure_ascii=False, indent=1)
    file.write_text(text + "\n", encoding="utf-8")


def load(file: Path = FILE) -> tuple[Part, ...]:
    """The parts that were kept; none when there is no file."""
    if not file.exists():
        return ()
    return tuple(map(_part, json.loads(file.read_text(encoding="utf-8"))))


def replaced(old: Sequence[Part], new: Sequence[Part], order: Sequence[str]) -> tuple[Part, ...]:
    """Old parts with the new ones in their places.

    Args:
        old: Parts of an earlier run.
        new: Parts of this run.
        order: Names in the order of the page.
    """
    known = {part.name: part for part in (*old, *new)}
    return tuple(known[name] for name in order if name in known)


def _part(kept: dict[str, Any]) -> Part:
    goals = tuple(Goal(**goal) for goal in kept.pop("goals"))
    tables = tuple(
        Table(one["caption"], tuple(one["head"]), tuple(map(tuple, one["rows"])))
        for one in kept.pop("tables")
    )
    return Part(**kept, goals=goals, tables=tables)
