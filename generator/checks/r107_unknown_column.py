"""Số tiền trỏ tới một cột, phụ lục hoặc khoản không có.

Khóa trong amounts và stated phải là mã cột của phụ lục; adds của cột tổng phải là mã cột khác của
cùng phụ lục; adds của một khoản trong budget.yaml phải là một phụ lục và một cột có thật; part_of
và sources_of phải là mã của một khoản trong budget.yaml.

Vì sao: số tiền ở một cột không có thì không được cộng vào đâu, và mọi phép kiểm tra tổng đều bỏ
sót nó.

Cách sửa: sửa mã cho đúng với columns của phụ lục hoặc với id của khoản.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks._near import suggestion
from generator.checks._rows import PlacedTask, part_of_annex, rows_of_annex
from generator.diagnostics import Finding, Path, Rule, Severity
from generator.model import Annex, Budget, Plan, Registry

RULE = Rule("R107", "unknown-column", Severity.ERROR, doc=__doc__)


@dataclass(frozen=True, slots=True)
class _Reference:
    path: Path
    kind: str
    name: str
    known: frozenset[str]


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report every reference to a column, an annex or a statement that is not there."""
    del registry
    for one in _references(plan):
        if one.name in one.known:
            continue
        yield Finding(
            RULE,
            one.path,
            f"Không có {one.kind} mang mã «{one.name}».",
            suggestion(one.name, one.known, f"Các mã có thể dùng: {_all(one.known)}."),
        )


def _references(plan: Plan) -> Iterator[_Reference]:
    for annex_id, annex in plan.annexes.items():
        yield from _of_columns(annex_id, annex)
        yield from _of_rows(annex_id, annex)
    yield from _of_statements(plan)
    yield from _of_budget(plan.budget)


def _of_columns(annex_id: str, annex: Annex) -> Iterator[_Reference]:
    known = frozenset(column.id for column in annex.columns)
    for index, column in enumerate(annex.columns):
        for at, part in enumerate(column.adds):
            path = (part_of_annex(annex_id), "columns", index, "adds", at)
            yield _Reference(path, f"cột nào khác «{column.id}»", part, known - {column.id})


def _of_rows(annex_id: str, annex: Annex) -> Iterator[_Reference]:
    known = frozenset(column.id for column in annex.columns)
    for column in annex.stated:
        yield _Reference((part_of_annex(annex_id), "stated", column), "cột nào", column, known)
    for row in rows_of_annex(annex_id, annex):
        if isinstance(row, PlacedTask):
            key, amounts = "amounts", row.task.amounts
        else:
            key, amounts = "stated", row.group.stated
        for column in amounts:
            yield _Reference((*row.path, key, column), "cột nào", column, known)


def _of_statements(plan: Plan) -> Iterator[_Reference]:
    for index, statement in enumerate(plan.budget.statements):
        for at, one in enumerate(statement.adds):
            path = ("budget", "statements", index, "adds", at)
            if (annex := plan.annexes.get(one.annex)) is None:
                known = frozenset(plan.annexes)
                yield _Reference((*path, "annex"), "phụ lục nào", one.annex, known)
            else:
                known = frozenset(column.id for column in annex.columns)
                yield _Reference((*path, "column"), "cột nào", one.column, known)


def _of_budget(budget: Budget) -> Iterator[_Reference]:
    known = frozenset(statement.id for statement in budget.statements)
    for index, statement in enumerate(budget.statements):
        if statement.part_of is not None:
            path = ("budget", "statements", index, "part_of")
            yield _Reference(
                path, f"khoản nào khác «{statement.id}»", statement.part_of, known - {statement.id}
            )
    if budget.sources_of is not None:
        yield _Reference(("budget", "sources_of"), "khoản nào", budget.sources_of, known)


def _all(known: frozenset[str]) -> str:
    return ", ".join(sorted(known)) or "chưa có mã nào"
