"""The published figures are those of a run, in every place where they stand."""

from benchmarks.power.counts import bounds, count, kept, total
from benchmarks.power.judge import Judge
from benchmarks.power.report import GUIDE, PAGE, page, table_for_citizens, with_table
from benchmarks.power.run import judge_all
from tests.hostile.targets import ROOT

COUNTS, HELD = kept()
PLAN = "ca-mau/120-kh-ubnd-2025"
"""The quickest plan to run again."""


def test_the_page_holds_the_kept_figures() -> None:
    """The page for developers is what the program writes of the figures."""
    assert (ROOT / PAGE).read_text("utf-8") == page(COUNTS, HELD)


def test_the_guide_holds_the_same_figures() -> None:
    """So is the table for citizens, whose last line is the sum of all."""
    guide = (ROOT / GUIDE).read_text("utf-8")
    assert guide == with_table(guide, table_for_citizens(COUNTS))
    assert f"{total(COUNTS).errors:,}".replace(",", ".") in guide


def test_one_plan_run_again_gives_its_figures() -> None:
    """Errors, verdicts and reasons of one plan, made anew, are those that were published."""
    judge = Judge(ROOT)
    again = count(judge.texts, judge_all(judge, [PLAN]))
    assert again == [one for one in COUNTS if one.plan_id == PLAN]
    assert bounds(judge.texts.values()) == HELD
