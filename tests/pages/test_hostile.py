"""Plan text is data: it is shown, whole and escaped, and never runs."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.diagnostics import Diagnostic, Finding, Rule, Severity, Status
from generator.model import Citation, Coverage, Library, Note, Plan, Schedule, Signer
from generator.pages import SiteData, render_pages
from tests.pages.conftest import Pages
from tests.pages.hostile import ATTACK, Poisoner, marks_in
from tests.pages.html_tree import Element, parse

Poisoned = tuple[Pages, dict[str, str]]

UNSHOWN = (
    ".previous_ids",  # old addresses, from which the site redirects
    "registry.documents[",  # shown where a plan cites them
    "registry.provinces[",  # shown where they have plans
    "registry.units[",  # shown with figures
    "registry.concepts[",  # shown with indicators
)
"""Texts that no page shows by itself; what a plan uses of them is checked by other marks."""


@pytest.fixture(scope="module", params=["example", "repository"])
def poisoned(request: pytest.FixtureRequest, base_data: SiteData, real_data: SiteData) -> Poisoned:
    """Pages of a project with hostile text in every field; the example has every field."""
    if request.param == "repository":
        return _render(real_data, Poisoner())
    (plan,) = base_data.library.plans
    library = Library((_with_every_record(plan),), base_data.library.registry)
    return _render(SiteData(library), Poisoner(fill=True))


def _render(data: SiteData, poisoner: Poisoner) -> Poisoned:
    plans = tuple(poisoner.poison(plan, plan.id) for plan in data.library.plans)
    registry = poisoner.poison(data.library.registry, "registry")
    findings = tuple(item for plan in plans for item in _findings(plan))
    hostile = SiteData(Library(plans, registry), findings)
    return {page.address: page for page in render_pages(hostile)}, poisoner.marks


def _with_every_record(plan: Plan) -> Plan:
    """The example plan with the records that it leaves out."""
    (annex_id, annex), *_ = plan.annexes.items()
    group, *groups = annex.rows
    task, *tasks = group.rows  # type: ignore[union-attr]
    by_hand = task.model_copy(update={"schedule_as": Schedule(start=2025, note="đọc từ mục I")})
    full_group = group.model_copy(update={"rows": (by_hand, *tasks)})
    meta = plan.meta.model_copy(
        update={
            "signer": Signer(name="Người Ký"),
            "notes": (Note(place="Mục I", text="Điều cần biết"),),
            "replaced_by": (Citation(document="kh-05-2023"),),
            "coverage": {**plan.meta.coverage, "budget": Coverage(state="partial")},
        }
    )
    full_annex = annex.model_copy(update={"rows": (full_group, *groups)})
    return replace(plan, meta=meta, annexes={annex_id: full_annex})


def _findings(plan: Plan) -> list[Diagnostic]:
    """Accepted findings that hold hostile text, one for each waiver, and open ones."""
    rule = Rule("Z999", "hostile", Severity.ERROR, doc=f"Xấu {ATTACK}\n\nNội dung {ATTACK}")
    waived = [
        (replace(rule, code=waiver.code), waiver.path, Status.ACCEPTED, waiver.reason)
        for waiver in plan.waivers.waivers
    ]
    parts = ("plan", "indicators", "objectives", "annexes/phu-luc-1", "other")
    loose = [(rule, part, status, f"lý do {ATTACK}") for part in parts for status in Status]
    return [
        Diagnostic(
            finding=Finding(broken, (place, "x", 0), f"thông báo {ATTACK}", f"gợi ý {ATTACK}"),
            file=f"plans/{ATTACK}.yaml",
            line=1,
            column=1,
            place=place,
            plan_id=plan.id,
            status=status,
            reason=reason,
        )
        for broken, place, status, reason in (*waived, *loose)
    ]


def test_no_hostile_text_becomes_an_element_or_a_template(poisoned: Poisoned) -> None:
    """No script, no bold, no handler comes of the attack, and no brace is left, on any page."""
    pages, _ = poisoned
    for page in pages.values():
        tree = parse(page.body)
        assert tree.all("script", "b") == []
        assert not [e for e in tree.walk() for name in e.attributes if name.startswith("on")]
        assert not set("{}") & set(page.body)
        assert "<script" not in page.body


def test_hostile_text_is_shown_whole(poisoned: Poisoned) -> None:
    """A reader sees the very characters of the attack after each mark that is shown.

    A picture may cut a name for want of room; it stands whole beside the picture.
    """
    pages, marks = poisoned
    shown = 0
    for page in pages.values():
        text = " ".join(_words(parse(page.body)))
        for mark in marks_in(text, marks):
            shown += 1
            after = text.split(mark, 1)[1]
            assert after.startswith((ATTACK, ATTACK.replace(" ", "")))
    assert shown > len(marks)


def _words(element: Element) -> Iterator[str]:
    """The text of a page without the lettering of its pictures."""
    for child in element.children:
        if isinstance(child, str):
            yield from child.split()
        elif child.tag != "text":
            yield from _words(child)


def test_every_text_of_a_plan_is_shown_somewhere(poisoned: Poisoned) -> None:
    """Nothing that an editor writes is lost on the way to the pages."""
    pages, marks = poisoned
    found = {mark for page in pages.values() for mark in marks_in(page.body, marks)}
    lost = [where for mark, where in marks.items() if mark not in found]
    assert [where for where in lost if not any(word in where for word in UNSHOWN)] == []


def test_titles_and_descriptions_are_plain_text(poisoned: Poisoned) -> None:
    """What is not HTML is not escaped here: the site escapes it once."""
    pages, _ = poisoned
    titles = [page.title for address, page in pages.items() if address.endswith("chi-tieu/")]
    assert titles
    for title in titles:
        assert ATTACK in title
        assert "&lt;" not in title


def test_findings_are_escaped_wherever_they_stand(poisoned: Poisoned) -> None:
    """Message, reason and file of a finding appear as text on the page of data quality."""
    pages, _ = poisoned
    text = parse(pages["kiem-tra/"].body).text
    assert f"thông báo {ATTACK}" in text
    assert f"lý do {ATTACK}" in text
    assert f"plans/{ATTACK}.yaml" in text
