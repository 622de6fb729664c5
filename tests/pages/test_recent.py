"""The page of changes says what each commit meant, and nothing that anybody wrote runs in it."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from generator.changes import Change, Item, Subject
from generator.changes.kinds import Kind
from generator.changes.money import money_of
from generator.changes.values import Added, AmountChanged, Dropped, FieldChanged
from generator.history import Revision, timeline
from generator.pages import Page, SiteData, recent
from generator.pipeline import check
from generator.project import Project
from generator.revisions import Commit
from tests.history.conftest import PLAN, Repository, repository
from tests.pages.hostile import ATTACK
from tests.pages.html_tree import parse

__all__ = ["repository"]

PLAN_ID = PLAN.removeprefix("plans/")
NONE = "không kể được thay đổi nào"


def page_of(root: Path, most: int = 10) -> Page:
    """The page of a project with its own history."""
    checked = check(Project(root))
    data = SiteData(checked.library, revisions=timeline(root, most))
    (page,) = recent.pages(data)
    return page


def told(data: SiteData, *changes: Change, subject: str = "Sửa") -> Page:
    """The page of one made-up commit."""
    commit = Commit("ab" * 20, datetime(2026, 3, 4, tzinfo=UTC), subject)
    (page,) = recent.pages(SiteData(data.library, revisions=(Revision(commit, changes),)))
    return page


def registered(item: Item, name: str) -> Added:
    """A new entry of the registry."""
    return Added(Subject(item, "", f"registry/{name}", name))


def test_an_added_plan_and_a_changed_amount_are_told(repository: Repository) -> None:
    """The newest commit stands first, with old and new amount; below it the plan came."""
    name = next((repository.root / PLAN / "annexes").glob("*.yaml")).name
    repository.edit(f"annexes/{name}", "y2025: 30", "y2025: 25")
    newest = repository.commit("Sửa số tiền")
    body = parse(page_of(repository.root).body)
    first, second = body.all("section")
    assert newest[:8] in first.text
    assert "Sửa số tiền" in first.text
    assert "từ 30 triệu đồng thành 25 triệu đồng" in first.text
    assert "Thêm Kế hoạch 01/KH-UBND" in second.text
    assert [h.text.partition(":")[2] for h in body.all("h2")][:2] == [
        " Tỉnh Ví Dụ",
        " Tỉnh Ví Dụ, sổ dùng chung",
    ]


def test_what_touches_promises_is_bold(base_data: SiteData) -> None:
    """A changed amount is bold, a new entry of the registry is not."""
    registry = base_data.library.registry
    subject = Subject(Item.TASK, PLAN_ID, "annexes/a/rows/1", "nhiệm vụ 1")
    amount = AmountChanged(
        subject,
        column="Tổng",
        old=money_of(Decimal(1), "million-vnd", registry),
        new=money_of(Decimal(2), "million-vnd", registry),
    )
    body = parse(told(base_data, amount, registered(Item.AGENCY, "cơ quan «Sở A»")).body)
    strong = [item.text for item in body.all("strong")]
    assert len(strong) == 1
    assert "nhiệm vụ 1" in strong[0].lower()
    assert "Thêm cơ quan «Sở A»." in body.text


def test_many_entries_of_one_kind_are_one_sentence(base_data: SiteData) -> None:
    """Twenty agencies take one line with their count; two provinces keep a line each."""
    agencies = [registered(Item.AGENCY, f"cơ quan «Sở {n}»") for n in range(20)]
    provinces = [registered(Item.PROVINCE, f"tỉnh {n}") for n in "AB"]
    items = [
        li.text
        for li in parse(told(base_data, *agencies, *provinces).body).all("section")[0].all("li")
    ]
    assert items[1:] == ["Thêm tỉnh A.", "Thêm tỉnh B."]
    assert items[0].startswith("Thêm 20 cơ quan: «Sở 0», «Sở 1», ")
    assert items[0].endswith(" và 8 nữa.")


def test_entries_of_one_name_are_counted(base_data: SiteData) -> None:
    """A former and a present province of one name are not listed as if one were a slip."""
    changes = [registered(Item.PROVINCE, f"tỉnh {n}") for n in "AAB"]
    assert (
        "Thêm 3 tỉnh, thành phố: tỉnh A (2 mục), tỉnh B."
        in parse(told(base_data, *changes).body).text
    )


def test_dropped_promises_are_never_folded(base_data: SiteData) -> None:
    """Each dropped task is told by itself and bold."""
    dropped = [
        Dropped(Subject(Item.TASK, PLAN_ID, f"annexes/a/rows/{n}", f"nhiệm vụ {n}"))
        for n in range(5)
    ]
    assert len(parse(told(base_data, *dropped).body).all("strong")) == 5


def test_what_is_not_told_is_counted(base_data: SiteData) -> None:
    """Behind the forty most important ones the others are counted, folded ones singly."""
    dropped = [
        Dropped(Subject(Item.TASK, PLAN_ID, f"annexes/a/rows/{n}", f"nhiệm vụ {n}"))
        for n in range(recent.MOST)
    ]
    added = [
        Added(Subject(Item.OBJECTIVE, PLAN_ID, f"objectives/{n}", f"mục tiêu {n}"))
        for n in range(7)
    ]
    assert "và 7 thay đổi nữa." in parse(told(base_data, *dropped, *added).body).text


def test_words_of_the_editors_are_only_counted(base_data: SiteData) -> None:
    """A commit that changed a summary says so without repeating it."""
    subject = Subject(Item.PLAN, PLAN_ID, "plan/summary", "kế hoạch")
    change = FieldChanged(subject, "summary", "tóm tắt", Kind.TEXT_CHANGED, "cũ", "câu mới")
    text = parse(told(base_data, change).body).text
    assert "1 chỗ chỉ đổi lời của người biên tập" in text
    assert "câu mới" not in text


def test_plans_are_called_by_name_where_an_entry_is_used(base_data: SiteData) -> None:
    """Readers are told the plan's number and province, not its id."""
    subject = Subject(Item.AGENCY, "", "registry/agencies/x", "cơ quan «X»")
    change = FieldChanged(
        subject, "name", "tên", Kind.REGISTRY_CHANGED, "A", "B", touches=(PLAN_ID,)
    )
    text = parse(told(base_data, change).body).all("section")[0].text
    assert "dùng trong Kế hoạch 01/KH-UBND (Tỉnh Ví Dụ)" in text
    assert PLAN_ID not in text


