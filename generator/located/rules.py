"""Rules of family Y: what would be lost, changed or hidden in reading a YAML file.

Sources: YAML 1.2.2 (core schema 10.3.2, characters 5.1), Unicode TR36 on bidirectional text.
"""

from generator.diagnostics import Rule, Severity


def _rule(code: str, name: str, doc: str) -> Rule:
    return Rule(code, name, Severity.ERROR, doc.strip())


NOT_UTF8 = _rule(
    "Y101",
    "not-utf8",
    """
Tệp không phải là văn bản UTF-8

Kiểm tra mọi byte của tệp có ghép thành ký tự theo bảng mã UTF-8 hay không, và chỉ ra byte đầu tiên sai. Tệp không phải tệp chữ (Word, Excel, PDF, ảnh) thì chỉ báo một lần.

Vì sao: Chữ Việt lưu bằng bảng mã khác (TCVN3, VNI, Windows-1258, UTF-16) sẽ đọc ra chữ khác hẳn, mà không ai thấy cho tới khi trang web hiện sai.

Cách sửa: Mở tệp bằng chương trình soạn thảo, chọn lưu lại với bảng mã UTF-8 (không BOM), rồi đọc lại các chữ có dấu xem còn đúng không.
""",
)

BYTE_ORDER_MARK = _rule(
    "Y102",
    "byte-order-mark",
    """
Tệp có dấu thứ tự byte (BOM) ở đầu

Kiểm tra tệp có bắt đầu bằng ký tự vô hình U+FEFF hay không.

Vì sao: Ký tự này không nhìn thấy nhưng có thể dính vào tên khóa đầu tiên, và chương trình khác sẽ không nhận ra khóa đó.

Cách sửa: Lưu lại tệp với bảng mã «UTF-8», không chọn «UTF-8 có BOM».
""",
)

TAB_CHARACTER = _rule(
    "Y103",
    "tab-character",
    """
Có ký tự tab

Kiểm tra trong tệp có ký tự tab (U+0009) hay không, kể cả trong câu chữ, chú thích và dạng viết tắt \\t trong dấu nháy kép.

Vì sao: YAML cấm thụt lề bằng tab; còn tab nằm trong câu chữ, thường do chép từ bảng của Word, thì không nhìn thấy và làm cho tìm kiếm, so sánh sai.

Cách sửa: Thay mỗi tab bằng dấu cách; ở đầu dòng, mỗi cấp thụt vào hai dấu cách.
""",
)

CONTROL_CHARACTER = _rule(
    "Y104",
    "control-character",
    """
Có ký tự điều khiển hoặc ký tự vô hình

Kiểm tra trong tệp có ký tự điều khiển, ký tự không có bề rộng, dấu ngắt dòng lạ, hay ký tự thay thế U+FFFD (dấu vết của chữ đã mất) hay không; ở đầu dòng có dấu cách lạ (như U+00A0) thay cho dấu cách thường hay không.

Vì sao: Những ký tự này không hiện ra trên màn hình nhưng nằm trong dữ liệu: hai tên trông giống hệt nhau mà máy coi là khác nhau.

Cách sửa: Xóa ký tự ở đúng dòng và cột đã nêu, rồi gõ lại chữ ở chỗ đó nếu cần. Với U+FFFD thì xem lại văn bản gốc.
""",
)

BIDI_CHARACTER = _rule(
    "Y105",
    "bidi-character",
    """
Có ký tự đổi chiều chữ

Kiểm tra trong tệp có ký tự điều khiển chiều viết (trái sang phải, phải sang trái) hay không.

Vì sao: Các ký tự này làm chữ trên màn hình hiện theo thứ tự khác với dữ liệu thật, nên người duyệt đọc một đằng mà máy ghi một nẻo. Tiếng Việt không bao giờ cần tới chúng.

Cách sửa: Xóa ký tự ở đúng dòng và cột đã nêu.
""",
)

NOT_NFC = _rule(
    "Y106",
    "not-nfc",
    """
Dấu chữ viết rời, không theo dạng dựng sẵn (NFC)

Kiểm tra mỗi chữ có dấu là một ký tự dựng sẵn, không phải chữ cái và dấu ghép rời nhau.

Vì sao: «ế» viết liền và «ế» ghép từ e, dấu mũ, dấu sắc trông như nhau nhưng máy coi là khác, nên tìm kiếm và đối chiếu tên cơ quan sẽ hụt.

Cách sửa: Gõ lại chữ đó bằng bộ gõ đặt ở bảng mã «Unicode», không phải «Unicode tổ hợp».
""",
)

