"""The site's typeface, cut down to what Vietnamese pages need.

npm's package of Be Vietnam Pro splits each weight into subsets for the web: `latin` holds the
digits and the signs, `vietnamese` the letters with tones, `latin-ext` the few that both lack.
Joined, cut down and without hinting, a weight is one file of about 10 kB instead of three of
46 kB together. The typeface has no tabular figures, which columns of money need; they are made
here from its own digits. The Open Font License allows this and reserves no name.

Runs when the site's files are installed (`generator.site.vendored`), never when it is built.
"""

from collections.abc import Mapping
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

WEIGHTS = (400, 600)
"""What the pages use: text, and everything that stands out."""

LETTERS = (
    "AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZaăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
    "ÀẰẦÈỀÌÒỒỜÙỪỲàằầèềìòồờùừỳẢẲẨẺỂỈỎỔỞỦỬỶảẳẩẻểỉỏổởủửỷ"
    "ÃẴẪẼỄĨÕỖỠŨỮỸãẵẫẽễĩõỗỡũữỹÁẮẤÉẾÍÓỐỚÚỨÝáắấéếíóốớúứýẠẶẬẸỆỊỌỘỢỤỰỴạặậẹệịọộợụựỵ"
)
"""The Vietnamese alphabet and its sisters f, j, w, z, in every tone and both cases."""

SIGNS = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0–—‘’“”…•·×÷−±°«»‹›§©₫€™½¼¾¹²³"
"""ASCII, and the signs of official texts that the typeface draws."""

_SUBSETS = ("latin", "vietnamese", "latin-ext")
_FILE = "@fontsource/be-vietnam-pro/files/be-vietnam-pro-{subset}-{weight}-normal.woff2"
_FIGURE_WIDTH = 660
_DIGITS = "0123456789"


def font_name(weight: int) -> str:
    """Name of a weight's file in the vendor folder."""
    return f"be-vietnam-pro-{weight}.woff2"


def make_fonts(packages: Path) -> Mapping[str, bytes]:
    """Make the font files that the site ships.

    Args:
        packages: A `node_modules` folder.

    Returns:
        File name to a WOFF2 file; the same bytes from run to run.

    Raises:
        OSError: The package lacks one of the subsets.
    """
    return {font_name(weight): _make(packages, weight) for weight in WEIGHTS}


def _make(packages: Path, weight: int) -> bytes:
    # fontTools is installed with the build tools; a site that is only built does without it.
    from fontTools.merge import Merger  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    parts = [str(packages / _FILE.format(subset=s, weight=weight)) for s in _SUBSETS]
    font = _reopened(Merger().merge(parts))
    _cut(font)
    _add_tabular_figures(font)
    font["head"].created = font["head"].modified = TTFont(parts[0])["head"].modified
    font.flavor = "woff2"
    return _bytes(font)


def _cut(font: Any) -> None:
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]

    options = Options(layout_features=["kern"], hinting=False, name_IDs=["*"])
    subsetter = Subsetter(options)
    subsetter.populate(text=LETTERS + SIGNS)
    subsetter.subset(font)


def _add_tabular_figures(font: Any) -> None:
    """Give each digit a twin of one width, centred, behind the feature `tnum`."""
    from fontTools.feaLib.builder import addOpenTypeFeaturesFromString  # type: ignore[import-untyped]

    names = [font.getBestCmap()[ord(digit)] for digit in _DIGITS]
    for name in names:
        twin = deepcopy(font["glyf"][name])
        advance, bearing = font["hmtx"][name]
        shift = (_FIGURE_WIDTH - advance) // 2
        twin.coordinates.translate((shift, 0))
        font["glyf"][f"{name}.tnum"] = twin
        twin.recalcBounds(font["glyf"])
        font["hmtx"][f"{name}.tnum"] = (_FIGURE_WIDTH, bearing + shift)
    rules = " ".join(f"sub {name} by {name}.tnum;" for name in names)
    addOpenTypeFeaturesFromString(font, f"feature tnum {{ {rules} }} tnum;", tables=["GSUB"])


def _reopened(font: Any) -> Any:
    """A merged font holds its glyphs unread; one that was opened has them."""
    from fontTools.ttLib import TTFont

    return TTFont(BytesIO(_bytes(font)), recalcTimestamp=False)


def _bytes(font: Any) -> bytes:
    file = BytesIO()
    font.save(file)
    return file.getvalue()
