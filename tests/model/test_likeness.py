"""Titles of two lists are paired one to one, and what is not clear is left alone."""

import pytest

from generator.model.likeness import CLOSE, MARGIN, Titled, match_titles

MINISTRIES = ("nội vụ", "tư pháp", "tài chính", "công thương", "y tế", "thanh tra")
PATTERN = "xây dựng nâng cấp các hệ thống thông tin cơ sở dữ liệu của ngành {}"


def titled(title: str, kind: str = "theme", heading: str = "") -> Titled:
    """A title as words."""
    return Titled(tuple(title.split()), kind, heading)


def pairs(old: list[Titled], new: list[Titled]) -> list[tuple[int, int, str]]:
    """Positions of the pairs and how they were found."""
    return [(match.old, match.new, match.by) for match in match_titles(old, new)]


def test_the_same_titles_are_pairs_wherever_they_stand() -> None:
    """Order and kind of table do not keep the same title from being found."""
    old = [titled("mua sắm"), titled("đào tạo cán bộ")]
    new = [titled("đào tạo cán bộ", "agency"), titled("mua sắm")]
    assert pairs(old, new) == [(0, 1, "same-title"), (1, 0, "same-title")]
    assert {match.likeness for match in match_titles(old, new)} == {1.0}


def test_the_same_title_under_several_headings_is_told_apart_by_them() -> None:
    """Each agency's training is paired with its own, not with another's."""
    old = [titled("đào tạo", heading="tỉnh đoàn"), titled("đào tạo", heading="mặt trận")]
    new = [titled("đào tạo", heading="mặt trận"), titled("đào tạo", heading="tỉnh đoàn")]
    assert pairs(old, new) == [(0, 1, "same-title"), (1, 0, "same-title")]


def test_the_same_title_in_two_kinds_of_tables_is_told_apart_by_them() -> None:
    """A title that stands in both kinds of tables is paired within its kind."""
    old = [titled("đào tạo", "agency"), titled("đào tạo", "theme")]
    new = [titled("đào tạo", "theme"), titled("đào tạo", "agency")]
    assert pairs(old, new) == [(0, 1, "same-title"), (1, 0, "same-title")]


@pytest.mark.parametrize("times", [(1, 2), (2, 1), (2, 2)])
def test_equals_that_nothing_tells_apart_are_left_alone(times: tuple[int, int]) -> None:
    """A title that stands twice on one side has no one partner."""
    old, new = ([titled("đào tạo cán bộ")] * count for count in times)
    assert pairs(old, new) == []


def test_a_title_that_grew_is_found() -> None:
    """Words added to a title do not hide it."""
    old = [titled("quản lý chất thải trên địa bàn"), titled("mua sắm máy tính")]
    new = [titled("mua sắm phần mềm"), titled("triển khai quản lý chất thải trên địa bàn tỉnh")]
    (match,) = match_titles(old, new)
    assert (match.old, match.new, match.by) == (0, 1, "close-title")
    assert CLOSE <= match.likeness < 1


def test_titles_that_share_common_words_alone_are_no_pair() -> None:
    """Two titles below the threshold are two tasks."""
    assert pairs([titled("xây dựng cơ sở dữ liệu đất đai")], [titled("xây dựng cầu đường")]) == []


def test_a_pattern_whose_other_titles_stand_nearby_is_not_guessed() -> None:
    """The data base of a ministry that is gone is not taken for that of a new one."""
    old = [titled(PATTERN.format(name)) for name in (*MINISTRIES, "xây dựng")]
    new = [titled(PATTERN.format(name)) for name in (*MINISTRIES, "dân tộc")]
    found = match_titles(old, new)
    assert [(match.old, match.new) for match in found] == [(i, i) for i in range(len(MINISTRIES))]


def test_two_candidates_that_are_almost_as_alike_are_refused() -> None:
    """A title that became two is paired with neither when both come equally near."""
    old = [titled("quy định về trung tâm khởi nghiệp và quỹ phát triển vốn")]
    two = [titled("quy định về trung tâm khởi nghiệp"), titled("quy định về quỹ phát triển vốn")]
    assert pairs(old, two) == []
    assert pairs(old, two[:1]) == [(0, 0, "close-title")]
    assert pairs(list(reversed(two)), old) == []


def test_close_titles_are_sought_in_the_same_kind_of_table_first() -> None:
    """Of two candidates equally alike, the one in the same kind of table is taken."""
    old = [titled("đầu tư máy chủ phục vụ các nền tảng", "agency")]
    new = [titled("đầu tư máy chủ các nền tảng", kind) for kind in ("theme", "agency")]
    assert pairs(old, new) == [(0, 1, "close-title")]
    assert pairs(old, new[:1]) == [(0, 0, "close-title")]


def test_titles_without_words_are_no_pair() -> None:
    """Titles of signs alone say nothing, so they are not the same."""
    assert pairs([titled("")], [titled("")]) == []
    assert pairs([], []) == []


def test_the_margin_is_less_than_what_is_left_above_the_threshold() -> None:
    """Two titles that are the same but for one rival at the threshold can still be a pair."""
    assert 0 < MARGIN < 1 - CLOSE