YAML_SYNTAX = _rule(
    "Y201",
    "yaml-syntax",
    """
Sai cú pháp YAML

Kiểm tra tệp có đúng cách viết của YAML hay không. Chỉ báo chỗ sai đầu tiên, vì từ đó trở đi máy không đọc được nữa.

Vì sao: Tệp sai cú pháp thì không đọc được dữ liệu nào.

Cách sửa: Xem dòng đã nêu và dòng ngay trên nó. Lỗi hay gặp: thiếu dấu nháy đóng; thụt lề không thẳng hàng; câu chữ có dấu hai chấm kèm dấu cách, hoặc bắt đầu bằng ký tự như @, &, % hay dấu sao, mà không đặt trong dấu nháy.
""",
)

DUPLICATE_KEY = _rule(
    "Y202",
    "duplicate-key",
    """
Một khóa được viết hai lần

Kiểm tra trong cùng một mục có khóa nào lặp lại hay không.

Vì sao: Khi một khóa có hai giá trị, các chương trình đọc YAML thường lặng lẽ giữ giá trị sau và bỏ giá trị trước.

Cách sửa: Giữ một dòng, xóa dòng kia. Nếu đó là hai mục khác nhau của một danh sách thì thêm «- » ở đầu mục thứ hai.
""",
)

ANCHOR_OR_ALIAS = _rule(
    "Y203",
    "anchor-or-alias",
    """
Dùng neo hoặc tham chiếu của YAML

Kiểm tra có giá trị nào được đặt tên bằng dấu & để chép lại ở chỗ khác bằng dấu sao hay không.

Vì sao: Dữ liệu phải đọc được ngay tại chỗ: người duyệt một dòng phải thấy giá trị của dòng đó. Tham chiếu lồng nhau còn có thể làm cho tệp nhỏ nở ra vô hạn.

Cách sửa: Viết thẳng giá trị. Nếu dấu & hoặc dấu sao là chữ trong câu thì đặt cả câu trong dấu nháy.
""",
)

YAML_TAG = _rule(
    "Y204",
    "yaml-tag",
    """
Dùng thẻ kiểu hoặc chỉ thị của YAML (! hoặc %)

Kiểm tra có giá trị nào mang thẻ kiểu như !!str, ! hay không, và tệp có chỉ thị như %YAML hay không.

Vì sao: Thẻ và chỉ thị đổi nghĩa của giá trị theo cách mà người đọc khó thấy; có thẻ còn khiến chương trình khác chạy mã.

Cách sửa: Bỏ thẻ. Muốn một con số là chữ thì đặt trong dấu nháy: "1.10". Nếu dấu ! là chữ trong câu thì đặt cả câu trong dấu nháy.
""",
)

NOT_ONE_DOCUMENT = _rule(
    "Y205",
    "not-one-document",
    """
Tệp không chứa đúng một tài liệu YAML

Kiểm tra tệp có dữ liệu, và không bị chia làm nhiều tài liệu bằng dòng ---.

Vì sao: Mỗi tệp là một phần của kế hoạch; tài liệu thứ hai trong tệp sẽ bị bỏ qua mà không ai biết.

Cách sửa: Xóa dòng --- ở giữa tệp và gộp dữ liệu lại, hoặc tách ra tệp khác. Tệp trống thì xóa đi.
""",
)

KEY_NOT_TEXT = _rule(
    "Y206",
    "key-not-text",
    """
Khóa không phải là chữ

Kiểm tra mọi khóa là chữ: không phải con số (2025:), không phải từ mà chương trình khác hiểu là đúng hoặc sai (no:, yes:, on:), không phải danh sách hay mục con.

Vì sao: Khóa 2025 không đặt trong dấu nháy là con số đối với chương trình này và là chữ đối với chương trình khác, nên dữ liệu đọc ra không giống nhau.

Cách sửa: Đặt khóa trong dấu nháy: "2025":
""",
)

TEXT_AS_COMMENT = _rule(
    "Y207",
    "text-taken-for-comment",
    """
Phần cuối của câu chữ bị đọc thành chú thích

Kiểm tra sau một câu chữ không đặt trong dấu nháy có dấu thăng cách chữ đứng trước chỉ một dấu cách, hoặc dính liền với chữ đứng sau hay không. Chú thích thật thì viết với hai dấu cách trước dấu thăng và một dấu cách sau nó; lệnh kehoach fmt viết như vậy.

Vì sao: Từ dấu cách kèm dấu thăng trở đi, YAML coi là chú thích và bỏ đi; câu chữ in trên trang bị cụt mà không có lỗi nào.

Cách sửa: Đặt cả câu trong dấu nháy kép. Nếu đúng là chú thích thì viết hai dấu cách trước dấu thăng và một dấu cách sau nó.
""",
)

