"""Which plans there are: province, kind, number, dates, and what replaces what.

Plan number k depends on the seed and k alone, so that a smaller project is the beginning of a
larger one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from random import Random
from typing import Any, Final

from benchmarks.synthetic.words import TOPICS

KINDS: Final = (
    ("ke-hoach", "Kế hoạch", "KH-UBND", "ubnd-tinh", "Ủy ban nhân dân"),
    ("de-an", "Đề án", "ĐA-UBND", "ubnd-tinh", "Ủy ban nhân dân"),
    ("nghi-quyet", "Nghị quyết", "NQ-HĐND", "hoi-dong-nhan-dan-tinh", "Hội đồng nhân dân"),
)
"""Id, name, letters of the number, issuing agency and its name."""

_FIRST_NUMBER: Final = 100
_EVERY: Final = 4
"""One plan of so many is of a former province, and the next one replaces it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A province as titles name it."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True)
class Slot:
    """One plan before it is filled.

    Attributes:
        index: Its number, from 0.
        seed: Seed of the project.
        place: Province.
        topic: What it is about.
        kind: Position in `KINDS`.
        issued_on: Day of issue.
        period: First and last year.
        is_old: Whether it was issued by a province of before the mergers.
        former: The plan of a former province that it replaces.
    """

    index: int
    seed: int
    place: Place
    topic: str
    kind: int
    issued_on: date
    period: tuple[int, int]
    is_old: bool = False
    former: "Slot | None" = None

    @property
    def number(self) -> str:
        """Number as printed, `104/KH-UBND`."""
        return f"{_FIRST_NUMBER + self.index}/{KINDS[self.kind][2]}"

    @property
    def slug(self) -> str:
        """Name of the folder, `104-kh-ubnd-2025`."""
        letters = KINDS[self.kind][2].lower().replace("đ", "d")
        return f"{_FIRST_NUMBER + self.index}-{letters}-{self.issued_on.year}"

    @property
    def document(self) -> str:
        """Id among the documents of the registry."""
        return f"{self.slug}-{self.place.id}"

    @property
    def title(self) -> str:
        """What follows the kind of document in the title."""
        first, last = self.period
        return f"{self.topic} {self.place.kind} {self.place.name} giai đoạn {first} - {last}"

    @property
    def has_misplaced_money(self) -> bool:
        """Whether a task of it has money before its time, as a real document has; see waivers."""
        return self.index % 9 == 0

    @cached_property
    def rng(self) -> Random:
        """Chance, the same for this plan in every project of the seed."""
        return Random(f"{self.seed}/{self.index}")  # noqa: S311 - repeatable on purpose


def slots(provinces: Mapping[str, Mapping[str, Any]], count: int, seed: int) -> tuple[Slot, ...]:
    """Lay out the plans of a project.

    Args:
        provinces: The provinces of the registry.
        count: How many plans.
        seed: Any number.

    Returns:
        The plans, three of four in a province of today.
    """
    today = [key for key, fields in provinces.items() if "valid_to" not in fields]
    heir = {old: new for new in today for old in provinces[new].get("predecessors", ())}
    rng = Random(seed)  # noqa: S311 - repeatable on purpose
    rng.shuffle(today)
    former = rng.sample(sorted(heir), len(heir))
    found: list[Slot] = []
    for index in range(count):
        before = found[-1] if found and index % _EVERY == 0 else None
        if index % _EVERY == _EVERY - 1:
            province = former[index // _EVERY % len(former)]
        elif before:
            province = heir[before.place.id]
        else:
            province = today[index % len(today)]
        fields = provinces[province]
        place = Place(province, fields["name"], fields["kind"])
        found.append(_slot(index, seed, place, before, is_old=province in heir))
    return tuple(found)


def following(provinces: Mapping[str, Mapping[str, Any]], count: int, seed: int) -> dict[int, Slot]:
    """For each plan that is replaced, the plan that replaces it, even beyond the last one."""
    return {slot.former.index: slot for slot in slots(provinces, count + 1, seed) if slot.former}


def _slot(index: int, seed: int, place: Place, before: Slot | None, *, is_old: bool) -> Slot:
    rng = Random(f"{seed}/slot/{index}")  # noqa: S311 - repeatable on purpose
    topics = tuple(TOPICS)
    month = rng.randint(2, 6) if is_old else rng.randint(7, 12)
    return Slot(
        index=index,
        seed=seed,
        place=place,
        topic=before.topic if before else topics[index % len(topics)],
        kind=rng.randrange(len(KINDS)),
        issued_on=date(2025, month, rng.randint(1, 28)),
        period=(2025 if is_old or rng.random() < 0.7 else 2026, 2030),
        is_old=is_old,
        former=before,
    )
