"""Vietnamese words for what the model holds: enumerations, periods, figures, schedules."""

from decimal import Decimal

from generator.model import (
    Comparator,
    Indicator,
    Observation,
    Period,
    Plan,
    Province,
    Registry,
    Section,
    Target,
    Unit,
)
from generator.model.base import Number
from generator.vietnamese import ScheduleReading, format_date, format_decimal
from generator.vietnamese.numbers import NO_BREAK_SPACE

PLAN_KINDS = {
    "de-an": "Đề án",
    "ke-hoach": "Kế hoạch",
    "nghi-quyet": "Nghị quyết",
    "chuong-trinh": "Chương trình",
}

SECTIONS: dict[Section, str] = {
    "context": "Bối cảnh, thực trạng",
    "objectives": "Quan điểm, mục tiêu",
    "indicators": "Chỉ tiêu",
    "actions": "Nhiệm vụ, giải pháp trong lời văn",
    "tasks": "Bảng nhiệm vụ trong phụ lục",
    "budget": "Kinh phí",
    "organisation": "Tổ chức thực hiện",
}

COVERAGE_STATES = {
    "complete": "Đủ",
    "partial": "Một phần",
    "not-in-source": "Bản nguồn không có",
    "not-encoded": "Chưa mã hóa",
}

OBJECTIVE_KINDS = {
    "viewpoint": "Quan điểm",
    "general": "Mục tiêu chung",
    "specific": "Mục tiêu, chỉ tiêu cụ thể",
}

AGENCY_KINDS = {
    "government": "Cơ quan nhà nước",
    "party": "Cơ quan Đảng",
    "mass-organisation": "Mặt trận Tổ quốc, đoàn thể, hội",
    "armed-forces": "Lực lượng vũ trang",
    "media": "Báo chí, phát thanh, truyền hình",
    "commune": "Cấp xã",
    "collective": "Tên chỉ chung nhiều cơ quan",
    "other": "Tổ chức khác",
}

BETTER = {
    "higher": "Càng cao càng tốt",
    "lower": "Càng thấp càng tốt",
    "none": "Không có chiều tốt, xấu",
}

SIGNS: dict[Comparator, str] = {">=": "≥", ">": ">", "<=": "≤", "<": "<"}
"""Signs of comparators; equality needs none."""

_BEFORE_VALUE: dict[Comparator, str] = {
    "=": "",
    ">=": "ít nhất ",
    ">": "trên ",
    "<=": "không quá ",
    "<": "dưới ",
}


def period_words(period: Period) -> str:
    """`2025`, or `2026–2030` with the dash of Vietnamese typography."""
    if period.start == period.end:
        return str(period.start)
    return f"{period.start}–{period.end}"


def period_title(period: Period) -> str:
    """`năm 2025` or `giai đoạn 2026–2030`."""
    kind = "năm" if period.start == period.end else "giai đoạn"
    return f"{kind} {period_words(period)}"


def document_name(plan: Plan) -> str:
    """`Đề án 1330/ĐA-UBND`; the kind alone where the document leaves its number blank."""
    kind = PLAN_KINDS[plan.meta.kind]
    return f"{kind} {plan.meta.number}" if plan.meta.number else kind


def province_name(province: Province) -> str:
    """`tỉnh Tây Ninh`, `thành phố Cần Thơ`."""
    return f"{province.kind} {province.name}"


def unit_of(registry: Registry, unit_id: str) -> Unit:
    """Look a unit up.

    Args:
        registry: The registry.
        unit_id: Id of the unit.

    Returns:
        The unit; an unknown one is named by its id, so that its figures can still be shown.
    """
    return registry.units.get(unit_id) or Unit(name=unit_id, kind="count")


def measured(number: Decimal | int, unit: str) -> str:
    """A figure with the name of its unit, `450 triệu đồng`; alone where it has none."""
    words = format_decimal(number)
    return f"{words}{NO_BREAK_SPACE}{unit}" if unit else words


