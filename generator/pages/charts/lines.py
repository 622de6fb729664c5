"""Lines between the points of a path: solid only where the document states every year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from markupsafe import Markup

from generator.pages.charts.element import element
from generator.pages.charts.marks import Axes, Point


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two points.

    Attributes:
        start: The earlier point.
        end: The later point.
        stated: Whether no year lies between them, so that nothing is left unsaid.
    """

    start: Point
    end: Point
    stated: bool

    @property
    def style(self) -> str:
        """`from` where the document gives no figures between, else `way` or `was`."""
        if not self.stated:
            return "from"
        return "was" if self.start.series else "way"


def lines_between(points: Sequence[Point]) -> tuple[Line, ...]:
    """Join points that follow each other.

    Args:
        points: Baselines and targets.

    Returns:
        Lines from target to target, from baseline to baseline of the same area, and from the
        last baseline of each area to the first target. None leads to a period for which the
        document gives two different figures, and none from a figure that is reached once to one
        of every year.
    """
    targets = _stops([point for point in points if point.series == 0])
    found = [*_along(targets)]
    for series in sorted({point.series for point in points if point.series}):
        measured = _stops([point for point in points if point.series == series])
        found += [*_along(measured), *_along((*measured[-1:], *targets[:1]))]
    return tuple(found)


def draw(line: Line, axes: Axes) -> Markup:
    """Draw a line, dashed where the document does not state the years between."""
    return element(
        '<path class="kh-c-{}" d="M{} {}L{} {}"/>',
        line.style,
        axes.x(line.start.end),
        axes.y(line.start.middle),
        axes.x(line.end.start),
        axes.y(line.end.middle),
    )


def _stops(points: Sequence[Point]) -> tuple[Point | None, ...]:
    """One point for each period; None for a period with two different figures."""
    ordered = sorted(points, key=lambda p: (p.end, p.start))
    periods = [list(group) for _, group in groupby(ordered, key=lambda p: (p.end, p.start))]
    return tuple(
        group[0] if len({(p.low, p.high) for p in group}) == 1 else None for group in periods
    )


def _along(stops: Sequence[Point | None]) -> Iterator[Line]:
    for start, end in pairwise(stops):
        if start is None or end is None or end.start <= start.end:
            continue
        if start.series == end.series and start.each_year != end.each_year:
            continue
        yield Line(start, end, _stated(start, end))


def _stated(start: Point, end: Point) -> bool:
    single_years = start.start == start.end and end.start == end.end
    return start.series == end.series and single_years and end.start - start.end == 1
