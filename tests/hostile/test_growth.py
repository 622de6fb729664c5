"""Work grows with a file and not with its square, whatever faults fill it."""

import sys
from collections.abc import Callable
from functools import partial

import pytest

from generator.checks._numbering import Numbered, find_gaps
from tests.hostile import targets

ANNEX = targets.FILES.index(f"{targets.PLAN}/annexes/phu-luc-1.yaml")
PLAN_FILE = targets.FILES.index(f"{targets.PLAN}/plan.yaml")
_TEXT = (targets.BASE / targets.FILES[ANNEX]).read_text("utf-8")
HEAD = _TEXT[: _TEXT.index("total_label:")] + "rows:\n"


def rows(line: Callable[[int], str]) -> Callable[[int], bytes]:
    """An annex of many rows."""
    return lambda n: bytes([ANNEX]) + (HEAD + "".join(map(line, range(1, n + 1)))).encode()


def task(code: object, more: str = "") -> str:
    """A row of the annex."""
    return f'  - {{task: "{code}", title: t, lead: Sở Y tế{more}}}\n'


FULL_OF: dict[str, Callable[[int], bytes]] = {
    "gaps in the numbering": rows(lambda n: task(2 * n)),
    "one number": rows(lambda _: task(1)),
    "strange agencies": rows(lambda n: task(n).replace("Sở Y tế", f"Sở Lạ {n}")),
    "wrong totals": rows(lambda n: task(n, f", amounts: {{y2025: 1, total: {n + 1}}}")),
    "strange columns": rows(lambda n: task(n, f", amounts: {{z{n}: 1}}")),
    "unknown keys": lambda n: bytes([PLAN_FILE]) + "".join(f"k{i}: 1\n" for i in range(n)).encode(),
}


@pytest.mark.parametrize("fault", FULL_OF)
def test_checking_grows_with_a_file(fault: str) -> None:
    """Of a file twice as long, reading, checking and telling make about twice as many calls."""
    make = FULL_OF[fault]
    calls_of(lambda: targets.check_file(make(1)))  # what is kept for later is kept now
    none, short, long = (calls_of(partial(targets.check_file, make(n))) for n in (0, 100, 200))
    assert short - none > 1000
    assert long - none < 2.25 * (short - none)


def test_looking_for_gaps_grows_with_the_list() -> None:
    """A list twice as long, with a gap before every row, takes twice as many steps."""

    def gaps(n: int) -> Callable[[], object]:
        items = [Numbered(str(2 * at), ("a", at)) for at in range(1, n + 1)]
        return lambda: list(find_gaps(items))

    assert calls_of(gaps(800)) < 2.25 * calls_of(gaps(400))


def calls_of(work: Callable[[], object]) -> int:
    """How many calls of functions something takes."""
    count = 0

    def tick(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(tick)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
