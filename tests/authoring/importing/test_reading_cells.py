"""Numbers, amounts, targets and words above a table are read as documents print them."""

from decimal import Decimal

import pytest

from generator.authoring.importing.codes import kind_of, read_code, value_of
from generator.authoring.importing.figures import read_amount
from generator.authoring.importing.place_words import money_unit, name_of_table
from generator.authoring.importing.roles import Role, as_indicator_heading, read_heading
from generator.authoring.importing.source import Cell
from generator.authoring.importing.target_text import TargetReading, read_target
from generator.authoring.importing.totals import group_of_total, is_total_label
from generator.model import Period
from tests.authoring.importing.files import REGISTRY


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I", "I"), ("II.1", "II.1"), ("1.10", "1.10"), ("3.", "3"), ("a)", "a"), ("(2)", "2"),
        ("A", "A"), ("Đ", "Đ"), ("12a", "12a"), ("2025", None), ("-", None), ("Sở Y tế", None),
        ("", None), ("IIX", None),
    ],
)  # fmt: skip
def test_numbers_of_rows_are_told_from_words(text: str, code: str | None) -> None:
    """A number is read without the signs around it; a year is none."""
    assert read_code(text) == code


def test_numbers_have_a_place_in_their_row() -> None:
    """The next of IV is V, of 1.9 it is 1.10."""
    assert [value_of(code) for code in ("IV", "1.10", "D", "d", "7", "II.3")] == [4, 10, 4, 4, 7, 3]
    assert kind_of("I" * 30) is None


@pytest.mark.parametrize(
    ("text", "amount", "is_doubted"),
    [
        ("1.184.374", 1184374, False), ("250", 250, False), ("0", 0, False), ("", None, False),
        ("-", None, False), ("–", None, False), ("1 184 374", 1184374, False),
        ("5,000", 5000, True), ("12,5", None, True), ("5.000 triệu đồng", 5000, True),
        ("-350", None, True), ("khoảng 500", None, True), ("1.50", None, True),
        ("1.000,0", 1000, False), ("9" * 20, None, True),
    ],
)  # fmt: skip
def test_amounts_are_read_with_points_and_everything_else_is_doubted(
    text: str, amount: int | None, is_doubted: bool
) -> None:
    """What is not certain is either left out or marked, never silently changed."""
    reading = read_amount(Cell((text,) if text else ()))
    assert (reading.amount, bool(reading.doubt)) == (amount, is_doubted)


def test_figures_of_a_spreadsheet_are_exact() -> None:
    """A figure of a cell is taken, one with a fraction or a sign is doubted."""
    assert read_amount(Cell(("5.000",), number=Decimal(5000))).amount == 5000
    assert read_amount(Cell(("5",), number=Decimal("5.0"))).amount == 5
    assert read_amount(Cell(("0,5",), number=Decimal("0.5"))).doubt
    assert read_amount(Cell(("-5",), number=Decimal(-5))).amount is None


@pytest.mark.parametrize(
    ("text", "comparator", "value", "value_max", "period"),
    [
        ("≥ 55", ">=", "55", None, None),
        ("> 0,7", ">", "0.7", None, None),
        ("1-2", "range", "1", "2", None),
        ("8 - 10", "range", "8", "10", None),
        ("100%", "=", "100", None, None),
        ("37 điểm", "=", "37", None, None),
        ("Nhóm 25 tỉnh, thành phố", "rank-within", "25", None, None),
        ("Thuộc nhóm 30 tỉnh, thành dẫn đầu cả nước", "rank-within", "30", None, None),
        ("55% (Giai đoạn 2026 - 2030)", "=", "55", None, "2026-2030"),
        ("tối thiểu 01 doanh nghiệp", ">=", "1", None, None),
        ("từ 80% trở lên", ">=", "80", None, None),
        ("không quá 5%", "<=", "5", None, None),
        ("dưới 5%", "<", "5", None, None),
        ("1.200 tổ chức", "=", "1200", None, None),
        ("Tiên tiến, hiện đại", "qualitative", None, None, None),
        ("năm 2026", "qualitative", None, None, "2026"),
    ],
)
def test_targets_are_read(
    text: str, comparator: str, value: str | None, value_max: str | None, period: str | None
) -> None:
    """Comparator, figures and the period that a cell names itself."""
    reading = read_target(text)
    assert reading is not None
    ends = [None if end is None else Decimal(end) for end in (value, value_max)]
    assert (reading.comparator, reading.value, reading.value_max) == (comparator, *ends)
    assert (str(reading.period) if reading.period else None) == period


