"""Changes one value of a plan file, and nothing else."""

from dataclasses import replace

from generator.authoring.formatting.arrange import arrange
from generator.authoring.formatting.parse import parse
from generator.authoring.formatting.tree import Collection, Entry, Node, Scalar
from generator.authoring.formatting.write import write
from generator.diagnostics import Path
from generator.errors import UsageError
from generator.schema import kind_of
from generator.vietnamese import FigureError, normalise_spaces, parse_decimal, shorten
from generator.vietnamese.numbers import MOST_DIGITS


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
    if node.is_text:
        return replace(node, text=printed)
    return replace(node, text=_figure(printed))


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
