"""What is said about structure that is refused: one function, one sentence and what to do."""

from generator.located import rules
from generator.located.collector import Refusal
from generator.located.scalars import LONGEST_NUMBER

DEEPEST = 32
MOST_VALUES = 200_000
LARGEST = 2 * 1024 * 1024
"""Bytes of the largest file that is read."""

_QUOTE_TEXT = "Nếu đó là câu chữ thì đặt cả câu trong dấu nháy; nếu không thì viết thẳng giá trị."
_TOO_MUCH = (
    "Kiểm tra xem có chép nhầm nội dung khác vào không; bảng quá dài thì chia ra nhiều phụ lục."
)
_MOST_SHOWN = 60


def _short(text: str, most: int = _MOST_SHOWN) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def duplicate_key(key: str, first: int, again: int, others: tuple[str, ...] = ()) -> Refusal:
    """A key that stands on two lines of one mapping.

    Args:
        key: The key.
        first: Its first line.
        again: Its second line.
        others: Keys that stand twice further down in the same mapping.

    Returns:
        What to say: a dash was lost where several keys come again.
    """
    message = (
        f"Khóa «{_short(key)}» viết hai lần trong cùng một mục: ở dòng {first} và dòng {again}"
    )
    if not others:
        return Refusal(
            rules.DUPLICATE_KEY,
            f"{message}.",
            "Giữ một dòng, xóa dòng kia; nếu là hai mục của một danh sách thì thêm «- » ở đầu mục "
            "thứ hai.",
        )
    listed = ", ".join(f"«{_short(other)}»" for other in dict.fromkeys(others))
    return Refusal(
        rules.DUPLICATE_KEY,
        f"{message}; sau đó {listed} cũng lặp lại.",
        f"Có lẽ ngay trên dòng {again} thiếu dòng mở đầu một mục mới, bắt đầu bằng «- »: thêm lại "
        "dòng ấy.",
    )


def key_not_text(key: str, after_comma: bool = False) -> Refusal:
    """A plain key that some program takes for a number, a boolean or null.

    Args:
        key: The key as written.
        after_comma: Whether a comma stands right before it, as in `{value: 42,05}`.

    Returns:
        What to say.
    """
    if not key:
        return Refusal(
            rules.KEY_NOT_TEXT,
            "Trước dấu hai chấm không có khóa.",
            "Ghi tên khóa trước dấu hai chấm.",
        )
    if after_comma:
        return Refusal(
            rules.KEY_NOT_TEXT,
            f"Trong dấu ngoặc {{ }}, dấu phẩy ngăn các mục, nên «{_short(key)}» bị đọc thành một khóa.",
            "Số lẻ viết bằng dấu chấm: 42.05. Câu chữ có dấu phẩy thì đặt trong dấu nháy.",
        )
    return Refusal(
        rules.KEY_NOT_TEXT,
        f"Khóa «{_short(key)}» không phải là chữ đối với YAML.",
        f'Đặt khóa trong dấu nháy: "{_short(key)}":',
    )


def equals_sign() -> Refusal:
    """A plain `=`, which YAML 1.1 gives a meaning that most readers cannot read."""
    return Refusal(
        rules.YAML_SYNTAX,
        "Giá trị là dấu = không đặt trong dấu nháy, nhiều chương trình đọc YAML báo lỗi ở đây.",
        'Đặt trong dấu nháy: "=".',
    )


def text_as_comment(text: str, comment: str) -> Refusal:
    """A plain text whose end stands after a `#`."""
    return Refusal(
        rules.TEXT_AS_COMMENT,
        f"Phần «{_short(comment)}» bị coi là chú thích, nên giá trị chỉ còn «{_short(text)}».",
        f'Nếu là chữ của văn bản thì đặt cả câu trong dấu nháy kép: "{_short(text)} '
        f'{_short(comment)}"; nếu là chú thích thì viết một dấu cách sau dấu #.',
    )


def word_quotes(text: str) -> Refusal:
    """A plain text between the quotes of a word processor."""
    inside = _short(text[1:-1].strip())
    return Refusal(
        rules.WORD_QUOTES,
        f"Giá trị đặt trong dấu nháy cong {text[0]} {text[-1]} của trình soạn văn bản, mà YAML chỉ "
        "hiểu dấu nháy thẳng.",
        f'Thay bằng dấu nháy thẳng: "{inside}"; nếu là con số thì bỏ dấu nháy. Nếu văn bản in cả '
        f'dấu nháy cong thì đặt thêm dấu nháy thẳng bao ngoài: "{text[0]}{inside}{text[-1]}".',
    )


