"""Changes one thing in a record: a value, a key of a mapping, an item or the order of a list."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic_core import PydanticUndefined

from generator.model import Period, Record

Mutation = tuple[str, Any]
"""What was changed, and the whole with that change."""


def mutations(value: Any, annotation: Any = None, where: str = "") -> Iterator[Mutation]:
    """Every way in which one thing of a value can be another one.

    Args:
        value: A record, a list, a mapping or a plain value.
        annotation: Its type, by which something is put where nothing was.
        where: Where it stands, for messages.

    Yields:
        The place and the changed value; each differs from the value in that one thing.
    """
    if isinstance(value, Record):
        for name, info in type(value).model_fields.items():
            inner = mutations(getattr(value, name), info.annotation, f"{where}/{name}")
            for place, changed in inner:
                yield place, value.model_copy(update={name: changed})
    elif isinstance(value, tuple):
        yield from _of_list(value, annotation, where)
    elif isinstance(value, Mapping):
        yield from _of_mapping(value, annotation, where)
    else:
        other = another(value, annotation)
        if other != value:
            yield where, other


def _of_list(items: tuple[Any, ...], annotation: Any, where: str) -> Iterator[Mutation]:
    for position, item in enumerate(items):
        before, after = items[:position], items[position + 1 :]
        for place, changed in mutations(item, None, f"{where}/{position}"):
            yield place, (*before, changed, *after)
        yield f"{where}/{position} gone", (*before, *after)
        if after and after[0] != item:
            yield f"{where}/{position} swapped", (*before, after[0], item, *after[1:])
    if items:
        yield f"{where} doubled", (*items, items[-1])
    else:
        yield f"{where} filled", (sample(_inner(annotation)),)


def _of_mapping(values: Mapping[Any, Any], annotation: Any, where: str) -> Iterator[Mutation]:
    for key, value in values.items():
        for place, changed in mutations(value, None, f"{where}/{key}"):
            yield place, {**values, key: changed}
        yield f"{where}/{key} gone", {k: v for k, v in values.items() if k != key}
    if not values:
        yield f"{where} filled", {"moi": sample(_inner(annotation, -1))}


def another(value: Any, annotation: Any) -> Any:
    """A value of the same kind that is not the same."""
    match value:
        case None:
            return sample(annotation)
        case bool():
            return not value
        case int() | Decimal():
            return value + 1
        case date():
            return value + timedelta(days=1)
        case Period():
            return Period(value.start + 1, value.end + 1)
        case _:
            others = [one for one in _literals(annotation) if one != value]
            return others[0] if others else f"{value}-khac"


def sample(annotation: Any) -> Any:
    """Some value of a type."""
    if fixed := _literals(annotation):
        return fixed[0]
    for kind in _kinds(annotation):
        if isinstance(kind, type) and issubclass(kind, Record):
            required = {
                name: sample(info.annotation)
                for name, info in kind.model_fields.items()
                if info.default is PydanticUndefined
            }
            return kind.model_construct(**required)
        if kind in _SAMPLES:
            return _SAMPLES[kind]
    raise AssertionError(f"no sample of {annotation}")


_SAMPLES: dict[Any, Any] = {
    bool: True,
    int: 2031,
    Decimal: Decimal("7.5"),
    date: date(2031, 5, 6),
    Period: Period(2031, 2031),
    str: "moi-tinh",
    tuple: (),
    Mapping: {},
}


def _kinds(annotation: Any) -> Iterator[Any]:
    """Plain types of an annotation, through what wraps them; the outer ones first."""
    origin = get_origin(annotation)
    if origin is None:
        yield annotation
    elif origin in {Union, UnionType} or hasattr(annotation, "__metadata__"):
        for one in get_args(annotation):
            if one is not NoneType:
                yield from _kinds(one)
    elif isinstance(origin, type):
        yield Mapping if issubclass(origin, Mapping) else origin
        for one in get_args(annotation):
            yield from _kinds(one)


def _inner(annotation: Any, place: int = 0) -> Any:
    """Type of what a list or a mapping holds."""
    origin = get_origin(annotation)
    if hasattr(annotation, "__metadata__"):
        return _inner(get_args(annotation)[0], place)
    if origin in {Union, UnionType}:
        return _inner(get_args(annotation)[0], place)
    return get_args(annotation)[place]


def _literals(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    if get_origin(annotation) in {Union, UnionType} or hasattr(annotation, "__metadata__"):
        return tuple(one for part in get_args(annotation) for one in _literals(part))
    return ()
