"""What several checks ask of one plan, worked out once."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import ParamSpec, TypeVar

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

_MOST = 64
"""More than one plan has annexes, and few enough to hold only a plan or two in memory."""


def remembered(
    function: Callable[Parameters, Iterable[Result]],
) -> Callable[Parameters, tuple[Result, ...]]:
    """Let a function remember what it made of the same objects.

    Args:
        function: Gives values that follow from its arguments alone, which nobody changes.

    Returns:
        The same values as a tuple, from memory when asked again soon.
    """
    kept: dict[tuple[int, ...], tuple[object, tuple[Result, ...]]] = {}

    @wraps(function)
    def ask(*args: Parameters.args, **kwargs: Parameters.kwargs) -> tuple[Result, ...]:
        key = tuple(map(id, args))
        known = kept.get(key)
        if known is None:
            if len(kept) >= _MOST:
                kept.clear()
            # The arguments are kept too: an id may be another object's once they are gone.
            known = kept[key] = (args, tuple(function(*args, **kwargs)))
        return known[1]

    return ask
