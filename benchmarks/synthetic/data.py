"""Data as files of a plan hold it, and its text in the project's one form."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.authoring.formatting.arrange import arrange
from generator.authoring.formatting.tree import Collection, Document, Entry, Node, Scalar
from generator.authoring.formatting.write import write
from generator.schema import kind_of

Value = str | int | Decimal | bool | Sequence["Value"] | Mapping[str, "Value"]
Data = dict[str, Value]
"""What one record holds, by key."""


def written(part: str, data: Mapping[str, Value]) -> str:
    """Write data as `kehoach fmt` would.

    Args:
        part: `plan`, `annexes/phu-luc-1`, `registry/units`.
        data: What the file holds.

    Returns:
        The text of the file.
    """
    return write(arrange(kind_of(part), Document((), _node(data))))


def _node(value: Value) -> Node:
    if isinstance(value, str):
        return Scalar(value)
    if isinstance(value, Mapping):
        entries = tuple(Entry(key, _node(below)) for key, below in value.items())
        return Collection(entries, is_mapping=True)
    if isinstance(value, Sequence):
        return Collection(tuple(Entry(None, _node(item)) for item in value), is_mapping=False)
    return Scalar(str(value).lower(), is_text=False)
