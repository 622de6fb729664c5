"""Content Security Policy of each page, as a meta element.

Pages hold no inline script and no inline style, so the policy needs no exception: a script that
found its way into plan text could not run even if escaping failed. The same pages work behind a
server that sends `Content-Security-Policy: default-src 'self'` by itself.
"""

from html import escape

POLICY = "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'"
"""What a page may load and run: files of its own origin."""

_CHARSET = '<meta charset="utf-8">'


def add_policy(html: str) -> str:
    """Put the policy right behind the page's charset.

    Args:
        html: A whole page.

    Returns:
        The page with its policy.
    """
    policy = escape(POLICY, quote=False)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace(_CHARSET, f"{_CHARSET}\n{meta}", 1)
