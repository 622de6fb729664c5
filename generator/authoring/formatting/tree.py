"""What a YAML file holds for its writer: values, keys in order, and the comments beside them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, or a value that is written as it stood.

    Attributes:
        text: What it says.
        is_text: False for a number, a boolean and nothing: their spelling is kept.
        in_quotes: Whether quotes stand around it even where YAML needs none.
    """

    text: str
    is_text: bool = True
    in_quotes: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A value in a collection, with what is remarked on it.

    Attributes:
        key: Its name; None for an item of a list.
        value: The value.
        above: Comments on lines of their own above it; an empty text is a blank line.
        beside: Comment at the end of its first line; empty when there is none.
    """

    key: str | None
    value: "Node"
    above: tuple[str, ...] = ()
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """A mapping or a list.

    Attributes:
        entries: Its values in order.
        is_mapping: Whether they have keys.
        below: Comments after the last one.
        on_one_line: Whether it belongs on one line, if it fits.
    """

    entries: tuple[Entry, ...]
    is_mapping: bool
    below: tuple[str, ...] = ()
    on_one_line: bool = False


Node = Scalar | Collection


@dataclass(frozen=True, slots=True)
class Document:
    """One file.

    Attributes:
        header: Comments about the file, at its beginning; an empty text is a blank line.
        root: Its data.
        footer: Comments at its end.
    """

    header: tuple[str, ...]
    root: Node
    footer: tuple[str, ...] = ()


def has_comments(node: Node) -> bool:
    """Whether a comment stands anywhere inside a value."""
    return isinstance(node, Collection) and (
        any(node.below)
        or any(e.beside or any(e.above) or has_comments(e.value) for e in node.entries)
    )
