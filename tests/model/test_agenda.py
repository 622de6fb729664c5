"""What has a date in a plan, and what has none."""

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.model import Annex, Library, Organisation, Plan, Report, Schedule, Task
from generator.model.agencies import AgencyReader
from generator.model.agenda import PlanAgenda, agendas, fed_agencies, fed_provinces
from generator.model.anchors import annex_rows
from generator.model.deadlines import PlacedTask
from generator.model.reporting import report_duties, reporting_span
from generator.pipeline import check
from generator.project import Project

ROOT = Path(__file__).parents[2]
BASE = ROOT / "generator" / "checks" / "examples" / "base"


@cache
def library(root: Path) -> Library:
    """Plans of a project."""
    return check(Project(root)).library


@cache
def real() -> dict[str, PlanAgenda]:
    """Agendas of this repository by plan."""
    return {agenda.plan.id: agenda for agenda in agendas(library(ROOT))}


def scheduled(*schedules: str | Schedule, means: str = "span") -> list[PlacedTask]:
    """Tasks of a plan with one annex, each with the given time."""
    (plan,) = library(BASE).plans
    tasks = tuple(
        Task(task=str(number), title="Việc", schedule=time)
        if isinstance(time, str)
        else Task(task=str(number), title="Việc", schedule_as=time)
        for number, time in enumerate(schedules, start=1)
    )
    annex = Annex.model_validate(
        {"title": "Bảng", "place": "Phụ lục", "schedule_means": means, "rows": tasks}
    )
    changed = replace(plan, annexes={"phu-luc": annex})
    (agenda,) = agendas(Library((changed,), library(BASE).registry))
    return list(agenda.tasks)


@pytest.mark.parametrize(
    ("text", "words", "runs"),
    [
        ("2025 - 2030", "giai đoạn 2025–2030", True),
        ("Năm 2026", "năm 2026", True),
        ("đến năm 2028", "năm 2028", False),
        ("2025 - 2026; hoàn thành Quý 2 năm 2026", "quý II/2026", False),
        ("2026 - 2030, mỗi năm 1 lần", "giai đoạn 2026–2030", True),
    ],
)
def test_a_task_is_due_at_the_end_of_what_is_printed(text: str, words: str, runs: bool) -> None:
    """A deadline stands before the end of the work; a span is the time of the work itself."""
    (task,) = scheduled(text)
    assert task.due is not None
    assert (task.due.words, task.runs, task.undated) == (words, runs, None)


def test_a_year_in_a_column_of_deadlines_is_a_deadline() -> None:
    """The column says that the year is the end, not the time of the work."""
    (task,) = scheduled("Năm 2026", means="deadline")
    assert task.due is not None
    assert not task.runs


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Thường xuyên", "recurring"),
        ("Hàng năm", "recurring"),
        ("Năm 2025 và những năm tiếp theo", "open"),
        ("Sau khi có hướng dẫn của Bộ Khoa học và Công nghệ", "conditional"),
        ("2025 và theo tiến độ Bộ Y tế quy định", "conditional"),
        ("khi nào xong thì thôi", "untold"),
    ],
)
def test_no_day_is_made_up(text: str, why: str) -> None:
    """What recurs, waits, only begins or cannot be read has no deadline, and it is said why."""
    (task,) = scheduled(text)
    assert task.due is None
    assert task.undated == why


def test_a_time_entered_by_hand_wins() -> None:
    """The entry beside the text is what counts."""
    (task,) = scheduled(Schedule.model_validate({"due": "2026-03-15", "note": "đọc ở mục I"}))
    assert task.due is not None
    assert task.due.words == "ngày 15/03/2026"


def test_every_task_of_every_plan_is_dated_or_says_why_not() -> None:
    """Nothing is lost: each task is in one state."""
    states = Counter(task.undated or "dated" for a in real().values() for task in a.tasks)
    printed = sum(
        isinstance(row.item, Task)
        for plan in library(ROOT).plans
        for annex_id, annex in plan.annexes.items()
        for row in annex_rows(annex_id, annex)
    )
    assert sum(states.values()) == printed
    assert states["dated"] > 100
    assert set(states) == {"dated", "recurring", "conditional", "open", "untold"}


def test_targets_count_in_their_last_year_or_in_each_year() -> None:
    """A share of each year's budget counts in all of them, the TFP of a span at its end."""
    found = real()["tay-ninh/1330-da-ubnd-2025"].milestones
    each = "chi-ngan-sach-khoa-hoc-cong-nghe"
    assert [y for y, items in found.items() if each in {i.indicator.id for i in items}] == list(
        range(2025, 2031)
    )
    assert [y for y, items in found.items() if "tfp" in {i.indicator.id for i in items}] == [
        2025,
        2030,
    ]


def reports(plan: Plan, *asked: Report) -> list[tuple[bool, int]]:
    """Whether each report is dated, and on how many yearly days."""
    changed = replace(plan, organisation=Organisation(duties=(), reporting=asked))
    reader = AgencyReader(library(BASE).registry.agencies)
    return [(duty.dated, len(duty.days)) for duty in report_duties(changed, reader)]


def test_a_report_is_dated_only_by_days_that_are_printed() -> None:
    """A cycle without a day dates nothing, nor does a day that comes back after some years."""
    (plan,) = library(BASE).plans

    def asked(cycle: str, *days: str, due: tuple[str, ...] = ()) -> Report:
        told = {"place": "Mục V", "cycle": cycle, "days": days, "due": due, "text": "Báo cáo."}
        return Report.model_validate(told)

    assert reports(
        plan,
        asked("hằng quý"),
        asked("hàng năm", "trước ngày 01/6", "15/11"),
        asked("hằng năm", "15/6", "cuối năm"),
        asked("5 năm một lần", "15/12"),
        asked("giữa và cuối nhiệm kỳ", "15/12"),
        asked("một lần", due=("2026-01-15",)),
    ) == [(False, 0), (True, 2), (False, 0), (False, 0), (False, 0), (True, 0)]


def test_reports_are_owed_from_the_issue_of_a_plan_to_the_end_of_its_period() -> None:
    """Tiền Giang's plan is of February 2025, so its first report is that of June."""
    agenda = real()["tien-giang/69-kh-ubnd-2025"]
    first, last = reporting_span(agenda.plan)
    assert (first, last) == (date(2025, 2, 25), date(2030, 12, 31))
    duty = next(duty for duty in agenda.reports if duty.dated)
    dates = sorted(day for rule in duty.days for day in rule.between(first, last))
    assert (dates[0], dates[-1], len(dates)) == (date(2025, 6, 1), date(2030, 11, 15), 12)


def test_a_plan_knows_what_took_its_place() -> None:
    """Long An's plan gave way to Tây Ninh's, and no other one to any."""
    found = {key: [plan.id for plan in a.replaced_by] for key, a in real().items()}
    assert found.pop("long-an/nq-hdnd-2025") == ["tay-ninh/1330-da-ubnd-2025"]
    assert set(map(tuple, found.values())) == {()}


def test_only_who_has_something_dated_has_a_feed() -> None:
    """Sở Y tế has tasks of 2025 in the example, the former department has none."""
    found = agendas(library(BASE))
    assert fed_provinces(found) == ("vi-du",)
    fed = fed_agencies(found)
    assert "so-y-te" in fed
    assert "so-thong-tin-va-truyen-thong" not in fed
