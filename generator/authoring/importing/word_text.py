"""Text of a Word paragraph as it is seen when tracked changes are accepted."""

from typing import Any, Final

from docx.oxml.ns import qn

TRACKED: Final = (qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo"))

_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HIDDEN: Final = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), _FALLBACK})
"""What is not seen: deleted text, codes of fields, and the second copy of a drawing's text."""

_BREAKS: Final = {
    qn("w:tab"): " ",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_OLD_FONTS: Final = (".vn", "vni-")


def paragraph_text(paragraph: Any) -> str:
    """Text of a paragraph.

    Args:
        paragraph: Its `w:p` element.

    Returns:
        The text, with line feeds for line breaks; that of paragraphs in text boxes within it too.
    """
    return "".join(_pieces(paragraph))


def _pieces(element: Any) -> list[str]:
    pieces: list[str] = []
    waiting = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            pieces.append(node)
        elif node.tag == qn("w:t"):
            pieces.append(node.text or "")
        elif node.tag in _BREAKS and node.getparent().tag == qn("w:r"):
            pieces.append(_BREAKS[node.tag])
        elif node.tag not in _HIDDEN:
            if node.tag == qn("w:p") and node is not element:
                waiting.append("\n")
            waiting.extend(reversed(node))
    return pieces


def uses_old_font(body: Any) -> bool:
    """Whether some text is set in a font of the codings before Unicode (TCVN3, VNI)."""
    return any(
        str(value).lower().startswith(_OLD_FONTS)
        for fonts in body.iter(qn("w:rFonts"))
        for value in fonts.values()
    )
