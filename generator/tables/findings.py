"""Table `findings`: one row a finding of the checks, with both figures."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.diagnostics import Diagnostic, Number, Severity, Status
from generator.tables.spec import (
    SLUG,
    ColumnSpec,
    Constraints,
    ForeignKey,
    Table,
    TableInput,
    TableRow,
    choice,
    count,
    slug,
    text,
)

COLUMNS = (
    ColumnSpec(
        "plan_id",
        "string",
        "Mã kế hoạch; trống khi sai lệch nằm trong các sổ dùng chung.",
        Constraints(pattern=f"^{SLUG}/{SLUG}$"),
    ),
    ColumnSpec(
        "code",
        "string",
        "Mã quy tắc kiểm tra.",
        Constraints(required=True, pattern=r"^[A-Z][0-9]{3}$"),
    ),
    choice(
        "severity",
        "error: sai lệch phải sửa hoặc giải trình; note: điều người đọc nên biết.",
        tuple(item.value for item in Severity),
    ),
    choice(
        "status",
        "open: chưa giải trình; accepted: văn bản gốc in như vậy, được giữ nguyên kèm lý do.",
        tuple(item.value for item in Status),
    ),
    text("path", "Địa chỉ của dữ liệu trong kế hoạch, theo mã và số thứ tự như in.", required=True),
    ColumnSpec("stated", "number", "Con số văn bản in, theo đơn vị ở cột unit."),
    ColumnSpec("computed", "number", "Con số tính được từ phần còn lại của văn bản."),
    ColumnSpec("difference", "number", "stated trừ computed: dương khi văn bản in nhiều hơn."),
    slug("unit", "Mã đơn vị tính, xem bảng units; trống khi là số đếm."),
    text("reason", "Vì sao giữ nguyên sai lệch này, khi status là accepted."),
    text("rule", "Tên quy tắc bằng tiếng Anh.", required=True),
    text("message", "Sai lệch là gì, một câu.", required=True),
    text("hint", "Nên làm gì."),
    text("file", "Tệp dữ liệu, tính từ thư mục gốc của dự án.", required=True),
    count("line", "Dòng trong tệp, đếm từ 1.", required=True, minimum=1),
    slug("annex_id", "Mã phụ lục mà sai lệch nằm trong đó."),
    text("row_code", "Số thứ tự của nhóm hoặc nhiệm vụ như in; trống ở dòng tổng của phụ lục."),
    slug("column_id", "Mã cột tiền của con số."),
)


def _rows(data: TableInput) -> Iterator[TableRow]:
    """Findings of the registries first, then plan by plan, as the checks give them."""
    order = {plan.id: at for at, plan in enumerate(data.library.plans, start=1)}
    order[""] = 0
    last = len(order)
    ranked = sorted(data.diagnostics, key=lambda item: order.get(item.plan_id, last))
    return (_row(diagnostic) for diagnostic in ranked)


def _row(diagnostic: Diagnostic) -> TableRow:
    finding = diagnostic.finding
    figures = finding.figures
    return (
        diagnostic.plan_id or None,
        finding.rule.code,
        finding.rule.severity.value,
        diagnostic.status.value,
        diagnostic.place,
        _decimal(figures.stated) if figures else None,
        _decimal(figures.computed) if figures else None,
        _decimal(figures.difference) if figures else None,
        (figures.unit or None) if figures else None,
        diagnostic.reason or None,
        finding.rule.name,
        finding.message,
        finding.hint or None,
        diagnostic.file,
        diagnostic.line,
        *cell_of(diagnostic.place),
    )


def cell_of(place: str) -> tuple[str | None, str | None, str | None]:
    """Annex, row and column of a place, to join findings with the table of amounts."""
    part, *keys = place.split("/")
    if part != "annexes" or not keys:
        return None, None, None
    rows = [code for key, code in pairwise(keys) if key == "rows"]
    columns = [column for key, column in pairwise(keys) if key in {"stated", "amounts"}]
    return keys[0], rows[-1] if rows else None, columns[-1] if columns else None


def _decimal(number: Number) -> Decimal:
    return Decimal(number)


TABLE = Table(
    name="findings",
    title="Kết quả kiểm tra",
    description="Mỗi dòng là một điều mà các phép kiểm tra tìm thấy, kể cả sai lệch của văn bản "
    "gốc được giữ nguyên.",
    columns=COLUMNS,
    build=_rows,
    foreign_keys=(
        ForeignKey(("plan_id",), "plans", ("plan_id",)),
        ForeignKey(("unit",), "units", ("id",)),
    ),
)
