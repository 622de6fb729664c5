"""Loaded by Python at its start: folders are listed in an order of their own, told by a variable."""

import os
import random
from types import TracebackType
from typing import Any

_listdir, _scandir = os.listdir, os.scandir
_order = random.Random(os.environ["KEHOACH_TEST_ORDER"])  # noqa: S311 - no secret


class _Shuffled:
    def __init__(self, *where: Any) -> None:
        with _scandir(*where) as found:
            self._entries = list(found)
        _order.shuffle(self._entries)

    def __iter__(self) -> Any:
        return iter(self._entries)

    def __next__(self) -> Any:
        if not self._entries:
            raise StopIteration
        return self._entries.pop()

    def close(self) -> None:
        """Nothing is open."""

    def __enter__(self) -> "_Shuffled":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()


def _shuffled(*where: Any) -> list[Any]:
    names = list(_listdir(*where))
    _order.shuffle(names)
    return names


os.listdir, os.scandir = _shuffled, _Shuffled  # type: ignore[assignment]
