"""What the editing desk's writer has to know: the rules of `kehoach fmt`, told once, in Python."""

import re
from typing import Any, get_args

import yaml

from generator.authoring.formatting.arrange import LINES_OF_A_TABLE
from generator.authoring.formatting.quoting import INDICATORS, OLD_WORDS
from generator.authoring.formatting.write import LONGEST_LINE
from generator.located import scalars
from generator.located.plain import WORD_QUOTES
from generator.model import base
from generator.schema import kinds, schema_of

ADDED = ("kind_of_row",)
"""Keys that the desk's forms need and no file has."""


def rules() -> dict[str, Any]:
    """Collect the rules.

    Returns:
        Schemas by kind of file; regular expressions, in the syntax that both languages share, of
        what plain text must not look like; and the few words and numbers that go with them.
    """
    return {
        "schemas": {kind: schema_of(kind) for kind in kinds()},
        "longest": LONGEST_LINE,
        "tableLines": sorted(LINES_OF_A_TABLE),
        "code": get_args(base.Code)[1].pattern,
        "slug": get_args(base.Slug)[1].pattern,
        "indicators": sorted(INDICATORS),
        "oldWords": sorted(OLD_WORDS),
        "wordQuotes": WORD_QUOTES,
        "core": _core(),
        "old": _old(),
        "added": list(ADDED),
    }


def _core() -> list[str]:
    """What YAML 1.2 takes for something else than text."""
    words = [*scalars.NULLS, *scalars.BOOLEANS]
    return ["|".join(map(re.escape, sorted(filter(None, words)))), *scalars.NUMBER_PATTERNS]


def _old() -> list[str]:
    """What YAML 1.1 takes for something else than text, by the library's own patterns."""
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers
    patterns = {pattern.pattern for pairs in resolvers.values() for _tag, pattern in pairs}
    return sorted(_one_line(pattern) for pattern in patterns)


def _one_line(pattern: str) -> str:
    """A pattern of many lines without its layout; white space in a class of characters stays."""
    return "".join(
        piece if piece.startswith("[") else re.sub(r"\s+", "", piece)
        for piece in re.findall(r"\[[^\]]*\]|[^\[]+", pattern)
    )
