"""Content Security Policy of each page, as a meta element.

The theme has a few small inline scripts. Each is allowed by its hash, so that a script that
found its way into plan text could not run even if escaping failed.
"""

import base64
import hashlib
import re

_INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_CHARSET = '<meta charset="utf-8">'


def add_policy(html: str) -> str:
    """Put the policy right behind the page's charset.

    Args:
        html: A whole page.

    Returns:
        The page with a policy that allows its own origin and its present inline scripts.
    """
    hashes = sorted({_hash(code) for code in _inline_scripts(html)})
    scripts = " ".join(["'self'", *(f"'{digest}'" for digest in hashes)])
    policy = (
        f"default-src 'self'; script-src {scripts}; img-src 'self' data:; "
        "object-src 'none'; base-uri 'self'; form-action 'self'"
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace(_CHARSET, _CHARSET + meta, 1)


def _inline_scripts(html: str) -> list[str]:
    return [
        match["code"]
        for match in _INLINE.finditer(html)
        if "src=" not in match["attributes"] and "application/" not in match["attributes"]
    ]


def _hash(code: str) -> str:
    digest = hashlib.sha256(code.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
