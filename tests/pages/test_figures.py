"""Every figure that a plan prints is on its pages, exactly, and in its own row and column."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.pages.conftest import BASE_EXAMPLE, ROOT, Pages
from tests.pages.html_tree import Element, parse

PROJECTS = {"base": BASE_EXAMPLE, "real": ROOT}
Row = dict[str, Any]


def annex_files(root: Path) -> Iterator[tuple[str, str, Row]]:
    """Plan id, annex id and raw content of every annex, read without our own reader."""
    for file in sorted((root / "plans").glob("*/*/annexes/*.yaml")):
        plan_id = "/".join(file.relative_to(root / "plans").parts[:2])
        yield plan_id, file.stem, yaml.safe_load(file.read_text("utf-8"))


def vietnamese(amount: int) -> str:
    """An amount with points between groups of three digits."""
    return f"{amount:,}".replace(",", ".")


def rows_of(rows: list[Row]) -> Iterator[Row]:
    """Every row at any depth, a group before its rows."""
    for row in rows:
        yield row
        yield from rows_of(row.get("rows", []))


def amounts_in(row: Element) -> list[str]:
    """The printed amounts of a row's money cells, without marks and what we computed."""
    cells = [cell for cell in row.all("td") if "kh-num" in cell.attributes.get("class", "")]
    return ["" if cell.classed("kh-computed") else cell.text.split(" ")[0] for cell in cells]


def printed(row: Row, columns: list[Row]) -> list[str]:
    """What the money cells of a raw row should say."""
    amounts = row.get("amounts") or row.get("stated") or {}
    return [vietnamese(amounts[c["id"]]) if c["id"] in amounts else "" for c in columns]


@pytest.mark.parametrize("name", PROJECTS)
def test_every_amount_of_every_row_is_in_the_task_matrix(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Each task, group and total shows its printed amounts; a blank cell stays blank."""
    pages: Pages = request.getfixturevalue(f"{name}_pages")
    checked = 0
    for plan_id, annex_id, annex in annex_files(PROJECTS[name]):
        tree = parse(pages[f"{plan_id}/nhiem-vu/"].body)
        columns = annex.get("columns", [])
        for row in rows_of(annex["rows"]):
            anchor = (
                f"{annex_id}.{row['task'].lower()}"
                if "task" in row
                else f"{annex_id}.nhom.{row['group'].lower()}"
            )
            element = tree.by_id(anchor)
            assert row["title"] in element.text
            assert amounts_in(element) == printed(row, columns), anchor
            checked += 1
    assert checked > 4


@pytest.mark.parametrize("name", PROJECTS)
def test_every_total_of_every_group_is_on_the_budget_page(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Each group shows its printed totals; so does the total of the table."""
    pages: Pages = request.getfixturevalue(f"{name}_pages")
    checked = 0
    for plan_id, annex_id, annex in annex_files(PROJECTS[name]):
        columns = annex.get("columns", [])
        if not columns:
            continue
        tree = parse(pages[f"{plan_id}/kinh-phi/"].body)
        for row in rows_of(annex["rows"]):
            if "group" in row:
                element = tree.by_id(f"{annex_id}.nhom.{row['group'].lower()}")
                assert amounts_in(element) == printed(row, columns)
                checked += 1
        totals = [amounts_in(row) for row in tree.classed("kh-total")]
        assert not annex.get("stated") or printed(annex, columns) in totals
    assert checked >= 2


@pytest.mark.parametrize("name", PROJECTS)
def test_every_statement_is_given_exactly_and_humanly(
    name: str, request: pytest.FixtureRequest
) -> None:
    """A total of the prose stands in full, with its words as printed."""
    pages: Pages = request.getfixturevalue(f"{name}_pages")
    for file in (PROJECTS[name] / "plans").glob("*/*/budget.yaml"):
        plan_id = "/".join(file.parts[-3:-1])
        tree = parse(pages[f"{plan_id}/kinh-phi/"].body)
        for statement in yaml.safe_load(file.read_text("utf-8"))["statements"]:
            (section,) = [
                s for s in tree.all("section")
                if s.attributes.get("aria-labelledby") == statement["id"]
            ]  # fmt: skip
            assert vietnamese(statement["amount"]) in section.text
            assert statement.get("words", "") in section.text


@pytest.mark.parametrize("name", PROJECTS)
def test_every_target_and_baseline_shows_its_printed_words(
    name: str, request: pytest.FixtureRequest
) -> None:
    """The section of an indicator holds the text of each of its cells."""
    pages: Pages = request.getfixturevalue(f"{name}_pages")
    checked = 0
    for file in (PROJECTS[name] / "plans").glob("*/*/indicators.yaml"):
        plan_id = "/".join(file.parts[-3:-1])
        tree = parse(pages[f"{plan_id}/chi-tieu/"].body)
        for indicator in yaml.safe_load(file.read_text("utf-8"))["indicators"]:
            (section,) = [
                s for s in tree.classed("kh-indicator")
                if s.attributes["aria-labelledby"] == indicator["id"]
            ]  # fmt: skip
            for step in [*indicator.get("baselines", []), *indicator["targets"]]:
                assert step["text"] in section.text
                checked += 1
    assert checked > 5
