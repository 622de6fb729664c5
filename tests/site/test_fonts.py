"""The shipped typeface holds what the pages say."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from unicodedata import category

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from generator.errors import UsageError
from generator.site.fonts import LETTERS, SIGNS, WEIGHTS, font_name, make_fonts
from generator.site.vendored import copy_all, vendored

pytestmark = pytest.mark.xdist_group("site")

ROOT = Path(__file__).parents[2]

DRAWN = "LNP"
"""Letters, figures and punctuation are the typeface's; symbols such as ≥ and ✓, and the marks
and control characters that rule pages show by themselves, are left to the system's."""


@pytest.fixture(scope="module", params=WEIGHTS)
def font(request: pytest.FixtureRequest) -> TTFont:
    """One weight as it is shipped."""
    return TTFont(vendored(font_name(request.param)))


def text_of(html: str) -> str:
    """What a page shows, roughly: its characters, not its order."""
    body = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", " ", body))


def shown(site: Path) -> Iterator[tuple[Path, str]]:
    """Each file that puts text on the screen, with its characters."""
    for page in site.rglob("*.html"):
        yield page, text_of(page.read_text(encoding="utf-8"))
    for sheet in (site / "assets").glob("kehoach.css"):
        contents = re.findall(r'content: "([^"]*)"', sheet.read_text(encoding="utf-8"))
        yield sheet, "".join(contents)


def test_every_letter_figure_and_stop_of_the_site_is_in_the_font(site: Path, font: TTFont) -> None:
    """No letter, figure or punctuation mark on any page falls back to another typeface."""
    drawn = {chr(code) for code in font.getBestCmap()}
    missing: dict[str, Path] = {}
    for file, text in shown(site):
        for sign in set(text) - drawn:
            if category(sign)[0] in DRAWN:
                missing.setdefault(sign, file.relative_to(site))
    assert missing == {}


def test_the_alphabet_is_whole(font: TTFont) -> None:
    """Every Vietnamese vowel in every tone and both cases, and the signs of official texts."""
    assert len(set(LETTERS)) == 2 * (29 + 4 + 12 * 5)
    assert [letter for letter in LETTERS + SIGNS if ord(letter) not in font.getBestCmap()] == []


def test_figures_of_tables_are_of_one_width(font: TTFont) -> None:
    """Behind `tnum` each digit has a twin, all of one width and none wider than that."""
    lookups = font["GSUB"].table.LookupList.Lookup
    (twins,) = [table.mapping for lookup in lookups for table in lookup.SubTable]
    digits = [font.getBestCmap()[ord(digit)] for digit in "0123456789"]
    assert set(digits) == set(twins)
    assert [feature.FeatureTag for feature in font["GSUB"].table.FeatureList.FeatureRecord] == [
        "tnum"
    ]
    (width,) = {font["hmtx"][twin][0] for twin in twins.values()}
    for twin in twins.values():
        glyph = font["glyf"][twin]
        assert 0 <= glyph.xMin < glyph.xMax <= width


def test_the_fonts_are_small_and_the_same_from_run_to_run() -> None:
    """Two makings give the same bytes, and no weight is larger than 12 kB."""
    first, second = make_fonts(ROOT / "node_modules"), make_fonts(ROOT / "node_modules")
    assert first == second
    assert {name: len(content) for name, content in first.items() if len(content) > 12_000} == {}
    for name, content in first.items():
        assert vendored(name).read_bytes() == content


def test_the_desk_takes_every_letter_from_the_typeface() -> None:
    """No letter of the desk's own words is left to another typeface by the range of its face."""
    text = vendored("sveltia-cms.mjs").read_text(encoding="utf-8")
    faces = re.findall(r"@font-face \{([^}]*be-vietnam-pro[^}]*)\}", text)
    assert faces
    for face in faces:
        ranges = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", face)
        spans = [(int(first, 16), int(last or first, 16)) for first, last in ranges]
        outside = {c for c in LETTERS if not any(a <= ord(c) <= b for a, b in spans)}
        assert not ranges or outside == set()


def test_the_licence_goes_with_the_fonts(site: Path) -> None:
    """The Open Font License lies beside the font files."""
    licence = (site / "assets" / "fonts" / "LICENSE.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert len(list((site / "assets" / "fonts").glob("*.woff2"))) == len(WEIGHTS)


def test_missing_packages_are_told_of_in_a_sentence(tmp_path: Path) -> None:
    """Without the locked packages the copy says which file it misses and what to run."""
    with pytest.raises(UsageError, match="npm ci"):
        copy_all(tmp_path / "none", tmp_path / "vendor")
