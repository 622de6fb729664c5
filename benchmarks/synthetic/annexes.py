"""Two annexes a plan: one of tasks with money that adds up, one of tasks with deadlines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, cast

from benchmarks.synthetic import words
from benchmarks.synthetic.data import Data, Value
from benchmarks.synthetic.phrases import (
    Timing,
    coordinators,
    lead,
    roman,
    split,
    timing,
    work,
)
from benchmarks.synthetic.slots import Slot

MONEY, DEADLINES = "phu-luc-1", "phu-luc-2"
_TASKS_WITH_MONEY, _TASKS_WITH_DEADLINES = 60, 40
_MISPLACED: Final = 7
_TOTAL: Final = "total"

Amounts = dict[str, int]


@dataclass(frozen=True, slots=True)
class _Column:
    id: str
    label: str
    first: int = 0
    last: int = 9999
    source: str = ""

    def as_data(self) -> Data:
        data: Data = {"id": self.id, "label": self.label}
        if self.first:
            span = f"{self.first}-{self.last}"
            data["period"] = self.first if self.first == self.last else span
        return data | ({"source": self.source} if self.source else {})


@dataclass(frozen=True, slots=True)
class Misplaced:
    """An amount in a column that the task's time does not touch: place and million đồng."""

    path: str
    amount: int


@dataclass(frozen=True, slots=True)
class MoneyAnnex:
    """The annex of money.

    Attributes:
        data: The file.
        stated: Its totals by column, in million đồng.
        misplaced: Money of a task in a year before its time, in some of the plans.
    """

    data: Data
    stated: Amounts
    misplaced: Misplaced | None


def money_annex(slot: Slot) -> MoneyAnnex:
    """Make the annex of tasks with money: groups, some of them with groups, and totals."""
    columns = _columns(slot)
    sizes = split(slot.rng, _TASKS_WITH_MONEY, slot.rng.randint(5, 7))
    numbers = iter(range(1, _TASKS_WITH_MONEY + 1))
    rows: list[Data] = []
    for at, size in enumerate(sizes, 1):
        code = roman(at)
        parts = split(slot.rng, size, 2) if size >= 10 else []
        below = [
            _group(
                f"{code}.{part}", words.PARTS_OF_GROUPS[part - 1], _tasks(slot, columns, numbers, n)
            )
            for part, n in enumerate(parts, 1)
        ] or _tasks(slot, columns, numbers, size)
        rows.append(_group(code, words.GROUPS[at - 1].format(topic=slot.topic), below))
    stated = _sum(rows)
    data: Data = {
        "title": f"Danh mục nhiệm vụ và khái toán kinh phí {slot.title}",
        "place": "Phụ lục I",
        "unit": "million-vnd",
        "columns": [*(c.as_data() for c in columns), _total_column(columns)],
        "total_label": "Tổng cộng",
        "stated": stated,
        "rows": rows,
    }
    return MoneyAnnex(data, stated, _misplaced(slot, rows))


def deadline_annex(slot: Slot) -> Data:
    """Make the annex of tasks with deadlines, grouped by theme, or by the agency that leads."""
    by_agency = slot.index % 3 == 0
    sizes = split(slot.rng, _TASKS_WITH_DEADLINES, 6)
    agencies = slot.rng.sample(words.LEADS, len(sizes))
    numbers = iter(range(1, _TASKS_WITH_DEADLINES + 1))
    rows: list[Value] = []
    for at, (size, agency) in enumerate(zip(sizes, agencies, strict=True), 1):
        title = agency if by_agency else words.GROUPS[at - 1].format(topic=slot.topic)
        tasks = [
            _deadline_task(slot, next(numbers), agency if by_agency else "") for _ in range(size)
        ]
        rows.append({"group": roman(at), "title": title, "rows": tasks})
    data: Data = {
        "title": f"Phân công nhiệm vụ {slot.title}",
        "place": "Phụ lục II",
        "schedule_means": "deadline",
        "rows": rows,
    }
    return data | ({"group_by": "agency"} if by_agency else {})


def _columns(slot: Slot) -> tuple[_Column, ...]:
    start, end = slot.period
    if slot.index % 3 == 1:
        return tuple(_Column(f"y{y}", f"Năm {y}", y, y) for y in range(start, end + 1))
    if slot.index % 3 == 2:
        names = ("Ngân sách trung ương", "Ngân sách địa phương", "Nguồn xã hội hóa")
        ids = ("nstw", "nsdp", "xhh")
        return tuple(_Column(i, name, source=name) for i, name in zip(ids, names, strict=True))
    middle = start + 1
    return (
        _Column(f"y{start}", f"Khái toán kinh phí năm {start}", start, start),
        _Column(f"y{middle}-{end}", f"Khái toán kinh phí giai đoạn {middle} - {end}", middle, end),
    )


def _total_column(columns: Sequence[_Column]) -> Data:
    return {"id": _TOTAL, "label": "Tổng cộng", "adds": [column.id for column in columns]}


def _tasks(
    slot: Slot, columns: Sequence[_Column], numbers: Iterator[int], count: int
) -> list[Data]:
    return [_money_task(slot, columns, next(numbers)) for _ in range(count)]


def _money_task(slot: Slot, columns: Sequence[_Column], number: int) -> Data:
    when = timing(slot)
    if is_misplaced := slot.has_misplaced_money and number == _MISPLACED:
        start, end = slot.period
        when = Timing(f"{start + 1} - {end}", start, end)
    task: Data = {"task": str(number), "title": work(slot), "lead": lead(slot.rng)}
    task["schedule"] = when.text
    if is_misplaced or slot.rng.random() > 0.05:
        task["amounts"] = _amounts(slot, columns, when)
    if slot.rng.random() < 0.1:
        task["remark"] = "Lồng ghép với chương trình mục tiêu quốc gia"
    return task


def _amounts(slot: Slot, columns: Sequence[_Column], when: Timing) -> Amounts:
    step = slot.rng.choice((10, 50, 100, 500))
    amounts = {
        column.id: slot.rng.randint(1, 180) * step
        for column in columns
        if column.first <= when.last and when.first <= column.last
    }
    return amounts | {_TOTAL: sum(amounts.values())}


def _group(code: str, title: str, rows: list[Data]) -> Data:
    return {"group": code, "title": title, "stated": _sum(rows), "rows": rows}


def _sum(rows: Iterable[Data]) -> Amounts:
    total: Amounts = {}
    for row in rows:
        for column, amount in cast(Amounts, row.get("stated", row.get("amounts", {}))).items():
            total[column] = total.get(column, 0) + amount
    return total


def _misplaced(
    slot: Slot, rows: Iterable[Data], path: str = f"annexes/{MONEY}"
) -> Misplaced | None:
    """Look for the task that has money before its time."""
    for row in rows if slot.has_misplaced_money else ():
        if row.get("task") == str(_MISPLACED):
            column = f"y{slot.period[0]}"
            amount = cast(Amounts, row["amounts"])[column]
            return Misplaced(f"{path}/rows/{_MISPLACED}/amounts/{column}", amount)
        below = cast(list[Data], row.get("rows", []))
        if found := _misplaced(slot, below, f"{path}/rows/{row.get('group')}"):
            return found
    return None


def _deadline_task(slot: Slot, number: int, agency: str) -> Data:
    leading = agency or lead(slot.rng)
    task: Data = {"task": str(number), "title": work(slot, also=0.5)}
    if not agency:
        task["lead"] = leading
    return task | {
        "coordinators": coordinators(slot.rng, leading),
        "schedule": timing(slot).text,
        "result": slot.rng.choice(words.RESULTS),
    }
