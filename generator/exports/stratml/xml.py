"""Elements in the namespace of the standard, and how they become bytes."""

import re
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, indent, tostring

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name: str, *children: Element | None, **attributes: str) -> Element:
    """An element with the children that are there, in the order given.

    Args:
        name: Name in the namespace of the standard.
        *children: Its children; None stands for one that is absent.
        **attributes: Its attributes.

    Returns:
        The element.
    """
    made = Element(name, attributes)
    made.extend(child for child in children if child is not None)
    return made


def leaf(name: str, text: object | None) -> Element | None:
    """An element that holds text.

    Args:
        name: Name in the namespace of the standard.
        text: What it holds; characters that XML cannot hold become U+FFFD.

    Returns:
        The element; None when there is no text.
    """
    if text is None:
        return None
    made = Element(name)
    made.text = _NOT_XML.sub("\ufffd", str(text))
    return made


def sentences(*parts: str | None) -> str | None:
    """Join what is there into one text, or None when nothing is."""
    return " ".join(part for part in parts if part) or None


def identifier(*parts: str) -> str:
    """A name that is the same for the same thing in every build.

    Args:
        *parts: What tells the thing apart: the plan's id, then its place in the plan.

    Returns:
        An XML ID: an underscore and a name-based UUID (RFC 9562, version 5).
    """
    return f"_{uuid5(NAMESPACE_URL, ' '.join(parts))}"


def xml_bytes(root: Element) -> bytes:
    """Write a document.

    Args:
        root: Its root, without a namespace yet.

    Returns:
        UTF-8 XML with a declaration, two spaces of indentation and a last line end.
    """
    root.set("xmlns", NAMESPACE)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
