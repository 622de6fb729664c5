"""One figure of several provinces on one scale, a row for each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.pages.charts.element import element
from generator.pages.charts.scale import Scale, plain, round_ticks
from generator.vietnamese import format_decimal

WIDTH = 360
_LEFT, _RIGHT = Decimal(14), Decimal(346)
_TOP, _ROW, _FOOT = 6, 42, 24
_NAME_AT, _TRACK_AT = 15, 30
_MOST_CHARACTERS = 48
_ZERO, _FIRST_RANK = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class Dot:
    """A row.

    Attributes:
        name: What the row is about.
        low: The figure.
        high: Upper figure of a range, otherwise the same.
        label: The figure as readers see it.
        open_to: Which way the figure is open: 1 for more ("at least"), -1 for less, 0 for neither.
        start: Where it stood, on the same scale; None when that is not known.
        start_label: That figure as readers see it.
        faded: Whether the row is of a plan that no longer holds.
    """

    name: str
    low: Decimal
    high: Decimal
    label: str
    open_to: int = 0
    start: Decimal | None = None
    start_label: str = ""
    faded: bool = False


def dot_chart(
    dots: Sequence[Dot], *, name: str, title: str, description: str, falling: bool, rank: bool
) -> Markup:
    """Draw the rows.

    Args:
        dots: The rows, at least one.
        name: Prefix of ids in the picture, unique on its page.
        title: Name of the picture.
        description: The figures in words, for those who do not see the picture.
        falling: Whether the scale falls from left to right, so that the better end is right.
        rank: Whether the figures are ranks, of which the first is 1.

    Returns:
        An SVG.
    """
    ticks = _ticks(dots, rank)
    ends = (_RIGHT, _LEFT) if falling else (_LEFT, _RIGHT)
    scale = Scale(ticks[0], ticks[-1], *ends)
    bottom = _TOP + _ROW * len(dots)
    parts = [*_grid(scale, ticks, bottom)]
    for number, dot in enumerate(dots):
        parts += _row(dot, scale, _TOP + _ROW * number)
    return element(
        '<svg class="kh-chart" viewBox="0 0 {} {}" role="img" '
        'aria-labelledby="{name}-ten {name}-loi">'
        '<title id="{name}-ten">{title}</title><desc id="{name}-loi">{desc}</desc>{body}</svg>',
        WIDTH,
        bottom + _FOOT,
        name=name,
        title=title,
        desc=description,
        body=Markup("").join(parts),
    )


def _ticks(dots: Sequence[Dot], rank: bool) -> tuple[Decimal, ...]:
    """Round values around all figures, from zero or rank 1 on, so that lengths are in proportion."""
    starts = [dot.start for dot in dots if dot.start is not None]
    low = min([_ZERO, *starts, *(dot.low for dot in dots)])
    high = max([_ZERO, *starts, *(dot.high for dot in dots)])
    ticks = round_ticks(low, high, most=4)
    return tuple(max(tick, _FIRST_RANK) for tick in ticks) if rank else ticks


def _grid(scale: Scale, ticks: Sequence[Decimal], bottom: int) -> Iterator[Markup]:
    """A line for each tick; the labels at the ends stay within the picture."""
    for tick in ticks:
        x = scale(tick)
        anchor = {_LEFT: "start", _RIGHT: "end"}.get(x, "middle")
        at = {_LEFT: x - 10, _RIGHT: x + 10}.get(x, x)
        yield element('<path class="kh-c-grid" d="M{} {}V{}"/>', x, _TOP, bottom)
        yield element(
            '<text class="kh-c-tick" x="{}" y="{}" text-anchor="{}">{}</text>',
            at,
            bottom + 16,
            anchor,
            format_decimal(plain(tick)),
        )


def _row(dot: Dot, scale: Scale, top: int) -> Iterator[Markup]:
    y = top + _TRACK_AT
    yield element('<text class="kh-c-name" x="4" y="{}">{}</text>', top + _NAME_AT, dot.name)
    yield element(
        '<text class="kh-c-label" x="356" y="{}" text-anchor="end">{}</text>',
        top + _NAME_AT,
        _label(dot),
    )
    yield element('<path class="kh-c-track" d="M{} {}H{}"/>', _LEFT, y, _RIGHT)
    style = "kh-c-old" if dot.faded else "kh-c-s0"
    if dot.start is not None:
        x = scale(dot.start)
        yield element('<path class="kh-c-from" d="M{} {}H{}"/>', x, y, scale(dot.low))
        yield element('<path class="kh-c-mark kh-c-start" d="M{} {}v12"/>', x, y - 6)
    if dot.open_to:
        end = scale(scale.high if dot.open_to > 0 else scale.low)
        yield element('<path class="kh-c-open" d="M{} {}H{}"/>', scale(dot.low), y, end)
    if dot.low != dot.high:
        yield element(
            '<path class="kh-c-span kh-c-mark {}" d="M{} {}H{}"/>',
            style,
            scale(dot.low),
            y,
            scale(dot.high),
        )
        yield _disc(style, scale(dot.high), y)
    yield _disc(style, scale(dot.low), y)


def _disc(style: str, x: Decimal, y: int) -> Markup:
    return element('<circle class="kh-c-mark {}" cx="{}" cy="{}" r="5"/>', style, x, y)


def _label(dot: Dot) -> str:
    """Both figures where there is room beside the name, which cannot be measured here."""
    both = f"{dot.start_label} → {dot.label}" if dot.start_label else dot.label
    return both if len(dot.name) + len(both) <= _MOST_CHARACTERS else dot.label
