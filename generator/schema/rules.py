"""Rules of family S: what a file may hold, and which files there may be."""

from generator.diagnostics import Rule, Severity


def _rule(code: str, name: str, doc: str) -> Rule:
    return Rule(code, name, Severity.ERROR, doc.strip())


UNKNOWN_KEY = _rule(
    "S101",
    "unknown-key",
    """
Khóa lạ

Kiểm tra mọi khóa trong tệp có nằm trong danh sách khóa của loại tệp đó hay không.

Vì sao: Khóa viết sai một chữ thì giá trị của nó không đi tới đâu cả, mà trang web vẫn dựng được như thường.

Cách sửa: Xem gợi ý khóa gần nhất kèm theo. Bảng khóa của từng loại tệp có ở trang từ điển dữ liệu; trình soạn thảo cũng hiện khi gõ.
""",
)

MISSING_KEY = _rule(
    "S102",
    "missing-key",
    """
Thiếu khóa bắt buộc

Kiểm tra mỗi mục có đủ các khóa bắt buộc hay không.

Vì sao: Thiếu tên, mã hay chỗ trong văn bản thì người đọc không biết mục đó là gì và không tìm lại được trong văn bản gốc.

Cách sửa: Thêm khóa đã nêu. Nếu văn bản gốc không có thông tin này thì ghi đúng như vậy ở phần ghi chú và xem lại có nên tạo mục này không.
""",
)

WRONG_TYPE = _rule(
    "S103",
    "wrong-type",
    """
Sai kiểu giá trị

Kiểm tra giá trị là chữ, số nguyên, số, đúng hoặc sai, danh sách hay mục con, như loại tệp đó quy định.

Vì sao: Số tiền ghi thành chữ thì không cộng được; số thứ tự ghi thành số thì 1.10 hóa ra 1.1.

Cách sửa: Số tiền và số nguyên viết liền, không dấu chấm, không dấu nháy: 1184374. Mã và số thứ tự đặt trong dấu nháy: "21". Danh sách thì mỗi mục bắt đầu bằng «- ».
""",
)

VALUE_NOT_ALLOWED = _rule(
    "S104",
    "value-not-allowed",
    """
Giá trị không được phép

Kiểm tra giá trị đúng kiểu nhưng nằm ngoài những gì được phép: không thuộc danh sách chọn, sai dạng viết của mã hay ngày, quá dài, quá lớn hoặc quá nhỏ.

Vì sao: Giá trị viết mỗi nơi một kiểu thì không lọc, so sánh và cộng được giữa các kế hoạch.

Cách sửa: Chọn một trong các giá trị đã liệt kê, hoặc viết theo mẫu trong gợi ý.
""",
)

EMPTY_VALUE = _rule(
    "S105",
    "empty-value",
    """
Khóa để trống

Kiểm tra mỗi khóa và mỗi mục của danh sách có giá trị; null và ~ cũng coi là để trống.

Vì sao: Để trống có thể là «văn bản không nêu», cũng có thể là «quên chưa ghi», người đọc không phân biệt được. Không có khóa nghĩa là văn bản không nêu; số 0 in trong văn bản thì ghi 0.

Cách sửa: Ghi giá trị, hoặc bỏ hẳn khóa này khi văn bản không nêu.
""",
)

UNKNOWN_FILE = _rule(
    "S106",
    "unknown-file",
    """
Tệp không phải là phần nào của kế hoạch, hoặc không đọc được

Kiểm tra mỗi tệp trong thư mục của kế hoạch hoặc của sổ dùng chung có tên đã quy định và đọc được hay không. Không đọc được là khi tệp không cho quyền đọc, là thư mục, là liên kết ra ngoài thư mục plans/ hoặc trỏ tới chỗ không có.

Vì sao: Tệp mang tên khác, hoặc không đọc được, thì dữ liệu trong đó mất hút mà không ai hay.

Cách sửa: Đổi tên tệp theo gợi ý, ví dụ indicators.yaml; phụ lục thì đặt trong thư mục annexes/ với tên chữ thường không dấu; bản tạm do chương trình soạn thảo để lại thì xóa đi. Tệp không đọc được thì thay bằng một tệp thường, cho mọi người quyền đọc.
""",
)

MISSING_PLAN_FILE = _rule(
    "S107",
    "missing-plan-file",
    """
Thư mục kế hoạch không có tệp plan.yaml

Kiểm tra mỗi thư mục của một kế hoạch, nằm trong thư mục của tỉnh, có tệp plan.yaml.

Vì sao: Tệp này cho biết đó là văn bản nào, của cơ quan nào, ban hành ngày nào; thiếu nó thì các tệp khác không biết thuộc về đâu.

Cách sửa: Thêm plan.yaml, hoặc chạy kehoach new plan để có mẫu.
""",
)

RULES: tuple[Rule, ...] = (
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    VALUE_NOT_ALLOWED,
    EMPTY_VALUE,
    UNKNOWN_FILE,
    MISSING_PLAN_FILE,
)
"""Every rule of this family, in order of code."""
