"""Titles, cells and times put together from the lists of words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from random import Random

from benchmarks.synthetic import words
from benchmarks.synthetic.slots import Slot


@dataclass(frozen=True, slots=True)
class Timing:
    """The words that tell a task's time, and the years in which it may cost money."""

    text: str
    first: int
    last: int


def work(slot: Slot, *, also: float = 0.35) -> str:
    """The title of a task: what is done with what, where and to what end."""
    rng = slot.rng
    thing = rng.choice(words.TOPICS[slot.topic])
    title = f"{rng.choice(words.SHORT)} {thing} {rng.choice(words.WHERE)}"
    if rng.random() < 0.75:
        title += f", {rng.choice(words.WHAT_FOR)}"
    if rng.random() < also:
        title += f"; {rng.choice(words.ALSO)}"
    return title


def lead(rng: Random) -> str:
    """A cell of who leads."""
    names = rng.sample(words.LEADS, 2 if rng.random() < 0.1 else 1)
    return "; ".join(names)


def coordinators(rng: Random, lead_cell: str) -> str:
    """A cell of who takes part, none of whom leads."""
    leading = lead_cell.split("; ")
    others = [name for name in rng.sample(words.LEADS, 5) if name not in leading]
    cell = [*others[: rng.randint(0, 2)], rng.choice(words.COLLECTIVES)]
    joined = "; ".join(cell)
    return joined[0].upper() + joined[1:]


def timing(slot: Slot) -> Timing:
    """A time in one of the forms of official documents, within the plan's period."""
    rng, (start, end) = slot.rng, slot.period
    first = rng.choice((start, start, start + 1, start + 2))
    last = rng.randint(max(first + 1, slot.issued_on.year + 1), end)
    quarter = ("I", "II", "III", "IV")[rng.randrange(4)]
    forms = (
        Timing(f"{first} - {last}", first, last),
        Timing(f"{first} - {last}", first, last),
        Timing(f"Giai đoạn {first} - {last}", first, last),
        Timing(f"Từ năm {first} đến năm {last}", first, last),
        Timing(f"{first} - {last}, mỗi năm ít nhất 2 lần", first, last),
        Timing(f"{first} - {last}; hoàn thành Quý 2 năm {last}", first, last),
        Timing(f"Năm {last}", last, last),
        Timing(f"Năm {first} và các năm tiếp theo", first, end),
        Timing("Thường xuyên", start, end),
        Timing("Hằng năm", start, end),
        Timing(f"Quý {quarter}/{last}", start, last),
        Timing(f"Trước ngày 30/6/{last}", start, last),
        Timing(f"Hoàn thành trong Quý {quarter} năm {last}", start, last),
        Timing(f"Tháng {rng.randint(1, 12)}/{last}", start, last),
        Timing("Sau khi có hướng dẫn của Bộ Khoa học và Công nghệ", start, end),
    )
    return rng.choice(forms)


def printed(value: Decimal | int) -> str:
    """A figure as documents print it: 42,05; 1.200."""
    whole, _, rest = f"{value:,}".partition(".")
    return ",".join(filter(None, (whole.replace(",", "."), rest)))


def shares(rng: Random, total: int, parts: int, step: int) -> list[int]:
    """Split a total that is a multiple of `step` into parts that are too."""
    cuts = sorted(rng.randint(1, total // step - 1) for _ in range(parts - 1))
    ends = [0, *cuts, total // step]
    return [(b - a) * step for a, b in pairwise(ends)]


def split(rng: Random, count: int, parts: int) -> list[int]:
    """How many of `count` rows stand in each of some groups, every group with a few."""
    least = max(1, count // (parts * 2))
    sizes = [least] * parts
    for _ in range(count - least * parts):
        sizes[rng.randrange(parts)] += 1
    return sizes


def day(value: date) -> str:
    """A day as documents print it."""
    return f"{value.day:02}/{value.month}/{value.year}"


def roman(number: int) -> str:
    """`IV` for 4; up to 9."""
    return ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number - 1]


def pick(rng: Random, items: Sequence[str], count: int) -> list[str]:
    """Some of the items, in their order."""
    return [items[at] for at in sorted(rng.sample(range(len(items)), count))]
