"""What became of tasks and targets, as rows to read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.model import Plan, Registry, Task
from generator.model.anchors import annex_rows
from generator.model.comparison import PlacedTarget
from generator.model.succession import ComparedTask, TaskSuccession
from generator.model.target_succession import TargetSuccession, TargetVerdict
from generator.pages.addresses import concept_address, plan_address
from generator.pages.views.comparisons import indicator_address
from generator.pages.views.money import money_in
from generator.vietnamese import fold, format_integer, format_percent, format_signed_integer
from generator.words import period_title, target_words, unit_of

MILLION = 10**6

VERDICTS: dict[TargetVerdict, str] = {
    "worse": "kém hơn",
    "better": "tốt hơn",
    "same": "như cũ",
    "unclear": "không so sánh được",
    "dropped": "chỉ kế hoạch cũ đặt cho kỳ này",
    "added": "chỉ kế hoạch mới đặt cho kỳ này",
}


@dataclass(frozen=True, slots=True)
class Side:
    """A task in one of the two plans; `vnd` is its money in đồng, `money` the same as shown."""

    place: str
    code: str
    title: str
    address: str
    money: str
    vnd: int | None


@dataclass(frozen=True, slots=True)
class TaskLine:
    """What became of a task.

    Attributes:
        old: The task in the old plan.
        new: The task in the new plan.
        renamed: Whether the titles are only alike.
        likeness: How alike, in per cent.
        difference: New money minus old, signed; empty where one side prints none.
        percent: The same in per cent of the old money.
        remarks: What keeps the two amounts from being compared.
        difference_vnd: The difference in đồng; None where one side prints none.
    """

    old: Side | None
    new: Side | None
    renamed: bool
    likeness: str
    difference: str
    percent: str
    remarks: tuple[str, ...]
    difference_vnd: int | None


@dataclass(frozen=True, slots=True)
class TargetLine:
    """What became of a target."""

    concept: str
    address: str
    period: str
    old: tuple[tuple[str, str], ...]
    new: tuple[tuple[str, str], ...]
    verdict: TargetVerdict
    words: str
    reasons: tuple[str, ...]


class TaskLines:
    """Makes lines of the tasks of two plans."""

    def __init__(
        self, old: Plan, new: Plan, found: Sequence[TaskSuccession], registry: Registry
    ) -> None:
        """Choose the unit that all amounts can be told in, and index the rows.

        Args:
            old: The plan that gave way.
            new: The plan that took its place.
            found: What became of the tasks.
            registry: Units of money.
        """
        sides = [side for one in found for side in (one.old, one.new) if side]
        whole = all((side.amount_vnd or 0) % MILLION == 0 for side in sides)
        self._factor = MILLION if whole else 1
        self.unit = "triệu đồng" if whole else "đồng"
        self._old, self._new, self._registry = old, new, registry
        self._tasks = {id(plan): dict(_tasks(plan)) for plan in (old, new)}

    def line(self, one: TaskSuccession) -> TaskLine:
        """Say what became of one task."""
        difference = one.difference_vnd
        before = one.old.amount_vnd if one.old else None
        return TaskLine(
            old=self._side(self._old, one.old) if one.old else None,
            new=self._side(self._new, one.new) if one.new else None,
            renamed=one.matched_by == "close-title",
            likeness=""
            if one.similarity is None
            else format_percent(_rounded(one.similarity * 100, "1")),
            difference=""
            if difference is None
            else format_signed_integer(difference // self._factor),
            percent=_percent(difference, before),
            remarks=tuple(self._remarks(one)),
            difference_vnd=difference,
        )

    def _side(self, plan: Plan, task: ComparedTask) -> Side:
        amount = task.amount_vnd
        return Side(
            place=plan.annexes[task.annex_id].place,
            code=task.code,
            title=task.title,
            address=plan_address(plan, f"nhiem-vu/#{task.anchor}"),
            money="" if amount is None else format_integer(amount // self._factor),
            vnd=amount,
        )

    def _remarks(self, one: TaskSuccession) -> Iterator[str]:
        """Money of a source for which the other plan has no column."""
        for plan, side, other, name in (
            (self._old, one.old, self._new, "cũ"),
            (self._new, one.new, self._old, "mới"),
        ):
            if side is None or one.old is None or one.new is None:
                continue
            annex = plan.annexes[side.annex_id]
            known = {fold(c.source) for a in other.annexes.values() for c in a.columns if c.source}
            amounts = self._tasks[id(plan)][side.anchor].amounts
            for column in annex.columns:
                amount = amounts.get(column.id, 0)
                if amount and column.source and fold(column.source) not in known:
                    money = money_in(amount, self._registry.units.get(annex.unit))
                    yield (
                        f"Số {name} có {money.printed} thuộc «{column.source}»; kế hoạch kia không "
                        "có cột cho nguồn này."
                    )


def target_line(one: TargetSuccession, registry: Registry) -> TargetLine:
    """Say what became of a target."""
    concept = registry.concepts[one.concept_id]
    each = "mỗi năm, " if one.per_year else ""
    return TargetLine(
        concept=concept.name,
        address=concept_address(one.concept_id),
        period=f"{each}{period_title(one.period)}",
        old=tuple(_told(item, registry) for item in one.old),
        new=tuple(_told(item, registry) for item in one.new),
        verdict=one.verdict,
        words=VERDICTS[one.verdict],
        reasons=tuple(_reasons(one)),
    )


def _reasons(one: TargetSuccession) -> Iterator[str]:
    declared = (item.placed.indicator.not_comparable for item in (*one.old, *one.new))
    yield from dict.fromkeys(reason for reason in declared if reason)
    if one.rescaled and one.old and one.new:
        yield "Trước và sau sáp nhập, số tỉnh được xếp hạng khác nhau, nên hai hạng không cùng thang."


def _told(item: PlacedTarget, registry: Registry) -> tuple[str, str]:
    unit = unit_of(registry, item.placed.indicator.unit)
    return target_words(item.target, unit), indicator_address(item.placed)


def _tasks(plan: Plan) -> Iterator[tuple[str, Task]]:
    for annex_id, annex in plan.annexes.items():
        for row in annex_rows(annex_id, annex):
            if isinstance(row.item, Task):
                yield row.anchor, row.item


def _percent(difference: int | None, before: int | None) -> str:
    if difference is None or not before:
        return ""
    change = _rounded(Decimal(difference) / before * 100, "0.1")
    return f"{'+' if change > 0 else ''}{format_percent(change)}"


def _rounded(figure: Decimal, step: str) -> Decimal:
    return figure.quantize(Decimal(step), ROUND_HALF_UP)
