"""Finds every field of plan files that holds text, by the models that read the files."""

import types
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from generator.model import Group, Record, Task

Group.model_rebuild()  # it holds itself, and is only completed when it is first read

FREE = r"^\S(.*\S)?$"
"""Pattern of a free text; another pattern is that of an id, a code or an address."""


@dataclass(frozen=True, eq=False)
class Field:
    """One text in the data of one part.

    Attributes:
        name: Model and key: `Task.title`. The same for all of its kind.
        path: Part, then keys and positions, as findings give them.
        holder: The mapping or list that holds it.
        key: Its key there.
        free: Whether any line of text may stand there as far as the model goes.
    """

    name: str
    path: tuple[str | int, ...]
    holder: Any
    key: Any
    free: bool

    @property
    def value(self) -> str:
        """What stands there; empty when the field is left out."""
        found = self.holder[self.key] if not isinstance(self.holder, dict) else None
        return str(found if found is not None else self.holder.get(self.key, ""))

    def put(self, text: str) -> None:
        """Write a text there."""
        self.holder[self.key] = text


def fields_of(model: type[Record], data: Any, path: tuple[str | int, ...]) -> Iterator[Field]:
    """Every text field of a record, those that are left out and may hold free text too.

    Args:
        model: The record's model.
        data: The record as YAML gives it.
        path: Where it stands.

    Yields:
        The fields, those of records inside it too.
    """
    for name, info in model.model_fields.items():
        key = info.alias or name
        place = (*path, key)
        kind = _strings(info.annotation, info)
        if kind == "free" or (kind and key in data):
            yield Field(f"{model.__name__}.{key}", place, data, key, kind == "free")
        elif key in data:
            yield from _inside(info.annotation, data[key], place, f"{model.__name__}.{key}")


def _inside(kind: Any, data: Any, path: tuple[str | int, ...], name: str) -> Iterator[Field]:
    """Text fields below a list, a mapping or a record."""
    kind = _bare(kind)
    if isinstance(data, list):
        (inner,) = (arg for arg in get_args(kind) if arg is not Ellipsis)
        for at, item in enumerate(data):
            if shape := _strings(inner, None):
                yield Field(f"{name}[]", (*path, at), data, at, shape == "free")
            else:
                yield from _inside(inner, item, (*path, at), name)
    elif isinstance(kind, type) and issubclass(kind, Record):
        yield from fields_of(kind, data, path)
    elif get_origin(kind) is Union or get_origin(kind) is types.UnionType:
        yield from fields_of(Group if "group" in data else Task, data, path)
    elif isinstance(data, MutableMapping) and get_origin(kind) is not None:
        for key, item in data.items():
            yield from _inside(get_args(kind)[1], item, (*path, key), name)


def _bare(kind: Any) -> Any:
    """A type without what is annotated to it, and without None."""
    while True:
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif get_origin(kind) in (Union, types.UnionType):
            kinds = [arg for arg in get_args(kind) if arg is not type(None)]
            if len(kinds) != 1:
                return kind
            kind = kinds[0]
        else:
            return kind


def _strings(kind: Any, info: FieldInfo | None) -> Literal["", "free", "bound"]:
    """Whether a type is text, and any text or one of a shape."""
    if _bare(kind) is not str:
        return ""
    patterns = {getattr(item, "pattern", None) for item in (info.metadata if info else ())}
    while (args := get_args(kind)) and kind is not str:
        patterns |= {item.pattern for item in args[1:] if isinstance(item, StringConstraints)}
        kind = args[0]
    return "free" if patterns - {None} == {FREE} else "bound"


def values_of(data: Any) -> Iterator[str]:
    """Every text in some data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for item in data.values():
            yield from values_of(item)
    elif isinstance(data, list):
        for item in data:
            yield from values_of(item)
