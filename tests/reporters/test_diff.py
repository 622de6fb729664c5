"""Reports of changes: hostile text stays text, long reports stay short, formats agree."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.changes import Item, Kind, Subject
from generator.changes.comparison import Comparison, Unread
from generator.changes.findings import FindingChanges
from generator.changes.money import Money
from generator.changes.values import (
    AmountChanged,
    Change,
    FieldChanged,
    Renamed,
    TotalMove,
    Way,
)
from generator.diagnostics import Diagnostic
from generator.reporters.diff import DiffView, SideName, report_diff
from generator.reporters.diff.markdown import MARKER, MOST
from generator.reporters.escape import visible
from tests.reporters.conftest import make
from tests.reporters.reading import HOSTILE, Reader, read

PLAN = "vi-du/01-kh-2025"
LIMIT = 65_536
"""Characters of a comment that GitHub takes."""


def subject(name: str = "nhiệm vụ 1 «Việc»", where: str = "Phụ lục I", plan: str = PLAN) -> Subject:
    """What a change is about."""
    return Subject(Item.TASK, plan, "annexes/x/rows/1", name, where)


def field(old: str, new: str, weight: Kind = Kind.CONTENT_CHANGED, **names: str) -> FieldChanged:
    """A change of a value."""
    return FieldChanged(subject(**names), "result", "ô sản phẩm", weight, old, new)


def money(amount: int) -> Money:
    """An amount in million đồng."""
    return Money(amount, "million-vnd", "triệu đồng", amount * 10**6)


def view(
    *changes: Change,
    new: tuple[Diagnostic, ...] = (),
    totals: tuple[TotalMove, ...] = (),
    unread: tuple[Unread, ...] = (),
    name: str = "Kế hoạch",
    suggestion: str = "",
    base: str = "main",
) -> DiffView:
    """A view of some changes."""
    comparison = Comparison(
        changes,
        {PLAN: totals} if totals else {},
        FindingChanges(new=new, gone=new, changed=tuple((one, one) for one in new)),
        unread,
        {PLAN: name},
        {"million-vnd": "triệu đồng"},
    )
    return DiffView(comparison, SideName(base, "ab" * 20), SideName("b"), suggestion)


def total(label: str, old: int, new: int, was: int, is_: int) -> TotalMove:
    """A printed total with the sum of its rows, before and now."""
    way = Way("các dòng bên dưới", money(was), money(is_))
    return TotalMove(subject(label), label, money(old), money(new), (way,))


def test_the_comment_begins_with_its_marker() -> None:
    """The first line is the hidden marker by which a workflow finds its own comment."""
    assert report_diff("markdown", view()).splitlines()[0] == MARKER


def test_changes_stand_under_their_plan_by_level() -> None:
    """Levels have headings; names and words of the editors are folded away."""
    changes = (
        field("a", "b"),
        Renamed(subject(), "cũ", "mới"),
        field("ghi chú cũ", "ghi chú mới", Kind.TEXT_CHANGED),
    )
    page = read(report_diff("markdown", view(*changes)))
    assert "3 thay đổi ở 1 kế hoạch" in page.text
    assert page.tags.count("details") == 2
    assert (
        page.text.index("Nội dung khác") < page.text.index("Tên gọi") < page.text.index("Lời của")
    )


def test_sums_are_shown_before_and_after() -> None:
    """Each total that moved has a row with both printed and both computed figures."""
    page = read(report_diff("markdown", view(totals=(total("nhóm I", 900, 900, 900, 1010),))))
    assert page.tags.count("tr") == 2
    cells = ["Phụ lục I, nhóm I", "900", "900", "các dòng bên dưới", "900", "1.010"]
    assert re.sub(r"\s+", " ", page.text).count(" ".join(cells)) == 1
    assert "lệch −110" in page.text


def test_a_sum_without_parts_is_told_as_such() -> None:
    """A total whose parts are gone cannot be added; it is no blank cell."""
    gone = Way("các dòng bên dưới", money(900), None)
    move = TotalMove(subject("x"), "nhóm I", money(900), money(900), (gone,))
    assert "được 900 → không cộng được triệu đồng" in report_diff(
        "text", view(totals=(move,))
    ).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("hostile", [*HOSTILE, "@ai #1 GH-1", "```\n# x", "</details></summary>"])
def test_plan_text_is_only_ever_text(hostile: str) -> None:
    """Markup in any place of a report changes no tag of the page and is read as it was written."""

    def page(text: str) -> Reader:
        move = total(text, 1, 2, 1, 2)
        amount = AmountChanged(subject(text, text), text, money(1), money(2), (move,))
        found = make(message=text, hint=text, file=text, place=text)
        return read(
            report_diff(
                "markdown",
                view(
                    amount,
                    field(text, f"{text} khác", name=text, where=text),
                    new=(found,),
                    totals=(move,),
                    unread=(Unread(PLAN, True, (found,)),),
                    name=text,
                    base=text,
                ),
            )
        )

    assert page(hostile).tags == page("chữ").tags
    assert visible(hostile) in page(hostile).text


@given(st.text(alphabet="`|*_[]()<>!&#;\\ ~-+.:/@a1\n", max_size=60))
def test_any_marks_render_to_themselves(text: str) -> None:
    """For any text of marks, the page has the tags of a plain one."""
    plain = read(report_diff("markdown", view(field("chữ", "b"))))
    page = read(report_diff("markdown", view(field(text or "x", "b"))))
    assert page.tags == plain.tags
    assert visible(text) in page.text


def test_nobody_is_called() -> None:
    """GitHub finds no name or number after a sign that could call someone."""
    text = report_diff("markdown", view(field("@ai", "#1"), name="@ai", base="@ai"))
    assert "@a" not in text
    assert not re.search(r"(?<!&)#1", text)


@pytest.mark.parametrize("text", ["chữ " * 500, "@" * 5000, "&" * 5000, "x" * 5000, "`" * 3000])
def test_a_long_report_keeps_what_matters_most(text: str) -> None:
    """However much changed, the comment fits; the least important goes, and is counted."""
    first = field("đầu tiên", "xong", Kind.AMOUNT_CHANGED)
    changes = (
        first,
        *(field(text, f"{i} {text}") for i in range(400)),
        *(field(text, f"{i} {text}", Kind.TEXT_CHANGED, plan=f"p/{i}") for i in range(400)),
    )
    found = tuple(make(message=text, hint=text, file=text, place=f"{i}") for i in range(300))
    moves = tuple(total(text, i, i, i, i + 1) for i in range(300))
    unread = tuple(Unread(f"p/{text}{i}", True, found[:5]) for i in range(50))
    suggestion = f"@@ -1 +1 @@\n{text}\n" * 300
    source = report_diff(
        "markdown",
        view(
            *changes,
            new=found,
            totals=moves,
            unread=unread,
            name=text,
            base=text,
            suggestion=suggestion,
        ),
    )
    assert len(source) <= MOST < LIMIT
    page = read(source)
    assert "đầu tiên" in page.text
    left = re.search(r"Còn ([\d.]+) thay đổi ít quan trọng hơn không kê ở đây", page.text)
    assert left
    assert int(left[1].replace(".", "")) + page.text.count("ô sản phẩm") == len(changes)
    assert page.tags.count("details") == source.count("</details>")


@pytest.mark.parametrize("run", ["`" * count for count in (1, 3, 4, 9)])
def test_a_suggestion_stays_in_its_block(run: str) -> None:
    """A diff that holds a fence of its own does not get out of the block that shows it."""
    suggestion = f"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-{run}\n {run}\n </details><b>đậm</b> @ai\n"
    source = report_diff("markdown", view(suggestion=suggestion))
    page = read(source)
    assert "b" not in page.tags
    assert page.tags.count("pre") == 1
    assert "</details><b>đậm</b> @ai" in page.text


def test_text_without_a_diff_is_no_suggestion() -> None:
    """What a command says when there is nothing to mend is not shown."""
    assert "Gợi ý" not in report_diff("markdown", view(suggestion="Đạt: 44 tệp.\n"))


def test_a_terminal_is_not_steered() -> None:
    """Control characters and characters that turn text round are shown as what they are."""
    text = report_diff("text", view(field("a\x1b[2J", "b\u202ec"), name="x\n\ny"))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "x\\x0a\\x0ay" in text


def test_colours_are_only_for_a_terminal() -> None:
    """The text is the same with and without colours, but for these."""
    plain = view(field("a", "b"), new=(make(),))
    coloured = report_diff("text", replace(plain, color=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == report_diff("text", plain)


def test_json_carries_the_findings_with_the_keys_of_check() -> None:
    """New, gone and changed findings have the keys of `kehoach check` and the plan's id."""
    data = json.loads(report_diff("json", view(field("a", "b"), new=(make(),))))
    (new,) = data["findings"]["new"]
    assert (new["plan_id"], new["code"], new["stated"]) == ("a/b", "B101", 5000)
    assert data["findings"]["changed"] == [{"before": new, "after": new}]
    assert data["changes"][0]["old"] == "a"


def test_json_has_amounts_as_numbers_with_their_units() -> None:
    """An amount has figure, unit and đồng, the difference and per cent, and its totals."""
    move = total("nhóm I", 900, 900, 900, 1010)
    change = AmountChanged(subject(), "Năm 2025", money(450), money(4500), (move,))
    (told,) = json.loads(report_diff("json", view(change)))["changes"]
    million = {"unit": "million-vnd", "unit_name": "triệu đồng"}
    assert told["old"] == {"amount": 450, "amount_vnd": 450_000_000, **million}
    assert told["difference"] == {"amount": 4050, "amount_vnd": 4_050_000_000, **million}
    assert told["percent"] == 900
    assert told["totals"][0]["verdict"] == "left"
    assert told["totals"][0]["computed"][0]["now"]["amount"] == 1010
