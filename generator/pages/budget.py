"""A plan's money: totals of the prose, sums of the annexes, where it comes from and goes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.checks import sums
from generator.diagnostics import Path
from generator.model import Annex, AnnexTotal, BudgetStatement, FundingSource, Plan, Registry, Unit
from generator.model.agencies import AgencyReader
from generator.model.anchors import statement_anchors
from generator.pages.addresses import plan_address
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.annex_downloads import sums_download
from generator.pages.views.annexes import AnnexView, TaskRow
from generator.pages.views.chrome import plan_chrome, plan_page_title
from generator.pages.views.coverage import coverage_of
from generator.pages.views.facts import PlanFacts, plan_facts
from generator.pages.views.findings import FindingView, finding_views
from generator.pages.views.money import Money, money_in
from generator.pages.views.money_picture import money_picture
from generator.pages.views.plan_annexes import plan_annexes
from generator.pages.views.plan_downloads import addends_download
from generator.pages.views.sums import UNCHECKED, Mark, SumFindings, Verdict
from generator.pages.views.totals import plan_total
from generator.tables.shown import ShownTable


@dataclass(frozen=True, slots=True)
class Addend:
    """A total of an annex that a statement adds, with what adding up says of it."""

    title: str
    column: str
    address: str
    money: Money | None
    mark: Mark = UNCHECKED


@dataclass(frozen=True, slots=True)
class StatementView:
    """A total of the prose.

    Attributes:
        anchor: Its anchor.
        record: The statement as encoded.
        money: The amount.
        addends: The totals that make it up.
        mark: Whether they do.
        words_finding: What is wrong with the amount in words; None when nothing is.
        whole: Title of the statement that it is part of.
        download: The table of what makes it up, as files; None when it adds nothing.
    """

    anchor: str
    record: BudgetStatement
    money: Money
    addends: tuple[Addend, ...]
    mark: Mark
    words_finding: FindingView | None
    whole: str
    download: ShownTable | None

    @property
    def shaky(self) -> bool:
        """Whether a total that it adds does not itself add up."""
        return any(addend.mark.verdict is Verdict.MISMATCH for addend in self.addends)


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where money is to come from."""

    code: str | None
    title: str
    money: Money | None
    words: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class AnnexMoney:
    """An annex's money.

    Attributes:
        annex: The annex as a table.
        checked: Number of printed sums of groups and of the whole that were added up.
        wrong: How many of them do not add up.
        rows_checked: Number of task rows whose total was added up across the columns.
        wrong_rows: Task rows whose total does not add up.
        download: The table of its totals as files.
    """

    annex: AnnexView
    checked: int
    wrong: int
    rows_checked: int
    wrong_rows: tuple[TaskRow, ...]
    download: ShownTable


def pages(data: SiteData) -> Iterator[Page]:
    """One page of money for each plan."""
    reader = AgencyReader(data.library.registry.agencies)
    for plan in data.library.plans:
        annexes = _annexes(data, plan, plan_annexes(data, plan, reader))
        facts = plan_facts(data, plan)
        statements = _statements(data, plan)
        yield make_page(
            plan_address(plan, "kinh-phi/"),
            "budget.html",
            plan_page_title(data.library, plan, "kinh-phi/"),
            _description(plan, data.library.registry),
            chrome=plan_chrome(data.library, plan, "kinh-phi/"),
            coverage=coverage_of(plan, "budget"),
            facts=facts,
            statements=statements,
            picture=money_picture(plan, data.library.registry, facts.total),
            annexes=annexes,
            downloads=(
                *(item.download for item in statements if item.download),
                *(item.download for item in annexes),
            ),
            sources=_sources(plan, data.library.registry),
            no_amount=_no_amount(plan, facts),
            sources_of=_title_of(plan, plan.budget.sources_of),
            sources_place=plan.budget.place,
        )


def _description(plan: Plan, registry: Registry) -> str:
    total = plan_total(plan, registry)
    amount = f" {total.money.human}" if total else ""
    return f"Kinh phí{amount} của {plan.meta.short_title}: từng khoản, từng tổng được cộng lại."


def _no_amount(plan: Plan, facts: PlanFacts) -> str:
    """Say plainly that a plan names no amount; empty when it names one."""
    if facts.total or any(item.amount is not None for item in plan.budget.sources):
        return ""
    coverage = plan.meta.coverage.get("budget")
    if coverage and coverage.state in {"not-encoded", "partial"}:
        return "Chưa có số tiền nào được mã hóa."
    return "Không tìm thấy số tiền nào trong bản nguồn."


def _title_of(plan: Plan, statement_id: str | None) -> str:
    return next((s.title for s in plan.budget.statements if s.id == statement_id), "")


