"""The table of contents of a page, read from its own headings so that the two cannot differ."""

from html.parser import HTMLParser

from generator.pages.page import Heading

_LEVELS = {"h1": 1, "h2": 2, "h3": 3}


class _Reader(HTMLParser):
    """Collects headings that have an id."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.headings: list[Heading] = []
        self._open: tuple[int, str] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        anchor = dict(attrs).get("id")
        if tag in _LEVELS and anchor:
            self._open, self._text = (_LEVELS[tag], anchor), []

    def handle_data(self, data: str) -> None:
        if self._open:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._open and _LEVELS.get(tag) == self._open[0]:
            level, anchor = self._open
            self.headings.append(Heading(level, anchor, " ".join("".join(self._text).split())))
            self._open = None


def headings_of(body: str) -> tuple[Heading, ...]:
    """List the headings of levels 1 to 3 that can be linked to.

    Args:
        body: Finished HTML.

    Returns:
        The headings in page order, their titles as plain text.
    """
    reader = _Reader()
    reader.feed(body)
    reader.close()
    return tuple(reader.headings)
