"""Writes a text so that every YAML reader, old and new, gives the same text back."""

import re

import yaml

from generator.located import is_in_word_quotes, resolve

INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`=")
"""A text that starts with one of them stands in quotes, needed or not."""

_BREAKS_OFF = re.compile(r":(?:\s|$)|\s#|[\n\u0085\u2028\u2029]")
_IN_BRACKETS = re.compile(r"[,\[\]{}]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
OLD_WORDS = frozenset("yYnN")
"""Booleans of YAML 1.1 that the library's resolver leaves out."""

_ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\u0085": r"\N", "\u2028": r"\L", "\u2029": r"\P"}
_OLD_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers


def written(text: str, *, in_brackets: bool, in_quotes: bool = False) -> str:
    """Write a text on one line.

    Args:
        text: Any text.
        in_brackets: Whether it stands inside `[ ]` or `{ }`.
        in_quotes: Whether to set quotes even where none are needed.

    Returns:
        The text as it is where that is safe, else in double quotes.
    """
    if not in_quotes and _is_safe(text) and not (in_brackets and _IN_BRACKETS.search(text)):
        return text
    return f'"{"".join(_ESCAPES.get(character, character) for character in text)}"'


def _is_safe(text: str) -> bool:
    return (
        bool(text)
        and text == text.strip()
        and text[0] not in INDICATORS
        and not text.startswith("...")
        and not is_in_word_quotes(text)
        and not _BREAKS_OFF.search(text)
        and isinstance(resolve(text), str)
        and not _means_more_in_old_yaml(text)
    )


def _means_more_in_old_yaml(text: str) -> bool:
    """Whether YAML 1.1 takes a text for a number, a boolean or a time.

    A plain day is let through: schemas and editors know it as the text that it is.
    """
    if text in OLD_WORDS:
        return True
    resolvers = _OLD_RESOLVERS.get(text[0], [])
    return not _DAY.fullmatch(text) and any(pattern.match(text) for _tag, pattern in resolvers)
