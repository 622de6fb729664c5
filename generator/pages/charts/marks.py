"""Points of a chart and the marks that stand for them.

Shape, not colour, tells marks apart: a disc is an exact target, a triangle points to where an
open target may also lie, a bar with two ends is a range; ring, square and diamond are what was
measured in different areas.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.pages.charts.element import element
from generator.pages.charts.labels import Box
from generator.pages.charts.scale import Scale, tenth

AREAS = 3
"""Number of areas whose baselines have a shape of their own."""

_CAP = 5
_HALF = Decimal(6)
_HALF_BAR = Decimal(2)


@dataclass(frozen=True, slots=True)
class Point:
    """One figure on a path.

    Attributes:
        start: First year.
        end: Last year; the same for a single year.
        low: The figure.
        high: Upper figure of a range, otherwise the same.
        label: What is written beside it.
        series: 0 for a target; baselines count from 1, one number for each area.
        toward: 1 when greater figures meet the target too, -1 when smaller ones do, else 0.
        each_year: Whether the figure is of every single year, so that it cannot be compared
            with one that is reached once.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    label: str
    series: int = 0
    toward: int = 0
    each_year: bool = False

    @property
    def middle(self) -> Decimal:
        """Where lines meet it: the figure, or the middle of the range."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Axes:
    """Where years and figures are in a picture.

    Attributes:
        x: Scale of years.
        y: Scale of figures.
        ticks: Figures that are written at the vertical axis, rising.
    """

    x: Scale
    y: Scale
    ticks: tuple[Decimal, ...]

    @property
    def upwards(self) -> bool:
        """Whether greater figures stand higher; ranks go the other way."""
        return self.y.end < self.y.start


def mark(point: Point, axes: Axes) -> Markup:
    """Draw a point.

    Args:
        point: The point.
        axes: Where it goes.

    Returns:
        Elements of SVG: a bar along its years where it has several, one between the two figures
        of a range, and the mark itself in its last year.
    """
    style = f"kh-c-mark kh-c-s{min(point.series, AREAS)}"
    return Markup("").join((*_bars(point, style, axes), _shape(point, style, axes)))


def boxes_of(point: Point, axes: Axes) -> tuple[Box, ...]:
    """The rooms that a point's mark and its bar along the years take."""
    x, y = axes.x(point.end), axes.y(point.middle)
    top, bottom = sorted((axes.y(point.low), axes.y(point.high)))
    own = Box(x - _HALF, min(top, y - _HALF), x + _HALF, max(bottom, y + _HALF))
    along = Box(axes.x(point.start), y - _HALF_BAR, x, y + _HALF_BAR)
    return (own,) if point.start == point.end else (own, along)


def _bars(point: Point, style: str, axes: Axes) -> Iterator[Markup]:
    x, y = axes.x(point.end), axes.y(point.middle)
    if point.start != point.end:
        yield element(
            '<path class="kh-c-span {}" d="M{} {}H{}"/>', style, axes.x(point.start), y, x
        )
    if point.low != point.high:
        ends = (axes.y(point.low), axes.y(point.high))
        caps = "".join(f"M{x - _CAP} {end}h{2 * _CAP}" for end in ends)
        yield element('<path class="kh-c-span {}" d="M{} {}V{}{}"/>', style, x, *ends, caps)


def _shape(point: Point, style: str, axes: Axes) -> Markup:
    x, y = axes.x(point.end), axes.y(point.middle)
    if point.series:
        return _area(point.series, style, x, y)
    if point.low != point.high:
        return Markup("")
    if point.toward:
        return _triangle(style, x, y, up=(point.toward > 0) == axes.upwards)
    return element('<circle class="{}" cx="{}" cy="{}" r="4.5"/>', style, x, y)


def _triangle(style: str, x: Decimal, y: Decimal, *, up: bool) -> Markup:
    """A triangle whose middle is the figure."""
    sides = "l5.5 10h-11z" if up else "l5.5-10h-11z"
    return element(
        '<path class="{} kh-c-toward" d="M{} {}{}"/>', style, x, y - 6 if up else y + 6, sides
    )


def _area(series: int, style: str, x: Decimal, y: Decimal) -> Markup:
    """Ring, square or diamond, hollow, so that marks at one place are all seen."""
    if series == 1:
        return element('<circle class="{}" cx="{}" cy="{}" r="6.5"/>', style, x, y)
    if series == 2:
        corner = tenth(Decimal("5.5"))
        return element(
            '<rect class="{}" x="{}" y="{}" width="11" height="11"/>', style, x - corner, y - corner
        )
    return element('<path class="{}" d="M{} {}l7 7-7 7-7-7z"/>', style, x, y - 7)
