"""What became of the time of a task, whichever of cell, title or entry by hand tells it."""

from datetime import date

from generator.changes.sides import At, Sides, subject
from generator.changes.values import DeadlineChanged, DeadlineVerdict
from generator.model.derived import TaskReading
from generator.vietnamese import ScheduleReading, format_integer


def deadline_change(
    sides: Sides, at: At, old: TaskReading, new: TaskReading
) -> DeadlineChanged | None:
    """Compare the times of a task.

    Args:
        sides: The two states.
        at: Where the time stands.
        old: The task's cells as data, before.
        new: The same now.

    Returns:
        The change; None when both say the same time, in whatever words.
    """
    before, after = old.schedule, new.schedule
    texts = _unread(old), _unread(new)
    if before == after and texts[0] == texts[1]:
        return None
    verdict, shift = _judge(before, after, *texts)
    return DeadlineChanged(
        subject(sides, at),
        old=before,
        new=after,
        old_text=old.schedule_text,
        new_text=new.schedule_text,
        verdict=verdict,
        shift=shift,
    )


def _unread(reading: TaskReading) -> str | None:
    """Printed words that nobody could read."""
    return reading.schedule_text if reading.schedule is None else None


def _judge(
    old: ScheduleReading | None,
    new: ScheduleReading | None,
    old_words: str | None,
    new_words: str | None,
) -> tuple[DeadlineVerdict, str]:
    if old is None and old_words is None:
        return DeadlineVerdict.GIVEN, ""
    if new is None and new_words is None:
        return DeadlineVerdict.DROPPED, ""
    first, last = _ends(old, new)
    if first == last:
        return DeadlineVerdict.OTHER, ""
    if first is None or last is None:
        # An end that is gone is a deadline lost; one that came is a deadline gained.
        return (DeadlineVerdict.DROPPED if first else DeadlineVerdict.GIVEN), ""
    verdict = DeadlineVerdict.LATER if last > first else DeadlineVerdict.EARLIER
    return verdict, _distance(first, last)


def _ends(
    old: ScheduleReading | None, new: ScheduleReading | None
) -> tuple[date | None, date | None]:
    """Ends that can be compared: last years where only these differ, else whatever is named."""
    if old and new and old.due == new.due and old.end and new.end:
        return _end_of_year(old.end), _end_of_year(new.end)
    return end_of(old), end_of(new)


def end_of(reading: ScheduleReading | None) -> date | None:
    """The last day of a time, the day named or the end of the last year; None when it is open."""
    if reading is None:
        return None
    return reading.due or (_end_of_year(reading.end) if reading.end else None)


def _end_of_year(year: int) -> date:
    return date(year, 12, 31)


def _distance(old: date, new: date) -> str:
    """`2 năm`, `3 tháng` where the day of the month stays or both end a month, else days."""
    months = abs((new.year - old.year) * 12 + new.month - old.month)
    if months and (old.day == new.day or (_ends_month(old) and _ends_month(new))):
        return f"{months // 12} năm" if months % 12 == 0 else f"{months} tháng"
    return f"{format_integer(abs((new - old).days))} ngày"


def _ends_month(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).day == 1
