"""Where on the site, and where in the document, a path in the data stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.diagnostics import Path, PathKey
from generator.model import Annex, Plan, Task
from generator.model.anchors import (
    AnnexRow,
    action_anchors,
    annex_rows,
    duty_anchors,
    objective_anchors,
    statement_anchors,
)
from generator.pages.addresses import QUALITY, plan_address

ANNEX_PREFIX = "annexes/"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """A place that readers can go to.

    Attributes:
        label: The place in words: `Phụ lục I, mục II, nhóm II.1, cột «Tổng cộng»`.
        address: Address with anchor; None when no page shows the place.
    """

    label: str
    address: str | None


def place_of(plan: Plan, path: Path) -> Place:
    """Find the page and the words for a path.

    Args:
        plan: The plan that the path leads through.
        path: Path of a finding: part first, then keys.

    Returns:
        The place. A path that leads nowhere is named by its part.
    """
    part = str(path[0]) if path else ""
    if part.startswith(ANNEX_PREFIX):
        return _in_annex(plan, part.removeprefix(ANNEX_PREFIX), path[1:])
    finder = {
        "indicators": _in_indicators,
        "objectives": _in_objectives,
        "actions": _in_actions,
        "budget": _in_budget,
        "organisation": _in_organisation,
        "plan": _in_meta,
    }.get(part)
    if finder is None:
        return Place(part, QUALITY)
    return finder(plan, path[1:])


def _in_annex(plan: Plan, annex_id: str, path: Sequence[PathKey]) -> Place:
    annex = plan.annexes.get(annex_id)
    if annex is None:
        return Place(annex_id, plan_address(plan, "nhiem-vu/"))
    row = _row_at(annex_id, annex, path)
    label = ", ".join(filter(None, (annex.place, _row_label(row), _column_label(annex, path))))
    page = "kinh-phi/" if "stated" in path else "nhiem-vu/"
    return Place(label, plan_address(plan, f"{page}#{row.anchor if row else annex_id}"))


def _row_at(annex_id: str, annex: Annex, path: Sequence[PathKey]) -> AnnexRow | None:
    """The innermost row that a path goes through."""
    if "rows" not in path[:1]:
        return None
    wanted = (f"{ANNEX_PREFIX}{annex_id}", *path)
    on_the_way = (r for r in annex_rows(annex_id, annex) if wanted[: len(r.path)] == r.path)
    return max(on_the_way, key=lambda row: len(row.path), default=None)


def _row_label(row: AnnexRow | None) -> str:
    if row is None:
        return ""
    return f"dòng {row.code}" if isinstance(row.item, Task) else f"nhóm {row.code}"


def _column_label(annex: Annex, path: Sequence[PathKey]) -> str:
    labels = {column.id: column.label for column in annex.columns}
    last = str(path[-1]) if path else ""
    return f"cột «{labels[last]}»" if last in labels else ""


def _item(items: Sequence[T], path: Sequence[PathKey]) -> T | None:
    """The item of a part's main list that a path goes through, or what stands for it."""
    index = path[1] if len(path) > 1 else None
    return items[index] if isinstance(index, int) and index < len(items) else None


def _in_indicators(plan: Plan, path: Sequence[PathKey]) -> Place:
    item = _item(plan.indicators.indicators, path)
    page = plan_address(plan, "chi-tieu/")
    if item is None:
        return Place("Chỉ tiêu", page)
    return Place(f"Chỉ tiêu {item.code}: {item.name}", f"{page}#{item.id}")


def _in_objectives(plan: Plan, path: Sequence[PathKey]) -> Place:
    item = _item(plan.objectives.objectives, path)
    page = plan_address(plan, "muc-tieu/")
    anchor = _item(objective_anchors(plan), path)
    return Place(item.place, f"{page}#{anchor}") if item else Place("Mục tiêu", page)


def _in_actions(plan: Plan, path: Sequence[PathKey]) -> Place:
    """The innermost group that the path goes through has an anchor; its items do not."""
    groups, found, end = plan.actions.groups, None, 0
    for key, index in zip(path[::2], path[1::2], strict=False):
        if key != "groups" or not isinstance(index, int) or index >= len(groups):
            break
        found, end = groups[index], end + 2
        groups = found.groups
    page = plan_address(plan, "nhiem-vu/")
    if found is None:
        return Place("Nhiệm vụ", page)
    return Place(found.place, f"{page}#{action_anchors(plan)['actions', *path[:end]]}")


def _in_budget(plan: Plan, path: Sequence[PathKey]) -> Place:
    page = plan_address(plan, "kinh-phi/")
    if path and path[0] == "statements" and (item := _item(plan.budget.statements, path)):
        anchor = _item(statement_anchors(plan), path)
        return Place(f"{item.place}: {item.title}", f"{page}#{anchor}")
    return Place(plan.budget.place or "Nguồn kinh phí", page)


def _in_organisation(plan: Plan, path: Sequence[PathKey]) -> Place:
    page = plan_address(plan, "to-chuc/")
    if path and path[0] == "duties" and (item := _item(plan.organisation.duties, path)):
        return Place(item.place, f"{page}#{_item(duty_anchors(plan), path)}")
    return Place("Tổ chức thực hiện", page)


def _in_meta(plan: Plan, path: Sequence[PathKey]) -> Place:
    if path and path[0] in {"legal_bases", "coverage", "source"}:
        return Place("Căn cứ, nguồn và độ đầy đủ", plan_address(plan, "nguon/"))
    return Place("Thông tin chung của văn bản", plan_address(plan))
