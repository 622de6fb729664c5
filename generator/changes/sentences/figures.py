"""Sentences about targets, baselines, amounts and totals."""

from generator.changes.kinds import Kind
from generator.changes.money import Money
from generator.changes.names import quoted
from generator.changes.sentences.text import (
    full_name,
    money_words,
    points,
    shift,
    signed,
    then_now,
    upper_first,
)
from generator.changes.sentences.totals import disagreeing
from generator.changes.values import (
    AmountChanged,
    BaselineChanged,
    TargetChanged,
    TargetVerdict,
    TotalChanged,
    aspect,
)
from generator.model import Target, Unit
from generator.vietnamese import format_percent
from generator.words import baseline_words, period_title, target_words

_VERBS = {
    TargetVerdict.LOWERED: "Hạ",
    TargetVerdict.RAISED: "Nâng",
    TargetVerdict.FIGURE_DROPPED: "Bỏ con số của",
    TargetVerdict.FIGURE_GIVEN: "Thêm con số cho",
    TargetVerdict.POSTPONED: "Lùi thời điểm của",
    TargetVerdict.ADVANCED: "Đưa lên sớm hơn",
    TargetVerdict.COMPARATOR: "Đổi cách so sánh của",
    TargetVerdict.UNCLEAR: "Đổi",
}
_BETTER = {"lower": "; chỉ tiêu này càng thấp càng tốt", "none": "", "higher": ""}


def target_sentence(change: TargetChanged) -> str:
    """`Hạ mục tiêu năm 2030 của chỉ tiêu 2 «…»: trước là ít nhất 45 điểm; nay là ít nhất 40 điểm`."""
    old, new = change.old, change.new
    timed = old.period != new.period
    what = "mục tiêu" if timed else f"mục tiêu {period_title(new.period)}"
    where = f" ({change.subject.where})" if change.subject.where else ""
    sides = (old, change.old_unit), (new, change.new_unit)
    return (
        f"{_VERBS[change.verdict]} {what} của {change.indicator}{where}: "
        f"{then_now(*(_target(*one, timed=timed) for one in sides))}"
        f"{_gap(change)}{_direction(change)}."
    )


def _target(target: Target, unit: Unit, *, timed: bool) -> str:
    words = target_words(target, unit)
    if aspect(target) == "qualitative":
        words = quoted(words)
    return f"{period_title(target.period)}, {words}" if timed else words


def _gap(change: TargetChanged) -> str:
    if change.difference is None:
        return ""
    parts = [signed(change.difference, points(change.difference, change.new_unit))]
    if change.percent and change.new_unit.kind not in {"percent", "rank"}:
        parts.append(signed(change.percent, format_percent(change.percent)))
    return f" ({', '.join(parts)})"


def _direction(change: TargetChanged) -> str:
    """Why a greater figure may be less, where that is not plain."""
    judged = change.verdict in {TargetVerdict.LOWERED, TargetVerdict.RAISED}
    return _BETTER[change.better] if judged and change.difference is not None else ""


def baseline_sentence(change: BaselineChanged) -> str:
    """`Đổi hiện trạng năm 2024 của chỉ tiêu 2 «…»: trước là 42,05 điểm; nay là 42,5 điểm`."""
    old = baseline_words(change.old, change.old_unit)
    new = baseline_words(change.new, change.new_unit)
    if change.old.period != change.new.period or old == new:
        old = f"{period_title(change.old.period)}, {old}"
        new = f"{period_title(change.new.period)}, {new}"
    return f"Đổi {full_name(change.subject)}: {then_now(old, new)}."


def amount_sentence(change: AmountChanged) -> str:
    """`Nhiệm vụ 2 «…», cột «…»: từ 450 triệu đồng thành 4.500 triệu đồng (…)`."""
    column = f", cột {quoted(change.column)}" if change.column else ""
    name = f"{upper_first(full_name(change.subject))}{column}"
    if change.old is None:
        return f"{name}: thêm số tiền {money_words(change.new)}, trước để trống."
    if change.new is None:
        return f"{name}: bỏ số tiền {money_words(change.old)}, nay để trống."
    return f"{name}: từ {change.old.words} thành {change.new.words}{shift(change.old, change.new)}."


def total_sentence(change: TotalChanged) -> str:
    """`Tổng in ở nhóm I «…», cột «…»: từ 7.370 … thành 11.420 … (…), đúng bằng phần cộng lại`."""
    move = change.move
    head = (
        f"Tổng in ở {full_name(change.subject)}: từ {money_words(move.old)} "
        f"thành {money_words(move.new)}{shift(move.old, move.new)}"
    )
    if not move.ways:
        return f"{head}."
    if change.kind is Kind.TOTAL_FOLLOWED:
        return f"{head}{_followed(move.added_up, move.adds_up)}."
    clauses = [_disagreement(way.old, way.new, way.name) for way in move.ways]
    return f"{head}; {'; '.join(clauses)}{'' if disagreeing(move) else ', nên nay khớp'}."


def _followed(before: bool, now: bool) -> str:
    if now:
        return ", đúng bằng các phần cộng lại" + ("" if before else "; trước đó không khớp")
    return ", đổi bằng các phần của nó nhưng vẫn không khớp"


def _disagreement(old: Money | None, new: Money | None, parts: str) -> str:
    if old == new:
        return f"{parts} cộng lại vẫn được {money_words(new)}"
    return f"{parts} cộng lại đổi từ {money_words(old)} thành {money_words(new)}"
