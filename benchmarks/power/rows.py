"""Errors with whole rows: two neighbours swapped, one dropped, one doubled."""

from collections.abc import Iterator

from benchmarks.power.cells import Edit, PlanText
from benchmarks.power.errors import Error, error
from generator.diagnostics import Path
from generator.project import ANNEXES

_LISTS = (
    ("rows", ""),
    ("indicators", "indicator"),
    ("targets", "target of an indicator"),
    ("baselines", "baseline of an indicator"),
    ("objectives", "objective"),
    ("states", "figure in the prose"),
    ("items", "work item of the prose"),
    ("duties", "duty of an agency"),
    ("statements", "total in the prose"),
    ("legal_bases", "legal basis"),
)
"""Keys of the lists that print rows or items one after the other, and what their items are."""


def in_rows(text: PlanText) -> Iterator[Error]:
    """Every row dropped, doubled, and swapped with the next one of its list."""
    for key, thing in _LISTS:
        for path in text.lists(key):
            items = text[path].items(path)
            for at, item in enumerate(items):
                place = (*path, at)
                what = thing or _kind_of_row(text, place)
                gone = Edit(item.start, item.stop, "")
                twice = Edit(item.stop, item.stop, item.text)
                yield from error(text, "row-dropped", what, place, gone)
                yield from error(text, "row-doubled", what, place, twice)
                if at + 1 < len(items):
                    yield from _swapped(text, what, place, item, items[at + 1])


def _swapped(text: PlanText, what: str, place: Path, one: Edit, two: Edit) -> Iterator[Error]:
    both = Edit(one.start, two.stop, two.text + one.text)
    yield from error(text, "rows-swapped", what, place, both)


def _kind_of_row(text: PlanText, place: Path) -> str:
    row = text[place].value(place)
    kind = "group" if "group" in row else "task"
    assert str(place[0]).startswith(ANNEXES)  # noqa: S101 - only tables have rows
    return f"{kind} of a table"
