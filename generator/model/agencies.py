"""Reads a cell of agencies as printed into ids of the registry.

A cell may hold one agency, several, a role word ("chủ trì, phối hợp") or a remark in
parentheses. Names themselves hold commas and "và" ("Sở Văn hóa, Thể thao và Du lịch"), so a
cell is never split at commas: at each word the longest known name is taken.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.model.registry import Agency

_TOKEN = re.compile(r"\w+|[^\w\s]")
_REMARK = re.compile(r"\(([^()]*)\)")
CONNECTORS = frozenset({",", ";", ":", "/", "-", "&", ".", "+", "và", "cùng", "với"})
"""What may stand between two agencies."""

LEADS = ("chủ", "trì")
COORDINATES = ("phối", "hợp")
"""The words of a role, after which the agencies that have it are named."""


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: Literal["agency", "leads", "coordinates", "connector", "unknown"]
    value: str = ""
    length: int = 1


@dataclass(frozen=True, slots=True)
class CellReading:
    """What a cell of agencies says.

    Attributes:
        leads: Ids named before a word of coordination, in print order.
        coordinators: Ids named after "phối hợp".
        remark: Text in parentheses.
        unknown: Pieces that no name of the registry covers, as printed.
    """

    leads: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    remark: str = ""
    unknown: tuple[str, ...] = ()


_NOTHING = CellReading()
_MOST_CELLS = 10_000
"""Cells that a reader remembers: those of a library of plans name the same agencies again."""


class AgencyReader:
    """Knows every name and alias of the registry's agencies."""

    def __init__(self, agencies: Mapping[str, Agency]) -> None:
        """Index the names.

        Args:
            agencies: Agencies by id, as in the registry.
        """
        self._ids = {
            words_of(name): agency_id
            for agency_id, agency in agencies.items()
            for name in (agency.name, *agency.aliases)
        }
        self._lengths = _lengths_by_first_word(self._ids)
        self._read: dict[str, CellReading] = {}

    def read(self, cell: str | None) -> CellReading:
        """Take a cell apart.

        Args:
            cell: The cell's text as printed; None or empty when there is none.

        Returns:
            The agencies in print order, each once, and what is left over.
        """
        if not cell:
            return _NOTHING
        known = self._read.get(cell)
        if known is None:
            if len(self._read) >= _MOST_CELLS:
                self._read.clear()
            known = self._read[cell] = self._take_apart(cell)
        return known

    def _take_apart(self, cell: str) -> CellReading:
        text = unicodedata.normalize("NFC", cell)
        named: dict[bool, dict[str, None]] = {False: {}, True: {}}
        unknown: list[str] = []
        coordinating = False
        for piece in self._pieces(_REMARK.sub(" ; ", text)):
            if piece.kind == "agency":
                named[coordinating][piece.value] = None
            elif piece.kind == "unknown":
                unknown.append(piece.value)
            elif piece.kind != "connector":
                coordinating = piece.kind == "coordinates"
        return CellReading(
            leads=tuple(named[False]),
            coordinators=tuple(i for i in named[True] if i not in named[False]),
            remark="; ".join(_REMARK.findall(text)),
            unknown=tuple(unknown),
        )

    def id_of(self, name: str) -> str | None:
        """Id of the agency whose name or alias is exactly this text, ignoring case."""
        return self._ids.get(words_of(unicodedata.normalize("NFC", name)))

    def _pieces(self, text: str) -> Iterator["_Piece"]:
        """The cell's pieces from left to right; words that mean nothing known are one piece."""
        tokens = list(_TOKEN.finditer(text))
        words = tuple(token[0].casefold() for token in tokens)
        at = stranger = 0
        while at < len(words):
            piece = self._match(words, at)
            if piece is None or (stranger < at and self._joins_strangers(words, at)):
                at += 1
                continue
            if stranger < at:
                yield _Piece("unknown", text[tokens[stranger].start() : tokens[at - 1].end()])
            yield piece
            at = stranger = at + piece.length
        if stranger < at:
            yield _Piece("unknown", text[tokens[stranger].start() : tokens[at - 1].end()])

    def _joins_strangers(self, words: tuple[str, ...], at: int) -> bool:
        """Whether an "và", "&" after an unknown word is followed by another: maybe one name."""
        following = words[at + 1 : at + 2]
        return words[at] in {"và", "&"} and bool(following) and self._match(words, at + 1) is None

    def _match(self, words: tuple[str, ...], at: int) -> "_Piece | None":
        """The longest thing known that begins at a position."""
        for length in self._lengths.get(words[at], ()):
            name = words[at : at + length]
            if (agency_id := self._ids.get(name)) is not None:
                return _Piece("agency", agency_id, len(name))
        if words[at : at + 2] == LEADS:
            return _Piece("leads", length=2)
        if words[at : at + 2] == COORDINATES:
            return _Piece("coordinates", length=2)
        return _Piece("connector") if words[at] in CONNECTORS else None


def _lengths_by_first_word(names: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    """How many words the names that begin with a word have, the longest first."""
    lengths: dict[str, set[int]] = {}
    for words in names:
        lengths.setdefault(words[0] if words else "", set()).add(len(words))
    return {word: tuple(sorted(some, reverse=True)) for word, some in lengths.items()}


def words_of(name: str) -> tuple[str, ...]:
    """Words and signs of a name, in lower case: two names with the same ones are one name."""
    return tuple(word.casefold() for word in _TOKEN.findall(unicodedata.normalize("NFC", name)))