def with_unit(value: Number, unit: Unit) -> str:
    """A figure with its unit: `42,05 điểm`, `60 %`, `hạng 12`."""
    if unit.kind == "rank":
        return f"hạng{NO_BREAK_SPACE}{format_decimal(value)}"
    return f"{format_decimal(value)}{NO_BREAK_SPACE}{unit.name}"


def target_words(target: Target, unit: Unit) -> str:
    """Say a target in words.

    Args:
        target: The target.
        unit: Unit of its indicator.

    Returns:
        `ít nhất 45 điểm`, `từ 60 đến 70 %`, `trong nhóm 10 tỉnh, thành phố`; the printed text
        where there is no figure.
    """
    words = figure_words(target.comparator, target.value, target.value_max, unit, target.text)
    says_figure = target.value is not None and target.comparator != "qualitative"
    return f"{words} mỗi năm" if target.per_year and says_figure else words


def short_target(target: Target) -> str:
    """A target for a narrow cell, without its unit: `≥ 45`, `60–70`, `nhóm 10`, `định tính`."""
    if target.value is None or target.comparator == "qualitative":
        return "định tính"
    each = f"{NO_BREAK_SPACE}mỗi năm" if target.per_year else ""
    return f"{_short_figure(target, format_decimal(target.value))}{each}"


def _short_figure(target: Target, value: str) -> str:
    if target.comparator == "range" and target.value_max is not None:
        return f"{value}–{format_decimal(target.value_max)}"
    if target.comparator == "rank-within":
        return f"nhóm {value}"
    sign = SIGNS.get(target.comparator, "")
    return f"{sign}{NO_BREAK_SPACE if sign else ''}{value}"


def figure_words(
    comparator: Comparator, low: Number | None, high: Number | None, unit: Unit, text: str
) -> str:
    """Say a figure and its comparator in words; the printed text where there is no figure."""
    if low is None or comparator == "qualitative":
        return text
    if comparator == "range" and high is not None:
        return f"từ {format_decimal(low)} đến {with_unit(high, unit)}"
    if comparator == "rank-within":
        return f"trong nhóm {format_decimal(low)} tỉnh, thành phố"
    return _BEFORE_VALUE.get(comparator, "") + with_unit(low, unit)


def baseline_words(observation: Observation, unit: Unit) -> str:
    """Say what was measured: `42,05 điểm, hạng 12`, `hạng 17/63`."""
    value = observation.value
    if value is None:
        return rank_words(observation.rank, observation.rank_of) or observation.text
    words = figure_words(observation.comparator, value, observation.value_max, unit, "")
    if unit.kind == "rank" and observation.rank_of:
        return f"{words}/{observation.rank_of}"
    rank = rank_words(observation.rank, observation.rank_of)
    return f"{words}, {rank}" if rank else words


def rank_words(rank: int | None, rank_of: int | None) -> str:
    """`hạng 12` or `hạng 17/63`; empty without a rank."""
    if rank is None:
        return ""
    return f"hạng {rank}/{rank_of}" if rank_of else f"hạng {rank}"


def axis_words(indicator: Indicator, unit: Unit) -> str:
    """What the vertical axis of an indicator's chart shows."""
    if unit.kind == "rank":
        return "Thứ hạng; càng lên cao thứ hạng càng tốt"
    return f"Đơn vị: {unit.name}. {BETTER[indicator.better]}"


def schedule_words(reading: ScheduleReading | None) -> str:
    """Say a schedule.

    Args:
        reading: The schedule as data; None when nothing could be read.

    Returns:
        `2025–2028; hạn 31/03/2028; mỗi năm 1 lần`, or an empty text.
    """
    if reading is None:
        return ""
    parts = (
        _years(reading.start, reading.end),
        f"hạn {format_date(reading.due)}" if reading.due else "",
        reading.recurrence or "",
        reading.condition or "",
    )
    return "; ".join(part for part in parts if part)


def _years(start: int | None, end: int | None) -> str:
    if start is None:
        return f"đến {end}" if end is not None else ""
    if end is None:
        return f"từ {start}"
    return str(start) if start == end else f"{start}–{end}"
