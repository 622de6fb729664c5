"""Nothing that differs between two states goes untold, and nothing is told of what does not."""

from collections.abc import Iterator
from dataclasses import fields, replace
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.changes import compare, details, sentence
from generator.changes.comparison import Comparison
from generator.changes.findings import FindingChanges
from generator.model import Library, Plan, Record, Registry
from generator.pipeline import Checked
from generator.reporters.diff import FORMATS, DiffView, SideName, report_diff
from tests.changes.conftest import with_plan
from tests.changes.mutate import mutations

PARTS = [field.name for field in fields(Plan) if field.name not in {"province_id", "slug"}]

ADDRESSES = {name: name for name in PARTS} | {"meta": "plan", "several": ""}
"""Part of a plan to the beginning of the addresses of what is in it."""


def mutated_plans(plan: Plan, part: str) -> Iterator[tuple[str, Plan]]:
    """The plan with one thing changed in a part."""
    value: Any = getattr(plan, part)
    for where, changed in mutations(value, None, part):
        yield where, replace(plan, **{part: changed})


def assert_told(old: Library, new: Library, plan_id: str, where: str) -> None:
    """Assert that a difference is told both ways, as a change of its part, and can be said."""
    part = where.partition("/")[0].partition(" ")[0]
    for before, after in ((old, new), (new, old)):
        changes = compare(before, after)
        assert changes, where
        assert {change.subject.plan_id for change in changes} == {plan_id}, where
        own = [change for change in changes if change.subject.path.startswith(ADDRESSES[part])]
        assert own, where
        for change in changes:
            said = sentence(change)
            assert said.endswith("."), where
            assert said[0] == said[0].upper(), where
            assert all(details(change)), where
        write_all(changes, after)


def write_all(changes: Any, library: Library) -> None:
    """Write changes in every format; none may fail."""
    comparison = Comparison(changes, {}, FindingChanges(), (), {}, {})
    for name in FORMATS:
        report_diff(name, DiffView(comparison, SideName("a"), SideName("b")))


def test_the_same_plans_have_no_changes(base: Library, real: Checked) -> None:
    """Nothing is told of two equal libraries."""
    for library in (base, real.library):
        assert compare(library, library) == ()


@pytest.mark.parametrize("part", PARTS)
def test_any_change_of_the_example_is_told(rich: Library, part: str) -> None:
    """Each single value, item or order that is changed in the example yields a change."""
    (plan,) = rich.plans
    found = [(where, changed) for where, changed in mutated_plans(plan, part) if changed != plan]
    assert len(found) > 10
    for where, changed in found:
        assert_told(rich, with_plan(rich, changed), plan.id, where)


@pytest.mark.parametrize("name", list(Registry.model_fields))
def test_any_change_of_the_registry_is_told(base: Library, name: str) -> None:
    """Each single value or entry that is changed in the registry yields a change."""
    for where, changed in mutations(getattr(base.registry, name), None, name):
        registry = base.registry.model_copy(update={name: changed})
        new = replace(base, registry=registry)
        for before, after in ((base, new), (new, base)):
            changes = compare(before, after)
            assert "" in {change.subject.plan_id for change in changes}, where
            assert all(sentence(change).endswith(".") for change in changes)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(random=st.randoms(use_true_random=False))
def test_any_change_of_a_real_plan_is_told(real: Checked, random: Random) -> None:
    """A single thing changed anywhere in a real plan yields a change of that plan."""
    plan = random.choice(real.library.plans)
    where, changed = a_mutation(plan, random)
    assert_told(real.library, with_plan(real.library, changed), plan.id, where)


def a_mutation(plan: Plan, random: Random) -> tuple[str, Plan]:
    """One thing changed at random in a plan: a record of it is chosen, then a way to change it."""
    part = random.choice([name for name in PARTS if _holds(getattr(plan, name))])
    where, changed = _one(getattr(plan, part), random, part)
    return where, replace(plan, **{part: changed})


def _holds(value: Any) -> bool:
    return bool(value) and next(mutations(value, None), None) is not None


def _one(value: Any, random: Random, where: str) -> tuple[str, Any]:
    """Go down into a random item as long as there is one, then change one thing there."""
    if isinstance(value, dict):
        key = random.choice(list(value))
        if isinstance(value[key], Record):
            place, changed = _one(value[key], random, f"{where}/{key}")
            return place, {**value, key: changed}
    if isinstance(value, Record):
        lists = [
            name
            for name in type(value).model_fields
            if isinstance(getattr(value, name), tuple)
            and getattr(value, name)
            and isinstance(getattr(value, name)[0], Record)
        ]
        if lists and random.random() < 0.85:
            name = random.choice(lists)
            items = getattr(value, name)
            position = random.randrange(len(items))
            place, changed = _one(items[position], random, f"{where}/{name}/{position}")
            items = (*items[:position], changed, *items[position + 1 :])
            return place, value.model_copy(update={name: items})
    return random.choice([(w, c) for w, c in mutations(value, None, where) if c != value])


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(random=st.randoms(use_true_random=False))
def test_several_changes_at_once_are_told(rich: Library, random: Random) -> None:
    """With six things changed at once, both ways still yield changes that can be said."""
    (plan,) = rich.plans
    changed = plan
    for _ in range(6):
        _, changed = a_mutation(changed, random)
    if changed != plan:
        assert_told(rich, with_plan(rich, changed), plan.id, "several")
