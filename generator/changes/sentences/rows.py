"""Sentences about the time of tasks and about who is named."""

from collections.abc import Sequence

from generator.changes.names import quoted
from generator.changes.sentences.text import full_name, listed, then_now, upper_first
from generator.changes.values import (
    AgenciesChanged,
    AgencyName,
    DeadlineChanged,
    DeadlineVerdict,
    ReadingChanged,
    Role,
)
from generator.vietnamese import ScheduleReading
from generator.words import schedule_words

_VERBS = {
    DeadlineVerdict.LATER: "Lùi hạn của",
    DeadlineVerdict.EARLIER: "Rút ngắn hạn của",
    DeadlineVerdict.DROPPED: "Bỏ hạn của",
    DeadlineVerdict.GIVEN: "Thêm hạn cho",
    DeadlineVerdict.OTHER: "Đổi thời gian của",
}
_SHIFTS = {DeadlineVerdict.LATER: "muộn hơn", DeadlineVerdict.EARLIER: "sớm hơn"}
_ROLES = {
    Role.LEAD: "cơ quan chủ trì",
    Role.COORDINATORS: "cơ quan phối hợp",
    Role.OWNER: "cơ quan theo dõi",
    Role.DUTY: "cơ quan được giao",
}
_ROWS = {Role.OWNER: "chỉ tiêu"}


def deadline_sentence(change: DeadlineChanged) -> str:
    """`Lùi hạn của nhiệm vụ 3 «…»: trước là 2026–2028; nay là 2026–2030 (muộn hơn 2 năm)`."""
    old, new = _time(change.old, change.old_text), _time(change.new, change.new_text)
    if old == new:
        old, new = _printed(change.old_text), _printed(change.new_text)
    shift = f" ({_SHIFTS[change.verdict]} {change.shift})" if change.shift else ""
    return f"{_VERBS[change.verdict]} {full_name(change.subject)}: {then_now(old, new)}{shift}."


def _time(reading: ScheduleReading | None, text: str | None) -> str:
    return schedule_words(reading) or _printed(text)


def _printed(text: str | None) -> str:
    return quoted(text) if text else ""


def agencies_sentence(change: AgenciesChanged) -> str:
    """`Đổi cơ quan chủ trì của nhiệm vụ 1 «…»: từ Sở Tài chính thành Sở Y tế`."""
    role, name = _ROLES[change.role], full_name(change.subject)
    if change.role is Role.DUTY:
        return f"Đổi {role} ở {change.subject.where}: {_exchange(change.gained, change.lost)}."
    if not change.old:
        return f"Thêm {role} cho {name}: {_names(change.new)}."
    if not change.new:
        return f"Bỏ {role} của {name}: {_names(change.old)}."
    if len(change.old) == len(change.new) == 1:
        return f"Đổi {role} của {name}: từ {_names(change.old)} thành {_names(change.new)}."
    return f"Đổi {role} của {name}: {_exchange(change.gained, change.lost)}."


def _exchange(gained: Sequence[AgencyName], lost: Sequence[AgencyName]) -> str:
    parts = (
        f"thêm {_names(gained)}" if gained else "",
        f"bỏ {_names(lost)}" if lost else "",
    )
    return "; ".join(filter(None, parts))


def _names(agencies: Sequence[AgencyName]) -> str:
    """Names as the registry has them; words that it does not know are said to be unknown."""
    unknown = "không có trong sổ"
    return ", ".join(one.name if one.id else f"{quoted(one.name)} ({unknown})" for one in agencies)


def reading_sentence(change: ReadingChanged) -> str:
    """`Sổ cơ quan đổi nên 3 nhiệm vụ của Đề án … đọc ra cơ quan chủ trì khác: …`."""
    rows = _ROWS.get(change.role, "nhiệm vụ")
    return (
        f"{upper_first(full_name(change.subject))}: sổ cơ quan đổi nên {len(change.rows)} {rows} "
        f"({listed(change.rows)}) được đọc ra {_ROLES[change.role]} khác: "
        f"{_exchange(change.gained, change.lost)}."
    )
