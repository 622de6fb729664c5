"""Times of tasks as documents print them."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese import ScheduleReading, read_schedule, schedule_in_title

R = ScheduleReading

FORMS = [
    ("2025", R(2025, 2025)),
    ("Năm 2026", R(2026, 2026)),
    ("Trong năm 2025", R(2025, 2025)),
    ("2025, 2026", R(2025, 2026)),
    ("Năm 2025 và năm 2027", R(2025, 2027)),
    ("2025 - 2030", R(2025, 2030)),
    ("2026-2030", R(2026, 2030)),
    ("2026 -2030", R(2026, 2030)),
    ("2026- 2030", R(2026, 2030)),
    ("2026 \u2013 2030", R(2026, 2030)),
    ("2026\u20112030", R(2026, 2030)),
    ("giai đoạn 2025-2030", R(2025, 2030)),
    ("Từ năm 2025 đến hết năm 2030", R(2025, 2030)),
    ("giai đoạn 2025 - 2030, tầm nhìn đến năm 2040", R(2025, 2030)),
    ("từ năm 2025 trở đi", R(2025)),
    ("từ 2025", R(2025)),
    ("2025 và những năm tiếp theo", R(2025)),
    ("sau năm 2029", R(2030)),
    ("đến năm 2030", R(None, 2030)),
    ("từ 2025 đến khi hoàn thành", R(2025, condition="đến khi hoàn thành")),
    ("Từ nay đến năm 2030", R(None, 2030)),
    ("trước năm 2030", R(None, 2029)),
    ("Quý I/2026", R(None, 2026, date(2026, 3, 31))),
    ("Quý 1 năm 2027", R(None, 2027, date(2027, 3, 31))),
    ("quý IV/2025", R(None, 2025, date(2025, 12, 31))),
    ("Quý II, III/2025", R(None, 2025, date(2025, 9, 30))),
    ("Quý III/2025 - Quý II/2026", R(2025, 2026, date(2026, 6, 30))),
    ("Năm 2025 (Quý IV)", R(2025, 2025, date(2025, 12, 31))),
    ("trước Quý II/2026", R(None, 2026, date(2026, 3, 31))),
    ("từ Quý III/2025", R(2025)),
    ("tháng 6/2025", R(None, 2025, date(2025, 6, 30))),
    ("Tháng 02 năm 2028", R(None, 2028, date(2028, 2, 29))),
    ("6/2025", R(None, 2025, date(2025, 6, 30))),
    ("Từ Quý III/2025 đến hết năm 2025", R(2025, 2025)),
    ("từ tháng 6/2025 đến tháng 9/2026", R(2025, 2026, date(2026, 9, 30))),
    ("trước tháng 6/2025", R(None, 2025, date(2025, 5, 31))),
    ("6 tháng đầu năm 2025", R(None, 2025, date(2025, 6, 30))),
    ("trước ngày 30/6/2025", R(None, 2025, date(2025, 6, 30))),
    ("Chậm nhất ngày 30 tháng 9 năm 2025", R(None, 2025, date(2025, 9, 30))),
    ("từ ngày 01/7/2025", R(2025)),
    ("hằng năm", R(recurrence="hằng năm")),
    ("mỗi năm 1 lần", R(recurrence="hằng năm")),
    ("1 lần/năm", R(recurrence="hằng năm")),
    ("định kỳ 1 kỳ/tháng", R(recurrence="hằng tháng")),
    ("Định kỳ hàng quý", R(recurrence="hằng quý")),
    ("mỗi năm ít nhất 2 lần", R(recurrence="mỗi năm ít nhất 2 lần")),
    ("2 lần/năm", R(recurrence="2 lần/năm")),
    ("6 tháng một lần", R(recurrence="6 tháng một lần")),
    ("Định kỳ 3 tháng, 6 tháng, 1 năm", R(recurrence="định kỳ 3 tháng, 6 tháng, 1 năm")),
    ("hằng quý, 6 tháng và năm", R(recurrence="hằng quý, 6 tháng và năm")),
    ("trước 15/12 hằng năm", R(recurrence="trước 15/12 hằng năm")),
    ("Quý I hằng năm", R(recurrence="quý I hằng năm")),
    ("Thường xuyên, hằng năm", R(recurrence="thường xuyên; hằng năm")),
    ("Hằng năm, hoàn thành trước 31/12/2030",
     R(None, 2030, date(2030, 12, 31), "hằng năm")),
    ("theo kế hoạch hằng năm", R(condition="theo kế hoạch hằng năm")),
    ("Theo Quyết định số 1132/QĐ-TTg ngày 09/10/2024",
     R(condition="theo Quyết định số 1132/QĐ-TTg ngày 09/10/2024")),
    ("Sau khi có hướng dẫn, hoàn thành năm 2026", R(2026, 2026, condition="sau khi có hướng dẫn")),
    ("Thực hiện Kế hoạch số 370/KH-UBND ngày 8/12/2021 trong năm 2025", R(2025, 2025)),
]  # fmt: skip

TIEN_GIANG = [
    ("Năm 2025", R(2025, 2025)),
    ("Năm 2026", R(2026, 2026)),
    ("Năm 2027", R(2027, 2027)),
    ("Năm 2030", R(2030, 2030)),
    ("2025", R(2025, 2025)),
    ("2026 - 2030", R(2026, 2030)),
    ("Thường xuyên", R(recurrence="thường xuyên")),
    ("Hàng năm", R(recurrence="hằng năm")),
    ("Năm 2025 và các năm tiếp theo", R(2025)),
    ("Năm 2025 và những năm tiếp theo", R(2025)),
    ("2025 và theo tiến độ Bộ Y tế quy định", R(2025, condition="theo tiến độ Bộ Y tế quy định")),
    ("Theo tiến độ đề án được phê duyệt", R(condition="theo tiến độ đề án được phê duyệt")),
    *(
        (before + condition, R(condition=condition[:1].lower() + condition[1:]))
        for before, condition in (
            ("Trình Ủy ban nhân dân tỉnh ban hành ",
             "sau khi Thủ tướng Chính phủ ban hành Quyết định"),
            ("Trình Ủy ban nhân dân tỉnh ban hành ", "sau khi Bộ Nội vụ ban hành Đề án"),
            ("Trình Ủy ban nhân dân tỉnh ban hành ",
             "sau khi có văn bản hướng dẫn của Bộ Khoa học và Công nghệ"),
            ("Trình Ủy ban nhân dân tỉnh ban hành ",
             "sau khi có văn bản hướng dẫn của Bộ Nội vụ"),
            ("", "Sau khi có hướng dẫn của Bộ Khoa học và Công nghệ"),
            ("Trình Hội đồng nhân dân tỉnh, Ủy ban nhân dân tỉnh ban hành ",
             "sau khi có văn bản hướng dẫn của Trung ương"),
            ("Trình Ủy ban nhân dân tỉnh ban hành ",
             "sau khi có Nghị định quy định của Chính phủ"),
            ("Trình Ủy ban nhân dân tỉnh ban hành ",
             "sau khi có Quyết định của Thủ tướng Chính phủ"),
            ("Trình Ủy ban nhân dân tỉnh phê duyệt ",
             "sau khi có Quyết định của Thủ tướng Chính phủ"),
            ("Trình UBND tỉnh phê duyệt kế hoạch ",
             "sau khi có Quyết định của Thủ tướng Chính phủ"),
            ("Trình Ủy ban nhân dân tỉnh ban hành ",
             "sau khi Thủ tướng Chính phủ ban hành các Đề án cấp quốc gia"),
        )
    ),
]  # fmt: skip
"""Every distinct cell of the time column of Tiền Giang's Phụ lục II."""

