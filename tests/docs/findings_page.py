"""The page of findings read as tables, and what its tables count, counted in the plans."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from generator.checks.sums import (
    columns_by_id,
    prints_parts,
    sum_of_leaves,
    sum_of_parts,
    sum_of_rows,
)
from generator.diagnostics import Diagnostic, Figures, Status
from generator.model import ActionGroup, Annex, Group, Plan, Task, walk_tasks
from generator.pipeline import Checked
from generator.vietnamese import format_decimal, format_integer

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "huong-dan" / "phat-hien.md"
TEXT = PAGE.read_text("utf-8")
FLOWING = " ".join(TEXT.split())
"""The page with its line breaks taken for spaces."""

SUBJECTS = {
    "Tây Ninh": "tay-ninh/1330-da-ubnd-2025",
    "Long An": "long-an/nq-hdnd-2025",
    "Tiền Giang": "tien-giang/69-kh-ubnd-2025",
    "Quảng Ngãi": "quang-ngai/359-kh-tu-2025",
    "Cà Mau": "ca-mau/120-kh-ubnd-2025",
}
"""The plans that the page is about, by the name that it gives them; others may join the library."""

MILLION = 10**6
ACCEPTED, NOTE = "sai lệch được giữ", "ghi chú"
Cells = tuple[str, ...]


def plain(cell: str) -> str:
    """A cell without bold and links."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", cell.replace("**", "")).strip()


def tables(text: str) -> Iterator[tuple[Cells, tuple[Cells, ...]]]:
    """Header and rows of every table."""
    for block in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        header, _, *rows = block.splitlines()
        cells = [tuple(plain(c) for c in row.strip("|").split("|")) for row in (header, *rows)]
        yield cells[0], tuple(cells[1:])


def table(first: str, *others: str) -> tuple[Cells, tuple[Cells, ...]]:
    """The only table whose header begins with these words."""
    found = [one for one in tables(TEXT) if one[0][: 1 + len(others)] == (first, *others)]
    assert len(found) == 1
    return found[0]


def number(cell: str) -> int:
    """A whole number as the page writes it."""
    return int(cell.replace(".", "").replace("\N{MINUS SIGN}", "-"))


def signed(value: int) -> str:
    """A difference as the page writes it."""
    return f"+{format_integer(value)}" if value > 0 else format_integer(value)


def kind_of(diagnostic: Diagnostic) -> str:
    """How the page calls a finding."""
    return ACCEPTED if diagnostic.status is Status.ACCEPTED else NOTE


def figures_of(diagnostic: Diagnostic, checked: Checked) -> Cells | None:
    """A finding with figures as a row of a case: rule, printed, compared, difference, unit."""
    figures = diagnostic.finding.figures
    if figures is None:
        return None
    unit = checked.library.registry.units.get(figures.unit)
    sign = "+" if figures.difference > 0 else ""
    return (
        diagnostic.finding.rule.code,
        format_decimal(figures.stated),
        format_decimal(figures.computed),
        sign + format_decimal(figures.difference),
        unit.name if unit else "",
    )


def cases() -> Iterator[tuple[str, Cells]]:
    """Heading and row of every case that names a pair of figures."""
    for part in re.split(r"^### ", TEXT, flags=re.MULTILINE)[1:]:
        for header, rows in tables(part):
            if header == ("Quy tắc", "Chỗ", "In", "Đem so với", "Chênh", "Đơn vị"):
                yield from ((part.partition(":")[0], row) for row in rows)


def sizes_of(plan: Plan) -> list[int]:
    """What the table of documents counts."""
    indicators = plan.indicators.indicators
    return [
        sum(1 for annex in plan.annexes.values() for _ in walk_tasks(annex.rows)),
        len(indicators),
        sum(len(one.baselines) + len(one.targets) for one in indicators),
        sum(len(amounts) for annex in plan.annexes.values() for amounts in lines_of(annex)),
        len(plan.budget.statements),
    ]


def groups_of(rows: tuple[Group | Task, ...]) -> Iterator[Group]:
    """Groups at every level."""
    for row in rows:
        if isinstance(row, Group):
            yield row
            yield from groups_of(row.rows)


def lines_of(annex: Annex) -> Iterator[Mapping[str, int]]:
    """Printed amounts of every line of an annex."""
    tasks = (task.amounts for task, _ in walk_tasks(annex.rows))
    return chain([annex.stated], (group.stated for group in groups_of(annex.rows)), tasks)


def sums_of(plan: Plan) -> Counter[str]:
    """How many sums the rules can make again, by rule."""
    made: Counter[str] = Counter()
    for annex in plan.annexes.values():
        columns = columns_by_id(annex)
        for amounts in lines_of(annex):
            parts = [sum_of_parts(columns, amounts, (), column) for column in amounts]
            made["B101"] += sum(one is not None for one in parts)
        totals: list[Annex | Group] = [annex, *groups_of(annex.rows)]
        for total in totals:
            rule = "B102" if isinstance(total, Group) else "B103"
            for column in total.stated:
                below = sum_of_rows(columns, total.rows, (), column)
                made[rule] += below is not None or prints_parts(columns, total.rows)
    made["B104"] = sum(bool(one.adds) for one in plan.budget.statements)
    return made


def leaves(annex: Annex, column: str) -> int:
    """Sum of the tasks of an annex in one column."""
    total = sum_of_leaves(columns_by_id(annex), annex.rows, (), column)
    assert total
    return total.total


def items(groups: tuple[ActionGroup, ...], *, announced: bool = False) -> int:
    """How many pieces of work are listed at every level, or how often a number is announced."""
    return sum(
        (len(g.announced) if announced else len(g.items)) + items(g.groups, announced=announced)
        for g in groups
    )


def sizes(plan: Plan, annexes: int) -> int:
    """Number of tasks in the first annexes of a plan."""
    first = list(plan.annexes.values())[:annexes]
    return sum(1 for annex in first for _ in walk_tasks(annex.rows))


def known_figures(checked: Checked) -> set[int]:
    """Figures that the plans print or that follow from them, in the units of the annexes."""
    known: set[int] = set()
    for plan in checked.library.plans:
        known |= {
            int(s.amount) // (1 if s.unit == "million-vnd" else MILLION)
            for s in plan.budget.statements
        }
        for annex in plan.annexes.values():
            known |= {amount for amounts in lines_of(annex) for amount in amounts.values()}
            known |= {leaves(annex, column.id) for column in annex.columns}
    found = [d.finding.figures for d in checked.diagnostics if d.finding.figures]
    return known | {abs(int(value)) for one in found for value in values_of(one)}


def values_of(figures: Figures) -> tuple[int, int, int]:
    """Both figures and their difference, of a finding that is about whole numbers."""
    return int(figures.stated), int(figures.computed), int(figures.difference)
