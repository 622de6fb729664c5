"""Takes a cell of baselines apart: by lines, by sentences, and by the provinces that it names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.authoring.importing.source import Cell
from generator.authoring.importing.target_text import TargetReading, first_year, read_target
from generator.model import Period, Province

_SENTENCE: Final = re.compile(r"(?<=[;.])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Seen:
    """One baseline of a cell.

    Attributes:
        text: Its words as printed.
        reading: What they say.
        period: Year or span that it or a part before it names.
        area: Id of the former province that it is about.
    """

    text: str
    reading: TargetReading
    period: Period | None
    area: str | None


def former_provinces(provinces: Mapping[str, Province], province_id: str) -> dict[str, str]:
    """Names of the provinces that one was merged from.

    Args:
        provinces: The registry's provinces.
        province_id: Province of the plan.

    Returns:
        Name to id; empty for a province that was not merged.
    """
    province = provinces.get(province_id)
    formers = province.predecessors if province else ()
    return {provinces[key].name: key for key in formers if key in provinces}


def baselines_in(cell: Cell, formers: Mapping[str, str]) -> Iterator[Seen]:
    """Read a cell of baselines.

    Args:
        cell: The cell.
        formers: Names of former provinces to their ids.

    Yields:
        Each baseline, in print order. A cell is taken apart only where every part has a figure
        of its own; a part that names no year has that of the part before it.
    """
    period: Period | None = None
    for text in _parts(cell, formers):
        reading = read_target(text)
        if reading is None:
            continue
        period = reading.period or first_year(text) or period
        named = [area for name, area in formers.items() if name in text]
        yield Seen(text, reading, period, named[0] if len(named) == 1 else None)


def _parts(cell: Cell, formers: Mapping[str, str]) -> tuple[str, ...]:
    ways = (cell.lines, tuple(_SENTENCE.split(cell.text)), _by_name(cell.text, formers))
    return next((parts for parts in ways if _each_has_figure(parts)), (cell.text,))


def _by_name(text: str, formers: Mapping[str, str]) -> tuple[str, ...]:
    """Cut before each name but the first."""
    names = "|".join(map(re.escape, formers))
    starts = [match.start() for match in re.finditer(rf"\b(?:{names})\b", text)] if names else []
    cuts = [0, *starts[1:], len(text)]
    return tuple(text[a:b].strip() for a, b in pairwise(cuts))


def _each_has_figure(parts: tuple[str, ...]) -> bool:
    if len(parts) < 2 or any(part[:1].islower() for part in parts):
        return False
    readings = [read_target(part) for part in parts]
    return all(reading is not None and reading.value is not None for reading in readings)
