"""Writes changed values into the text of a plan file; comments and everything else stay."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator import located
from generator.authoring.formatting import format_part
from generator.authoring.formatting.parse import parse
from generator.authoring.formatting.tree import Collection, Entry, Node, Scalar
from generator.authoring.formatting.write import write
from generator.authoring.importing.errors import ImportRefusedError
from generator.authoring.updating.compare import Edit
from generator.diagnostics import Path
from generator.schema import validate
from generator.tables import Cell, plain


def apply_edits(part: str, text: str, edits: Sequence[Edit]) -> str:
    """Write changes into a file.

    Args:
        part: The part of the plan that the file is.
        text: The file, which has no fault of family Y.
        edits: Changes in it.

    Returns:
        The file in canonical form with exactly these values changed.

    Raises:
        ImportRefusedError: The file would no longer be valid.
    """
    document = parse(text)
    root = document.root
    for edit in edits:
        root = _with(root, edit.path[1:], edit.new)
    changed = format_part(part, write(replace(document, root=root)))
    reading = located.read(changed.encode())
    assert reading.located is not None  # noqa: S101 - it has just been formatted
    findings = validate(part, reading.located).findings
    if findings:
        raise ImportRefusedError(
            f"Sau khi sửa, {part} không còn hợp lệ nên không ghi gì: "
            + " ".join(finding.message for finding in findings[:3])
        )
    return changed


def _with(node: Node, path: Path, value: Cell) -> Node:
    """A tree with one value put in, replaced or taken out."""
    if not path:
        return _scalar(value)
    key = path[0]
    entries = list(node.entries) if isinstance(node, Collection) else []
    at = next((i for i, e in enumerate(entries) if key == (i if e.key is None else e.key)), None)
    if at is None:
        if value is not None and isinstance(key, str):
            entries.append(Entry(key, _with(Collection((), True), path[1:], value)))
    elif value is None and len(path) == 1:
        del entries[at]
    else:
        entries[at] = replace(entries[at], value=_with(entries[at].value, path[1:], value))
    kept = (entry for entry in entries if entry.key is None or not _is_empty_mapping(entry, path))
    return _as_collection(node, tuple(kept))


def _is_empty_mapping(entry: Entry, path: Path) -> bool:
    """Whether a mapping lost its last value: amounts of a row that prints none have no key."""
    return (
        entry.key == path[0]
        and len(path) > 1
        and isinstance(entry.value, Collection)
        and entry.value.is_mapping
        and not entry.value.entries
    )


def _as_collection(node: Node, entries: tuple[Entry, ...]) -> Collection:
    if isinstance(node, Collection):
        return replace(node, entries=entries)
    return Collection(entries, True)


def _scalar(value: Cell) -> Scalar:
    if isinstance(value, str):
        return Scalar(value)
    if isinstance(value, Decimal):
        return Scalar(f"{value.normalize():f}", is_text=False)
    return Scalar(plain(value), is_text=False)
