"""What the page of search needs from the site: its scripts, and the head that loads them."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.pages.addresses import SEARCH
from generator.pages.search import Indexed, SearchIndex, index_of, script
from generator.site.vendored import vendored

FOLDER = "assets/search/"
MANIFEST_ID = "kh-search-index"

_SCRIPT = "search.js"
_LIBRARY = "minisearch.js"
_LICENCE = "minisearch.LICENSE.txt"
_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n|^[ \t]*//[^\n]*\n", re.DOTALL | re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)
_BEHIND = "</head>"


def search_assets() -> Mapping[str, str]:
    """The scripts of the page of search, the library among them, with its licence.

    Returns:
        Address to content.

    Raises:
        UsageError: The library has not been installed yet.
    """
    library = lean(vendored(_LIBRARY).read_text(encoding="utf-8"))
    return {
        f"{FOLDER}{_SCRIPT}": lean(script()),
        f"{FOLDER}{_LIBRARY}": f"/* MiniSearch, MIT licence: {_LICENCE} */\n{library}",
        f"{FOLDER}{_LICENCE}": vendored(_LICENCE).read_text(encoding="utf-8"),
    }


def lean(script: str) -> str:
    """Leave out what a browser does not read: comments on lines of their own, and indentation.

    Args:
        script: A script without comments behind code that hold a line end, and without texts of
            several lines.

    Returns:
        The same script, three times as small for a library that documents itself well.
    """
    return _INDENT.sub("", _COMMENT.sub("", script))


def write_search(site: Path, parts: Sequence[Indexed]) -> None:
    """Write the index, and lead the page of search to it.

    Args:
        site: Folder of the site, in which the page stands already.
        parts: What can be found, in order.
    """
    index = index_of(parts)
    page = site / SEARCH / "index.html"
    page.write_text(add_search(page.read_text(encoding="utf-8"), index), encoding="utf-8")
    for path, content in index.files.items():
        file = site / SEARCH / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")


def add_search(html: str, index: SearchIndex) -> str:
    """Put the manifest of the index and the scripts into the head of the page of search.

    Args:
        html: The page.
        index: The index.

    Returns:
        The page.
    """
    up = f"../{FOLDER}"
    head = (
        f'<script type="application/json" id="{MANIFEST_ID}">{_in_html(index.manifest)}</script>\n'
        f'<script src="{up}{_LIBRARY}" defer></script>\n'
        f'<script type="module" src="{up}{_SCRIPT}"></script>\n'
    )
    return html.replace(_BEHIND, head + _BEHIND, 1)


def _in_html(text: str) -> str:
    """JSON that cannot close its element."""
    return text.replace("<", "\\u003c")
