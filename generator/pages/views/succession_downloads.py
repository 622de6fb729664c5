"""What became of a plan, to download: its tasks and its targets."""

from collections.abc import Iterator, Sequence

from generator.pages.page import SiteData
from generator.pages.views.across_downloads import table
from generator.pages.views.successions import Side, TargetLine, TaskLine
from generator.tables import TableRow
from generator.tables.shown import ShownColumn, ShownTable

_TASKS = (
    ShownColumn("Việc"),
    ShownColumn("Nhiệm vụ trong kế hoạch cũ"),
    ShownColumn("Chỗ trong kế hoạch cũ"),
    ShownColumn("Nhiệm vụ trong kế hoạch mới"),
    ShownColumn("Chỗ trong kế hoạch mới"),
    ShownColumn("Số tiền cũ, đồng", "integer"),
    ShownColumn("Số tiền mới, đồng", "integer"),
    ShownColumn("Chênh, đồng", "integer"),
    ShownColumn("So với cũ"),
    ShownColumn("Tên giống nhau"),
    ShownColumn("Cần biết khi so"),
    ShownColumn("Địa chỉ ở kế hoạch cũ"),
)
_TARGETS = (
    ShownColumn("Chỉ tiêu"),
    ShownColumn("Kỳ"),
    ShownColumn("Kế hoạch cũ"),
    ShownColumn("Kế hoạch mới"),
    ShownColumn("So với cũ"),
    ShownColumn("Cần biết khi so"),
)


def tasks_download(
    data: SiteData, page: str, parts: Sequence[tuple[str, Sequence[TaskLine]]]
) -> ShownTable:
    """Tasks by what became of them.

    Args:
        data: Everything that pages are made from.
        page: Address of the page.
        parts: What became of them, in words, and the tasks.

    Returns:
        The table; the address is the task's in the new plan, or in the old one where it is gone.
    """
    rows = [_task(title, line) for title, lines in parts for line in lines]
    return table(data, page, "nhiem-vu", "Nhiệm vụ của hai kế hoạch", _TASKS, rows)


def targets_download(data: SiteData, page: str, lines: Sequence[TargetLine]) -> ShownTable:
    """Targets of both plans, one row for each measure and period."""
    rows = list(_targets(lines))
    return table(data, page, "muc-tieu", "Mục tiêu của hai kế hoạch", _TARGETS, rows)


def _task(title: str, line: TaskLine) -> TableRow:
    here = line.new or line.old
    return (
        title,
        *_side(line.old),
        *_side(line.new),
        line.old.vnd if line.old else None,
        line.new.vnd if line.new else None,
        line.difference_vnd,
        line.percent or None,
        line.likeness or None,
        " ".join(line.remarks) or None,
        line.old.address if line.old else None,
        here.address if here else "",
    )


def _side(side: Side | None) -> tuple[str | None, str | None]:
    return (side.title, f"{side.place}, số {side.code}") if side else (None, None)


def _targets(lines: Sequence[TargetLine]) -> Iterator[TableRow]:
    for line in lines:
        yield (
            line.concept,
            line.period,
            "; ".join(words for words, _ in line.old) or None,
            "; ".join(words for words, _ in line.new) or None,
            line.words,
            " ".join(line.reasons) or None,
            (*line.new, *line.old)[0][1],
        )
