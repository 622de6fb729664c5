"""All rows of two states of a plan, set against each other."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.changes.pairing import Pairing, Pairs
from generator.changes.records import pair_records
from generator.changes.structure import LISTS
from generator.changes.totals import STATEMENTS, Kept
from generator.changes.trees import (
    ACTIONS,
    Placed,
    Tree,
    annex_address,
    pair_trees,
    tree_of_actions,
)
from generator.model import Annex, BudgetStatement, Plan, Task, walk_tasks
from generator.model.titles import words_of


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of two states of a plan: those of its annexes, or those of its prose.

    Attributes:
        old: Annexes before, by address; empty for the prose.
        new: Annexes now, by address.
        tables: The tables that are there on both sides, by address.
        groups: Rows that hold others.
        leaves: Rows that do not.
    """

    old: Mapping[str, Annex]
    new: Mapping[str, Annex]
    tables: Pairs[str]
    groups: Pairs[Placed]
    leaves: Pairs[Placed]

    def now(self) -> dict[str, str]:
        """Address before to address now of all that holds rows and is still there."""
        return dict(self.tables.both) | {one.path: other.path for one, other in self.groups.both}


def grid_of_annexes(old: Plan, new: Plan, trees: tuple[Tree, Tree]) -> Grid:
    """Set the rows of all annexes of a plan against each other.

    Args:
        old: The plan before.
        new: The plan now.
        trees: Rows of the annexes of both.

    Returns:
        The rows; an annex of another id is the same where its title says so.
    """
    before = {annex_address(one): annex for one, annex in old.annexes.items()}
    after = {annex_address(one): annex for one, annex in new.annexes.items()}
    pairing = Pairing(tuple(before.items()), tuple(after.items())).by(lambda one: one[0])
    pairing.by(lambda one: (words_of(one[1].title), one[1].place))
    pairs = pairing.by(lambda one: words_of(one[1].title), unique=True).pairs()
    tables = Pairs(
        tuple((one[0], other[0]) for one, other in pairs.both),
        tuple(one[0] for one in pairs.dropped),
        tuple(one[0] for one in pairs.added),
    )
    return Grid(before, after, tables, *pair_trees(*trees, dict(tables.both)))


def grid_of_prose(old: Plan, new: Plan) -> Grid:
    """Set the groups and items of the prose of a plan against each other."""
    pairs = pair_trees(tree_of_actions(old), tree_of_actions(new), {})
    return Grid({}, {}, Pairs(((ACTIONS, ACTIONS),), (), ()), *pairs)


def kept_lines(grid: Grid, statements: Pairs[BudgetStatement]) -> dict[str, Kept]:
    """Find every line that may print totals and is there on both sides.

    Args:
        grid: Rows of the annexes.
        statements: Statements of the prose.

    Returns:
        Address before to what became of the line.
    """
    tables = {pair: _kept_table(grid, *pair) for pair in grid.tables.both}
    found = {old: kept for (old, _), kept in tables.items()}
    for one, other in (*grid.groups.both, *grid.leaves.both):
        # In another table a column is the same that has the same id.
        kept = tables.get((one.table, other.table), Kept(other.path))
        totals = _totals(grid, one, other, kept) if isinstance(other.row, Task) else None
        found[one.path] = replace(kept, path=other.path, totals=totals)
    for before, after in statements.both:
        found[f"{STATEMENTS}/{before.id}"] = Kept(f"{STATEMENTS}/{after.id}")
    return found


def _kept_table(grid: Grid, old: str, new: str) -> Kept:
    before, after = grid.old[old], grid.new[new]
    pairs = pair_records(LISTS["Annex", "columns"], before.columns, after.columns)
    return Kept(
        new,
        columns={one.id: other.id for one, other in pairs.both},
        dropped=frozenset(one.id for one in pairs.dropped) - _used(after),
        added=frozenset(one.id for one in pairs.added) - _used(before),
    )


def _used(annex: Annex) -> frozenset[str]:
    """Columns in which something is printed, declared or not."""
    rows = (task.amounts for task, _ in walk_tasks(annex.rows))
    groups = (group.stated for _, above in walk_tasks(annex.rows) for group in above)
    return frozenset(column for line in (annex.stated, *rows, *groups) for column in line)


def _totals(grid: Grid, old: Placed, new: Placed, kept: Kept) -> frozenset[str]:
    before, after = _adding(grid.old[old.table]), _adding(grid.new[new.table])
    return frozenset(now for one in before if (now := kept.now(one)) in after and now)


def _adding(annex: Annex) -> frozenset[str]:
    return frozenset(column.id for column in annex.columns if column.adds)
