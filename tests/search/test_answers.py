"""Answers: what a query means, step by step, shown on a handful of made-up rows."""

import pytest

from generator.pages.search.files import index_of, indexed
from generator.pages.search.parts import Sizes
from generator.pages.search.record import AGENCY, INDICATOR, TASK, Kind, Part, Record
from tests.search.node import Node, ask

TINY = Sizes(block=4, part=40, common=2, longest=4)


def row(address: str, title: str, kind: Kind = TASK, *texts: str, **more: object) -> Record:
    """A made-up record."""
    parts = tuple(Part("", text) for text in texts)
    return Record(kind, title, address, parts, **more)  # type: ignore[arg-type]


ROWS = (
    row("hai-so", "Sở Tài chính, Sở Tài chính", AGENCY, "Sở Tài chính"),
    row("so-tai-chinh", "Sở Tài chính", AGENCY, "Sở TC", names=("Sở TC",)),
    row("so-khcn", "Sở Khoa học và Công nghệ", AGENCY),
    row("kinh-te-so", "Tỷ trọng kinh tế số trong GRDP", INDICATOR, "2030: ít nhất 80 %"),
    row("dat-80", "Đạt 80 xã nông thôn mới", INDICATOR),
    row("ban-dan", "Đào tạo nhân lực bán dẫn", TASK, "Sở Tài chính", province_id="tay-ninh"),
    row("ban-hanh", "Ban hành quy định về dân số", TASK, province_id="long-an"),
    row("ban-do", "Bàn đạp cho dẫn vốn, bán hàng", TASK, province_id="long-an"),
    row("ngan-sach", "Hằng năm chi ngân sách của tỉnh và xã cho công nghệ", TASK),
    row("ngan-hang", "Ngân hàng có sách", TASK),
    row("quoc-hoi", "Thực hiện Nghị quyết 57-NQ/TW", TASK),
    row("57-khac", "Có 57 xã; Nghị quyết 193/NQ-TW khác", TASK),
    row("vong", "Công nghệ thông tin mạng, mạng công nghệ", TASK),
    row("cong", "Bán dẫn, công nghệ cao", TASK, agencies=("so-tai-chinh",)),
    row("tien", "Xây dựng trường", TASK, "1.184.374", "42,05"),
    row("bao-tang", "Đầu tư bảo tàng và của các dân tộc", TASK),
)


@pytest.fixture(scope="module", params=["whole", "tiny"])
def answers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Node:
    """The rows behind the search of the browser, in one piece and in tiny ones."""
    node = Node(tmp_path_factory.mktemp(request.param))
    node.serve(index_of([indexed(ROWS)], *([] if request.param == "whole" else [TINY])))
    return node


def found(node: Node, query: str, *filters: str, typing: bool = False) -> list[str]:
    """Addresses that a query finds, in order."""
    asked = {"query": query, "filters": list(filters), "typing": typing, "most": 50}
    addresses: list[str] = ask(node, asked)[0]["found"]
    return addresses


def step(node: Node, query: str) -> str:
    """How a query was understood."""
    name: str = ask(node, query)[0]["step"]
    return name


def test_words_with_marks_find_just_these(answers: Node) -> None:
    """`bán dẫn` finds rows with both words so written, not `ban`, `bàn` or `dân`."""
    assert set(found(answers, "bán dẫn")) == {"ban-dan", "cong", "ban-do"}
    assert step(answers, "bán dẫn") == "exact"


def test_words_without_marks_find_all_that_look_alike(answers: Node) -> None:
    """`ban dan` finds bán dẫn, ban … dân and bàn … dẫn."""
    assert set(found(answers, "ban dan")) == {"ban-dan", "cong", "ban-hanh", "ban-do"}


def test_of_a_query_half_with_marks_the_other_half_is_free(answers: Node) -> None:
    """`bán dan` holds the first word to its marks only."""
    assert set(found(answers, "bán dan")) == {"ban-dan", "cong", "ban-do"}


def test_wrong_marks_fall_back_to_none(answers: Node) -> None:
    """`bắn dẵn` is written nowhere, so that the rows without marks are found, and it is said."""
    assert set(found(answers, "bắn dẵn")) == {"ban-dan", "cong", "ban-hanh", "ban-do"}
    assert step(answers, "bắn dẵn") == "unmarked"


def test_d_may_stand_for_đ(answers: Node) -> None:
    """Without a bar through the d, with the other marks or without any."""
    for query in ("đào tạo", "dào tạo", "dao tao", "ĐÀO TẠO"):
        assert found(answers, query) == ["ban-dan"]


def test_words_side_by_side_come_first(answers: Node) -> None:
    """`ngân sách` as one word comes before a row that holds both apart."""
    assert found(answers, "ngân sách")[:1] == ["ngan-sach"]
    assert found(answers, "ngan sach") == ["ngan-sach", "ngan-hang"]


def test_a_quoted_phrase_must_stand_as_it_is(answers: Node) -> None:
    """Quotes of any kind leave only rows with the words side by side, in the same order."""
    for query in ('"ngân sách"', "“ngan sach”", "«Ngân sách»", '"ngân sách'):
        assert found(answers, query) == ["ngan-sach"]


