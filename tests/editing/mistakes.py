"""Twelve typical mistakes of an editor, made in the plan of Tây Ninh as an official would."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path

PLAN = "plans/tay-ninh/1330-da-ubnd-2025"
ANNEX = f"{PLAN}/annexes/phu-luc-1-2.yaml"
INDICATORS = f"{PLAN}/indicators.yaml"
CARD = f"{PLAN}/plan.yaml"
BUDGET = f"{PLAN}/budget.yaml"

TAB = "⇥"
"""How the guide shows a tab."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One change of one file.

    Attributes:
        kind: Which of the twelve it is: the anchor of its section in the guide.
        file: The file, from the project's root.
        before: What stands there.
        after: What is typed instead.
        code: The rule that finds it.
        at: What the line of the finding holds, in the changed file.
        says: Words that the message or the hint must hold: the value and the remedy.
        nearest: Text before the place to change, where the text to change stands often.
    """

    kind: str
    file: str
    before: str
    after: str
    code: str
    at: str
    says: tuple[str, ...]
    nearest: str = ""

    def make(self, root: Path) -> str:
        """Make the mistake in a copy of the plans; gives the changed text."""
        text = (root / self.file).read_text("utf-8")
        start = text.index(self.nearest)
        assert self.before in text[start:], self
        changed = text[:start] + text[start:].replace(self.before, self.after, 1)
        (root / self.file).write_text(changed, "utf-8")
        return changed

    def line(self, changed: str) -> int:
        """Number of the line that the finding has to name."""
        start = changed.index(self.nearest)
        before = changed[: changed.index(self.at, start)]
        return before.count("\n") + 1


def decomposed(text: str) -> str:
    """A text as some keyboards type it: letters and marks apart."""
    return unicodedata.normalize("NFD", text)


TASK_3 = """\
          - task: "3"
            title: Phát động phong trào thi đua, khen thưởng lập thành tích trong công tác chuyển đổi số
            lead: Sở Khoa học và Công nghệ
            amounts: {y2025: 0, y2026-2030: 1000, total: 1000}
