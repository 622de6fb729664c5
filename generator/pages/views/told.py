"""Changes in sentences for readers: many things that came together are one sentence."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.changes import Change, Item, Level, details, sentence
from generator.changes.names import PLURALS
from generator.changes.sentences.text import listed
from generator.changes.values import Added, Dropped, FieldChanged
from generator.vietnamese import format_integer

FOLDED_FROM = 3
"""So many things of one kind, added or dropped at once, are told in one sentence."""

_KINDS: Mapping[Item, str] = {
    **PLURALS,
    Item.PROVINCE: "tỉnh, thành phố",
    Item.AGENCY: "cơ quan",
    Item.DOCUMENT: "văn bản",
    Item.UNIT: "đơn vị",
    Item.CONCEPT: "khái niệm",
}
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Told:
    """Changes in words.

    Attributes:
        text: The sentence.
        details: What else a reader should know of it.
        promise: Whether it touches what was promised.
        count: How many changes it tells.
    """

    text: str
    details: tuple[str, ...]
    promise: bool
    count: int = 1


def printable(text: str) -> str:
    """A text without what neither XML nor HTML may hold; git and old files may hold anything."""
    return _UNPRINTABLE.sub(" ", text)


def tell(changes: Sequence[Change], names: Mapping[str, str]) -> Iterator[Told]:
    """Say changes of one plan, or of the registry.

    Args:
        changes: The changes, the most important first.
        names: Plan id to what readers call the plan.

    Yields:
        Sentences in the same order. What touches promises, or carries money, always has a
        sentence of its own.
    """
    folds: dict[tuple[type[Change], Item], list[Change]] = {}
    for change in changes:
        if _may_be_folded(change):
            folds.setdefault((type(change), change.subject.item), []).append(change)
    for change in changes:
        together = folds.get((type(change), change.subject.item), [])
        if len(together) < FOLDED_FROM or not _may_be_folded(change):
            yield _one(change, names)
        elif change is together[0]:
            yield _many(together)


def _may_be_folded(change: Change) -> bool:
    return (
        isinstance(change, Added | Dropped)
        and change.kind.level is not Level.PROMISE
        and change.money is None
        and change.subject.item in _KINDS
    )


def _one(change: Change, names: Mapping[str, str]) -> Told:
    if isinstance(change, FieldChanged):
        change = replace(change, touches=tuple(names.get(one, one) for one in change.touches))
    return Told(
        printable(sentence(change)),
        tuple(map(printable, details(change))),
        change.kind.level is Level.PROMISE,
    )


def _many(changes: Sequence[Change]) -> Told:
    """`Thêm 28 cơ quan: «Sở Y tế», «Sở Tài chính» và 26 nữa`."""
    what = _KINDS[changes[0].subject.item]
    verb = "Thêm" if isinstance(changes[0], Added) else "Bỏ"
    names = Counter(change.subject.name.removeprefix(f"{what} ") for change in changes)
    counted = [f"{name} ({count} mục)" if count > 1 else name for name, count in names.items()]
    text = f"{verb} {format_integer(len(changes))} {what}: {listed(counted)}."
    return Told(printable(text), (), promise=False, count=len(changes))
