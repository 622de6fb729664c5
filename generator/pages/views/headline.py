"""What a plan's first screen says: what it is, who made it, and how much of it is here."""

import re
from collections.abc import Mapping, Sequence

from generator.pages.views.coverage import CoverageView

_STOP = re.compile(r"(?P<word>\w+)[»”\")]*\.\s+(?=[«“\"(]?(?P<next>\w))")
_LONGEST_ABBREVIATION = 3
_ROMAN = frozenset("IVX")

_LACKS: Mapping[str, str] = {
    "partial": "Mới có một phần",
    "not-encoded": "Chưa mã hóa",
    "not-in-source": "Bản nguồn không có",
}


def first_sentence(text: str) -> str:
    """The first sentence of a summary.

    Args:
        text: One or several sentences.

    Returns:
        The text up to its first full stop. A stop after an abbreviation (`TP.`, `ThS.`) ends no
        sentence.
    """
    for stop in _STOP.finditer(text):
        if stop["next"].isupper() and not _is_abbreviation(stop["word"]):
            return text[: stop.end()].rstrip()
    return text


def _is_abbreviation(word: str) -> bool:
    """Whether a short word with a capital may be one; figures, Roman ones too, are none."""
    short = len(word) <= _LONGEST_ABBREVIATION and not word.islower() and not word.isdecimal()
    return short and not _ROMAN.issuperset(word)


def coverage_words(coverage: Sequence[CoverageView]) -> tuple[str, str]:
    """Say how much of a document is in the data.

    Args:
        coverage: States of its sections.

    Returns:
        One sentence that counts, and one that names what is missing; both empty when no section
        is declared, the second one when nothing is missing.
    """
    if not coverage:
        return "", ""
    complete = sum(item.state == "complete" for item in coverage)
    if complete == len(coverage):
        return f"Cả {len(coverage)} phần của văn bản đều đã có đủ trong dữ liệu.", ""
    missing = [
        f"{words}: {'; '.join(_lower(item.section) for item in found)}."
        for state, words in _LACKS.items()
        if (found := [item for item in coverage if item.state == state])
    ]
    counted = f"{complete} trong {len(coverage)} phần của văn bản đã có đủ trong dữ liệu."
    return counted, " ".join(missing)


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