"""

MISTAKES = (
    # 1. Tab
    Mistake(
        "tab",
        ANNEX,
        "            lead: Sở Văn hóa, Thể thao và Du lịch",
        "\t\t\tlead: Sở Văn hóa, Thể thao và Du lịch",
        "Y103",
        "\t\t\tlead",
        ("Có ký tự tab", "Thay bằng dấu cách", "hai dấu cách"),
        'task: "5"',
    ),
    Mistake(
        "tab",
        ANNEX,
        "Phát động phong trào",
        "Phát động\tphong trào",
        "Y103",
        "Phát động\t",
        ("Có ký tự tab", "Thay bằng dấu cách"),
    ),
    # 2. Missing quote
    Mistake(
        "dau-nhay",
        ANNEX,
        '- task: "2"\n',
        '- task: "2\n',
        "Y201",
        '- task: "2\n',
        ("thiếu dấu nháy đóng", "Thêm dấu nháy vào cuối câu"),
    ),
    Mistake(
        "dau-nhay",
        CARD,
        'text: "Nhân lực nghiên cứu được đặt theo hai cách:',
        "text: Nhân lực nghiên cứu được đặt theo hai cách:",
        "Y201",
        "text: Nhân lực nghiên cứu",
        ("không đặt trong dấu nháy mà có dấu hai chấm", "Đặt cả câu trong dấu nháy kép"),
    ),
    Mistake(
        "dau-nhay",
        INDICATORS,
        'text: "Long An: 43,35 % (Giai đoạn 2016- 2020)"',
        "text: Long An: 43,35 % (Giai đoạn 2016- 2020)",
        "Y201",
        "text: Long An: 43",
        ("không đặt trong dấu nháy mà có dấu hai chấm", "Đặt cả câu trong dấu nháy kép"),
    ),
    Mistake(
        "dau-nhay",
        ANNEX,
        '- task: "3"',
        "- task: 3",
        "S103",
        "- task: 3\n",
        ("«task» cần chữ", 'Đặt trong dấu nháy: "3"'),
    ),
    Mistake(
        "dau-nhay",
        INDICATORS,
        'comparator: ">=", value: 45',
        "comparator: >=, value: 45",
        "Y201",
        "comparator: >=",
        ("ký tự có nghĩa riêng", '">="'),
    ),
    Mistake(
        "dau-nhay",
        ANNEX,
        "Phát động phong trào thi đua",
        "Phát động phong trào #thi đua",
        "Y207",
        "phong trào #thi đua",
        ("bị coi là chú thích", "đặt cả câu trong dấu nháy kép"),
    ),
    # 3. 5.000
    Mistake(
        "dau-cham",
        ANNEX,
        "y2026-2030: 5000, total: 5000}",
        "y2026-2030: 5.000, total: 5000}",
        "Y401",
        "y2026-2030: 5.000",
        ("viết là 5.000 nhưng YAML hiểu là số 5.0", "viết liền 5000"),
    ),
    Mistake(
        "dau-cham",
        ANNEX,
        "y2026-2030: 1184374",
        "y2026-2030: 1.184.374",
        "S103",
        "1.184.374",
        ("«1.184.374»", "Viết 1184374"),
    ),
    Mistake(
        "dau-cham",
        INDICATORS,
        "value: 43.35",
        "value: 43,35",
        "Y206",
        "value: 43,35",
        ("dấu phẩy ngăn các mục", "Số lẻ viết bằng dấu chấm"),
    ),
    # 4. Unknown agency
    Mistake(
        "co-quan-la",
        ANNEX,
        "lead: Sở Nội vụ",
        "lead: Sở Nội vu",
        "R101",
        "lead: Sở Nội vu\n",
        ("Không nhận ra «Sở Nội vu»", "Có phải là «Sở Nội vụ» không?", "agencies.yaml"),
    ),
    Mistake(
        "co-quan-la",
        CARD,
        "issuer: ubnd-tinh\n",
        "issuer: ubnd-tinh-tay-ninh\n",
        "R101",
        "issuer: ubnd-tinh-tay-ninh",
        ("«ubnd-tinh-tay-ninh»", "Có phải là «ubnd-tinh» không?"),
    ),
    # 5. Duplicated code
    Mistake(
        "trung-ma",
        ANNEX,
        '- task: "4"',
        '- task: "3"',
        "D103",
        '- task: "3"\n            title: Tổ chức các hoạt động đột phá',
        ("Số thứ tự «3» của nhiệm vụ đã dùng ở phía trên", "ở đây là «4»"),
    ),
    Mistake(
        "trung-ma",
        ANNEX,
        '- task: "12"',
        '- task: "20"',
        "D103",
        '- task: "20"',
        ("đã dùng ở phía dưới", "ở đây là «12»"),
    ),
    Mistake(
        "trung-ma",
        INDICATORS,
        "- id: pii\n",
        "- id: tfp\n",
        "R110",
        '- id: tfp\n    code: "2"',
        ("Mã «tfp» đã dùng", "Đặt một mã khác", "objectives.yaml dòng"),
    ),
    # 6. Total not updated
    Mistake(
        "quen-sua-tong",
        ANNEX,
        "y2026-2030: 26000, total: 29000}",
        "y2026-2030: 27000, total: 29000}",
        "B101",
        "y2026-2030: 27000, total: 29000}",
        (
            "in 29.000 triệu đồng",
            "được 30.000 triệu đồng",
            "đang ghi 27.000; nếu là 26.000 thì tất cả đều khớp",
            "«y2026-2030» in 2.681.160, tính được 2.682.160",
        ),
        'task: "10"',
    ),
    Mistake(
        "quen-sua-tong",
        ANNEX,
        "y2026-2030: 26000, total: 29000}",
        "y2026-2030: 27000, total: 30000}",
        "B102",
        "stated: {y2025: 84241, y2026-2030: 2681160",
        ("in 2.681.160", "được 2.682.160", "in 2.765.401, tính được 2.766.401"),
        'group: "II.1"',
    ),
    Mistake(
        "quen-sua-tong",
        ANNEX,
        "total: 58780}",
        "total: 58870}",
        "B101",
        "total: 58870}",
        ("đang ghi 58.870; nếu là 58.780", "in 5.698.358, tính được 5.698.448"),
    ),
    Mistake(
        "quen-sua-tong",
        BUDGET,
        "amount: 6856988000000",
        "amount: 6856898000000",
        "B104",
        "amount: 6856898000000",
        ("ghi 6.856.898.000.000", "nếu là 6.856.988.000.000 thì tất cả đều khớp"),
    ),
    # 7. Dash and quotes of a word processor
    Mistake(
        "gach-va-nhay-cua-word",
        CARD,
        "  - place: Phần IV; Phụ lục II\n",
        "  – place: Phần IV; Phụ lục II\n",
        "Y201",
        "  – place: Phần IV; Phụ lục II",
        ("bắt đầu bằng dấu «–»", "Thay bằng dấu gạch ngang thường"),
    ),
    Mistake(
        "gach-va-nhay-cua-word",
        ANNEX,
        '- task: "3"',
        "- task: “3”",
        "Y208",
        "- task: “3”",
        ("dấu nháy cong “ ”", 'Thay bằng dấu nháy thẳng: "3"'),
    ),
    Mistake(
        "gach-va-nhay-cua-word",
        INDICATORS,
        'text: "Long An: 43,35 % (Giai đoạn 2016- 2020)"',
        "text: “Long An: 43,35 % (Giai đoạn 2016- 2020)”",
        "Y201",
        "text: “Long An",
        ("dấu nháy cong “", "dấu nháy thẳng"),
    ),
    Mistake(
        "gach-va-nhay-cua-word",
        ANNEX,
        "y2026-2030: 1184374",
        "y2026-2030: “1184374”",
        "Y208",
        "“1184374”",
        ("dấu nháy cong “ ”", "nếu là con số thì bỏ dấu nháy"),
    ),
    Mistake(
        "gach-va-nhay-cua-word",
        CARD,
        "period: 2025-2030",
        "period: 2025 – 2030",
        "S104",
        "period: 2025 – 2030",
        ("«2025 – 2030»", "Viết 2025-2030"),
    ),
    # 8. Wrong indent
    Mistake(
        "thut-le",
        ANNEX,
        '          - task: "3"\n',
        '            - task: "3"\n',
        "Y201",
        '            - task: "3"\n',
        ("thụt vào 12 dấu cách", "thụt vào 10 dấu cách như dòng ấy"),
    ),
    Mistake(
        "thut-le",
        ANNEX,
        "            lead: Sở Văn hóa, Thể thao và Du lịch",
        "              lead: Sở Văn hóa, Thể thao và Du lịch",
        "Y201",
        "              lead: Sở Văn hóa",
        ("thụt vào sâu hơn dòng trên", "Thụt dòng này thẳng hàng với khóa cùng cấp"),
        'task: "5"',
    ),
    Mistake(
        "thut-le",
        ANNEX,
        "            lead: Sở Văn hóa, Thể thao và Du lịch",
        "          lead: Sở Văn hóa, Thể thao và Du lịch",
        "Y201",
        "          lead: Sở Văn hóa",
        ("thẳng hàng với các dấu «- »", "thụt vào thêm hai dấu cách"),
        'task: "5"',
    ),
    # 9. Deleted line
    Mistake(
        "mat-dong",
        ANNEX,
        TASK_3.split("\n")[1] + "\n",
        "",
        "S102",
        '- task: "3"',
        ("Thiếu khóa bắt buộc «title»", "Thêm «title:»"),
    ),
    Mistake(
        "mat-dong",
        ANNEX,
        TASK_3.split("\n")[0] + "\n",
        "",
        "Y202",
        TASK_3.split("\n")[1],
        ("Khóa «title» viết hai lần", "thiếu dòng mở đầu một mục mới"),
    ),
    Mistake(
        "mat-dong",
        ANNEX,
        TASK_3,
        "",
        "D102",
        '- task: "4"',
        ("sau «2» đến ngay «4», «3» không có", "in 51.410, tính được 50.410", "đã bị xóa"),
    ),
    Mistake(
        "mat-dong",
        ANNEX,
        TASK_3.split("\n")[3] + "\n",
        "",
        "B102",
        "stated: {y2025: 7370, y2026-2030: 51410",
        ("in 51.410", "được 50.410", "«total» in 58.780, tính được 57.780"),
        'group: "I"',
    ),
    Mistake(
        "mat-dong",
        ANNEX,
        "  - {id: total, label: Tổng cộng, adds: [y2025, y2026-2030]}\n",
        "",
        "R107",
        "stated: {y2025: 257898",
        ("Không có cột nào mang mã «total»", "columns thiếu một dòng"),
        "columns:",
    ),
    # 10. Decomposed accents
    Mistake(
        "dau-roi",
        ANNEX,
        "lead: Sở Nội vụ",
        f"lead: {decomposed('Sở Nội vụ')}",
        "Y106",
        decomposed("Sở Nội vụ"),
        ("Chữ «ở» viết với dấu rời", "Gõ lại chữ này"),
    ),
    # 11. 31/02/2026
    Mistake(
        "ngay-khong-co",
        CARD,
        "issued_on: 2025-09-22",
        "issued_on: 31/02/2026",
        "S104",
        "issued_on: 31/02/2026",
        ("«31/02/2026»", "năm-tháng-ngày", "Tháng 2 năm 2026 chỉ có 28 ngày"),
    ),
    Mistake(
        "ngay-khong-co",
        ANNEX,
        "schedule: hằng năm",
        "schedule: Trước ngày 31/02/2026",
        "P106",
        "schedule: Trước ngày 31/02/2026",
        ("«Trước ngày 31/02/2026»", "Tháng 2 năm 2026 chỉ có 28 ngày"),
    ),
    # 12. Wrong unit
    Mistake(
        "don-vi",
        ANNEX,
        "unit: million-vnd",
        "unit: triệu đồng",
        "S104",
        "unit: triệu đồng",
        ("«triệu đồng»", "plans/registry/units.yaml", "million-vnd"),
    ),
    Mistake(
        "don-vi",
        ANNEX,
        "unit: million-vnd",
        "unit: trieu-dong",
        "R104",
        "unit: trieu-dong",
        ("«trieu-dong»", "Có phải là «million-vnd» không?"),
    ),
    Mistake(
        "don-vi",
        INDICATORS,
        "unit: point",
        "unit: percent",
        "X103",
        "unit: percent",
        ("«Chỉ số Đổi mới sáng tạo cấp địa phương (PII)» đo bằng «%»", "Sửa unit thành «point»"),
        "- id: pii\n",
    ),
)
"""The first of each kind stands in the guide."""

KINDS = tuple(dict.fromkeys(mistake.kind for mistake in MISTAKES))

UNIT_OF_ANOTHER_SIZE = Mistake(
    "don-vi",
    ANNEX,
    "unit: million-vnd",
    "unit: billion-vnd",
    "B104",
    "",
    (f"{ANNEX} dòng 3", "million-vnd (triệu đồng) thì hai con số khớp"),
)
"""Money of the wrong size is found where the prose adds it up, in another file."""
