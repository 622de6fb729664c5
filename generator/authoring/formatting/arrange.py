"""Puts keys in the order of the model and decides what belongs on one line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from generator.authoring.formatting.tree import Collection, Document, Entry, Node, Scalar
from generator.model import base
from generator.schema import allowed_keys, expected_at_top, expected_below

LINES_OF_A_TABLE = frozenset(
    {"Announced", "AnnexTotal", "Citation", "Column", "Observation", "StatedTarget", "Target"}
)
"""Records that are read one below the other like the lines of a table, so each is one line."""

_REMARK = "note"
"""A record that carries one is written out: a sentence at the end of a long line is overlooked."""

_CODE: str = get_args(base.Code)[1].pattern
_SLUG: str = get_args(base.Slug)[1].pattern
_REF = "$ref"

Schema = Mapping[str, Any]


def arrange(kind: str | None, document: Document) -> Document:
    """Arrange a file.

    Args:
        kind: Kind of file: `plan`, `annex`, `agencies`; None when its keys are not known.
        document: The file as it was read.

    Returns:
        The same values and comments, arranged.
    """
    schema = expected_at_top(kind, _keys(document.root)) if kind else {}
    arranger = _Arranger(kind, _column_ids(document.root))
    return replace(document, root=arranger.node(schema, document.root))


class _Arranger:
    """What the places of one file have in common.

    An annex gives the order of its columns: the amounts of every row follow it.
    """

    def __init__(self, kind: str | None, columns: tuple[str, ...]) -> None:
        self._kind = kind
        self._columns = columns

    def node(self, schema: Schema, node: Node) -> Node:
        """Arrange a value."""
        if isinstance(node, Scalar):
            return replace(node, in_quotes=schema.get("pattern") == _CODE)
        entries = [self._entry(schema, at, entry) for at, entry in enumerate(node.entries)]
        if node.is_mapping:
            entries = in_order(entries, allowed_keys(schema) or self._columns)
        return replace(node, entries=tuple(entries), on_one_line=_belongs_on_one_line(schema, node))

    def _entry(self, schema: Schema, position: int, entry: Entry) -> Entry:
        key = position if entry.key is None else entry.key
        keys = _keys(entry.value)
        below = expected_below(self._kind, schema, key, keys) if self._kind else {}
        return _hoisted(replace(entry, value=self.node(below, entry.value)))


def in_order(entries: Sequence[Entry], order: Sequence[str]) -> list[Entry]:
    """Sort entries by key.

    Args:
        entries: Entries with keys.
        order: Keys in their order.

    Returns:
        The entries that `order` names, then the others as they stood.
    """
    places = {key: place for place, key in enumerate(order)}
    return sorted(entries, key=lambda entry: places.get(str(entry.key), len(places)))


def _hoisted(entry: Entry) -> Entry:
    """Move comments to where they can be written: above a dash, or out of empty brackets."""
    value = entry.value
    if not isinstance(value, Collection):
        return entry
    if not value.entries:
        above = (*entry.above, *filter(None, value.below))
        return replace(entry, above=above, value=replace(value, below=()))
    first, *rest = value.entries
    if entry.key is None and any(first.above):
        bare = replace(value, entries=(replace(first, above=()), *rest))
        return replace(entry, above=(*entry.above, *first.above), value=bare)
    return entry


def _belongs_on_one_line(schema: Schema, node: Collection) -> bool:
    if not node.entries:
        return True
    if node.is_mapping:
        return _is_amounts(schema) or (
            _record_name(schema) in LINES_OF_A_TABLE
            and all(entry.key != _REMARK for entry in node.entries)
        )
    items: Schema = schema.get("items") or {}
    return items.get("pattern") == _SLUG


def _record_name(schema: Schema) -> str:
    return str(schema.get(_REF, "")).rpartition("/")[2]


def _is_amounts(schema: Schema) -> bool:
    patterned: Schema = schema.get("patternProperties") or {}
    return any(value.get("type") == "integer" for value in patterned.values())


def _keys(node: Node) -> object:
    """What the schema needs to know of a value: of a mapping, its keys."""
    if isinstance(node, Scalar):
        return node.text
    return dict.fromkeys(str(e.key) for e in node.entries) if node.is_mapping else []


def _column_ids(root: Node) -> tuple[str, ...]:
    """Ids of the columns that an annex declares."""
    columns = _value_of(root, "columns")
    items = columns.entries if isinstance(columns, Collection) else ()
    ids = (_value_of(item.value, "id") for item in items)
    return tuple(node.text for node in ids if isinstance(node, Scalar))


def _value_of(node: Node | None, key: str) -> Node | None:
    entries: Iterable[Entry] = node.entries if isinstance(node, Collection) else ()
    return next((entry.value for entry in entries if entry.key == key), None)
