"""Columns, links and addresses that several tables share."""

from generator.model import Plan
from generator.tables.spec import SLUG, ColumnSpec, Constraints, ForeignKey, count, slug, text

PLAN_ID = ColumnSpec(
    "plan_id",
    "string",
    "Mã kế hoạch, cũng là địa chỉ của nó trên trang: tỉnh/kế hoạch.",
    Constraints(required=True, pattern=f"^{SLUG}/{SLUG}$"),
)
ANNEX_ID = slug("annex_id", "Mã phụ lục trong kế hoạch.", required=True)
ROW = count(
    "row",
    "Thứ tự của dòng trong phụ lục, đếm từ 1, tính cả dòng nhóm; dòng tổng của phụ lục là 0.",
    required=True,
)
PLACE = text("place", "Chỗ trong văn bản: phần, mục, điểm, phụ lục.")
NOTE = text("note", "Ghi chú của người biên tập, không phải lời của văn bản.")
UNIT = slug("unit", "Mã đơn vị tính, xem bảng units.", required=True)
AMOUNT_VND = count("amount_vnd", "Số tiền quy ra đồng, số nguyên chính xác.")

ADDRESS = text("address", "Địa chỉ của dòng này trên trang, tính từ trang chủ.", required=True)

TO_PLAN = ForeignKey(("plan_id",), "plans", ("plan_id",))
TO_ANNEX = ForeignKey(("plan_id", "annex_id"), "annexes", ("plan_id", "annex_id"))
TO_INDICATOR = ForeignKey(("plan_id", "indicator_id"), "indicators", ("plan_id", "indicator_id"))
TO_UNIT = ForeignKey(("unit",), "units", ("id",))


def address(plan: Plan, section: str, anchor: str = "") -> str:
    """Address of a plan's page, or of a place on it.

    Args:
        plan: The plan.
        section: Page below the plan's own, `nhiem-vu/`, or empty. Pages and anchors are a
            contract of the site.
        anchor: Anchor on that page, or empty.

    Returns:
        Path below the site's root, `tay-ninh/1330-da-ubnd-2025/nhiem-vu/#phu-luc-1-1.21`.
    """
    return f"{plan.id}/{section}" + (f"#{anchor}" if anchor else "")
