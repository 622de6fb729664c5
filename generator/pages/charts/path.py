"""The path of an indicator from where it stood to where it is to be, drawn to scale.

The vertical axis begins at zero, or at rank 1 on top, so that lengths are in proportion; the
horizontal one has a tick for every year, so that distances between years are seen.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from markupsafe import Markup

from generator.pages.charts.element import element
from generator.pages.charts.labels import Box, Label, place
from generator.pages.charts.lines import draw, lines_between
from generator.pages.charts.marks import Axes, Point, boxes_of, mark
from generator.pages.charts.scale import Scale, plain, round_ticks, tenth
from generator.vietnamese import format_decimal

WIDTH, HEIGHT = 360, 216
_RIGHT, _TOP, _BOTTOM = Decimal(340), Decimal(28), Decimal(184)
_YEARS_AT = Decimal(206)
_YEAR_ROOM = Decimal(40)
_MOST_YEAR_TICKS = 60
_DIGIT = Decimal(8)
_MARGIN = Decimal("0.06")
_FIRST_RANK = Decimal(1)


def path_chart(
    points: Sequence[Point], *, name: str, title: str, description: str, rank: bool
) -> Markup | None:
    """Draw the path.

    Args:
        points: Baselines and targets.
        name: Prefix of ids in the picture, unique on its page.
        title: Name of the picture.
        description: The figures in words, for those who do not see the picture.
        rank: Whether the figures are ranks, of which the first is the best and stands on top.

    Returns:
        An SVG; None when there is no target, or no second period to compare it with.
    """
    periods = {(point.start, point.end) for point in points}
    if len(periods) < 2 or all(point.series for point in points):
        return None
    ordered = sorted(points, key=lambda p: (p.end, p.start, -p.series))
    axes = _axes(ordered, rank)
    parts = (
        *_grid(axes),
        *_years(ordered, axes),
        *(draw(line, axes) for line in lines_between(ordered)),
        *(mark(point, axes) for point in ordered),
        *_labels(ordered, axes),
    )
    return element(
        '<svg class="kh-chart" viewBox="0 0 {} {}" role="img" '
        'aria-labelledby="{name}-ten {name}-loi">'
        '<title id="{name}-ten">{title}</title><desc id="{name}-loi">{desc}</desc>{body}</svg>',
        WIDTH,
        HEIGHT,
        name=name,
        title=title,
        desc=description,
        body=Markup("").join(parts),
    )


def _axes(points: Sequence[Point], rank: bool) -> Axes:
    first, last = min(p.start for p in points), max(p.end for p in points)
    low, high = min(p.low for p in points), max(p.high for p in points)
    ticks = round_ticks(min(low, Decimal(0)), max(high, Decimal(0)))
    if rank:
        ticks = tuple(dict.fromkeys(max(tick, _FIRST_RANK) for tick in ticks))
    span = last - first
    side = span * _MARGIN
    bottom, top = (_TOP, _BOTTOM) if rank else (_BOTTOM, _TOP)
    return Axes(
        x=Scale(first - side, last + side, _left(ticks), _RIGHT),
        y=Scale(ticks[0], ticks[-1], bottom, top),
        ticks=ticks,
    )


def _left(ticks: Sequence[Decimal]) -> Decimal:
    """Where the axis stands, so that its longest figure has room."""
    return max(len(format_decimal(plain(tick))) for tick in ticks) * _DIGIT + 14


def _grid(axes: Axes) -> Iterator[Markup]:
    for tick in axes.ticks:
        y = axes.y(tick)
        style = "kh-c-grid kh-c-zero" if tick == 0 else "kh-c-grid"
        yield element('<path class="{}" d="M{} {}H{}"/>', style, axes.x.start, y, _RIGHT)
        yield element(
            '<text class="kh-c-tick" x="{}" y="{}" text-anchor="end">{}</text>',
            axes.x.start - 6,
            y + 4,
            format_decimal(plain(tick)),
        )


def _years(points: Sequence[Point], axes: Axes) -> Iterator[Markup]:
    """A tick for every year; written are those that have figures, last and first before others."""
    years = sorted({year for p in points for year in (p.start, p.end)})
    if years[-1] - years[0] <= _MOST_YEAR_TICKS:
        ticks = "".join(f"M{axes.x(year)} {_BOTTOM}v5" for year in range(years[0], years[-1] + 1))
        yield element('<path class="kh-c-grid kh-c-year" d="{}"/>', ticks)
    shown: list[int] = []
    for year in dict.fromkeys((years[-1], years[0], *years)):
        if all(abs(axes.x(year) - axes.x(other)) >= _YEAR_ROOM for other in shown):
            shown.append(year)
    for year in sorted(shown):
        yield element(
            '<text class="kh-c-tick" x="{}" y="{}" text-anchor="middle">{}</text>',
            axes.x(year),
            _YEARS_AT,
            year,
        )


def _labels(points: Sequence[Point], axes: Axes) -> Iterator[Markup]:
    """Labels, those of the targets first: they are what the plan promises."""
    taken: list[Label] = []
    frame = Box(axes.x.start + 2, Decimal(0), Decimal(WIDTH - 2), _BOTTOM)
    marks = [box for point in points for box in boxes_of(point, axes)]
    for point in sorted(points, key=lambda p: (p.series, -p.end)):
        label = place(_spot(point, axes), point.label, taken, marks, frame)
        if label is None:
            continue
        taken.append(label)
        yield element(
            '<text class="kh-c-label" x="{}" y="{}" text-anchor="middle">{}</text>',
            tenth(label.x),
            tenth(label.y),
            label.text,
        )


def _spot(point: Point, axes: Axes) -> Box:
    top, bottom = sorted((axes.y(point.low), axes.y(point.high)))
    return Box(axes.x(point.start), top, axes.x(point.end), bottom)
