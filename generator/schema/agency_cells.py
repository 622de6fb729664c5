"""What a cell of agencies may hold, as a regular expression that editors check while one types.

It says what `AgencyReader` says: known names, what stands between them, roles, and remarks in
parentheses. Editors take regular expressions of ECMA-262, so it keeps to what those share with
Python's.
"""

import re
from collections.abc import Iterable, Mapping

from generator.model.agencies import CONNECTORS, COORDINATES, LEADS, words_of
from generator.model.registry import Agency

_SYNTAX = frozenset("^$\\.*+?()[]{}|/")
_WORD_ENDS = "(?![0-9A-Za-z\u00c0-\u1ef9])"
"""Digits and the letters of Vietnamese; neither grammar has a name for them that both know."""

_REMARK = r"\([^()]*\)"


def names_of(agencies: Mapping[str, Agency]) -> tuple[str, ...]:
    """Every name and other spelling, in the order of the registry."""
    return tuple(name for agency in agencies.values() for name in (agency.name, *agency.aliases))


def cell_pattern(agencies: Mapping[str, Agency]) -> str:
    """Make the expression that a cell of agencies must match as a whole.

    Args:
        agencies: Agencies by id, as in the registry.

    Returns:
        The expression, whatever the case of letters and the number of spaces.
    """
    names = {words_of(name) for name in names_of(agencies)}
    words = {(c,) for c in CONNECTORS if c.isalpha()}
    longest_first = sorted(names | words | {LEADS, COORDINATES}, key=lambda w: (-len(w), w))
    signs = "".join(sorted(_literal(c) for c in CONNECTORS if not c.isalpha() and c != "-"))
    known = "|".join(map(_spelled, longest_first))
    return rf"^\s*(?:(?:{known}){_WORD_ENDS}\s*|[{signs}-]\s*|{_REMARK}\s*)+$"


def _spelled(words: Iterable[str]) -> str:
    """A name: words with spaces between them, signs with or without."""
    spelled = ""
    previous_is_word = False
    for word in words:
        is_word = bool(re.match(r"\w", word))
        if spelled:
            spelled += r"\s+" if previous_is_word and is_word else r"\s*"
        spelled += "".join(map(_any_case, word))
        previous_is_word = is_word
    return spelled


def _any_case(character: str) -> str:
    upper = character.upper()
    return f"[{upper}{character}]" if upper != character else _literal(character)


def _literal(character: str) -> str:
    return f"\\{character}" if character in _SYNTAX else character
