"""Lists of a plan whose items carry printed numbers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.checks._coverage import is_whole
from generator.checks._memo import remembered
from generator.checks._numbering import Numbered, begins, goes_on
from generator.checks._rows import PlacedRow, PlacedTask, part_of_annex, rows_of_annex
from generator.diagnostics import Path
from generator.model import ActionGroup, Annex, Group, Plan, Task
from generator.words import OBJECTIVE_KINDS

_MOST_DIGITS = 3
"""A longer number is a slip of the hand: no document counts so far."""


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items that are counted together.

    Attributes:
        kind: What the items are, as a message names them.
        items: The items in print order.
        whole: Whether the record holds the whole list, so that a gap means something.
    """

    kind: str
    items: tuple[Numbered, ...]
    whole: bool


@remembered
def numbered_lists(plan: Plan) -> Iterator[NumberedList]:
    """Every list of a plan with printed numbers."""
    yield NumberedList("căn cứ pháp lý", tuple(_legal_bases(plan)), whole=True)
    yield from _objectives(plan)
    yield from _indicators(plan)
    yield from _actions(("actions",), plan.actions.groups, is_whole(plan, "actions"))
    for annex_id, annex in plan.annexes.items():
        yield from _rows(annex_id, annex, is_whole(plan, "tasks"))
    yield _duties(plan)


def _legal_bases(plan: Plan) -> Iterator[Numbered]:
    for index, citation in enumerate(plan.meta.legal_bases):
        if citation.code is not None:
            yield Numbered(citation.code, ("plan", "legal_bases", index, "code"))


def _objectives(plan: Plan) -> Iterator[NumberedList]:
    """Objectives of each kind, which the document lists apart."""
    whole = is_whole(plan, "objectives")
    by_kind: dict[str, list[tuple[int, str | None, str]]] = {}
    for at, one in enumerate(plan.objectives.objectives):
        by_kind.setdefault(one.kind, []).append((at, one.code, one.place))
    for kind, placed in by_kind.items():
        items = _partly_numbered(("objectives", "objectives"), placed)
        yield NumberedList(OBJECTIVE_KINDS[kind].lower(), tuple(items), whole)


def _duties(plan: Plan) -> NumberedList:
    placed = ((at, one.code, one.place) for at, one in enumerate(plan.organisation.duties))
    items = _partly_numbered(("organisation", "duties"), placed)
    return NumberedList("mục trách nhiệm", tuple(items), is_whole(plan, "organisation"))


def _partly_numbered(
    path: Path, placed: Iterable[tuple[int, str | None, str]]
) -> Iterator[Numbered]:
    """Items of which not all are numbered: those without may stand for the numbers not there."""
    stands_in = False
    for at, code, place in placed:
        if code is not None:
            before = _numbers_before(code) if stands_in else frozenset()
            yield Numbered(code, (*path, at, "code"), place=place, beside=before)
        stands_in = code is None


def _numbers_before(code: str) -> frozenset[str]:
    is_short = code.isdecimal() and len(code) <= _MOST_DIGITS
    return frozenset(map(str, range(1, int(code)))) if is_short else frozenset()


def _indicators(plan: Plan) -> Iterator[NumberedList]:
    """Indicators list by list.

    A theme that begins with 1 begins a list; one that goes on from the theme before belongs to
    that list. What begins otherwise was gathered from many places, and is no list.
    """
    whole = is_whole(plan, "indicators")
    run: list[Numbered] = []
    for items in _themes(plan).values():
        if run and goes_on(run[-1].code, items[0].code):
            run += items
            continue
        yield NumberedList("chỉ tiêu", tuple(run), whole)
        run = items if begins(items[0].code) else []
    yield NumberedList("chỉ tiêu", tuple(run), whole)


def _themes(plan: Plan) -> dict[str | None, list[Numbered]]:
    themes: dict[str | None, list[Numbered]] = {}
    for index, indicator in enumerate(plan.indicators.indicators):
        path = ("indicators", "indicators", index, "code")
        item = Numbered(indicator.code, path, place=indicator.place)
        themes.setdefault(indicator.theme, []).append(item)
    return themes


def _actions(path: Path, groups: tuple[ActionGroup, ...], whole: bool) -> Iterator[NumberedList]:
    flat = tuple(_flat(path, groups))
    codes = (Numbered(g.code, (*place, "code")) for place, g in flat if g.code is not None)
    yield NumberedList("nhóm nhiệm vụ, giải pháp", tuple(codes), whole)
    for place, group in flat:
        items = (
            Numbered(item.code, (*place, "items", at, "code"))
            for at, item in enumerate(group.items)
        )
        yield NumberedList("nội dung công việc", tuple(items), whole)
        if group.code is not None:
            yield from _actions(place, group.groups, whole)


def _flat(path: Path, groups: tuple[ActionGroup, ...]) -> Iterator[tuple[Path, ActionGroup]]:
    """Groups of one list; what a group without a number holds is counted in its place."""
    for index, group in enumerate(groups):
        place = (*path, "groups", index)
        yield place, group
        if group.code is None:
            yield from _flat(place, group.groups)


def _rows(annex_id: str, annex: Annex, whole: bool) -> Iterator[NumberedList]:
    rows = tuple(rows_of_annex(annex_id, annex))
    lists = dict(_lists((part_of_annex(annex_id),), annex.rows))
    tasks = tuple(_numbered(r, lists) for r in rows if isinstance(r, PlacedTask))
    groups = tuple(_numbered(r, lists) for r in rows if not isinstance(r, PlacedTask))
    yield NumberedList("nhiệm vụ", tasks, whole)
    yield NumberedList("nhóm", groups, whole)


def _numbered(row: PlacedRow, lists: Mapping[Path, "_Codes"]) -> Numbered:
    beside = lists[row.path[:-2]]
    if isinstance(row, PlacedTask):
        return Numbered(row.task.task, (*row.path, "task"), beside=beside.groups)
    code = row.group.group
    return Numbered(code, (*row.path, "group"), level=len(row.groups), beside=beside.tasks)


@dataclass(frozen=True, slots=True)
class _Codes:
    """Codes of the tasks and of the groups that stand in one list of rows."""

    tasks: frozenset[str]
    groups: frozenset[str]


def _lists(path: Path, rows: tuple[Group | Task, ...]) -> Iterator[tuple[Path, _Codes]]:
    """The codes of each list, by the path of what holds it."""
    groups = [(index, row) for index, row in enumerate(rows) if isinstance(row, Group)]
    yield (
        path,
        _Codes(
            frozenset(row.task for row in rows if isinstance(row, Task)),
            frozenset(group.group for _, group in groups),
        ),
    )
    for index, group in groups:
        yield from _lists((*path, "rows", index), group.rows)