def test_a_rank_beside_a_figure_and_several_figures() -> None:
    """A rank is kept apart; of several figures the first is taken, with a doubt."""
    assert read_target("đạt 42,05 điểm, hạng 12") == TargetReading("=", Decimal("42.05"), rank=12)
    seen = read_target("hạng 17/63")
    assert seen == TargetReading("=", Decimal(17), rank_of=63)
    several = read_target("Long An 6,36% và Tây Ninh 6,05%")
    assert several is not None
    assert (several.value, bool(several.doubt)) == (Decimal("6.36"), True)
    assert [read_target(text) for text in ("", "-", "x")] == [None, None, None]


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("giảm 10% mỗi năm", "10", "mức tăng, giảm"),
        ("tăng 5% so với năm 2025", "5", "mức tăng, giảm"),
        ("Gấp 2 lần", "2", "mức tăng, giảm"),
        ("80%/năm", "80", "per_year"),
        ("Mỗi năm có ≥ 5 nhiệm vụ", "5", "per_year"),
        ("100% nền tảng, hạ tầng số", "100", ""),
    ],
)
def test_a_target_that_says_more_than_its_figure_is_doubted(
    text: str, value: str, said: str
) -> None:
    """A change or a rate is no level to reach; the year it starts from is not its period."""
    reading = read_target(text)
    assert reading is not None
    assert (reading.value, reading.period) == (Decimal(value), None)
    assert said in reading.doubt
    assert bool(said) == bool(reading.doubt)


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("STT", Role.CODE), ("Số TT", Role.CODE), ("Nội dung, nhiệm vụ", Role.TITLE),
        ("Cơ quan chủ trì", Role.LEAD), ("Đơn vị thực hiện", Role.LEAD),
        ("Cơ quan, đơn vị phối hợp", Role.COORDINATORS), ("Thời gian thực hiện", Role.SCHEDULE),
        ("Tiến độ hoàn thành", Role.SCHEDULE), ("Sản phẩm dự kiến", Role.RESULT),
        ("Dự kiến kinh phí thực hiện (NSNN)", Role.MONEY), ("Năm 2026", Role.MONEY),
        ("Tổng cộng", Role.MONEY), ("Ghi chú", Role.REMARK), ("ĐVT", Role.UNIT),
        ("Ý kiến", Role.UNKNOWN), ("Nhiệm vụ chi năm 2025", Role.MONEY),
    ],
)  # fmt: skip
def test_headings_say_what_a_column_is(label: str, role: Role) -> None:
    """Words that officials use for columns are known, with and without marks."""
    assert read_heading(label).role is role
    assert read_heading(label.upper()).role is role


@pytest.mark.parametrize(
    ("label", "role", "period"),
    [
        ("Chỉ tiêu", Role.TITLE, None), ("Hiện trạng", Role.BASELINE, None),
        ("Thực hiện năm 2024", Role.BASELINE, Period(2024, 2024)),
        ("Mục tiêu đến năm 2030", Role.TARGET, Period(2030, 2030)), ("Kết quả", Role.TARGET, None),
        ("Giai đoạn 2026 - 2030", Role.TARGET, Period(2026, 2030)),
        ("Cơ quan chủ trì theo dõi, đánh giá", Role.LEAD, None), ("Đơn vị tính", Role.UNIT, None),
    ],
)  # fmt: skip
def test_headings_of_indicators(label: str, role: Role, period: Period | None) -> None:
    """The same words mean something else beside indicators."""
    heading = as_indicator_heading(read_heading(label))
    assert (heading.role, heading.period) == (role, period)


@pytest.mark.parametrize(
    ("before", "place", "title", "id_"),
    [
        (
            ["PHỤ LỤC I", "CHI TIẾT DANH MỤC", "(Kèm theo Đề án)", "I. Danh mục nhiệm vụ", "ĐVT: đồng"],
            "Phụ lục I, mục I", "Danh mục nhiệm vụ", "phu-luc-1-1",
        ),
        (
            ["Phụ lục 2", "KINH PHÍ THỰC HIỆN", "GIAI ĐOẠN 2025 - 2028", "(Kèm theo NQ)", "____"],
            "Phụ lục 2", "KINH PHÍ THỰC HIỆN GIAI ĐOẠN 2025 - 2028", "phu-luc-2",
        ),
        (["Phụ lục III: Danh mục dự án"], "Phụ lục III", "Danh mục dự án", "phu-luc-3"),
        (["Biểu số 01", "TỔNG HỢP", "Đơn vị tính: triệu đồng"], "Biểu 01", "TỔNG HỢP", "bieu-01"),
        (["Danh mục nhiệm vụ trọng tâm"], "", "Danh mục nhiệm vụ trọng tâm", "danh-muc-nhiem-vu-trong-tam"),
        ([], "", "", ""),
    ],
)  # fmt: skip
def test_a_table_is_named_by_the_lines_above_it(
    before: list[str], place: str, title: str, id_: str
) -> None:
    """Annex, part and title; asides and units are no title."""
    annex = next((line for line in before if line.lower().startswith(("phụ lục", "biểu"))), None)
    name = name_of_table(before, annex)
    assert (name.place, name.title, name.id) == (place, title, id_)


@pytest.mark.parametrize(
    ("texts", "unit"),
    [
        (["ĐVT: Triệu đồng"], "million-vnd"),
        (["Đơn vị tính: tỉ đồng"], "billion-vnd"),
        (["(Kèm theo Đề án) ĐVT: Triệu đồng"], "million-vnd"),
        (["Kinh phí (triệu đồng)"], "million-vnd"),
        (["Đvt: đồng"], "vnd"),
        (["Đơn vị: Sở Y tế"], None),
        (["ĐVT: nghìn đồng"], None),
    ],
)
def test_the_unit_of_money_is_found(texts: list[str], unit: str | None) -> None:
    """Units that the registry has are found by name, in every usual spelling."""
    assert money_unit(texts, REGISTRY.units).id == unit


def test_totals_are_told_from_tasks() -> None:
    """A label of a total is short and ends there; a partial one names its group."""
    labels = ("Tổng", "TỔNG CỘNG:", "Tổng số", "Cộng (I+II)", "Tổng kinh phí", "Cộng mục II")
    assert all(map(is_total_label, labels))
    tasks = ("Tổng kết thực hiện Đề án", "Tổng hợp báo cáo", "Cộng đồng số", "Tổng đài 1022")
    assert not any(map(is_total_label, tasks))
    assert [group_of_total(text) for text in ("Cộng mục II", "Tổng cộng")] == ["II", None]
