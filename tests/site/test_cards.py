"""Social cards: the right size, light, the same each time, and no title runs out of them."""

import io

import pytest
from PIL import Image

from generator.pages import SiteData, shares
from generator.pipeline import check
from generator.project import Project
from generator.site.cards import SITE_CARD, SIZE, Card, card_path, draw, plan_card, site_card

RIGHT, BOTTOM = SIZE[0] - 80, SIZE[1] - 40
HOSTILE = (
    "W" * 5_000,
    "dài " + "W" * 300 + " và nhiều lời nữa " * 50,
    "rất dài " * 5_000,
    "<script>{{7*7}}</script>\n\t\x00\x1b\u202e\U0001f600 " * 20,
    "",
)


@pytest.fixture(scope="module")
def data(project: Project) -> SiteData:
    """Every plan."""
    checked = check(project)
    return SiteData(checked.library, checked.diagnostics)


def cards(data: SiteData) -> dict[str, bytes]:
    """The site's card and those of the plans."""
    return dict([site_card(), *(plan_card(share) for share in shares(data))])


def opened(png: bytes) -> Image.Image:
    """A card as colours."""
    return Image.open(io.BytesIO(png)).convert("RGB")


def test_the_site_and_every_plan_have_a_card(data: SiteData) -> None:
    """Each is a PNG of the size that readers of links want, and below 60 kB."""
    made = cards(data)
    assert set(made) == {SITE_CARD, *(card_path(plan.id) for plan in data.library.plans)}
    assert len(set(made.values())) == len(made)
    for png in made.values():
        assert png.startswith(b"\x89PNG")
        assert opened(png).size == SIZE
        assert len(png) < 60_000


def test_cards_are_the_same_bytes_twice(data: SiteData) -> None:
    """Nothing of the machine or the clock is in them."""
    assert cards(data) == cards(data)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_leaves_the_card(text: str) -> None:
    """Whatever kicker, title and foot hold, the margins stay white."""
    card = opened(draw(Card(text, text, (text, text))))
    ink = card.point(lambda value: 255 - value)
    for margin in ((RIGHT, 0, *SIZE), (0, BOTTOM, *SIZE)):
        colours = {colour for _, colour in ink.crop(margin).getcolors(100_000) or ()}
        assert colours <= {(0, 0, 0), ink.getpixel((5, 5))}


def test_a_title_that_is_cut_shows_so() -> None:
    """The ellipsis tells that there is more: another picture than that of what fits alone."""
    fitting = " ".join(["Chuyển đổi số"] * 8)
    longer = draw(Card("a", f"{fitting} {fitting}", ()))
    assert longer != draw(Card("a", fitting, ()))
    assert longer == draw(Card("a", f"{fitting} {fitting} và nhiều hơn nữa", ()))
