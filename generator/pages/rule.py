"""The page of each rule: what it checks, why, how to mend, examples, and what it finds now."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks import RULES
from generator.diagnostics import Rule
from generator.pages.addresses import QUALITY, rule_address
from generator.pages.examples import Example, examples_of
from generator.pages.page import Page, SiteData
from generator.pages.quality import effect_words
from generator.pages.render import make_page
from generator.pages.views.chrome import HOME_CRUMB, Crumb
from generator.pages.views.finding_downloads import findings_download
from generator.pages.views.findings import FindingView, finding_views

WHY, MEND = "Vì sao:", "Cách sửa:"


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """A rule's page text, taken apart; every part is a row of paragraphs."""

    what: tuple[str, ...]
    why: tuple[str, ...]
    mend: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule.

    Attributes:
        rule: The rule.
        effect: What a finding does.
        doc: Its text.
        bad: Examples that break it.
        good: Examples that keep it.
        findings: What it finds now.
    """

    rule: Rule
    effect: str
    doc: RuleDoc
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    findings: tuple[FindingView, ...]


def pages(data: SiteData) -> Iterator[Page]:
    """One page for each rule of the catalogue."""
    for rule in RULES:
        view, address = _view(data, rule), rule_address(rule.code)
        title = f"Chỗ mà quy tắc {rule.code} chỉ ra"
        table = findings_download(data, address, "hien-co", title, view.findings)
        yield make_page(
            address,
            "rule.html",
            f"{rule.code}: {rule.title}",
            f"Quy tắc {rule.code}: {rule.title}. Kiểm tra gì, vì sao, cách sửa, ví dụ.",
            crumbs=(HOME_CRUMB, Crumb("Chất lượng dữ liệu", QUALITY), Crumb(rule.code)),
            view=view,
            table=table,
            downloads=(table,) if view.findings else (),
        )


def _view(data: SiteData, rule: Rule) -> RuleView:
    found = [item for item in data.diagnostics if item.finding.rule.code == rule.code]
    return RuleView(
        rule=rule,
        effect=effect_words(rule),
        doc=read_doc(rule.doc),
        bad=examples_of(rule.code, "bad"),
        good=examples_of(rule.code, "good"),
        findings=finding_views(found, data.library.plans, data.library.registry),
    )


def read_doc(doc: str) -> RuleDoc:
    """Take a rule's text apart.

    Args:
        doc: Title line, then paragraphs; one begins with "Vì sao:", one with "Cách sửa:".

    Returns:
        Its paragraphs without the title; a paragraph belongs to the last heading before it.
    """
    parts: dict[str, list[str]] = {"": [], WHY: [], MEND: []}
    current = ""
    for paragraph in doc.strip().split("\n\n")[1:]:
        text = " ".join(paragraph.split())
        current = next((head for head in (WHY, MEND) if text.startswith(head)), current)
        text = text.removeprefix(current).strip()
        parts[current].append(text[:1].upper() + text[1:])
    return RuleDoc(tuple(parts[""]), tuple(parts[WHY]), tuple(parts[MEND]))