def test_hostile_words_stay_words(repository: Repository) -> None:
    """Neither a commit's subject nor a plan's text becomes an element, or is taken for a template."""
    text = f"{ATTACK}\x1b[2J\x0b\u202e"
    file = repository.root / PLAN / "plan.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("short_title:"))
    lines[at] = "short_title: '<script>alert(2)</script>{{6*7}}'"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    repository.commit(text)
    page = page_of(repository.root)
    body = parse(page.body)
    assert body.all("script") == []
    assert not [e for e in body.walk() if "onclick" in e.attributes]
    assert "<script>alert(1)</script>" in body.text
    assert "<script>alert(2)</script>" in body.text
    assert "49" not in body.text
    assert "{" not in page.body
    assert not [c for c in page.body if c < " " and c not in "\t\n"]


def test_a_long_subject_is_cut(base_data: SiteData) -> None:
    """A subject of any length takes a line or two."""
    change = registered(Item.AGENCY, "cơ quan «X»")
    page = told(base_data, change, subject="rất dài " * 10_000)
    assert len(page.body) < 6_000


def test_without_history_that_is_said(
    example: Project, tmp_path: Path, repository: Repository
) -> None:
    """Outside a repository, and in one fetched without its history, one sentence says so."""
    shallow = tmp_path / "nong"
    repository.commit("Hai")
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.root}", str(shallow))
    for root in (example.root, shallow):
        page = page_of(root)
        assert NONE in parse(page.body).text
        assert ".atom" not in page.body
    assert NONE not in parse(page_of(repository.root).body).text


def test_a_plan_that_could_not_be_read_is_named(repository: Repository) -> None:
    """The plan is called by its present name, and why nothing is told."""
    repository.edit("plan.yaml", "number: 01/KH-UBND", "so_hieu: 01/KH-UBND")
    repository.commit("Hỏng")
    repository.edit("plan.yaml", "so_hieu: 01/KH-UBND", "number: 01/KH-UBND")
    repository.commit("Lành")
    sections = parse(page_of(repository.root).body).all("section")
    assert "Không so được Tỉnh Ví Dụ: Chuyển đổi số tỉnh Ví Dụ" in sections[0].text
    assert "Hỏng" in sections[0].text


@pytest.mark.parametrize("touched", [True, False])
def test_an_overview_leads_to_what_changed_last(base_data: SiteData, touched: bool) -> None:
    """The address is that of the newest commit which touched the plan; else there is none."""
    subject = Subject(Item.PLAN, PLAN_ID if touched else "vi-du/khac", "", "kế hoạch")
    commit = Commit("ab" * 20, datetime(2026, 3, 4, tzinfo=UTC), "")
    data = SiteData(base_data.library, revisions=(Revision(commit, (Added(subject),)),))
    expected = "thay-doi/#ban.abababab" if touched else None
    assert recent.news_address(data, PLAN_ID) == expected
