"""A small reader of finished HTML: elements with attributes, text and parents."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass
class Element:
    """An element; text pieces stand among its children as plain strings."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text, white space collapsed."""
        return " ".join("".join(self._pieces()).split())

    def _pieces(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._pieces()

    def walk(self) -> "Iterator[Element]":
        """Itself and every element in it, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, *tags: str) -> "list[Element]":
        """Every element in it with one of the tags."""
        return [element for element in self.walk() if element.tag in tags]

    def by_id(self, anchor: str) -> "Element":
        """The one element with an id."""
        (found,) = [e for e in self.walk() if e.attributes.get("id") == anchor]
        return found

    def classed(self, name: str) -> "list[Element]":
        """Every element in it with a class."""
        return [e for e in self.walk() if name in e.attributes.get("class", "").split()]


class _Builder(HTMLParser):
    """Builds the tree, and refuses tags that do not match."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> repeats an attribute: {names}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def parse(html: str) -> Element:
    """Read finished HTML.

    Args:
        html: A page's body.

    Returns:
        A root element that holds everything.
    """
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert [element.tag for element in builder._open] == ["root"]
    return builder.root
