"""Makes plan text harmless where it is shown: terminals, workflow commands, Markdown."""

import unicodedata

_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_LINKING = frozenset("@#")
_HARMLESS = frozenset(" ,;%?")


def visible(text: str) -> str:
    r"""Show characters that steer a terminal or turn text around as what they are.

    Args:
        text: Any text.

    Returns:
        The same text on one line, with control, format and unassigned characters as escapes
        such as `\x1b` and `\u202e`.
    """
    if text.isprintable():
        return text
    return "".join(_escape(c) if unicodedata.category(c) in _UNSAFE else c for c in text)


def _escape(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def workflow_data(text: str) -> str:
    """Escape the message of a GitHub workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def workflow_property(text: str) -> str:
    """Escape a property of a GitHub workflow command, such as its file or title."""
    return workflow_data(text).replace(":", "%3A").replace(",", "%2C")


def markdown(text: str) -> str:
    """Write text for a Markdown table cell so that it is only ever text.

    Every ASCII mark that could mean something becomes a character reference, which Markdown never takes for structure;
    an empty comment after `@` and `#` keeps GitHub from linking people and issues.

    Args:
        text: Any text.

    Returns:
        Markdown without line feeds that renders to exactly that text.
    """
    return "".join(_reference(character) for character in visible(text))


def _reference(character: str) -> str:
    if character.isalnum() or character in _HARMLESS or ord(character) > 127:
        return character
    return f"&#{ord(character)};" + ("<!-- -->" if character in _LINKING else "")
