"""A plan's overview: what, who, when, how much, and is it sound."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.diagnostics import Status
from generator.model import Plan, PlanMeta
from generator.pages.addresses import plan_address
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.agencies import AgencyLink, agency_link
from generator.pages.views.chrome import plan_chrome, plan_page_title
from generator.pages.views.citations import issuer_name
from generator.pages.views.coverage import CoverageView, coverage_views
from generator.pages.views.documents import DocumentView, citation_view, document_by_id
from generator.pages.views.facts import PlanFacts, plan_facts
from generator.pages.views.findings import FindingView, finding_views
from generator.pages.views.headline import coverage_words, first_sentence
from generator.pages.views.main_targets import MainTarget, main_targets
from generator.pages.views.shares import Share, share_remark, shares
from generator.pages.views.tree import Branch, main_groups, money_tree

LARGEST = 5


@dataclass(frozen=True, slots=True)
class SectionLink:
    """The way to a section, with what is in it."""

    title: str
    address: str
    content: str


@dataclass(frozen=True, slots=True)
class OverviewView:
    """What the overview lays out.

    Attributes:
        meta: The document card as encoded.
        facts: Key figures.
        what: What the plan is, in a sentence.
        issuer_name: Who issued it, with the province.
        issuer: Who issued the document; None when the registry does not know the id.
        implements: Documents that it carries out.
        replaces: Documents that it replaces.
        replaced_by: Documents that replace it.
        coverage: How much of it is in the data, section by section.
        covered: The same in a sentence.
        lacking: What is missing; empty when nothing is.
        targets: The indicators that tell most.
        accepted: Accepted discrepancies, the costliest first.
        annexes: Where the money goes, by annex.
        annexes_remark: What is to be said of that chart.
        groups: The groups of tasks that take most.
        groups_remark: What is to be said of that chart.
        sections: The ways on.
    """

    meta: PlanMeta
    facts: PlanFacts
    what: str
    issuer_name: str
    issuer: AgencyLink | None
    implements: tuple[DocumentView, ...]
    replaces: tuple[DocumentView, ...]
    replaced_by: tuple[DocumentView, ...]
    coverage: tuple[CoverageView, ...]
    covered: str
    lacking: str
    targets: tuple[MainTarget, ...]
    accepted: tuple[FindingView, ...]
    annexes: tuple[Share, ...]
    annexes_remark: str
    groups: tuple[Share, ...]
    groups_remark: str
    sections: tuple[SectionLink, ...]


def pages(data: SiteData) -> Iterator[Page]:
    """One overview for each plan."""
    for plan in data.library.plans:
        view = _view(data, plan)
        yield make_page(
            plan_address(plan),
            "overview.html",
            plan_page_title(data.library, plan, ""),
            plan.meta.summary,
            chrome=plan_chrome(data.library, plan, ""),
            view=view,
            comparisons=data.beside.comparisons,
            news=data.beside.news,
        )


def _view(data: SiteData, plan: Plan) -> OverviewView:
    registry, meta = data.library.registry, plan.meta
    facts = plan_facts(data, plan)
    accepted = [d for d in data.findings_of(plan.id) if d.status is Status.ACCEPTED]
    findings = finding_views(accepted, (plan,), registry)
    known = meta.issuer in registry.agencies
    whole = facts.total.money if facts.total else None
    coverage = coverage_views(plan)
    covered, lacking = coverage_words(coverage)
    annexes = money_tree(plan, registry)
    groups = _largest_groups(annexes)
    return OverviewView(
        meta=meta,
        facts=facts,
        what=first_sentence(meta.summary),
        issuer_name=issuer_name(data.library, plan),
        issuer=agency_link(registry.agencies, meta.issuer) if known else None,
        implements=tuple(document_by_id(registry, i) for i in meta.implements),
        replaces=tuple(citation_view(registry, c) for c in meta.replaces),
        replaced_by=tuple(citation_view(registry, c) for c in meta.replaced_by),
        coverage=coverage,
        covered=covered,
        lacking=lacking,
        targets=main_targets(plan, registry),
        accepted=tuple(sorted(findings, key=lambda f: -f.vnd)),
        annexes=shares(plan, annexes, whole),
        annexes_remark=share_remark(annexes, whole),
        groups=shares(plan, groups, whole),
        groups_remark=share_remark(groups, whole),
        sections=_sections(plan, facts),
    )


def _largest_groups(annexes: tuple[Branch, ...]) -> tuple[Branch, ...]:
    groups = [
        replace(group, code=f"{annex.code}, {group.code}")
        for annex in annexes
        for group in main_groups(annex)
        if not group.is_task
    ]
    return tuple(sorted(groups, key=lambda group: -group.vnd)[:LARGEST])


def _sections(plan: Plan, facts: PlanFacts) -> tuple[SectionLink, ...]:
    counts = (
        ("Mục tiêu", "muc-tieu/", f"{len(plan.objectives.objectives)} quan điểm, mục tiêu"),
        (
            "Chỉ tiêu",
            "chi-tieu/",
            f"{facts.indicators} chỉ tiêu (kể cả mục tiêu trong lời văn), kèm đường đi từng năm",
        ),
        ("Nhiệm vụ", "nhiem-vu/", _tasks_words(facts)),
        ("Kinh phí", "kinh-phi/", _money_words(plan, facts)),
        ("Tổ chức thực hiện", "to-chuc/", f"{len(plan.organisation.duties)} nhóm trách nhiệm"),
        ("Nguồn", "nguon/", f"{len(plan.meta.legal_bases)} căn cứ pháp lý, cách trích dẫn"),
    )
    return tuple(SectionLink(t, plan_address(plan, a), words) for t, a, words in counts)


def _money_words(plan: Plan, facts: PlanFacts) -> str:
    tables = sum(bool(annex.columns) for annex in plan.annexes.values())
    if tables:
        return f"{tables} bảng, từng tổng được cộng lại"
    return "Các khoản trong lời văn" if facts.total else "Không có số tiền nào"


def _tasks_words(facts: PlanFacts) -> str:
    parts = [
        f"{count} {words}"
        for count, words in (
            (facts.tasks, "nhiệm vụ trong bảng"),
            (facts.items, "nội dung trong lời văn"),
        )
        if count
    ]
    return ", ".join(parts) or "Chưa có nhiệm vụ nào"
