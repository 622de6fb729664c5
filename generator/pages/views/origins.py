"""The place of each row: in the document, in the data, in a citation, and where to mend it.

The page «Nguồn» of a plan lists them all. A row elsewhere carries one short link to its entry
there (macro `origin`); where scripts run, `origins.js` shows the entry over the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, repeat
from urllib.parse import quote

from generator.diagnostics import Path
from generator.model import ActionGroup, Group, Plan, Task
from generator.model.anchors import (
    action_anchors,
    annex_rows,
    duty_anchors,
    objective_anchors,
    statement_anchors,
)
from generator.pages.addresses import PLAN_SECTIONS, plan_address
from generator.pages.page import SiteData, SourceFile
from generator.pages.views.citations import cite_row
from generator.vietnamese import format_integer
from generator.words import document_name

BRANCH = "main"
REPORT_FORM = "sai-so-lieu.yml"
"""Form in `.github/ISSUE_TEMPLATE/`, whose fields `address`, `file`, `place`, `shown`, `source` we fill in."""

_UNSAFE = {
    code: quote(chr(code), safe="")
    for code in range(128)
    if not (chr(code).isalnum() or chr(code) in "-._~/")
}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row comes from.

    Attributes:
        id: Its anchor on the page «Nguồn»: section, dot, anchor of the row on its own page.
        place: Where in the document it stands, `Phụ lục I, mục II, nhiệm vụ 21`.
        title: Its title or its words.
        address: Its own address.
        file: File that holds it, from the project's root; empty when that is not known.
        line: Its line there; None when that is not known.
        citation: How to cite it.
        edit: Where to mend it on GitHub; empty without a repository.
        report: Where to say that it is wrong; empty without a repository.
    """

    id: str
    place: str
    title: str
    address: str
    file: str
    line: int | None
    citation: str
    edit: str
    report: str


