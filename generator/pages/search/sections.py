"""Sections of a hand-written page, read from its finished HTML."""

import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.vietnamese import normalise_spaces

_HEADING = re.compile(r"h[1-6]")
_BLOCKS = frozenset({"p", "li", "td", "th", "dt", "dd", "pre", "blockquote", "caption", "div"})
_SILENT = frozenset({"script", "style"})


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it.

    Attributes:
        page: Title of the page.
        title: The heading.
        address: Address of the page, with the heading's anchor.
        texts: What stands below it, one text a paragraph, list item or cell.
    """

    page: str
    title: str
    address: str
    texts: tuple[str, ...]


def sections_of(address: str, title: str, html: str) -> tuple[Section, ...]:
    """Take a page apart.

    Args:
        address: Address of the page.
        title: Title of the page, for what stands before its first heading.
        html: Its body.

    Returns:
        Its sections in order. Text before the first heading belongs to the page itself; one
        without a text and without a heading of its own is left out.
    """
    reader = _Reader(_Draft(title))
    reader.feed(html)
    reader.close()
    page = next((d.title for d in reader.drafts if d.level == 1), title)
    return tuple(
        Section(
            page,
            draft.title,
            f"{address}#{draft.anchor}" if draft.anchor and draft.level > 1 else address,
            tuple(text for text in draft.texts if text),
        )
        for draft in reader.drafts
        if draft.level or any(draft.texts)
    )


@dataclass(slots=True)
class _Draft:
    title: str = ""
    anchor: str = ""
    level: int = 0
    texts: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects text by heading."""

    def __init__(self, first: _Draft) -> None:
        super().__init__()
        self.drafts = [first]
        self._heading = False
        self._silent = 0
        self._pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif _HEADING.fullmatch(tag):
            self._flush()
            self.drafts.append(_Draft(anchor=dict(attrs).get("id") or "", level=int(tag[1])))
            self._heading = True
        elif tag in _BLOCKS:
            self._flush()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent -= 1
        elif tag in _BLOCKS or _HEADING.fullmatch(tag):
            self._flush()
            self._heading = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._pieces.append(data)

    def close(self) -> None:
        super().close()
        self._flush()

    def _flush(self) -> None:
        text = normalise_spaces(unicodedata.normalize("NFC", "".join(self._pieces)))
        self._pieces.clear()
        draft = self.drafts[-1]
        if self._heading:
            draft.title = normalise_spaces(f"{draft.title} {text}")
        elif text:
            draft.texts.append(text)
