"""Why an error was not found: because nothing in the document tells, or because no rule looks."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from benchmarks.power.cells import PlanText, edited
from benchmarks.power.errors import Error
from benchmarks.power.ties import Ties, has_order, ties_of_amounts, ties_of_figures
from generator import located
from generator.vietnamese import read_schedule


@dataclass(frozen=True, slots=True)
class Reason:
    """Why.

    Attributes:
        words: A clause.
        findable: Whether the document alone would tell, were there a rule for it.
    """

    words: str
    findable: bool = False


ALONE = Reason("a figure that no addition holds and no other place repeats")
IN_BOUNDS = Reason("stated once; the new figure still fits the other targets of its indicator")
ADDED_BY_SAME = Reason("the same totals add both rows")
SUM_ALONE = Reason("what slipped out was equal to the sum, which is left alone and is right")
GOES_ON = Reason("the time is open at its end, and a start before the plan is no fault")
REMARK = Reason("the letter stands in a remark in brackets, which names no agency")
NO_NUMBER = Reason("the document numbers no items of this kind")
LAST = Reason("the last of its list: no number after it shows a gap")
SHARED = Reason("it shares its printed number with a neighbour")
GATHERED = Reason(
    "its number may be absent or stand elsewhere: gathered from several places, encoded in part, beside items without one, or "
    "a letter that only one of the two alphabets has"
)
REPEATED = Reason("an exact repetition, which contradicts nothing", findable=True)
NO_RULE = Reason("numbers out of order that no rule told", findable=True)
TIED = Reason("held by an addition or a repetition, and still not told", findable=True)

REASONS = (
    ALONE, IN_BOUNDS, ADDED_BY_SAME, SUM_ALONE, GOES_ON, REMARK, NO_NUMBER, LAST, SHARED, GATHERED,
    REPEATED, NO_RULE, TIED,
)  # fmt: skip
"""Every reason, in the order of the page."""

_CODES = ("task", "group", "code")
_PARTLY_NUMBERED = frozenset({"objectives", "indicators", "actions", "organisation"})


def reason_for(text: PlanText, error: Error) -> Reason:
    """Say why an error was not found.

    Args:
        text: Its plan.
        error: The error.

    Returns:
        The reason.
    """
    if error.kind.startswith("row"):
        return _of_rows(text, error)
    if error.kind == "figures-exchanged":
        return ADDED_BY_SAME
    if error.kind == "agency-misspelt":
        return REMARK if "(" in str(text[error.path].value(error.path)) else TIED
    if error.kind == "deadline-outside":
        return _of_times(text, error)
    if error.kind == "column-slip":
        return _of_columns(text, error)
    return _of_figures(text, error)


def _of_figures(text: PlanText, error: Error) -> Reason:
    if error.thing.endswith("number only") or _ties(text)[error.path]:
        return TIED
    if error.path[0] == "indicators" and "targets" in error.path:
        return (
            IN_BOUNDS if has_order(text.plan.indicators.indicators[int(error.path[2])]) else ALONE
        )
    return ALONE


@lru_cache(maxsize=8)
def _ties(text: PlanText) -> Ties:
    return ties_of_amounts(text.plan) + ties_of_figures(text)


def _of_times(text: PlanText, error: Error) -> Reason:
    reading = read_schedule(str(_after(text, error)))
    return GOES_ON if reading is None or reading.end is None else TIED


def _of_columns(text: PlanText, error: Error) -> Reason:
    before, after = text[error.path].value(error.path), _after(text, error)
    left = len(after) < len(before) and all(after[key] == before.get(key) for key in after)
    return SUM_ALONE if left else TIED


def _after(text: PlanText, error: Error) -> Any:
    """The value at the error's place once it is made."""
    reading = located.read(edited(text[error.path].text, error.edits).encode())
    assert reading.located is not None  # noqa: S101 - what cannot be read is found
    node: Any = reading.located.data
    for key in error.path[1:]:
        node = node[key]
    return node


def _of_rows(text: PlanText, error: Error) -> Reason:
    items, at = text[error.path].value(error.path[:-1]), int(error.path[-1])
    code = _code(items[at])
    if error.kind == "row-doubled":
        return REPEATED
    if not code:
        return NO_NUMBER
    beside = [_code(items[place]) for place in (at - 1, at + 1) if 0 <= place < len(items)]
    if code in (beside if error.kind == "row-dropped" else beside[-1:]):
        return SHARED
    if error.kind == "row-dropped" and (at + 1 == len(items) or _begins(_code(items[at + 1]))):
        return LAST
    return GATHERED if error.path[0] in _PARTLY_NUMBERED else NO_RULE


def _code(item: Any) -> str:
    return next((str(item[key]) for key in _CODES if key in item), "")


def _begins(code: str) -> bool:
    """Whether a number begins a list anew."""
    return code in {"1", "I", "a", "A"}
