"""Reads plain text: tables whose cells stand between bars, or one cell a line."""

from collections.abc import Iterator

from generator.authoring.importing.cell_lines import find_cell_lines
from generator.authoring.importing.errors import ImportRefusedError
from generator.authoring.importing.pipes import BAR, read_bars
from generator.authoring.importing.source import Item, Line, Section, Source
from generator.authoring.importing.texts import clean

MOST_LINES = 50_000


def read_plain(name: str, text: str) -> Source:
    """Read a text.

    Args:
        name: Name of the file, for messages.
        text: Its text.

    Returns:
        One section with lines and tables in order.

    Raises:
        ImportRefusedError: The text has too many lines.
    """
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        raise ImportRefusedError(
            f"«{name}» có {len(lines)} dòng, quá mức {MOST_LINES}. Hãy chép riêng phần có bảng cần "
            "nhập sang một tệp mới."
        )
    return Source((Section("", tuple(_items(lines))),))


def _items(lines: list[str]) -> Iterator[Item]:
    at = 0
    while at < len(lines):
        if lines[at].lstrip().startswith(BAR):
            stop = _end_of_bars(lines, at)
            yield from read_bars(lines, at, stop)
            at = stop
        elif found := find_cell_lines(lines, at):
            yield found.grid
            at = found.stop
        else:
            if text := clean(lines[at]):
                yield Line(text, f"dòng {at + 1}")
            at += 1


def _end_of_bars(lines: list[str], at: int) -> int:
    while at < len(lines) and lines[at].lstrip().startswith(BAR):
        at += 1
    return at