WORD_QUOTES = _rule(
    "Y208",
    "word-processor-quotes",
    """
Giá trị đặt trong dấu nháy cong của trình soạn văn bản

Kiểm tra có giá trị nào không đặt trong dấu nháy thẳng mà bắt đầu và kết thúc bằng dấu nháy cong hay không.

Vì sao: YAML chỉ hiểu dấu nháy thẳng. Dấu nháy cong, do Word tự thay khi gõ, thành một phần của giá trị: số thứ tự không còn là số thứ tự, tên cơ quan không còn là tên cơ quan.

Cách sửa: Thay bằng dấu nháy thẳng; con số thì bỏ dấu nháy. Nếu văn bản in cả dấu nháy cong thì giữ nguyên và đặt thêm dấu nháy thẳng bao ngoài.
""",
)

FILE_TOO_LARGE = _rule(
    "Y301",
    "file-too-large",
    """
Tệp quá lớn

Kiểm tra tệp không quá 2 MiB.

Vì sao: Một kế hoạch dài nhất cũng chỉ vài trăm nghìn byte. Tệp lớn hơn nhiều thường là chép nhầm, và làm chậm việc kiểm tra của mọi người.

Cách sửa: Kiểm tra xem có chép nhầm nội dung khác vào không; nếu bảng thật sự dài thì chia ra nhiều phụ lục.
""",
)

NESTED_TOO_DEEP = _rule(
    "Y302",
    "nested-too-deep",
    """
Dữ liệu lồng quá sâu

Kiểm tra dữ liệu không lồng nhau quá 32 cấp.

Vì sao: Kế hoạch thật chỉ lồng khoảng mười cấp. Lồng sâu hơn nhiều là do thụt lề nhầm hoặc thừa dấu ngoặc, và có thể làm treo chương trình đọc.

Cách sửa: Xem lại thụt lề và các dấu ngoặc từ dòng đã nêu trở lên.
""",
)

TOO_MANY_VALUES = _rule(
    "Y303",
    "too-many-values",
    """
Tệp có quá nhiều giá trị

Kiểm tra tệp không có quá 200.000 giá trị.

Vì sao: Bảng dài nhất của một kế hoạch có khoảng vài nghìn giá trị. Nhiều hơn hẳn là chép nhầm, và làm chậm việc kiểm tra của mọi người.

Cách sửa: Kiểm tra xem có chép nhầm nội dung khác vào không; nếu bảng thật sự dài thì chia ra nhiều phụ lục.
""",
)

NUMBER_CHANGED = _rule(
    "Y401",
    "number-changed-by-yaml",
    """
Con số bị YAML hiểu khác với cách viết

Kiểm tra những chỗ cần số nguyên, số tiền, mã hay chữ mà giá trị viết ra bị YAML đọc thành số khác với cách viết: 1.000 thành 1; 5.0 thành số thập phân; 1.10 thành 1.1; 01 thành 1. Con số quá dài để giữ chính xác cũng bị báo.

Vì sao: Trong văn bản tiếng Việt, 1.000 là một nghìn và 1.10 là số thứ tự sau 1.9, nhưng YAML lặng lẽ đổi cả hai. Đây là cách mất dữ liệu khó thấy nhất.

Cách sửa: Số nguyên và số tiền viết liền, không dấu chấm: 1000. Mã, số thứ tự và câu chữ đặt trong dấu nháy: "1.10". Số thập phân viết với dấu chấm, bỏ số 0 ở cuối: 42.5.
""",
)

TEXT_AS_FORMULA = _rule(
    "Y402",
    "text-taken-for-formula",
    """
Câu chữ bị chương trình bảng tính coi là công thức

Kiểm tra câu chữ bắt đầu bằng =, +, - hay @ có chứa lời gọi hàm, như =HYPERLINK(…), hoặc lời gọi tới tệp, chương trình khác, như =cmd|'…'!A0, hay không. Gạch đầu dòng thường, như «- Sở Y tế (chủ trì)», không bị báo.

Vì sao: Tệp CSV mở bằng Excel thì ô như thế có thể tải trang lạ, gửi dữ liệu đi hoặc chạy chương trình. Văn bản của tỉnh không in công thức; có công thức là chép nhầm, hoặc có người cố ý đưa vào.

Cách sửa: Ghi lại đúng chữ in trong văn bản. Nếu văn bản in liền một chữ với dấu mở ngoặc thì viết cách ra: «- Sở Y tế (chủ trì)».
""",
)

RULES: tuple[Rule, ...] = (
    NOT_UTF8,
    BYTE_ORDER_MARK,
    TAB_CHARACTER,
    CONTROL_CHARACTER,
    BIDI_CHARACTER,
    NOT_NFC,
    YAML_SYNTAX,
    DUPLICATE_KEY,
    ANCHOR_OR_ALIAS,
    YAML_TAG,
    NOT_ONE_DOCUMENT,
    KEY_NOT_TEXT,
    TEXT_AS_COMMENT,
    WORD_QUOTES,
    FILE_TOO_LARGE,
    NESTED_TOO_DEEP,
    TOO_MANY_VALUES,
    NUMBER_CHANGED,
    TEXT_AS_FORMULA,
)
"""Every rule of this family, in order of code."""
