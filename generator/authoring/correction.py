"""Changes one value of a plan file, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from generator.authoring.formatting.arrange import arrange
from generator.authoring.formatting.parse import parse
from generator.authoring.formatting.tree import Collection, Entry, Node, Scalar
from generator.authoring.formatting.write import write
from generator.diagnostics import Path
from generator.errors import UsageError
from generator.schema import kind_of
from generator.vietnamese import FigureError, normalise_spaces, parse_decimal, shorten
from generator.vietnamese.numbers import MOST_DIGITS

_INNER = frozenset({"rows", "groups", "items"})
"""Keys below which a row holds other rows."""

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def corrected(part: str, text: str, path: Path, printed: str) -> str:
    """Write a plan file with one value corrected.

    Args:
        part: `plan`, `annexes/phu-luc-1-1`.
        text: The file, which has no fault of family Y.
        path: Keys and positions of the value in the file's data.
        printed: What the document prints. In the place of a number it is a figure in
            Vietnamese writing, `1.184.374` or `42,05`; a plain `42.05` is taken as well.

    Returns:
        The file in canonical form.

    Raises:
        UsageError: The place holds more than one value, or a number is to become text.
    """
    document = parse(text)
    root = _changed(document.root, path, normalise_spaces(printed))
    return write(arrange(kind_of(part), replace(document, root=root)))


def places_that_say(data: object, path: Path, shown: str) -> list[Path]:
    """Find the values of a row that a reader means by what the page shows of them.

    Args:
        data: Data of the part.
        path: The row, the part first.
        shown: A figure in Vietnamese writing, or a text.

    Returns:
        Paths of the figures that are this one; where there is none, of the texts. Rows within
        the row are rows of their own.
    """
    node = data
    for key in path[1:]:
        node = node[key]  # type: ignore[index]
    leaves = list(_leaves(node, path))
    text = normalise_spaces(shown)
    try:
        figure = parse_decimal(text) if len(text) <= MOST_DIGITS else None
    except FigureError:
        figure = None
    numbers = [at for at, value in leaves if figure is not None and _number(value) == figure]
    return numbers or [at for at, value in leaves if normalise_spaces(str(value)) == text]


def _leaves(node: object, path: Path) -> Iterator[tuple[Path, object]]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in _INNER:
                yield from _leaves(value, (*path, key))
    elif isinstance(node, list):
        for at, value in enumerate(node):
            yield from _leaves(value, (*path, at))
    elif node is not None:
        yield path, node


def _number(value: object) -> Decimal | None:
    is_number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return Decimal(str(value)) if is_number else None


def _changed(node: Node, path: Path, printed: str) -> Node:
    if not path:
        return _scalar(node, printed)
    if not isinstance(node, Collection):
        raise UsageError("Chỗ này không có giá trị nào để sửa.")
    entries = tuple(
        replace(entry, value=_changed(entry.value, path[1:], printed))
        if _is_at(entry, position, path[0])
        else entry
        for position, entry in enumerate(node.entries)
    )
    return replace(node, entries=entries)


def _is_at(entry: Entry, position: int, key: object) -> bool:
    return entry.key == key if isinstance(key, str) else position == key


def _scalar(node: Node, printed: str) -> Scalar:
    if isinstance(node, Collection):
        raise UsageError("Chỗ này gồm nhiều giá trị; hãy chỉ đúng một giá trị.")
    if _ISO.fullmatch(node.text) and (day := _DAY.fullmatch(printed)):
        return replace(node, text=_iso(day))
    if node.is_text:
        return replace(node, text=printed)
    return replace(node, text=_figure(printed))


def _iso(day: re.Match[str]) -> str:
    """A day as documents print it, as YAML writes it."""
    try:
        return date(int(day[3]), int(day[2]), int(day[1])).isoformat()
    except ValueError as error:
        raise UsageError(f"«{day[0]}» không phải một ngày có thật.") from error


def _figure(printed: str) -> str:
    """The figure as YAML writes it."""
    for text in (printed, printed.replace(".", ",")) if len(printed) <= MOST_DIGITS else ():
        try:
            figure = parse_decimal(text)
        except FigureError:
            continue
        return str(int(figure) if figure == figure.to_integral_value() else figure)
    raise UsageError(
        f"Chỗ này là một con số, «{shorten(printed)}» không đọc được là số. Viết như trong văn bản: "
        "1.184.374 hoặc 42,05."
    )
