"""Số nội dung báo trước khác số nội dung liệt kê.

Khi văn bản báo trước một con số («06 nhóm nhiệm vụ», «07 nội dung»), số nhóm ngay bên dưới, hoặc
số nội dung ở mọi cấp bên dưới, phải đúng bằng con số đó. Khi plan.yaml khai phần này mới mã hóa
một phần thì chỉ báo khi liệt kê nhiều hơn báo trước.

Vì sao: khác nhau thì hoặc văn bản đếm sai, hoặc bản mã hóa bỏ sót một mục.

Cách sửa: đếm lại các mục trong văn bản và bổ sung mục bị sót. Nếu văn bản đếm sai thì giữ nguyên
và khai trong waivers.yaml.
"""

from collections.abc import Iterator

from generator.checks._coverage import is_whole
from generator.checks._text import KEEP_AS_PRINTED, distance, number_text, quoted
from generator.diagnostics import Figures, Finding, Path, Rule, Severity
from generator.model import ActionGroup, Plan, Registry

RULE = Rule("D101", "count-mismatch", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Compare announced numbers with what is listed, at every level."""
    del registry
    whole = is_whole(plan, "actions")
    for path, group in _groups(("actions",), plan.actions.groups):
        for index, announced in enumerate(group.announced):
            listed = len(group.groups if announced.of == "groups" else group.leaf_items())
            if listed == announced.count or (listed < announced.count and not whole):
                continue
            figures = Figures(announced.count, listed)
            what = "nhóm" if announced.of == "groups" else "nội dung"
            gap = "thiếu" if figures.difference > 0 else "thừa"
            yield Finding(
                RULE,
                (*path, "announced", index, "count"),
                f"{quoted(group.title or group.place)} báo trước {number_text(announced.count)} {what} "
                f"({quoted(announced.text)}), nhưng liệt kê {number_text(listed)} {what}, {gap} "
                f"{number_text(distance(figures))}.",
                KEEP_AS_PRINTED,
                figures,
            )


def _groups(path: Path, groups: tuple[ActionGroup, ...]) -> Iterator[tuple[Path, ActionGroup]]:
    for index, group in enumerate(groups):
        place = (*path, "groups", index)
        yield place, group
        yield from _groups(place, group.groups)
