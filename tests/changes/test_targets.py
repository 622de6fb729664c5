"""Targets are judged by the direction of their indicator and by their comparators."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from generator.changes import Change, Kind, details, sentence
from generator.changes.targets import verdict_on
from generator.changes.values import TargetChanged
from generator.model import Target

Run = Callable[..., tuple[Change, ...]]

BEFORE = '{period: 2030, comparator: ">=", value: 90, text: ≥ 90%}'
RANK = "{period: 2030, comparator: rank-within, value: 10, text: Nhóm 10}"
INDICATORS = "indicators.yaml"

OPPOSITES = {
    "lowered": "raised",
    "raised": "lowered",
    "postponed": "advanced",
    "advanced": "postponed",
    "figure-dropped": "figure-given",
    "figure-given": "figure-dropped",
    "comparator": "comparator",
    "unclear": "unclear",
}


def target(words: str) -> Target:
    """A target from `2030 >= 90`, `2030 range 60 70`, `2026-2030 = 5 each` or `2030 qualitative`."""
    period, comparator, *rest = words.split()
    keys: dict[str, Any] = {"period": period, "comparator": comparator, "text": "như in"}
    figures = [Decimal(word) for word in rest if word != "each"]
    keys |= dict(zip(("value", "value_max"), figures, strict=False))
    return Target.model_validate(keys | {"per_year": "each" in rest})


@pytest.mark.parametrize(
    ("old", "new", "better", "verdict"),
    [
        ("2030 >= 80", "2030 >= 70", "higher", "lowered"),
        ("2030 = 80", "2030 = 70", "higher", "lowered"),
        ("2030 >= 80", "2030 >= 70", "lower", "raised"),
        ("2030 <= 5", "2030 <= 7", "lower", "lowered"),
        ("2030 < 5", "2030 <= 5", "lower", "lowered"),
        ("2030 > 80", "2030 >= 80", "higher", "lowered"),
        ("2030 >= 80", "2030 <= 80", "higher", "lowered"),
        ("2030 <= 5", "2030 >= 5", "lower", "lowered"),
        ("2030 >= 80", "2030 = 80", "higher", "comparator"),
        ("2030 <= 5", "2030 = 5", "lower", "comparator"),
        ("2030 >= 80", "2030 = 85", "higher", "raised"),
        ("2030 range 60 70", "2030 range 50 80", "higher", "lowered"),
        ("2030 range 60 70", "2030 range 60 65", "higher", "lowered"),
        ("2030 range 60 70", "2030 range 60 65", "lower", "raised"),
        ("2030 range 60 70", "2030 = 60", "higher", "lowered"),
        ("2030 range 60 70", "2030 = 70", "higher", "raised"),
        ("2030 rank-within 10", "2030 rank-within 15", "higher", "lowered"),
        ("2030 rank-within 10", "2030 rank-within 5", "none", "raised"),
        ("2030 rank-within 10", "2030 >= 80", "higher", "unclear"),
        ("2026-2030 = 5 each", "2026-2030 = 5", "higher", "lowered"),
        ("2026-2030 = 5 each", "2026-2030 = 9", "higher", "unclear"),
        ("2030 = 80", "2030 = 70", "none", "unclear"),
        ("2030 >= 80", "2030 qualitative", "higher", "figure-dropped"),
        ("2030 >= 80", "2035 >= 80", "higher", "postponed"),
        ("2030 >= 80", "2035 >= 90", "higher", "postponed"),
        ("2030 >= 80", "2025 >= 80", "higher", "advanced"),
        ("2030 >= 80", "2025 >= 70", "higher", "lowered"),
        ("2026-2030 = 5", "2027-2030 = 5", "higher", "unclear"),
    ],
)
def test_a_change_is_judged_by_direction_and_comparator(
    old: str, new: str, better: str, verdict: str
) -> None:
    """The worse end of what is promised decides, then the better end, and the period beside it."""
    assert verdict_on(target(old), target(new), better) == verdict


@pytest.mark.parametrize(
    ("old", "new", "better"),
    [
        ("2030 >= 80", "2030 >= 70", "higher"),
        ("2030 < 5", "2030 <= 5", "lower"),
        ("2030 range 60 70", "2030 range 60 65", "higher"),
        ("2030 rank-within 10", "2030 rank-within 15", "none"),
        ("2030 >= 80", "2035 >= 80", "higher"),
        ("2030 >= 80", "2030 = 80", "higher"),
        ("2030 >= 80", "2030 qualitative", "higher"),
        ("2026-2030 = 5 each", "2026-2030 = 9", "higher"),
    ],
)
def test_the_way_back_has_the_opposite_verdict(old: str, new: str, better: str) -> None:
    """Lowered and raised, later and earlier change places when the two sides do."""
    there = verdict_on(target(old), target(new), better)
    back = verdict_on(target(new), target(old), better)
    assert OPPOSITES[there] == back


def test_a_lowered_share_is_told_in_points(change: Run) -> None:
    """A share that falls is told with both figures and the difference in points."""
    (told,) = change((INDICATORS, BEFORE, BEFORE.replace("90", "80")))
    assert told.kind is Kind.TARGET_LOWERED
    assert plain(sentence(told)) == (
        "Hạ mục tiêu năm 2030 của chỉ tiêu 1 «Tỷ lệ hồ sơ giải quyết trực tuyến toàn trình» "
        "(Bảng chỉ tiêu, dòng 1): trước là ít nhất 90 %; nay là ít nhất 80 % "
        "(−10 điểm phần trăm)."
    )
    assert details(told) == ()


def test_the_way_back_is_a_raise(change: Run) -> None:
    """Seen from the other side the same change raises the target."""
    (told,) = change((INDICATORS, BEFORE, BEFORE.replace("90", "80")), reverse=True)
    assert told.kind is Kind.TARGET_RAISED
    assert "(+10 điểm phần trăm)" in plain(sentence(told))


def test_a_figure_without_its_words_is_pointed_out(change: Run) -> None:
    """Where the figure changed and the printed words did not, that is told."""
    (told,) = change((INDICATORS, BEFORE, BEFORE.replace("value: 90", "value: 80")))
    assert details(told) == ("Câu chữ như in không đổi: «≥ 90%».",)


def test_a_lower_rank_is_less_although_its_number_grows(change: Run) -> None:
    """A place in a ranking is told in places, with the reason why a greater number is less."""
    (told,) = change((INDICATORS, RANK, RANK.replace("10", "15")))
    assert told.kind is Kind.TARGET_LOWERED
    assert plain(sentence(told)).endswith("(+5 bậc); chỉ tiêu này càng thấp càng tốt.")


def test_the_upper_end_of_a_range_is_compared_too(change: Run) -> None:
    """A range whose lower end stays is told by its upper one, in its unit and per cent."""
    (told,) = change((INDICATORS, "value_max: 2000", "value_max: 1800"))
    assert isinstance(told, TargetChanged)
    assert told.kind is Kind.TARGET_LOWERED
    assert told.difference == Decimal(-200)
    assert told.percent == Decimal(-10)


def test_a_target_that_is_gone_says_what_it_was(change: Run) -> None:
    """A dropped target is told with its figure; the way back adds it."""
    (told,) = change((INDICATORS, f"      - {BEFORE}\n", ""))
    assert told.kind is Kind.TARGET_DROPPED
    assert plain(sentence(told)).endswith("(Bảng chỉ tiêu, dòng 1): ít nhất 90 %.")


def test_a_changed_baseline_is_told(change: Run) -> None:
    """What was measured before is told with both figures."""
    (told,) = change((INDICATORS, 'value: 62.5, text: "62,5%"', 'value: 61, text: "61%"'))
    assert told.kind is Kind.BASELINE_CHANGED
    assert "trước là 62,5 %; nay là 61 %." in plain(sentence(told))


def test_a_changed_direction_is_a_change_of_meaning(change: Run) -> None:
    """An indicator of which less is suddenly better is told, although no figure changed."""
    (told,) = change(
        (
            INDICATORS,
            "unit: percent\n    owner: Sở Khoa học và Công nghệ\n    better: higher",
            "unit: percent\n    owner: Sở Khoa học và Công nghệ\n    better: lower",
        )
    )
    assert told.kind is Kind.MEANING_CHANGED
    assert "chiều tốt từ «Càng cao càng tốt» thành «Càng thấp càng tốt»" in sentence(told)


def plain(text: str) -> str:
    """A text with ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")