def _statements(data: SiteData, plan: Plan) -> tuple[StatementView, ...]:
    findings = SumFindings(plan, data.findings_of(plan.id))
    return tuple(
        _statement(data, plan, index, statement, anchor, findings)
        for index, (statement, anchor) in enumerate(
            zip(plan.budget.statements, statement_anchors(plan), strict=True)
        )
    )


def _statement(
    data: SiteData,
    plan: Plan,
    index: int,
    statement: BudgetStatement,
    anchor: str,
    findings: SumFindings,
) -> StatementView:
    registry = data.library.registry
    unit = registry.units.get(statement.unit)
    money = money_in(statement.amount, unit)
    addends = tuple(_addend(plan, registry, total, findings) for total in statement.adds)
    path: Path = ("budget", "statements", index)
    return StatementView(
        anchor=anchor,
        record=statement,
        money=money,
        addends=addends,
        mark=_statement_mark(findings, (*path, "amount"), money, unit, addends),
        words_finding=_words_finding(data, plan, (*path, "words")),
        whole=_title_of(plan, statement.part_of),
        download=addends_download(data, plan, anchor, statement.title, money, addends)
        if addends
        else None,
    )


def _statement_mark(
    findings: SumFindings, path: Path, money: Money, unit: Unit | None, addends: Sequence[Addend]
) -> Mark:
    """Judge a statement in its own unit, exactly: rounding must not make a sum look right."""
    amounts = [addend.money.vnd if addend.money else None for addend in addends]
    there = [amount for amount in amounts if amount is not None]
    complete = bool(there) and len(there) == len(amounts)
    factor = unit.factor_vnd if unit else None
    made = Decimal(sum(there)) / factor if complete and factor else None
    return findings.judge(path, money.amount, {"B104": made})


def _addend(plan: Plan, registry: Registry, total: AnnexTotal, findings: SumFindings) -> Addend:
    annex = plan.annexes.get(total.annex)
    address = plan_address(plan, f"kinh-phi/#{total.annex}")
    if annex is None:
        return Addend(total.annex, total.column, address, None)
    columns = sums.columns_by_id(annex)
    made = sums.sum_of_rows(columns, annex.rows, (), total.column)
    amount = annex.stated.get(total.column, made.total if made else None)
    label = columns[total.column].label if total.column in columns else total.column
    money = None if amount is None else money_in(amount, registry.units.get(annex.unit))
    mark = _total_mark(findings, total, annex, made.total if made else None)
    return Addend(f"{annex.place}: {annex.title}", label, address, money, mark)


def _total_mark(findings: SumFindings, total: AnnexTotal, annex: Annex, below: int | None) -> Mark:
    """Judge a printed total as its own table does, by its rows and by its columns."""
    if total.column not in annex.stated:
        return UNCHECKED
    path: Path = (f"annexes/{total.annex}", "stated")
    parts = sums.sum_of_parts(sums.columns_by_id(annex), annex.stated, path, total.column)
    made = {"B103": below, "B101": parts.total if parts else None}
    return findings.judge((*path, total.column), annex.stated[total.column], made)


def _words_finding(data: SiteData, plan: Plan, path: Path) -> FindingView | None:
    found = [d for d in data.findings_of(plan.id) if d.finding.path == path]
    views = finding_views(found, (plan,), data.library.registry)
    return views[0] if views else None


def _annexes(data: SiteData, plan: Plan, annexes: tuple[AnnexView, ...]) -> tuple[AnnexMoney, ...]:
    with_money = zip(annexes, plan.annexes.values(), strict=True)
    return tuple(_annex(data, plan, view) for view, record in with_money if record.columns)


def _annex(data: SiteData, plan: Plan, annex: AnnexView) -> AnnexMoney:
    totals = [
        cell.mark for cells in (annex.total, *(g.cells for g in annex.groups)) for cell in cells
    ]
    rows = [(task, [cell.mark.verdict for cell in task.cells]) for task in annex.tasks]
    return AnnexMoney(
        annex=annex,
        checked=sum(mark.verdict is not Verdict.UNCHECKED for mark in totals),
        wrong=sum(mark.verdict is Verdict.MISMATCH for mark in totals),
        rows_checked=sum(any(v is not Verdict.UNCHECKED for v in found) for _, found in rows),
        wrong_rows=tuple(task for task, found in rows if Verdict.MISMATCH in found),
        download=sums_download(data, plan, annex),
    )


def _sources(plan: Plan, registry: Registry) -> tuple[SourceView, ...]:
    """The sources; one without a unit is in the unit of the statement that they make up."""
    budget = plan.budget
    whole = next((s.unit for s in budget.statements if s.id == budget.sources_of), "")
    return tuple(_source(item, registry.units.get(item.unit or whole)) for item in budget.sources)


def _source(item: FundingSource, unit: Unit | None) -> SourceView:
    money = None if item.amount is None else money_in(item.amount, unit)
    return SourceView(item.code, item.title, money, item.words, item.note)
