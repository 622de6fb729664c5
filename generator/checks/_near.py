"""Hints that name what was probably meant."""

from collections.abc import Iterable

from generator.checks._text import quoted
from generator.vietnamese import nearest


def suggestion(word: str, known: Iterable[str], otherwise: str) -> str:
    """A hint that names the nearest known name.

    Args:
        word: What was written.
        known: What could have been meant.
        otherwise: What to do when nothing comes near; also added after a suggestion.

    Returns:
        One or two Vietnamese sentences.
    """
    name = nearest(word, known)
    return f"Có phải là {quoted(name)} không? {otherwise}" if name else otherwise
