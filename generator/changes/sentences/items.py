"""Sentences about what came, went, moved, or was given another name, number or value."""

from generator.changes.kinds import Item, Kind
from generator.changes.names import PLURALS, quoted
from generator.changes.sentences.text import (
    exchange,
    full_name,
    listed,
    upper_first,
)
from generator.changes.values import (
    Added,
    Dropped,
    FieldChanged,
    Moved,
    PartlyChanged,
    Renamed,
    Renumbered,
    Reordered,
)
from generator.vietnamese import format_integer, shorten

_MOST = 300
_SHOWN = 3
"""New numbers that are shown at the beginning of a long list; the last one is shown too."""


def added_sentence(change: Added) -> str:
    """`Thêm nhiệm vụ 5 «…» (Phụ lục I): chủ trì: Sở Y tế; 300 triệu đồng`."""
    return f"Thêm {full_name(change.subject)}{_telling(change)}."


def dropped_sentence(change: Dropped) -> str:
    """`Bỏ nhiệm vụ 5 «…» (Phụ lục I): chủ trì: Sở Y tế; 300 triệu đồng`."""
    return f"Bỏ {full_name(change.subject)}{_telling(change)}."


def _telling(change: Added | Dropped) -> str:
    words = shorten(change.detail, _MOST), change.money.words if change.money else ""
    told = "; ".join(filter(None, words)).rstrip(".")
    return f": {told}" if told else ""


def renamed_sentence(change: Renamed) -> str:
    """`Đổi tên nhiệm vụ 5 (Phụ lục I): từ «…» thành «…»`."""
    return f"Đổi tên {full_name(change.subject)}: {exchange(change.old, change.new)}."


def moved_sentence(change: Moved) -> str:
    """`Chuyển nhiệm vụ 5 «…»: từ nhóm I «…» sang nhóm II «…» (số 5 thành số 9)`."""
    numbers = (
        f" (số {change.old_code} thành số {change.new_code})"
        if change.old_code != change.new_code and change.old_code and change.new_code
        else ""
    )
    if "«" not in change.old + change.new:
        return f"Đổi mã của {full_name(change.subject)}: từ «{change.old}» thành «{change.new}»."
    return f"Chuyển {change.subject.name}: từ {change.old} sang {change.new}{numbers}."


def renumbered_sentence(change: Renumbered) -> str:
    """`Bảng «…» (Phụ lục I): đánh số lại 92 nhiệm vụ: 1 → 2, 2 → 3, 3 → 4, …, 92 → 93`."""
    codes = [f"{old or 'không số'} → {new or 'không số'}" for old, new in change.codes]
    if len(codes) > _SHOWN + 1:
        codes = [*codes[:_SHOWN], "…", codes[-1]]
    return (
        f"{upper_first(full_name(change.subject))}: đánh số lại "
        f"{format_integer(len(change.codes))} {PLURALS[change.what]}: {', '.join(codes)}."
    )


def reordered_sentence(change: Reordered) -> str:
    """`Bảng «…» (Phụ lục I): đổi thứ tự các nhiệm vụ`."""
    return f"{upper_first(full_name(change.subject))}: đổi thứ tự các {change.what}."


def partly_sentence(change: PartlyChanged) -> str:
    """`Nhóm I «…»: chỉ 3 trong 5 nhiệm vụ đổi hạn, muộn hơn 1 năm: 1, 2, 3; giữ nguyên: 4, 5`."""
    count, whole = len(change.changed), len(change.changed) + len(change.unchanged)
    if change.members is Item.TARGET:
        what = f"{change.what} {change.how}"
    else:
        what = f"{PLURALS[change.members]} đổi {change.what}, {change.how}"
    return (
        f"{upper_first(full_name(change.subject))}: chỉ {count} trong {whole} {what}: "
        f"{listed(change.changed)}; giữ nguyên: {listed(change.unchanged)}."
    )


def field_sentence(change: FieldChanged) -> str:
    """`Nhiệm vụ 5 «…» (Phụ lục I): ô sản phẩm, kết quả từ «…» thành «…»`."""
    return f"{upper_first(full_name(change.subject))}: {_value(change)}{_touches(change)}."


def _value(change: FieldChanged) -> str:
    if change.lost or change.gained:
        parts = (
            f"thêm {listed([quoted(one) for one in change.gained])}" if change.gained else "",
            f"bỏ {listed([quoted(one) for one in change.lost])}" if change.lost else "",
        )
        return f"{change.label}: {'; '.join(filter(None, parts))}"
    if change.old is None:
        return f"thêm {change.label}: {quoted(change.new or '', _MOST)}"
    if change.new is None:
        return f"bỏ {change.label}: {quoted(change.old, _MOST)}"
    if change.old == change.new:
        return f"{change.label} ghi khác"
    if change.kind is Kind.RENUMBERED:
        return f"{change.label} đổi theo số thứ tự mới, {exchange(change.old, change.new)}"
    return f"{change.label} {exchange(change.old, change.new)}"


def _touches(change: FieldChanged) -> str:
    return f"; dùng trong {listed(change.touches)}" if change.touches else ""
