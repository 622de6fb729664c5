"""Addresses of changes are those of findings and waivers."""

from collections.abc import Iterator
from typing import Any

from generator.changes import compare
from generator.changes.records import addresses_of
from generator.changes.trees import Placed, tree_of_actions, tree_of_annexes
from generator.model import Library, Plan
from generator.pipeline import Checked
from generator.runner.places import path_at
from tests.changes.conftest import with_plan
from tests.changes.test_complete import PARTS, mutated_plans


def rows(plan: Plan) -> Iterator[Placed]:
    """Every row of a plan."""
    for tree in (tree_of_annexes(plan), tree_of_actions(plan)):
        yield from (*tree.groups, *tree.leaves)


def test_rows_stand_where_findings_would_point(real: Checked) -> None:
    """The address of every row leads to that row in the file."""
    count = 0
    for plan in real.library.plans:
        sources = real.sources[plan.id]
        for one in rows(plan):
            part = one.path.partition("/rows/")[0] if "/rows/" in one.path else "actions"
            located = sources[part].located
            assert located
            path = path_at(located.data, part, one.path)
            assert path, one.path
            value: Any = located.data
            for key in path[1:]:
                value = value[key]
            assert value.get("title") == one.row.title
            count += 1
    assert count > 500


def test_lists_are_addressed_by_ids_and_codes(real: Checked) -> None:
    """The address of every indicator leads to it in the file."""
    for plan in real.library.plans:
        located = real.sources[plan.id]["indicators"].located
        assert located
        addresses = addresses_of("indicators/indicators", plan.indicators.indicators)
        for position, one in enumerate(plan.indicators.indicators):
            path = path_at(located.data, "indicators", addresses[id(one)])
            assert path == ("indicators", "indicators", position)


def test_every_change_of_a_value_has_an_address_of_its_part(rich: Library) -> None:
    """No address begins or ends with a slash, or holds an empty word."""
    (plan,) = rich.plans
    for part in PARTS:
        for where, changed in mutated_plans(plan, part):
            for change in compare(rich, with_plan(rich, changed)):
                assert "" not in change.subject.path.split("/"), where
