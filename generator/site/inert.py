"""Writes plan text into a frame that other people's templates fill."""

from markupsafe import escape


def inert(text: str) -> str:
    """Escape a text for HTML, braces too: no later stage may take it for a template's."""
    return str(escape(text)).replace("{", "&#123;").replace("}", "&#125;")
