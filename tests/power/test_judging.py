"""What is found is counted as found, and what is not is not."""

import pytest

from benchmarks.power.cells import Edit
from benchmarks.power.counts import beyond_reach, count, total
from benchmarks.power.errors import Error
from benchmarks.power.judge import Judge, ReadOnce, Verdict, contents_of
from benchmarks.power.reasons import ALONE, IN_BOUNDS, REASONS, TIED
from benchmarks.power.run import Judged, errors_of
from generator.diagnostics import Path
from tests.hostile.targets import BASE

JUDGE = Judge(BASE)
(TEXT,) = JUDGE.texts.values()
ANNEX: Path = ("annexes/phu-luc-1", "rows", 0, "rows", 0)


def planted(path: Path, old: str, new: str, kind: str = "digit", thing: str = "amount") -> Error:
    """An error put in by hand: the first such words after the beginning of a value."""
    part = TEXT[path]
    at = part.text.index(old, part.start(path))
    return Error(TEXT.plan.id, kind, thing, path, (Edit(at, at + len(old), new),))


AMOUNT = planted((*ANNEX, "amounts", "y2025"), "100", "900")
LEAD = planted((*ANNEX, "lead"), "Sở Khoa", "Sớ Khoa", "agency-misspelt")
TITLE = planted((*ANNEX, "title"), "Nâng cấp", "Nâng câp", "digit", "title")


def test_an_error_is_judged_by_what_is_new() -> None:
    """A wrong sum and an unknown agency are told by their rules, a wrong word by none."""
    assert "B101" in JUDGE.verdict(AMOUNT).errors or "B102" in JUDGE.verdict(AMOUNT).errors
    assert JUDGE.verdict(LEAD) == Verdict(("R101",), ())
    assert JUDGE.verdict(TITLE) == Verdict((), ())


def test_an_edit_that_says_the_same_is_not_found() -> None:
    """A comment and lines that move down make nothing new."""
    for part in TEXT.parts.values():
        remark = Error(TEXT.plan.id, "digit", "x", (part.name,), (Edit(0, 0, "# ghi chú\n\n"),))
        assert JUDGE.verdict(remark) == Verdict((), ())


def test_an_error_is_taken_back() -> None:
    """One error leaves nothing behind for the next."""
    assert JUDGE.verdict(AMOUNT).errors
    assert JUDGE.verdict(TITLE) == Verdict((), ())


def test_reading_unchanged_files_once_changes_no_verdict() -> None:
    """The shortcut gives what reading everything anew gives."""
    errors = list(errors_of(TEXT))[::7]
    slow = [JUDGE.verdict(error) for error in errors]
    with ReadOnce(contents_of([TEXT])):
        quick = [JUDGE.verdict(error) for error in errors]
    assert quick == slow
    assert any(verdict.errors for verdict in slow)
    assert any(not verdict.errors for verdict in slow)


def test_verdicts_are_counted() -> None:
    """Made, found, told by a note, missed, by which rule and why: all add up."""
    judged = [
        Judged(AMOUNT, Verdict(("B101", "B102"), ())),
        Judged(AMOUNT, Verdict(("B101",), ("P103",))),
        Judged(AMOUNT, Verdict((), ("P103",))),
        Judged(AMOUNT, Verdict((), ())),
    ]
    (one,) = count(JUDGE.texts, judged)
    assert (one.made, one.errors, one.notes, one.missed) == (4, 2, 1, 1)
    assert one.rules == {"B101": 2}
    assert one.reasons == {str(REASONS.index(TIED)): 2}
    assert beyond_reach(one) == 0
    assert total([one, one]).made == 8


def test_a_figure_that_nothing_holds_is_beyond_reach() -> None:
    """Reasons come from the data: a lone baseline, a target between others."""
    found = {REASONS[int(key)] for one in count(JUDGE.texts, _missed()) for key in one.reasons}
    assert found >= {ALONE, IN_BOUNDS}


def _missed() -> list[Judged]:
    errors = [e for e in errors_of(TEXT) if e.kind == "digit" and e.thing.endswith("and words")]
    verdicts = [(error, JUDGE.verdict(error)) for error in errors]
    return [Judged(error, verdict) for error, verdict in verdicts if not verdict.errors]


@pytest.mark.parametrize("error", [AMOUNT, LEAD, TITLE])
def test_an_error_stands_where_it_says(error: Error) -> None:
    """The planted errors touch the value that they name."""
    (edit,) = error.edits
    assert edit.start >= TEXT[error.path].start(error.path)
