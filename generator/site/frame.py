"""Files that every page of the site asks for, beside our own stylesheet and script."""

from collections.abc import Mapping
from importlib import metadata
from importlib.resources import files

from generator.site.fonts import WEIGHTS, font_name
from generator.site.theme_style import STYLE, theme_style
from generator.site.vendored import vendored

ASSETS = "assets/"
STYLESHEET = f"{ASSETS}{STYLE}"
FONTS = tuple(f"{ASSETS}fonts/{font_name(weight)}" for weight in WEIGHTS)
"""Addresses of the font files, which each page asks for before it has read the stylesheet."""

UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
"""Folders of the theme's own files that no page asks for."""


def frame_files() -> Mapping[str, str | bytes]:
    """Make the theme's stylesheet with its icons, and find the fonts; each with its licence.

    Returns:
        Address to content.

    Raises:
        UsageError: The fonts have not been installed yet.
    """
    style = theme_style()
    return {
        STYLESHEET: style.css,
        **{f"{ASSETS}{path}": svg for path, svg in style.icons.items()},
        **{font: vendored(font.rpartition("/")[2]).read_bytes() for font in FONTS},
        f"{ASSETS}fonts/LICENSE.txt": vendored("be-vietnam-pro.LICENSE.txt").read_bytes(),
        f"{ASSETS}theme.LICENSE.txt": _theme_licence(),
        f"{ASSETS}icons/LICENSE.txt": _icon_licence(),
    }


def _theme_licence() -> str:
    theme = metadata.distribution("mkdocs-material")
    return theme.read_text("licenses/LICENSE") or theme.read_text("LICENSE") or ""


def _icon_licence() -> bytes:
    return (files("material") / "templates" / ".icons" / "material" / "LICENSE").read_bytes()
