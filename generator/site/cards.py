"""Social cards: the picture that a shared link shows, drawn at build time.

One card a plan, shared by all of its pages, and one for everything else: a card a page would be
thousands of nearly equal pictures. The same text gives the same bytes: layout is the library's
basic one, the font is our own file, and nothing is taken from the machine.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

from generator.pages import SiteData
from generator.pages.views.facts import PlanFacts, plan_facts
from generator.site.vendored import vendored
from generator.words import period_words

SIZE = (1200, 630)
"""Width and height in pixels: what readers of Open Graph pictures recommend."""

SITE_CARD = "assets/the/trang.png"

_MARGIN, _STRIPE = 80, 24
_PAPER, _INK, _MUTED, _BLUE = "#ffffff", "#1b2430", "#566273", "#0b5394"
_TITLE, _TEXT = 64, 34
_TITLE_LINES = 4
_INKS = (_BLUE, _INK, _MUTED)
_FULL, _SHADES = 255, 10
"""Cover of a pixel that is all ink, and shades of an ink that a card tells apart."""

_WIDTH = SIZE[0] - 2 * _MARGIN
_LONGEST = 400
"""Characters of a text that are looked at: more than a card holds."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card.

    Attributes:
        kicker: A line above the title.
        title: The title; cut with an ellipsis after four lines.
        foot: Lines below, the last one the lowest.
    """

    kicker: str
    title: str
    foot: tuple[str, ...]


_SITE = Card(
    kicker="Kế hoạch mở",
    title="Kế hoạch của các tỉnh dưới dạng dữ liệu mở",
    foot=("Mục tiêu, chỉ tiêu, nhiệm vụ, kinh phí", "Mọi phép cộng đều được kiểm lại"),
)


def site_card() -> tuple[str, bytes]:
    """Draw the card of what belongs to no plan.

    Returns:
        Path below the site's root, and a PNG.
    """
    return SITE_CARD, draw(_SITE)


def plan_card(share: SiteData) -> tuple[str, bytes]:
    """Draw a plan's card.

    Args:
        share: The plan's share of what pages are made from.

    Returns:
        Path below the site's root, and a PNG.
    """
    (plan,) = share.library.plans
    return card_path(plan.id), draw(_plan_card(plan_facts(share, plan)))


def card_path(plan_id: str) -> str:
    """Path of a plan's card below the site's root."""
    return f"assets/the/{plan_id.replace('/', '.')}.png"


def draw(card: Card) -> bytes:
    """Draw a card.

    Args:
        card: What stands on it.

    Returns:
        A PNG of `SIZE`.
    """
    layers = {ink: Image.new("L", SIZE, 0) for ink in _INKS}
    pens = {ink: ImageDraw.Draw(layer) for ink, layer in layers.items()}
    pens[_BLUE].rectangle((0, 0, _STRIPE - 1, SIZE[1]), fill=_FULL)
    title, plain = _font("600", _TITLE), _font("400", _TEXT)
    kicker = _lines(card.kicker, plain, 1)[0]
    pens[_BLUE].text((_MARGIN, 64), kicker, font=plain, fill=_FULL)
    for number, line in enumerate(_lines(card.title, title, _TITLE_LINES)):
        pens[_INK].text((_MARGIN, 128 + number * 84), line, font=title, fill=_FULL)
    for number, line in enumerate(reversed(card.foot)):
        place = (_MARGIN, SIZE[1] - 96 - number * 52)
        pens[_MUTED].text(place, _lines(line, plain, 1)[0], font=plain, fill=_FULL)
    return _png(layers.values())


def _plan_card(facts: PlanFacts) -> Card:
    counts = f"{facts.indicators} chỉ tiêu · {facts.tasks or facts.items} nhiệm vụ"
    money = f"Kinh phí {facts.total.money.human}" if facts.total else "Kế hoạch mở"
    return Card(
        kicker=facts.province,
        title=facts.short_title,
        foot=(f"{facts.name} · {period_words(facts.period)}", f"{counts} · {money}"),
    )


def _lines(text: str, font: ImageFont.FreeTypeFont, most: int) -> list[str]:
    """Break text into lines that fit; what is left over becomes an ellipsis."""
    lines = [""]
    for word in text[:_LONGEST].split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= _WIDTH or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    cut = len(lines) > most or len(text) > _LONGEST
    kept = lines[:most]
    last = len(kept) - 1
    return [_fitting(line, font, cut=cut and at == last) for at, line in enumerate(kept)]


def _fitting(line: str, font: ImageFont.FreeTypeFont, *, cut: bool) -> str:
    """A line, shortened where it is cut off or holds a word that is wider than the card."""
    if not cut and font.getlength(line) <= _WIDTH:
        return line
    while line and font.getlength(f"{line}…") > _WIDTH:
        line = line[:-1]
    return f"{line}…"


def _png(layers: Iterable[Image.Image]) -> bytes:
    """Lay the inks over the paper: each in a few shades, all of them known beforehand."""
    image = Image.new("L", SIZE, 0)
    for number, layer in enumerate(layers):
        image = ImageChops.add(image, layer.point(_shade_numbers(number)))
    image.putpalette(_palette())
    written = io.BytesIO()
    image.save(written, "PNG", compress_level=6)
    return written.getvalue()


def _shade_numbers(ink: int) -> list[int]:
    """From how much of an ink covers a pixel to the number of its shade; 0 is the paper."""
    shades = [round(cover / _FULL * _SHADES) for cover in range(_FULL + 1)]
    return [shade and ink * _SHADES + shade for shade in shades]


@cache
def _palette() -> list[int]:
    paper = ImageColor.getrgb(_PAPER)
    mixed = [paper] + [
        tuple(round(p + (i - p) * shade / _SHADES) for p, i in zip(paper, rgb, strict=True))
        for rgb in map(ImageColor.getrgb, _INKS)
        for shade in range(1, _SHADES + 1)
    ]
    return [part for colour in mixed for part in colour]


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(
        str(vendored(f"be-vietnam-pro-{weight}.woff2")), size, layout_engine=ImageFont.Layout.BASIC
    )