def complex_key() -> Refusal:
    """A key that is itself a list or a mapping."""
    return Refusal(
        rules.KEY_NOT_TEXT,
        "Khóa là một danh sách hoặc một mục con, không phải là chữ.",
        "Dùng một từ làm khóa; câu chữ bắt đầu bằng [, { hoặc ? thì đặt trong dấu nháy.",
    )


def alias(name: str) -> Refusal:
    """A reference to an anchor."""
    return Refusal(
        rules.ANCHOR_OR_ALIAS,
        f"Giá trị «*{_short(name)}» là một tham chiếu của YAML.",
        _QUOTE_TEXT,
    )


def anchor(name: str) -> Refusal:
    """A name given to a value."""
    return Refusal(
        rules.ANCHOR_OR_ALIAS,
        f"Giá trị được đặt tên «&{_short(name)}», YAML gọi là neo.",
        _QUOTE_TEXT,
    )


def tag(written: str) -> Refusal:
    """A tag, standard ones included."""
    shown = _short(written.replace("tag:yaml.org,2002:", "!!"))
    return Refusal(
        rules.YAML_TAG,
        f"Giá trị mang thẻ kiểu «{shown}».",
        'Bỏ thẻ; muốn một con số là chữ thì đặt trong dấu nháy: "1.10". '
        "Câu chữ có dấu ! ở đầu cũng đặt trong dấu nháy.",
    )


def directive() -> Refusal:
    """A line such as `%YAML 1.1`."""
    return Refusal(
        rules.YAML_TAG,
        "Tệp có chỉ thị của YAML (dòng bắt đầu bằng %).",
        "Xóa dòng đó: mọi tệp đều đọc theo YAML 1.2.",
    )


def second_document() -> Refusal:
    """A document after the first."""
    return Refusal(
        rules.NOT_ONE_DOCUMENT,
        "Từ đây bắt đầu tài liệu YAML thứ hai trong cùng một tệp.",
        "Xóa dòng --- và gộp dữ liệu lại, hoặc tách ra tệp khác.",
    )


def no_document() -> Refusal:
    """Nothing, or nothing but comments."""
    return Refusal(
        rules.NOT_ONE_DOCUMENT,
        "Tệp không có dữ liệu nào.",
        "Ghi dữ liệu vào tệp, hoặc xóa tệp nếu không cần.",
    )


def too_large(size: int) -> Refusal:
    """A file of more bytes than are read."""
    return Refusal(
        rules.FILE_TOO_LARGE,
        f"Tệp có {_grouped(size)} byte, quá mức {_grouped(LARGEST)} byte (2 MiB).",
        _TOO_MUCH,
    )


def too_deep() -> Refusal:
    """More levels than any plan has."""
    return Refusal(
        rules.NESTED_TOO_DEEP,
        f"Dữ liệu lồng quá {DEEPEST} cấp.",
        "Xem lại thụt lề và các dấu [ hoặc { từ dòng này trở lên.",
    )


def too_many() -> Refusal:
    """More values than any plan has."""
    return Refusal(rules.TOO_MANY_VALUES, f"Tệp có hơn {_grouped(MOST_VALUES)} giá trị.", _TOO_MUCH)


def number_lost(text: str, reason: str) -> Refusal:
    """A plain number that cannot be kept exactly."""
    return Refusal(
        rules.NUMBER_CHANGED,
        f"Con số «{_short(text, LONGEST_NUMBER)}» {reason}.",
        "Nếu là mã hoặc câu chữ thì đặt trong dấu nháy; nếu là con số thì viết lại cho gọn.",
    )


def formula(text: str) -> Refusal:
    """A text that a spreadsheet would carry out."""
    return Refusal(
        rules.TEXT_AS_FORMULA,
        f"Câu chữ «{_short(text)}» bắt đầu bằng «{text[0]}» nên chương trình bảng tính coi là công "
        "thức và làm theo.",
        "Ghi lại đúng chữ in trong văn bản; dấu mở ngoặc viết cách chữ đứng trước nó.",
    )
