"""Every amount of a real plan, changed one after another: the arithmetic must notice each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

import pytest

from generator.checks import CHECKS
from generator.checks._text import distance
from generator.diagnostics import Finding, Path
from generator.model import Group, Plan, Registry, Task
from generator.pipeline import check
from generator.project import Project
from generator.vietnamese import format_decimal
from generator.vietnamese.groups import VOCABULARY
from tests.checks.examples import EXAMPLES
from tests.checks.spoil import DROP, spoil, value_at

PLAN_ID = "tay-ninh/1330-da-ubnd-2025"
ARITHMETIC = [module for module in CHECKS if module.RULE.code.startswith("B")]

UNCOVERED_AMOUNTS: frozenset[Path] = frozenset()
"""Amounts that could change without any total noticing: none."""

SAME_VALUE = frozenset(
    frozenset(pair)
    for pair in (
        ("tỷ", "tỉ"), ("nghìn", "ngàn"), ("bảy", "bẩy"), ("linh", "lẻ"), ("bốn", "tư"),
        ("năm", "lăm"), ("lăm", "nhăm"), ("năm", "nhăm"), ("một", "mốt"), ("mười", "mươi"),
    )
)  # fmt: skip
"""Words of which one may stand for the other; where both can be read they are one number."""


@cache
def _subject() -> tuple[Plan, Registry]:
    root = EXAMPLES.parents[2]
    checked = check(Project(root), [root / "plans" / PLAN_ID])
    (plan,) = checked.library.plans
    return plan, checked.library.registry


def _findings(plan: Plan) -> dict[tuple[str, Path], Finding]:
    registry = _subject()[1]
    found = [f for module in ARITHMETIC for f in module.check_plan(plan, registry)]
    return {(finding.rule.code, finding.path): finding for finding in found}


@dataclass(frozen=True, slots=True)
class _Noticed:
    """What is found after a change and was not found before."""

    path: Path
    findings: tuple[Finding, ...]

    @property
    def at_the_place(self) -> list[Finding]:
        """Findings at the changed amount, or at a total that adds it."""
        return [f for f in self.findings if f.path == self.path or self.path in f.addends]


def _notice(path: Path, changed: Plan) -> _Noticed:
    before = _findings(_subject()[0])
    after = _findings(changed).items()
    return _Noticed(path, tuple(f for key, f in after if key not in before))


def _amounts() -> Iterator[Path]:
    plan, _ = _subject()
    for annex_id, annex in plan.annexes.items():
        part = f"annexes/{annex_id}"
        yield from ((part, "stated", column) for column in annex.stated)
        yield from _amounts_of_rows((part,), annex.rows)
    for index, _statement in enumerate(plan.budget.statements):
        yield ("budget", "statements", index, "amount")


def _amounts_of_rows(path: Path, rows: tuple[Group | Task, ...]) -> Iterator[Path]:
    for index, row in enumerate(rows):
        place = (*path, "rows", index)
        if isinstance(row, Task):
            yield from ((*place, "amounts", column) for column in row.amounts)
        else:
            yield from ((*place, "stated", column) for column in row.stated)
            yield from _amounts_of_rows(place, row.rows)


AMOUNTS = list(_amounts())


def test_the_plan_has_amounts_of_every_kind() -> None:
    """The plan under test has money in tasks, in groups, in annexes and in the prose."""
    kinds = {(path[0] == "budget", "rows" in path, path[-2]) for path in AMOUNTS}
    assert kinds == {
        (True, False, 0),
        (True, False, 1),
        (False, False, "stated"),
        (False, True, "stated"),
        (False, True, "amounts"),
    }
    assert len(AMOUNTS) > 300


@pytest.mark.parametrize("step", [1, -1])
def test_every_changed_amount_is_noticed(step: int) -> None:
    """One unit more or less in any amount is told at that amount or at a total that adds it."""
    plan, _ = _subject()
    unnoticed = set()
    for path in AMOUNTS:
        changed = spoil(plan, path, lambda amount: amount + step)
        noticed = _notice(path, changed)
        if not noticed.at_the_place:
            unnoticed.add(path)
        for finding in noticed.findings:
            _assert_told(finding, step)
            _assert_added(finding, changed)
    assert unnoticed == UNCOVERED_AMOUNTS


def _assert_told(finding: Finding, step: int) -> None:
    """The finding is off by the step, in its own unit or in đồng, and its message says so."""
    figures = finding.figures
    assert figures is not None, finding
    step_in_dong = finding.path[0] == "budget" and figures.unit == "vnd"
    sizes = {abs(step), 10**6 * abs(step)} if step_in_dong else {abs(step)}
    assert abs(figures.difference) in sizes, finding
    for number in (figures.stated, figures.computed, distance(figures)):
        assert format_decimal(number) in finding.message, (number, finding.message)


def _assert_added(finding: Finding, plan: Plan) -> None:
    """The addends that a finding of a table names add up to the figure that it computed."""
    assert finding.figures is not None
    if finding.path[0] != "budget":
        added = sum(value_at(plan, addend) for addend in finding.addends)
        assert added == finding.figures.computed


def test_every_dropped_part_is_noticed() -> None:
    """An amount that is taken away is missed by a total that adds it."""
    plan, _ = _subject()
    unnoticed = []
    for path in AMOUNTS:
        is_total = path[-1] == "total" or path[0] == "budget"
        # A total that is not printed is no error, and nothing is missing where 0 was printed.
        if is_total or value_at(plan, path) == 0 or "amounts" not in path:
            continue
        if not _notice(path, spoil(plan, path, lambda _: DROP)).findings:
            unnoticed.append(path)
    assert unnoticed == []


def test_every_amount_moved_to_another_column_is_noticed() -> None:
    """An amount in the column of other years breaks a total of its group."""
    plan, _ = _subject()
    unnoticed = []
    for path in AMOUNTS:
        other = {"y2025": "y2026-2030", "y2026-2030": "y2025"}.get(str(path[-1]))
        amount = value_at(plan, path)
        if other is None or "amounts" not in path or amount == 0:
            continue
        moved = spoil(plan, path, lambda _: DROP)
        moved = spoil(moved, (*path[:-1], other), partial(_added_to, amount))
        if not any(f.rule.code in {"B102", "B103"} for f in _notice(path, moved).findings):
            unnoticed.append(path)
    assert unnoticed == []


def _added_to(amount: int, old: int | None) -> int:
    return (old or 0) + amount


def _words() -> Iterator[tuple[Path, int, str]]:
    plan, _ = _subject()
    for index, statement in enumerate(plan.budget.statements):
        path = ("budget", "statements", index, "words")
        for at, word in enumerate((statement.words or "").split(" ")):
            yield path, at, word.strip(",").lower()


NUMERALS = [place for place in _words() if place[2] in VOCABULARY]


def test_the_words_have_every_class() -> None:
    """The amounts in words under test have billions, millions and the thousand-billion form."""
    assert {"nghìn", "tỷ", "triệu", "trăm"} <= {word for _, _, word in NUMERALS}


def test_every_changed_word_is_noticed() -> None:
    """No numeral word of an amount can be another one, or be left out, without being told."""
    plan, _ = _subject()
    unnoticed = set()
    for path, at, word in NUMERALS:
        for other in ("", *sorted(VOCABULARY - {word})):
            changed = spoil(plan, path, partial(_with_word, at, other))
            codes = {f.rule.code for f in _notice(path, changed).findings if f.path == path}
            if not codes & {"B106", "B107"}:
                unnoticed.add(frozenset((word, other)))
    assert unnoticed <= SAME_VALUE


def _with_word(at: int, word: str, text: str) -> str:
    words = text.split(" ")
    comma = "," if words[at].endswith(",") else ""
    words[at] = word + comma if word else ""
    return " ".join(filter(None, words))


def test_the_message_of_wrong_words_tells_both_figures_and_the_difference() -> None:
    """Words that make another number are told with both numbers and how far they are apart."""
    plan, _ = _subject()
    path = ("budget", "statements", 1, "words")
    changed = spoil(plan, path, lambda text: text.replace("Ba trăm tỷ", "Ba trăm lẻ một tỷ"))
    (finding,) = _notice(path, changed).findings
    assert finding.rule.code == "B106"
    assert finding.figures is not None
    assert finding.figures.difference == -(10**9)
    for figure in ("300.430.000.000", "301.430.000.000", "1.000.000.000"):
        assert figure in finding.message
