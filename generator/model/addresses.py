"""Stable addresses: items of a list are named by their own id, code or period, not by position.

`annexes/phu-luc-1-1/rows/V/rows/21/amounts/y2025` stays the same when rows are inserted above it.
"""

from collections import Counter
from collections.abc import Sequence

IDENTIFYING_KEYS = ("id", "group", "task", "code", "document", "indicator", "period")
"""Keys that name an item of a list, the first one that it has."""


def item_words(names: Sequence[str]) -> tuple[str, ...]:
    """Name every item of a list within it.

    Args:
        names: What each item of the list is called by `IDENTIFYING_KEYS`; empty for one that has
            none of them.

    Returns:
        The name of each; `~2` marks the second of that name. The position, from 1, of one that
        has no name.
    """
    seen: Counter[str] = Counter()
    words = []
    for position, name in enumerate(names, 1):
        seen[name] += 1
        words.append(
            str(position) if not name else f"{name}~{seen[name]}" if seen[name] > 1 else name
        )
    return tuple(words)
