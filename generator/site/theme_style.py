"""The theme's stylesheet, cut down to what our pages use, without `data:` addresses.

The theme styles many parts that these pages do not have, and draws its icons from `data:`
addresses, which a policy of `default-src 'self'` forbids. What is left is a quarter of it, and
its icons are files of our own origin. A browser test holds that no dropped rule fits a page.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from urllib.parse import unquote

STYLE = "theme.css"
ICONS = "icons/"

PARTS = frozenset(
    {
        *("md-typeset", "md-grid", "md-container", "md-main", "md-main__inner"),
        *("md-content", "md-content__inner", "md-skip", "md-icon", "md-ellipsis"),
        *("md-header", "md-header__inner", "md-header__button", "md-header__title"),
        *("md-tabs", "md-tabs__list", "md-tabs__item", "md-tabs__item--active", "md-tabs__link"),
        *("md-footer", "md-footer-meta", "md-footer-meta__inner", "md-copyright"),
        *("admonition", "admonition-title", "note", "info", "tip", "warning", "danger", "quote"),
        *("abstract", "success", "question", "failure", "bug", "example"),
    }
)
"""Classes of the theme that pages use; a rule about any other is dropped."""

_FOREIGN = re.compile(
    r"\[dir=rtl\]|\[data-md-(?:toggle|color-switching)|\[data-md-color-(?:primary|accent)=(?!custom)"
)
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_NESTING = ("@media", "@supports", "@layer")
_ICON = re.compile(
    r"(?P<name>--[\w-]+):url\(\"data:image/svg\+xml;charset=utf-8,(?P<svg>[^\"]*)\"\);?"
)


@dataclass(frozen=True, slots=True)
class ThemeStyle:
    """A stylesheet and the pictures that it names.

    Attributes:
        css: The stylesheet.
        icons: Path below the stylesheet's folder to an SVG file.
    """

    css: str
    icons: Mapping[str, str]


@cache
def theme_style() -> ThemeStyle:
    """Cut the installed theme's stylesheets down.

    Returns:
        One stylesheet made of the theme's two.
    """
    css = "".join(_kept(rule) for sheet in theme_sheets() for rule in rules(sheet))
    return _with_icon_files(css)


def rules(css: str) -> Iterator[str]:
    """Split a stylesheet without comments into its outermost rules.

    Args:
        css: The stylesheet.

    Yields:
        Each rule with its braces, or statement with its semicolon.
    """
    depth = start = 0
    for sign in re.finditer(r"[{};]", css):
        depth += {"{": 1, "}": -1, ";": 0}[sign[0]]
        if depth == 0:
            yield css[start : sign.end()]
            start = sign.end()


def selectors(prelude: str) -> list[str]:
    """Split a list of selectors at its outermost commas."""
    return re.split(r",(?![^(\[]*[)\]])", prelude)


def is_kept(selector: str) -> bool:
    """Whether a selector is about parts that our pages have."""
    return not _FOREIGN.search(selector) and PARTS.issuperset(_CLASS.findall(selector))


def _kept(rule: str) -> str:
    """A rule without the selectors that fit nothing; empty when none is left."""
    prelude, brace, body = rule.partition("{")
    if not brace:
        return ""  # statements of the theme: a charset that is the default
    if prelude.startswith(_NESTING):
        inner = "".join(_kept(part) for part in rules(body[:-1]))
        return f"{prelude}{{{inner}}}" if inner else ""
    if prelude.startswith("@"):
        return "" if prelude.startswith("@page") else rule  # ours is in print.css
    fitting = ",".join(filter(is_kept, selectors(prelude)))
    return f"{fitting}{{{body}" if fitting else ""


def _with_icon_files(css: str) -> ThemeStyle:
    icons: dict[str, str] = {}

    def filed(icon: re.Match[str]) -> str:
        if f"var({icon['name']})" not in css:
            return ""
        svg = unquote(icon["svg"])
        path = f"{ICONS}{sha256(svg.encode()).hexdigest()[:8]}.svg"
        icons[path] = svg
        return f"{icon['name']}:url({path});"

    return ThemeStyle(_ICON.sub(filed, css), icons)


def theme_sheets() -> Iterator[str]:
    """The stylesheets of the installed theme, as it ships them."""
    folder = files("material") / "templates" / "assets" / "stylesheets"
    for name in sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".css")):
        yield (folder / name).read_text(encoding="utf-8")
