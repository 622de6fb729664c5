"""Mends what the theme leaves out for people who use a keyboard or a screen reader."""

import re

_DIALOG = 'data-md-component="search" role="dialog"'
_BARE_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_FRAMED = (
    r'<div class="kh-scroll" role="region" tabindex="0" aria-label="Bảng">'
    r'<table class="kh-table">\1</table></div>'
)


def named_dialog(html: str) -> str:
    """Give the theme's search dialog a name.

    Args:
        html: A whole page.

    Returns:
        The page with the dialog named.
    """
    return html.replace(_DIALOG, f'{_DIALOG} aria-label="Tìm kiếm"', 1)


def reachable_tables(html: str) -> str:
    """Put each table of a hand-written page into a frame that scrolls by keyboard.

    The theme wraps bare tables when the page is open, in a frame that cannot be focused; a
    table with a class it leaves alone.

    Args:
        html: The rendered body of a hand-written page.

    Returns:
        The body with its bare tables framed.
    """
    return _BARE_TABLE.sub(_FRAMED, html)
