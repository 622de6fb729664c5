"""Data quality: what is checked, how each plan stands, and what is accepted with what reason."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.checks import RULES
from generator.diagnostics import Rule, Severity
from generator.model import Plan
from generator.pages.addresses import QUALITY, plan_anchor, rule_address
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.chrome import HOME_CRUMB, Crumb, dated_province_title
from generator.pages.views.discrepancies import entry_anchors
from generator.pages.views.facts import PlanFacts, plan_facts
from generator.pages.views.finding_downloads import (
    findings_download,
    results_download,
    rules_download,
)
from generator.pages.views.findings import FindingView, finding_views
from generator.pages.views.money import human_money
from generator.tables.shown import ShownTable

FAMILIES = {
    "Y": "Đọc tệp",
    "S": "Cấu trúc dữ liệu",
    "R": "Tham chiếu và sổ dùng chung",
    "B": "Phép cộng kinh phí",
    "T": "Chỉ tiêu",
    "P": "Thời gian",
    "D": "Văn bản và độ đầy đủ",
    "X": "Giữa các kế hoạch",
    "W": "Chỗ không khớp được giữ nguyên",
}
"""Families of rules by the first letter of their code."""


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """What readers should know, by the rule that says it."""

    code: str
    title: str
    notes: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class PlanQuality:
    """How one plan stands.

    Attributes:
        anchor: Its anchor on the page.
        province: Title of its province, with the last day of one that is no more.
        facts: The plan.
        accepted: Accepted discrepancies, the costliest first.
        waiting: Errors that nobody has dealt with.
        notes: What readers should know, rule by rule.
        largest: The greatest difference in money; empty when there is none.
        download: Its findings as files; None when there are none.
    """

    anchor: str
    province: str
    facts: PlanFacts
    accepted: tuple[FindingView, ...]
    waiting: tuple[FindingView, ...]
    notes: tuple[NoteGroup, ...]
    largest: str
    download: ShownTable | None

    @property
    def noted(self) -> int:
        """How many notes there are."""
        return sum(len(group.notes) for group in self.notes)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in the catalogue."""

    code: str
    address: str
    title: str
    effect: str
    findings: int


@dataclass(frozen=True, slots=True)
class Family:
    """Rules about one thing."""

    letter: str
    title: str
    rules: tuple[RuleLine, ...]
    download: ShownTable


def pages(data: SiteData) -> Iterator[Page]:
    """The page of data quality."""
    plans = tuple(_plan(data, plan) for plan in data.library.plans)
    registry = finding_views(
        [d for d in data.diagnostics if not d.plan_id], (), data.library.registry
    )
    families = _families(data)
    results = results_download(data, QUALITY, plans)
    shared = findings_download(data, QUALITY, "so-dung-chung", "Sổ dùng chung", registry)
    yield make_page(
        QUALITY,
        "quality.html",
        "Chất lượng dữ liệu",
        "Dữ liệu được kiểm tra những gì, kế hoạch nào có chỗ không khớp, vì sao giữ nguyên.",
        crumbs=(HOME_CRUMB, Crumb("Chất lượng dữ liệu")),
        downloads=(
            results,
            *(plan.download for plan in plans if plan.download),
            *((shared,) if registry else ()),
            *(family.download for family in families),
        ),
        plans=plans,
        results=results,
        registry=registry,
        shared=shared,
        families=families,
        rules=len(RULES),
    )


def effect_words(rule: Rule) -> str:
    """What a finding of a rule does, in words."""
    return "Lỗi, dừng xuất bản" if rule.severity is Severity.ERROR else "Điều cần lưu ý"


def _plan(data: SiteData, plan: Plan) -> PlanQuality:
    findings = data.findings_of(plan.id)
    views = [
        replace(view, anchor=anchor)
        for view, anchor in zip(
            finding_views(findings, (plan,), data.library.registry),
            entry_anchors(plan, findings),
            strict=True,
        )
    ]
    accepted = sorted((v for v in views if v.accepted), key=lambda v: -v.vnd)
    waiting = [v for v in views if not v.accepted and not v.is_note]
    notes = _by_rule([v for v in views if not v.accepted and v.is_note])
    shown = [*waiting, *accepted, *(note for group in notes for note in group.notes)]
    largest = max((v.vnd for v in accepted), default=0)
    province = dated_province_title(data.library, plan.province_id)
    return PlanQuality(
        anchor=plan_anchor(plan),
        province=province,
        facts=plan_facts(data, plan),
        accepted=tuple(accepted),
        waiting=tuple(waiting),
        notes=notes,
        largest=human_money(largest) if largest else "",
        download=findings_download(
            data, QUALITY, plan.id, f"{province}: {plan.meta.short_title}", shown
        )
        if shown
        else None,
    )


def _by_rule(notes: list[FindingView]) -> tuple[NoteGroup, ...]:
    titles = {note.code: note.title for note in notes}
    return tuple(
        NoteGroup(code, titles[code], tuple(note for note in notes if note.code == code))
        for code in sorted(titles)
    )


def _families(data: SiteData) -> tuple[Family, ...]:
    families = (
        (letter, title, tuple(_line(data, r) for r in RULES if r.code.startswith(letter)))
        for letter, title in FAMILIES.items()
    )
    return tuple(
        Family(letter, title, rules, rules_download(data, QUALITY, letter, title, rules))
        for letter, title, rules in families
        if rules
    )


def _line(data: SiteData, rule: Rule) -> RuleLine:
    count = sum(1 for item in data.diagnostics if item.finding.rule.code == rule.code)
    return RuleLine(rule.code, rule_address(rule.code), rule.title, effect_words(rule), count)