LONG_AN = [
    ("2025 - 2030", R(2025, 2030)),
    ("2026 - 2027", R(2026, 2027)),
    ("2026 - 2030", R(2026, 2030)),
    ("2026 -2030", R(2026, 2030)),
    ("2026 - 2030, mỗi năm ít nhất 2 lần", R(2026, 2030, None, "mỗi năm ít nhất 2 lần")),
    ("2026 - 2030, định kỳ 1 kỳ/tháng", R(2026, 2030, None, "hằng tháng")),
    ("2026 - 2030, mỗi năm 1 lần", R(2026, 2030, None, "hằng năm")),
    ("2025 \u2013 2026; hoàn thành Quý 1 năm 2026", R(2025, 2026, date(2026, 3, 31))),
    ("2025 - 2026, hoàn thành Quý 1 năm 2026", R(2025, 2026, date(2026, 3, 31))),
    ("2025 \u2013 2026; hoàn thành Quý 2 năm 2026", R(2025, 2026, date(2026, 6, 30))),
    ("2025 \u2013 2026; dự kiến hoạt động Quý 1 năm 2027 ", R(2025, 2026, date(2027, 3, 31))),
    ("2025 - 2026 hoàn thành thủ tục; phân bổ kinh phí, đưa Quỹ vào vận hành chính thức Quý 2 "
     "năm 2026", R(2025, 2026, date(2026, 6, 30))),
    ("2025 - 2026; hoàn thành và triển khai các chính sách trong Quý 2 năm 2026",
     R(2025, 2026, date(2026, 6, 30))),
    ("2025 \u2013 2026; hoàn thành và triển khai các chính sách trong Quý 2 năm 2026",
     R(2025, 2026, date(2026, 6, 30))),
    ("2025 - 2028; hoàn thành theo thời gian cấp lại các văn bằng mới theo quy định của Bộ Khoa "
     "học và Công nghệ",
     R(2025, 2028, None, None, "theo thời gian cấp lại các văn bằng mới theo quy định của Bộ "
       "Khoa học và Công nghệ")),
]  # fmt: skip
"""Every distinct cell of the time column of Long An's Phụ lục I."""


