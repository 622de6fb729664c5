"""One way of writing for every plan file: `format_part`.

The form depends on the data alone, apart from comments and single blank lines, which are kept:
keys in the order of the model, quotes where a YAML reader, old or new, needs them and around
every printed code, lines of a table in brackets, one value on one line.

The writer is our own. Libraries that keep comments hang each one on the value *before* it, so
that it stays behind when keys change places; here a comment goes with the key that it stands
above. They also cannot be told per key what to quote and what to set on one line.
"""

from collections import Counter
from collections.abc import Iterator

from generator.authoring.formatting.arrange import arrange
from generator.authoring.formatting.parse import parse
from generator.authoring.formatting.tree import Collection, Document, Node
from generator.authoring.formatting.write import write
from generator.errors import KehoachError
from generator.located import Problem, read
from generator.schema import kind_of

__all__ = ["FormatRefusedError", "UnreadableTextError", "format_part"]


class UnreadableTextError(KehoachError):
    """A text has a fault of family Y, so that what it says is not certain.

    Attributes:
        problems: Every fault, in order of place.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep what is wrong, for the report."""
        super().__init__(problems[0].message)
        self.problems = problems


class FormatRefusedError(KehoachError):
    """The formatted text would not say the same as the one that was given."""


def format_part(part: str, text: str) -> str:
    """Write a plan file in the one form that all of them have.

    Args:
        part: `plan`, `annexes/phu-luc-1-1`, `registry/agencies`. Any other name is formatted
            without knowledge of its keys.
        text: The file. It need not be valid; it must be readable.

    Returns:
        The same data and comments in canonical form, with LF and a line feed at the end.
        Formatting it again changes nothing.

    Raises:
        UnreadableTextError: The text has a fault of family Y.
        FormatRefusedError: Data or comments would change; a bug of ours.
    """
    text = text.replace("\r\n", "\n")
    before = _data(text)
    document = parse(text)
    formatted = write(arrange(kind_of(part), document))
    if not _is_same(before, _data(formatted)) or _comments(parse(formatted)) != _comments(document):
        raise FormatRefusedError(
            f"Không định dạng được «{part}» mà giữ nguyên dữ liệu; tệp được để nguyên. "
            "Đây là lỗi của chương trình, xin báo lại."
        )
    return formatted


def _data(text: str) -> object:
    reading = read(text.encode())
    if reading.problems or reading.located is None:
        raise UnreadableTextError(reading.problems)
    return reading.located.data


def _is_same(one: object, other: object) -> bool:
    """Whether two values are equal to the type: 1 is neither 1.0 nor true."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_is_same(one[k], other[k]) for k in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_is_same, one, other))
    return one == other


def _comments(document: Document) -> Counter[str]:
    root = document.root
    return Counter(filter(None, (*document.header, *_comments_in(root), *document.footer)))


def _comments_in(node: Node) -> Iterator[str]:
    if isinstance(node, Collection):
        yield from node.below
        for entry in node.entries:
            yield from (*entry.above, entry.beside, *_comments_in(entry.value))
