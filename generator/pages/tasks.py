"""A plan's tasks: the tables of its annexes, then the tasks and solutions of its prose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Path
from generator.model import ActionGroup, ActionItem, Announced, Plan
from generator.model.agencies import AgencyReader
from generator.model.anchors import action_anchors
from generator.pages.addresses import plan_address
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.annex_downloads import tasks_download
from generator.pages.views.chrome import plan_chrome, plan_page_title
from generator.pages.views.coverage import coverage_of
from generator.pages.views.discrepancies import Discrepancies, Discrepancy
from generator.pages.views.facts import count_tasks
from generator.pages.views.matrices import matrix_of
from generator.pages.views.plan_annexes import plan_annexes


@dataclass(frozen=True, slots=True)
class Count:
    """A number that the document announces beside what it lists."""

    text: str
    listed: str
    matches: bool


@dataclass(frozen=True, slots=True)
class ItemView:
    """A piece of work that the prose names, with what does not agree in it."""

    anchor: str
    record: ActionItem
    discrepancies: tuple[Discrepancy, ...]


@dataclass(frozen=True, slots=True)
class ActionView:
    """A group of the prose.

    Attributes:
        anchor: Its anchor.
        record: The group as encoded.
        level: Level of its heading, 3 at the top, at most 6.
        counts: What it announces.
        items: Its own pieces of work.
        groups: The groups in it.
    """

    anchor: str
    record: ActionGroup
    level: int
    counts: tuple[Count, ...]
    items: tuple[ItemView, ...]
    groups: tuple["ActionView", ...]

    @property
    def title(self) -> str:
        """The printed title, or that the copy of the document lacks it."""
        return self.record.title or "(bản nguồn mất tên của phần này)"


@dataclass(frozen=True, slots=True)
class _Walk:
    """What a walk through the prose hands on."""

    anchors: Mapping[Path, str]
    found: Discrepancies


def pages(data: SiteData) -> Iterator[Page]:
    """One page of tasks for each plan."""
    reader = AgencyReader(data.library.registry.agencies)
    for plan in data.library.plans:
        annexes = plan_annexes(data, plan, reader)
        downloads = tuple(tasks_download(data, plan, annex) for annex in annexes)
        yield make_page(
            plan_address(plan, "nhiem-vu/"),
            "tasks.html",
            plan_page_title(data.library, plan, "nhiem-vu/"),
            _description(plan),
            downloads=downloads,
            chrome=plan_chrome(data.library, plan, "nhiem-vu/"),
            tasks_coverage=coverage_of(plan, "tasks"),
            actions_coverage=coverage_of(plan, "actions"),
            annexes=tuple(zip(annexes, downloads, strict=True)),
            matrix=matrix_of(annexes, data.library.registry.agencies, plan.meta.period),
            actions=_actions(data, plan),
        )


def _description(plan: Plan) -> str:
    return (
        f"{count_tasks(plan)} nhiệm vụ trong phụ lục của {plan.meta.short_title}: cơ quan chủ trì, "
        "thời gian, kinh phí."
    )


def _actions(data: SiteData, plan: Plan) -> tuple[ActionView, ...]:
    found = Discrepancies(plan, data.findings_of(plan.id), data.library.registry)
    walk = _Walk(action_anchors(plan), found)
    return tuple(
        _action(group, ("actions", "groups", index), 3, walk)
        for index, group in enumerate(plan.actions.groups)
    )


def _action(group: ActionGroup, path: Path, level: int, walk: _Walk) -> ActionView:
    return ActionView(
        anchor=walk.anchors[path],
        record=group,
        level=level,
        counts=tuple(_count(group, announced) for announced in group.announced),
        items=tuple(
            _item(item, (*path, "items", index), walk) for index, item in enumerate(group.items)
        ),
        groups=tuple(
            _action(child, (*path, "groups", index), min(level + 1, 6), walk)
            for index, child in enumerate(group.groups)
        ),
    )


def _item(item: ActionItem, path: Path, walk: _Walk) -> ItemView:
    return ItemView(walk.anchors[path], item, walk.found.at(path))


def _count(group: ActionGroup, announced: Announced) -> Count:
    if announced.of == "groups":
        listed, noun = len(group.groups), "nhóm"
    else:
        listed, noun = len(group.leaf_items()), "nội dung"
    return Count(announced.text, f"{listed} {noun}", listed == announced.count)