@pytest.mark.parametrize(("text", "reading"), FORMS + TIEN_GIANG + LONG_AN)
def test_official_forms_are_read(text: str, reading: ScheduleReading) -> None:
    """Each form in official use gives its years, day, cycle and condition, NFC or NFD."""
    assert read_schedule(text) == reading
    assert read_schedule(unicodedata.normalize("NFD", text)) == reading
    assert read_schedule(f" {text.replace(' ', chr(160))}\t") == reading


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "Sở Khoa học và Công nghệ",
        "2030 - 2025",
        "2025 - 2025-30",
        "2025-30",
        "2205",
        "20255",
        "31/6/2025",
        "tháng 13/2025",
        "Quý 5/2025",
        "Quý III, I/2025",
        "Quý III/2025 - Quý I/2025",
        "Quý IV",
        "2025 - 2026; hoàn thành Quý 1",
        "2025 - nay",
        "2025/2026",
        "15/12",
        "2025 - 2026/NĐ",
        "2025-2026-2027",
        "từ năm 2025 đến",
        "2025 - tháng 6/2025",
        "số 6/2025",
        "Nằm 2025",
        "nawm 2025",
        "hoàn thành nằm 2025",
        "2025 xong",
        "Nằm 2025, hằng năm",
        "Khi nào xong thì thôi",
        "2025 khi nào xong thì thôi",
        "Sau khi xong",
    ],
)
def test_what_is_not_certain_is_not_read(text: str) -> None:
    """No time, an impossible one, or a figure that is left over gives no reading at all."""
    assert read_schedule(text) is None


