"""Macros for hand-written pages that opt in with `render_macros: true`.

They give figures about the whole site, computed at build time, so that no hand-written page
holds a number that may grow old. Their values are numbers, or HTML that is escaped here.
"""

from collections.abc import Callable

from markupsafe import Markup

from generator.checks import RULES
from generator.diagnostics import Severity
from generator.model import walk_tasks
from generator.pipeline import Checked
from generator.vietnamese import format_integer


def macros(checked: Checked) -> dict[str, Callable[[], str]]:
    """Make the macros for one build.

    Args:
        checked: The checked plans.

    Returns:
        Macro name to function.
    """
    plans = checked.library.plans
    tasks = sum(
        1 for plan in plans for annex in plan.annexes.values() for _ in walk_tasks(annex.rows)
    )
    return {
        "so_ke_hoach": lambda: format_integer(len(plans)),
        "so_nhiem_vu": lambda: format_integer(tasks),
        "so_chi_tieu": lambda: format_integer(
            sum(len(plan.indicators.indicators) for plan in plans)
        ),
        "so_quy_tac": lambda: format_integer(len(RULES)),
        "bang_quy_tac": _rule_table,
    }


def _rule_table() -> str:
    """Every rule with its code, name and meaning, as an HTML table."""
    rows = Markup("").join(
        Markup(
            '<tr><th scope="row"><a href="../../kiem-tra/{code}/">{code}</a></th> '
            "<td>{title}</td> <td>{effect}</td></tr>\n"
        ).format(
            code=rule.code,
            title=rule.title,
            effect="dừng xuất bản" if rule.severity is Severity.ERROR else "ghi chú",
        )
        for rule in RULES
    )
    return Markup(
        '<table>\n<thead><tr><th scope="col">Mã</th> <th scope="col">Quy tắc</th> '
        '<th scope="col">Khi vi phạm</th></tr></thead>\n<tbody>\n{}</tbody>\n</table>'
    ).format(rows)
