"""Social cards: the picture that a shared link shows, drawn at build time.

One card a plan, shared by all of its pages, and one for everything else: a card a page would be
thousands of nearly equal pictures. The same text gives the same bytes: layout is the library's
basic one, the font is our own file, and nothing is taken from the machine.
"""

import io
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw, ImageFont

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
_COLOURS = 32
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
    image = Image.new("RGB", SIZE, _PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, _STRIPE, SIZE[1]), fill=_BLUE)
    title, plain = _font("600", _TITLE), _font("400", _TEXT)
    pen.text((_MARGIN, 64), _lines(card.kicker, plain, 1)[0], font=plain, fill=_BLUE)
    for number, line in enumerate(_lines(card.title, title, _TITLE_LINES)):
        pen.text((_MARGIN, 128 + number * 84), line, font=title, fill=_INK)
    for number, line in enumerate(reversed(card.foot)):
        height = SIZE[1] - 96 - number * 52
        pen.text((_MARGIN, height), _lines(line, plain, 1)[0], font=plain, fill=_MUTED)
    return _png(image)


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


def _png(image: Image.Image) -> bytes:
    written = io.BytesIO()
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(
        str(vendored(f"be-vietnam-pro-{weight}.woff2")), size, layout_engine=ImageFont.Layout.BASIC
    )
