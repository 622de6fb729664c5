"""What is to be expected of a matrix of tasks, worked out from the plan and not from its page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model import Group, Plan, Registry, Task
from generator.model.agencies import AgencyReader
from generator.model.anchors import annex_rows
from generator.model.derived import task_reading
from generator.vietnamese import fold, sort_key
from generator.vietnamese.text import SortKey


@dataclass(frozen=True)
class TaskFacts:
    """A task as a reader of the document would describe it."""

    anchor: str
    annex_id: str
    task: Task
    leads: tuple[str, ...]
    coordinators: tuple[str, ...]
    years: frozenset[int]
    groups: tuple[str, ...]
    due: date | None
    lead_key: SortKey | None

    @property
    def paid(self) -> bool:
        """Whether any amount is above zero."""
        return any(amount > 0 for amount in self.task.amounts.values())

    @property
    def title_key(self) -> SortKey:
        """Place of the title in the alphabet."""
        return sort_key(self.task.title)

    def takes_part(self, agency: str, role: str = "") -> bool:
        """Whether an agency leads, coordinates, or either."""
        leads = role != "phoi-hop" and agency in self.leads
        return leads or (role != "chu-tri" and agency in self.coordinators)

    def says(self, words: str) -> bool:
        """Whether the title holds words, marks aside."""
        return all(word in fold(self.task.title) for word in fold(words).split())


def facts_of(plan: Plan, registry: Registry) -> list[TaskFacts]:
    """Every task of a plan's annexes in print order."""
    return list(_facts(plan, registry))


def _facts(plan: Plan, registry: Registry) -> Iterator[TaskFacts]:
    reader = AgencyReader(registry.agencies)
    for annex_id, annex in plan.annexes.items():
        anchors = {id(row.item): row.anchor for row in annex_rows(annex_id, annex)}
        for row in annex_rows(annex_id, annex):
            if isinstance(row.item, Group):
                continue
            reading = task_reading(reader, annex, row.groups, row.item)
            when = reading.schedule
            names = "; ".join(registry.agencies[i].name for i in reading.leads)
            text = names or row.item.lead or ""
            yield TaskFacts(
                anchor=row.anchor,
                annex_id=annex_id,
                task=row.item,
                leads=reading.leads,
                coordinators=reading.coordinators,
                years=frozenset(_years(plan, when)) if when else frozenset(),
                groups=(annex_id, *(anchors[id(group)] for group in row.groups)),
                due=(when.due or (date(when.end, 12, 31) if when.end else None)) if when else None,
                lead_key=sort_key(text) if text else None,
            )


def _years(plan: Plan, when: object) -> Iterator[int]:
    start, end, due = (getattr(when, name) for name in ("start", "end", "due"))
    last = plan.meta.period.end
    if start is not None:
        yield from range(start, (end if end is not None else last) + 1)
    elif end is not None:
        yield end
    elif due is None and getattr(when, "recurrence", None):
        yield from range(plan.meta.period.start, last + 1)
    if due is not None:
        yield due.year
