"""Money as nested rooms: the height of each is in proportion to its amount.

Three columns: annexes, their groups, the tasks. What no row below accounts for stays empty.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.pages.charts.element import element
from generator.pages.charts.scale import tenth

WIDTH, HEIGHT = 360, 480
_COLUMNS = ((Decimal(0), Decimal(84)), (Decimal(85), Decimal(164)), (Decimal(250), Decimal(110)))
"""Left edge and width of each column."""

_CHARACTER = Decimal("6.9")
_LINE = Decimal(14)
_PADDING = Decimal(5)
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Room:
    """A room of the picture.

    Attributes:
        size: Its amount.
        code: Its number, which stands for the name where there is no room for it.
        name: What it is; shortened where there is little room.
        figure: Its amount in words; a room too small for it has no words at all.
        rooms: The rooms in it.
    """

    size: int
    code: str
    name: str
    figure: str
    rooms: tuple["Room", ...] = ()


def icicle(rooms: Sequence[Room], *, name: str, title: str, description: str) -> Markup | None:
    """Draw rooms.

    Args:
        rooms: The outermost rooms; at most three levels are drawn.
        name: Prefix of ids in the picture, unique on its page.
        title: Name of the picture.
        description: The figures in words, for those who do not see the picture.

    Returns:
        An SVG; None when nothing has a size.
    """
    whole = sum(room.size for room in rooms)
    if whole <= 0:
        return None
    return element(
        '<svg class="kh-chart kh-icicle" viewBox="0 0 {} {}" role="img" '
        'aria-labelledby="{name}-ten {name}-loi">'
        '<title id="{name}-ten">{title}</title><desc id="{name}-loi">{desc}</desc>{body}</svg>',
        WIDTH,
        HEIGHT,
        name=name,
        title=title,
        desc=description,
        body=Markup("").join(_draw(rooms, 0, 0, Decimal(HEIGHT) / whole)),
    )


def _draw(rooms: Sequence[Room], above: int, column: int, scale: Decimal) -> Iterator[Markup]:
    """Draw rooms of one column from a place on, and what is in them beside them."""
    start = above
    for room in rooms:
        top, bottom = tenth(start * scale), tenth((start + room.size) * scale)
        yield _room(column, top, bottom)
        yield from _words(room, column, top, bottom)
        if column + 1 < len(_COLUMNS):
            yield from _draw(room.rooms, start, column + 1, scale)
        start += room.size


def _room(column: int, top: Decimal, bottom: Decimal) -> Markup:
    """A room as a path, because a rectangle without height is not drawn at all."""
    left, width = _COLUMNS[column]
    return element(
        '<path class="kh-i-room kh-i-{}" d="M{} {}h{}v{}h-{}z"/>',
        column,
        left,
        top,
        width,
        bottom - top,
        width,
    )


def _words(room: Room, column: int, top: Decimal, bottom: Decimal) -> Iterator[Markup]:
    """The figure, and above it as many lines of the name as there is room for."""
    left, width = _COLUMNS[column]
    lines = int((bottom - top - 4) / _LINE)
    letters = int((width - 2 * _PADDING) / _CHARACTER)
    figure = wrap(room.figure, letters, 2)
    if lines < len(figure):
        return
    name = wrap(f"{room.code} {room.name}", letters, min(lines - len(figure), _MOST_LINES))
    if not name and len(joined := f"{room.code}: {room.figure}") <= letters:
        figure = (joined,)
    for number, text in enumerate((*name, *figure), start=1):
        yield element(
            '<text class="kh-i-{}" x="{}" y="{}">{}</text>',
            "name" if number <= len(name) else "figure",
            left + _PADDING,
            tenth(top + number * _LINE),
            text,
        )


def wrap(text: str, letters: int, lines: int) -> tuple[str, ...]:
    """Break a text into lines, and cut it where there are too few.

    Args:
        text: The text.
        letters: Letters in a line.
        lines: Number of lines.

    Returns:
        The lines; the last one ends with an ellipsis when something is left out.
    """
    if lines < 1:
        return ()
    broken = [""]
    for word in text.split():
        joined = f"{broken[-1]} {word}".strip()
        if len(joined) <= letters or not broken[-1]:
            broken[-1] = joined
        else:
            broken.append(word)
    kept = [line[:letters] for line in broken[:lines]]
    if " ".join(kept) != " ".join(broken):
        kept[-1] = f"{kept[-1][: letters - 1].rstrip()}…"
    return tuple(kept)
