"""What an import gives: data for one file of a plan, and what a person should look at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from generator.authoring.importing.texts import MOST_CHARACTERS
from generator.model import Period

REVIEW: Final = "Cần xem lại"
"""Begins every note that an import writes, so that a person finds them all."""

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person should look at.

    Attributes:
        place: Where it stands in the source: `dòng 49`, `bảng 1, dòng 5`; empty for the whole.
        message: What is doubtful, a Vietnamese sentence.
    """

    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft of one file.

    Attributes:
        part: Part of the plan: `annexes/phu-luc-1`, `indicators`.
        data: Its data, keys in any order.
        rows: Rows of the source that are in it.
        cells: Cells of the source that are in it.
        doubts: In the order of the source.
    """

    part: str
    data: Data
    rows: int
    cells: int
    doubts: tuple[Doubt, ...]


def review_note(place: str, messages: Iterable[str]) -> str | None:
    """The note that marks doubts in a draft; None without doubts."""
    text = " ".join(messages)
    if not text:
        return None
    where = f" ({place} của nguồn)" if place else ""
    return f"{REVIEW}{where}: {text}"[:MOST_CHARACTERS].strip()


def period_value(period: Period) -> int | str:
    """A period as plan files write it: `2025`, `2026-2030`."""
    return period.start if period.start == period.end else str(period)


def without_blanks(data: Data) -> dict[str, Any]:
    """The keys whose values say something; 0 and False do."""
    return {key: value for key, value in data.items() if value not in (None, "", (), [], {})}
