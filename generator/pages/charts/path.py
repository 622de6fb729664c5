"""The path of an indicator from where it stood to where it is to be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.pages.charts.labels import Frame, Label, place
from generator.pages.charts.scale import Scale, plain, round_ticks, tenth
from generator.vietnamese import format_decimal

WIDTH, HEIGHT = 360, 216
_LEFT, _RIGHT, _TOP, _BOTTOM = Decimal(48), Decimal(338), Decimal(26), Decimal(184)
_YEARS_AT = Decimal(206)
_YEAR_ROOM = Decimal(38)
_FRAME = Frame(_LEFT + 2, Decimal(0), Decimal(WIDTH - 2), _BOTTOM)
_MARGIN = Decimal("0.06")


@dataclass(frozen=True, slots=True)
class Point:
    """One figure on the path.

    Attributes:
        start: First year.
        end: Last year; the same for a single year.
        low: The figure.
        high: Upper figure of a range, otherwise the same.
        label: What is written beside it.
        series: 0 for a target; baselines count from 1, one number for each area.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    label: str
    series: int = 0


@dataclass(frozen=True, slots=True)
class _Axes:
    x: Scale
    y: Scale
    ticks: tuple[Decimal, ...]


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
        An SVG, or None when there are fewer than two figures to compare.
    """
    if len(points) < 2:
        return None
    ordered = sorted(points, key=lambda p: (p.end, p.start, p.series))
    axes = _axes(ordered, rank)
    parts = (*_grid(axes), *_years(ordered, axes), *_lines(ordered, axes))
    marks = (*(_mark(point, axes) for point in ordered), *_labels(ordered, axes))
    return Markup(
        '<svg class="kh-chart" viewBox="0 0 {} {}" role="img" data-search-exclude '
        'aria-labelledby="{name}-ten {name}-loi">'
        '<title id="{name}-ten">{title}</title><desc id="{name}-loi">{desc}</desc>{body}</svg>'
    ).format(
        WIDTH,
        HEIGHT,
        name=name,
        title=title,
        desc=description,
        body=Markup("").join((*parts, *marks)),
    )


def _axes(points: Sequence[Point], rank: bool) -> _Axes:
    first, last = min(p.start for p in points), max(p.end for p in points)
    low, high = min(p.low for p in points), max(p.high for p in points)
    if not rank and 0 < low < high / 2:
        low = Decimal(0)
    ticks = round_ticks(low, high)
    if rank:
        ticks = tuple(dict.fromkeys(max(tick, Decimal(1)) for tick in ticks))
    span = max(last - first, 1)
    side = span * _MARGIN
    bottom, top = (_TOP, _BOTTOM) if rank else (_BOTTOM, _TOP)
    return _Axes(
        x=Scale(first - side, first + span + side, _LEFT, _RIGHT),
        y=Scale(ticks[0], ticks[-1], bottom, top),
        ticks=ticks,
    )


def _grid(axes: _Axes) -> Iterator[Markup]:
    for tick in axes.ticks:
        y = axes.y(tick)
        yield Markup('<path class="kh-c-grid" d="M{} {}H{}"/>').format(_LEFT, y, _RIGHT)
        yield Markup('<text class="kh-c-tick" x="{}" y="{}" text-anchor="end">{}</text>').format(
            _LEFT - 6, y + 4, format_decimal(plain(tick))
        )


def _years(points: Sequence[Point], axes: _Axes) -> Iterator[Markup]:
    """Years that have figures, the last and the first before others, as room allows."""
    years = sorted({year for p in points for year in (p.start, p.end)})
    shown: list[int] = []
    for year in dict.fromkeys((years[-1], years[0], *years)):
        if all(abs(axes.x(year) - axes.x(other)) >= _YEAR_ROOM for other in shown):
            shown.append(year)
    for year in sorted(shown):
        yield Markup('<text class="kh-c-tick" x="{}" y="{}" text-anchor="middle">{}</text>').format(
            axes.x(year), _YEARS_AT, year
        )


def _lines(points: Sequence[Point], axes: _Axes) -> Iterator[Markup]:
    """The way through the targets, and from each baseline to the first of them."""
    targets = [p for p in points if p.series == 0]
    if not targets:
        return
    corners = [
        f"{axes.x(year)} {axes.y(p.low)}"
        for p in targets
        for year in dict.fromkeys((p.start, p.end))
    ]
    for p in points:
        if p.series and p.end <= targets[0].start:
            yield Markup('<path class="kh-c-from" d="M{} {}L{}"/>').format(
                axes.x(p.end), axes.y(p.low), corners[0]
            )
    if len(corners) > 1:
        yield Markup('<path class="kh-c-way" d="M{}"/>').format("L".join(corners))


def _mark(point: Point, axes: _Axes) -> Markup:
    """The point itself; a span of years is a bar from its first to its last year."""
    style = f"kh-c-mark kh-c-s{min(point.series, 3)}"
    y = axes.y(point.low)
    spans = Markup("")
    if point.start != point.end:
        spans += Markup('<path class="kh-c-span {}" d="M{} {}H{}"/>').format(
            style, axes.x(point.start), y, axes.x(point.end)
        )
    if point.low != point.high:
        spans += Markup('<path class="kh-c-span {}" d="M{} {}V{}"/>').format(
            style, axes.x(point.end), y, axes.y(point.high)
        )
    return spans + _shape(style, point.series, axes.x(point.end), y)


def _shape(style: str, series: int, x: Decimal, y: Decimal) -> Markup:
    """A disc for targets; ring, square and diamond tell baselines of different areas apart."""
    if series == 2:
        return Markup('<rect class="{}" x="{}" y="{}" width="9" height="9"/>').format(
            style, x - Decimal("4.5"), y - Decimal("4.5")
        )
    if series >= 3:
        return Markup('<path class="{}" d="M{} {}l6 6-6 6-6-6z"/>').format(style, x, y - 6)
    return Markup('<circle class="{}" cx="{}" cy="{}" r="5"/>').format(style, x, y)


def _labels(points: Sequence[Point], axes: _Axes) -> Iterator[Markup]:
    """Labels, those of the targets first: they are what the plan promises."""
    taken: list[Label] = []
    for point in sorted(points, key=lambda p: (p.series, -p.end)):
        x = tenth((axes.x(point.start) + axes.x(point.end)) / 2)
        label = place(x, axes.y(point.high), point.label, taken, _FRAME)
        if label is None:
            continue
        taken.append(label)
        yield Markup(
            '<text class="kh-c-label" x="{}" y="{}" text-anchor="middle">{}</text>'
        ).format(tenth(label.x), tenth(label.y), label.text)
