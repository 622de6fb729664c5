"""Schedules: what the printed words were read as, and the words where they say more."""

import re
from dataclasses import dataclass

from generator.vietnamese import ScheduleReading
from generator.words import schedule_words

_DASHES = re.compile(r"\s*[-\u2010-\u2015]\s*")


@dataclass(frozen=True, slots=True)
class ScheduleCell:
    """A schedule.

    Attributes:
        words: What was read, `2025–2028; hạn 31/03/2028`; empty when nothing was.
        printed: The printed words, unless they only repeat what was read or the title.
    """

    words: str = ""
    printed: str = ""

    @property
    def shown(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.words or self.printed)


def schedule_cell(reading: ScheduleReading | None, text: str | None, title: str) -> ScheduleCell:
    """Make the cell of a task's schedule.

    Args:
        reading: The schedule as data; None when there is none.
        text: The printed words; None when there are none.
        title: Title of the task, which may hold the words already.

    Returns:
        The cell. Words that could not be read are always shown as printed.
    """
    words = schedule_words(reading)
    if text is None or (words and (text in title or _plain(text) == _plain(words))):
        return ScheduleCell(words)
    return ScheduleCell(words, text)


def _plain(text: str) -> str:
    """Text without case, the word for year and kinds of dashes, for comparison."""
    return _DASHES.sub("-", text.casefold().removeprefix("năm ").strip())
