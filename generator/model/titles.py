"""Titles of tasks brought to a form in which those of two plans can be compared."""

import re
import unicodedata

from generator.model.annexes import Task
from generator.model.library import Plan
from generator.model.registry import Registry
from generator.vietnamese import fold, normalise_spaces, schedule_in_title

_WORD = re.compile(r"\w+")


def words_of(text: str) -> str:
    """The words of a text without marks, case and punctuation, a space between them."""
    return " ".join(_WORD.findall(fold(text)))


def title_words(task: Task, names: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Words of a task's title, fit for comparing.

    Args:
        task: The task.
        names: Names to leave out, as words without marks: `long an`.

    Returns:
        The words without marks, case and punctuation, and without the words that tell the time.
    """
    line = normalise_spaces(unicodedata.normalize("NFC", task.title))
    for words in (schedule_in_title(line), _dated(task.schedule)):
        if words:
            line = re.sub(rf"\(\s*{re.escape(words)}\s*\)|{re.escape(words)}", " ", line)
    plain = words_of(line)
    for name in names:
        plain = re.sub(rf"\b{re.escape(name)}\b", " ", plain)
    return tuple(plain.split())


def _dated(schedule: str | None) -> str | None:
    """Words of time that hold a figure; "hằng năm" in a title is often part of a name."""
    if schedule is None or not any(character.isdigit() for character in schedule):
        return None
    return normalise_spaces(unicodedata.normalize("NFC", schedule))


def province_names(registry: Registry, *plans: Plan) -> tuple[str, ...]:
    """Names to leave out of the titles of some plans.

    Args:
        registry: Names of provinces.
        plans: The plans.

    Returns:
        Names of their provinces and of those merged into these, as `words_of` gives them, longest
        first.
    """
    provinces = [registry.provinces.get(plan.province_id) for plan in plans]
    formers = [
        registry.provinces.get(former)
        for province in provinces
        if province is not None
        for former in province.predecessors
    ]
    names = {words_of(province.name) for province in (*provinces, *formers) if province is not None}
    return tuple(sorted(names - {""}, key=lambda name: (-len(name), name)))