@dataclass(frozen=True, slots=True)
class OriginPart:
    """Rows of one section of a plan."""

    section: str
    title: str
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a plan before it has its links; its amount with the way to it, if it is alone."""

    anchor: str
    path: Path
    place: str
    title: str
    amount: tuple[str, int] | None = None

    @property
    def value(self) -> Path:
        """The one amount of the row, where it has just one; else the row."""
        return self.path if self.amount is None else (*self.path, *self.amount[0].split("/"))


def origins_of(data: SiteData, plan: Plan) -> tuple[OriginPart, ...]:
    """List the rows of a plan.

    Args:
        data: Everything that pages are made from.
        plan: The plan.

    Returns:
        Its sections that have rows, in the order of the tabs.
    """
    walks = {
        "muc-tieu/": _objectives,
        "chi-tieu/": _indicators,
        "nhiem-vu/": _tasks,
        "kinh-phi/": _statements,
        "to-chuc/": _duties,
    }
    parts = (
        OriginPart(
            section.rstrip("/"),
            title,
            tuple(_origins(data, plan, section, walks[section](plan))),
        )
        for section, title in PLAN_SECTIONS
        if section in walks
    )
    return tuple(part for part in parts if part.origins)


def report_address(data: SiteData, about: str, address: str, **fields: str) -> str:
    """Where to say that something is wrong, with a form that is filled in already.

    Args:
        data: Everything that pages are made from.
        about: What it is about, in words.
        address: Its address below the site's root.
        **fields: Other fields of the form.

    Returns:
        An address on GitHub; empty without a repository.
    """
    if data.repository is None:
        return ""
    given = {
        "template": REPORT_FORM,
        "title": f"Sai số liệu: {about}",
        "address": address,
        **fields,
    }
    query = "&".join(f"{name}={_encoded(value)}" for name, value in given.items() if value)
    return f"{data.repository}/issues/new?{query}"


def _encoded(value: str) -> str:
    """A value of a query; letters with marks may stand in it, and are three times longer encoded."""
    return value.translate(_UNSAFE)


def _origins(data: SiteData, plan: Plan, section: str, rows: Iterator[_Row]) -> Iterator[Origin]:
    """Rows file by file, because a file answers for many rows at once much faster."""
    sources = data.sources.get(plan.id, {})
    for part, of_part in groupby(rows, lambda row: str(row.path[0])):
        source, together = sources.get(part), tuple(of_part)
        paths = (row.value for row in together)
        places = source.places(paths) if source and data.repository else repeat("")
        for row, place in zip(together, places, strict=False):
            yield _origin(data, plan, section, row, source, place)


def _origin(
    data: SiteData, plan: Plan, section: str, row: _Row, source: SourceFile | None, place: str
) -> Origin:
    address = plan_address(plan, f"{section}#{row.anchor}")
    line = source.line(row.path) if source else None
    file = source.file if source else ""
    return Origin(
        id=f"{section.rstrip('/')}.{row.anchor}",
        place=row.place,
        title=row.title,
        address=address,
        file=file,
        line=line,
        citation=cite_row(data, plan, row.place, address),
        edit=_edit_address(data, file, line),
        report=report_address(
            data,
            f"{document_name(plan)}, {row.place}",
            address,
            file=file,
            place=place,
            shown="" if row.amount is None else format_integer(row.amount[1]),
            source=row.place,
        ),
    )


def _edit_address(data: SiteData, file: str, line: int | None) -> str:
    if data.repository is None or not file:
        return ""
    at = f"#L{line}" if line else ""
    return f"{data.repository}/edit/{BRANCH}/{quote(file)}{at}"


def _objectives(plan: Plan) -> Iterator[_Row]:
    items = zip(plan.objectives.objectives, objective_anchors(plan), strict=True)
    for index, (item, anchor) in enumerate(items):
        yield _Row(anchor, ("objectives", "objectives", index), item.place, item.text)


def _indicators(plan: Plan) -> Iterator[_Row]:
    for index, item in enumerate(plan.indicators.indicators):
        place = f"{item.place}, chỉ tiêu {item.code}"
        yield _Row(item.id, ("indicators", "indicators", index), place, item.name)


def _tasks(plan: Plan) -> Iterator[_Row]:
    for annex_id, annex in plan.annexes.items():
        yield _Row(annex_id, (f"annexes/{annex_id}",), annex.place, annex.title)
        for row in annex_rows(annex_id, annex):
            kind = "nhiệm vụ" if isinstance(row.item, Task) else "nhóm"
            place = f"{annex.place}, {kind} {row.code}"
            yield _Row(row.anchor, row.path, place, row.item.title, _only_amount(row.item))
    anchors = action_anchors(plan)
    for path, group in _action_groups(plan.actions.groups, ("actions",)):
        yield _Row(anchors[path], path, group.place, group.title or "")
        for index, item in enumerate(group.items):
            below = (*path, "items", index)
            yield _Row(anchors[below], below, f"{group.place}, nội dung {item.code}", item.title)


def _only_amount(item: Task | Group) -> tuple[str, int] | None:
    if not isinstance(item, Task) or len(item.amounts) != 1:
        return None
    ((column, amount),) = item.amounts.items()
    return f"amounts/{column}", amount


def _action_groups(
    groups: tuple[ActionGroup, ...], above: Path
) -> Iterator[tuple[Path, ActionGroup]]:
    for index, group in enumerate(groups):
        path = (*above, "groups", index)
        yield path, group
        yield from _action_groups(group.groups, path)


def _statements(plan: Plan) -> Iterator[_Row]:
    items = zip(plan.budget.statements, statement_anchors(plan), strict=True)
    for index, (item, anchor) in enumerate(items):
        path: Path = ("budget", "statements", index)
        yield _Row(anchor, path, item.place, item.title, ("amount", item.amount))


def _duties(plan: Plan) -> Iterator[_Row]:
    items = zip(plan.organisation.duties, duty_anchors(plan), strict=True)
    for index, (item, anchor) in enumerate(items):
        yield _Row(anchor, ("organisation", "duties", index), item.place, item.agency)