def test_a_long_phrase_is_looked_up_in_the_text(answers: Node) -> None:
    """A row that holds each pair of a phrase, but not the phrase, is no result, nor counted."""
    (answer,) = ask(answers, {"query": '"mạng công nghệ thông tin"', "most": 50})
    assert (answer["step"], answer["count"], answer["found"]) == ("apart", 1, ["vong"])
    assert found(answers, '"công nghệ thông tin"') == ["vong"]


def test_a_phrase_that_is_nowhere_gives_its_words(answers: Node) -> None:
    """`"sách ngân"` is no phrase of any row, so rows with both words are shown, and it is said."""
    assert set(found(answers, '"sách ngân"')) == {"ngan-sach", "ngan-hang"}
    assert step(answers, '"sách ngân"') == "apart"


def test_a_number_of_a_document_is_a_phrase(answers: Node) -> None:
    """`57-NQ/TW` does not find 57, NQ and TW that stand apart; its pieces alone do."""
    for query in ("57-NQ/TW", "57-nq/tw", "57/NQ-TW"):
        assert found(answers, query) == ["quoc-hoi"]
    assert set(found(answers, "57 NQ TW")) == {"quoc-hoi", "57-khac"}
    assert set(found(answers, "NQ/TW")) == {"quoc-hoi", "57-khac"}


def test_a_percentage_is_not_a_bare_number(answers: Node) -> None:
    """`80%` and `80 %` find percentages only, `80` finds both."""
    assert found(answers, "80%") == found(answers, "80 %") == ["kinh-te-so"]
    assert set(found(answers, "80")) == {"kinh-te-so", "dat-80"}


@pytest.mark.parametrize("query", ["1.184.374", "1184374", "1,184,374", "42,05", "42.05"])
def test_a_number_is_found_however_it_is_grouped(answers: Node, query: str) -> None:
    """Points, commas or nothing between thousands, a point or a comma for decimals."""
    assert found(answers, query) == ["tien"]


def test_the_beginning_of_a_word_is_enough_when_nothing_else_is_found(answers: Node) -> None:
    """`1.184` finds 1.184.374, and it is said that only beginnings match."""
    assert found(answers, "1.184") == ["tien"]
    assert step(answers, "1.184") == "begun"


def test_the_name_of_something_brings_it_first(answers: Node) -> None:
    """An agency comes before rows that name it, also by an alias and without joining words."""
    assert found(answers, "Sở Tài chính")[:1] == ["so-tai-chinh"]
    assert found(answers, "so tc") == ["so-tai-chinh"]
    assert found(answers, "so khoa hoc cong nghe")[:1] == ["so-khcn"]


def test_a_result_may_lack_joining_words(answers: Node) -> None:
    """`của` and `các` say nothing, unless nothing else is asked for."""
    assert found(answers, "ngân sách của công nghệ") == ["ngan-sach"]
    assert found(answers, "của các") == ["bao-tang"]


def test_some_of_the_words_are_better_than_none(answers: Node) -> None:
    """Words that are nowhere are left out first, then any word will do; both are said."""
    assert step(answers, "bán dẫn xyzw") == "some"
    assert set(found(answers, "bán dẫn xyzw")) == {"ban-dan", "cong", "ban-do"}
    assert step(answers, "nhân lực bán dẫn kinh tế") == "some"
    assert {"ban-dan", "kinh-te-so"} <= set(found(answers, "nhân lực bán dẫn kinh tế"))


def test_a_filter_narrows_and_works_alone(answers: Node) -> None:
    """Province, kind and agency narrow a query, together too, and list their rows without one."""
    assert found(answers, "ban dan", "tinh:tay-ninh") == ["ban-dan"]
    assert set(found(answers, "bán dẫn", "co-quan:so-tai-chinh")) == {"cong"}
    assert found(answers, "", "loai:chi-tieu") == ["kinh-te-so", "dat-80"]
    assert found(answers, "", "tinh:long-an", "loai:nhiem-vu") == ["ban-hanh", "ban-do"]
    assert found(answers, "80", "tinh:long-an") == []
    assert found(answers, "80", "tinh:khong-co") == []


def test_while_typing_the_last_word_may_still_grow(answers: Node) -> None:
    """`ngân sá` finds ngân sách while it is typed; one letter more or less is no reason to lose it."""
    assert set(found(answers, "ngân sá", typing=True)) == {"ngan-sach", "ngan-hang"}
    assert found(answers, "ngân s", typing=True) == found(answers, "ngân")
    assert set(found(answers, "ngan sac", typing=True)) == {"ngan-sach", "ngan-hang"}
    assert found(answers, "n", typing=True) == []


def test_nothing_is_found_for_nothing(answers: Node) -> None:
    """Signs alone, unknown words and an empty query give no result and no fault."""
    for query in ("", "  ", "???", '""', "xyzw", "xyzw qwrt", "__proto__", "constructor"):
        assert found(answers, query) == []
