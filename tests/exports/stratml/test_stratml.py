"""StratML: valid against the published declarations, and whole."""

from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from lxml import etree

from generator.exports import FORMATS, ExportInput
from generator.model import Plan, walk_tasks
from generator.pipeline import check
from generator.project import Project
from tests.exports.sample import HOSTILE, sample_input

SCHEMA = Path(__file__).with_name("PerformancePlanOrReport20160216.xsd")
NS = {"s": "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"}


@cache
def schema() -> xmlschema.XMLSchema:
    """The declarations of the standard."""
    return xmlschema.XMLSchema(SCHEMA)


@pytest.fixture(scope="module")
def real(project: Project) -> ExportInput:
    """The plans of this repository."""
    checked = check(project)
    return ExportInput(library=checked.library, diagnostics=checked.diagnostics)


def texts(content: bytes, path: str) -> list[str]:
    """Texts of the elements on a path."""
    found: Any = etree.fromstring(content).xpath(path, namespaces=NS)
    return [element.text or "" for element in found]


def rendered(data: ExportInput) -> dict[str, bytes]:
    """Files by path."""
    return dict(FORMATS["stratml"](data))


def test_every_plan_is_valid_against_the_published_schema(real: ExportInput) -> None:
    """Each plan has its file, and the validator finds nothing in it."""
    files = rendered(real)
    assert list(files) == [f"stratml/{plan.id}.xml" for plan in real.library.plans]
    for path, content in files.items():
        assert [str(error) for error in schema().iter_errors(content.decode())] == [], path


def test_the_schema_refuses_what_is_out_of_order(real: ExportInput) -> None:
    """The validator is no rubber stamp: a goal without its description is refused."""
    content = next(iter(rendered(real).values())).decode()
    spoilt = content.replace("<Description>", "<Beschreibung>", 2)
    assert list(schema().iter_errors(spoilt.replace("</Description>", "</Beschreibung>", 2)))


def test_every_indicator_target_task_and_amount_is_carried(real: ExportInput) -> None:
    """Names, figures and amounts in the file are those of the plan, no more and no fewer."""
    files = rendered(real)
    for plan in real.library.plans:
        content = files[f"stratml/{plan.id}.xml"]
        names = Counter(texts(content, "//s:Objective/s:Name"))
        assert not Counter(expected_names(plan)) - names, plan.id
        figures = Counter(texts(content, "//s:TargetResult/s:NumberOfUnits"))
        assert figures == Counter(expected_figures(plan)), plan.id


def expected_names(plan: Plan) -> list[str]:
    """Names of every indicator, task and piece of work."""
    names = [item.name for item in plan.indicators.indicators]
    for annex in plan.annexes.values():
        names += [task.title for task, _ in walk_tasks(annex.rows)]
    for group in plan.actions.groups:
        names += [item.title for item in group.leaf_items()]
    return names


def expected_figures(plan: Plan) -> list[str]:
    """Every target's figure and every task's amount, as written."""
    targets = (target for item in plan.indicators.indicators for target in item.targets)
    figures: list[Decimal | int] = [t.value for t in targets if t.value is not None]
    for annex in plan.annexes.values():
        for task, _ in walk_tasks(annex.rows):
            figures += task.amounts.values()
    return [str(figure) for figure in figures]


def test_hostile_text_stays_text() -> None:
    """Mark-up in a plan's text adds no element, and what XML cannot hold is replaced."""
    data = sample_input()
    for path, content in rendered(data).items():
        assert list(schema().iter_errors(content.decode())) == [], path
        assert not {"script", "{http://www.w3.org/1999/xhtml}script"} & {
            str(element.tag) for element in etree.fromstring(content).iter()
        }
    everything = b"".join(rendered(data).values()).decode()
    assert "<script>" not in everything
    assert any(text.startswith("</script>") for text in HOSTILE)


def test_the_same_plans_give_the_same_bytes(real: ExportInput) -> None:
    """Identifiers follow from names and not from chance."""
    assert rendered(real) == rendered(real)
