"""Errors in words: an agency misspelt, a deadline or a period moved outside the plan."""

import re
import unicodedata
from collections.abc import Iterator
from random import Random

from benchmarks.power.cells import PlanText
from benchmarks.power.errors import Error, error, seeded
from generator.checks._agencies import agency_cells
from generator.checks._schedules import scheduled_tasks
from generator.diagnostics import Path

_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def agencies_misspelt(text: PlanText) -> Iterator[Error]:
    """Every cell of agencies with a letter lost, two letters swapped, a tone mark lost."""
    for path, cell in agency_cells(text.plan):
        chance = seeded(text, path, "agency")
        for thing, misspelt in _misspellings(cell, chance):
            edit = text[path].rewritten(path, cell, misspelt)
            yield from error(text, "agency-misspelt", thing, path, edit)


def _misspellings(cell: str, chance: Random) -> Iterator[tuple[str, str]]:
    letters = [at for at, sign in enumerate(cell) if sign.isalpha()]
    if letters:
        at = chance.choice(letters)
        yield "a letter lost", cell[:at] + cell[at + 1 :]
    pairs = [
        at
        for at in range(len(cell) - 1)
        if cell[at].isalpha()
        and cell[at + 1].isalpha()
        and cell[at].casefold() != cell[at + 1].casefold()
    ]
    if pairs:
        at = chance.choice(pairs)
        yield "two letters swapped", cell[:at] + cell[at + 1] + cell[at] + cell[at + 2 :]
    marked = [at for at, sign in enumerate(cell) if _plain(sign) != sign]
    if marked:
        at = chance.choice(marked)
        yield "a tone mark lost", cell[:at] + _plain(cell[at]) + cell[at + 1 :]


def _plain(letter: str) -> str:
    """A letter without its tone mark: ế gives ê."""
    kept = (sign for sign in unicodedata.normalize("NFD", letter) if sign not in _TONES)
    return unicodedata.normalize("NFC", "".join(kept))


def times_moved(text: PlanText) -> Iterator[Error]:
    """The last year of every schedule after the plan's end, and all of its years before it."""
    first, last = _years(text)
    for one in scheduled_tasks(text.plan):
        words = text[one.path].value(one.path)
        if isinstance(words, str) and (years := list(_YEAR.finditer(words))):
            moved = _with_year(words, years[-1], last + 5)
            edit = text[one.path].rewritten(one.path, words, moved)
            yield from error(text, "deadline-outside", "after the plan", one.path, edit)
            span = int(years[-1][0]) - int(years[0][0])
            early = _YEAR.sub(str(first - 2 - span), words)
            edit = text[one.path].rewritten(one.path, words, early)
            yield from error(text, "deadline-outside", "before the plan", one.path, edit)
    yield from _targets_moved(text, last)


def _targets_moved(text: PlanText, last: int) -> Iterator[Error]:
    for at, indicator in enumerate(text.plan.indicators.indicators):
        for index, target in enumerate(indicator.targets):
            path: Path = ("indicators", "indicators", at, "targets", index, "period")
            old = str(text[path].value(path))
            new = old.replace(str(target.period.end), str(last + 5))
            edit = text[path].rewritten(path, old, new)
            yield from error(text, "deadline-outside", "year of a target", path, edit)


def _with_year(words: str, year: "re.Match[str]", new: int) -> str:
    return words[: year.start()] + str(new) + words[year.end() :]


def _years(text: PlanText) -> tuple[int, int]:
    """The first and the last year that a plan speaks of."""
    meta = text.plan.meta
    return meta.period.start, max(meta.period.end, meta.vision_year or 0)