TITLES = [
    ("Tổ chức các hội nghị, hội thảo chuyên đề (2025 - 2030, mỗi năm ít nhất 2 lần)",
     "2025 - 2030, mỗi năm ít nhất 2 lần"),
    ("Đánh giá, giám sát ANTT (mỗi năm đánh giá 2 lần)", "mỗi năm đánh giá 2 lần"),
    ("Xây dựng bộ tiêu chí nhận diện doanh nghiệp (hoàn thành Quý 1 năm 2027)",
     "hoàn thành Quý 1 năm 2027"),
    ("Nâng cao Bộ chỉ số PII của tỉnh đến năm 2030 (2025 - 2027, hoàn thành Quý 1 năm 2028)",
     "2025 - 2027, hoàn thành Quý 1 năm 2028"),
    ("Nghiên cứu xây dựng Chính sách trên địa bàn tỉnh(2025 - 2026; hoàn thành và triển khai các "
     "chính sách trong Quý 2 năm 2026)",
     "2025 - 2026; hoàn thành và triển khai các chính sách trong Quý 2 năm 2026"),
    ("Dự án đầu tư (giai đoạn 1) (2026- 2030) (kêu gọi đầu tư)", "2026- 2030"),
    ("Hai khoản (2025) và (2026 \u2013 2030)", "2026 \u2013 2030"),
    ("Chương trình phát triển thị trường khoa học và công nghệ tỉnh 2026 - 2030", "2026 - 2030"),
    ("Chương trình của tỉnh 2026 - 2030.", "2026 - 2030"),
    ("Rà soát các nhãn hiệu sau sáp nhập đơn vị hành chính 2025 - 2028; hoàn thành theo thời gian "
     "cấp lại các văn bằng mới theo quy định của Bộ KH&CN",
     "2025 - 2028; hoàn thành theo thời gian cấp lại các văn bằng mới theo quy định của Bộ KH&CN"),
    ("Quy hoạch hạ tầng viễn thông thụ động tỉnh giai đoạn 2025 - 2030, tầm nhìn đến năm 2040",
     None),
    ("Kế hoạch chuyển đổi số giai đoạn 2026 - 2030", None),
    ("Đề án thuộc giai đoạn 2026 - 2030", None),
    ("Quy hoạch tỉnh thời kỳ 2021-2030", None),
    ("Nâng cao Bộ chỉ số đổi mới sáng tạo của tỉnh đến năm 2030", None),
    ("Kế hoạch đào tạo từ 2026 - 2030", None),
    ("Ngày Chuyển đổi số quốc gia hằng năm", None),
    ("Tổ chức Ngày hội năm 2025", None),
    ("Thực hiện nhiệm vụ được giao (theo Quyết định số 36/QĐ-TTg ngày 11/01/2024)", None),
    ("Thiết bị (nhập khẩu)", None),
    ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("title", "words"), TITLES)
def test_the_time_within_a_title_is_told_from_its_name(title: str, words: str | None) -> None:
    """Bracketed times and bare spans at the end are found; spans in a name are left alone."""
    assert schedule_in_title(title) == words
    assert schedule_in_title(unicodedata.normalize("NFD", title)) == words


@given(st.integers(1945, 2100), st.integers(0, 20), st.sampled_from(["-", " - ", "\u2013", "- "]))
def test_any_span_is_read_in_any_dash(start: int, length: int, dash: str) -> None:
    """A span of years is read whatever its dash and spaces; a year out of reach is not."""
    end = start + length
    reading = read_schedule(f"{start}{dash}{end}")
    assert reading == (R(start, end) if end <= 2100 else None)


PIECES = (
    "2025 2030 - \u2013 ; , / ( ) quý I IV 1 tháng 6 ngày 30/6/2025 năm từ đến trước sau hằng mỗi "
    "lần định kỳ theo khi và hoàn thành giai đoạn tầm nhìn số 57-NQ/TW"
)


@given(st.lists(st.sampled_from(PIECES.split()), max_size=14).map(" ".join) | st.text(max_size=60))
def test_any_text_is_read_or_left(text: str) -> None:
    """Whatever the text, there is no failure, a span is never backwards, a day has its year."""
    reading = read_schedule(text)
    words = schedule_in_title(text)
    if reading:
        assert reading != R()
        assert not (reading.start and reading.end and not reading.due) or (
            reading.start <= reading.end
        )
    assert words is None or read_schedule(words) is not None
