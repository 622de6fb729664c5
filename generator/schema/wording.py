"""Says in Vietnamese what is wrong with a value and what to write instead: family S."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, get_args

from generator.diagnostics import Path, Rule
from generator.model import base
from generator.schema import rules
from generator.schema.hints import (
    date_hint,
    id_hint,
    quote_hint,
    quotes_in,
    slug_hint,
    without_quotes,
)
from generator.schema.mistakes import BAD_KEY, MISSING, TWO_KINDS_OF_ROW, UNKNOWN, Mistake
from generator.schema.outline import allowed_keys
from generator.vietnamese import (
    FigureError,
    format_integer,
    nearest,
    parse_decimal,
    parse_integer,
)

_MOST_SHOWN = 60
_LARGEST_AMOUNT = 10**17


class Verdict(NamedTuple):
    """A finding without its place."""

    rule: Rule
    message: str
    hint: str


def label(path: Path) -> str:
    """Name a place: its key, or its position in the list that has a key."""
    if not path:
        return "Tệp"
    if isinstance(path[-1], int):
        owner = next((key for key in reversed(path) if isinstance(key, str)), "")
        return f"Mục thứ {path[-1] + 1} của «{_short(owner)}»" if owner else f"Mục {path[-1] + 1}"
    return f"«{_short(path[-1])}»"


def _short(text: str) -> str:
    text = text.replace("\n", "⏎")
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"


def _shown(value: object, raw: str | None) -> str:
    if isinstance(value, str):
        return f"chữ «{_short(value)}»"
    if isinstance(value, dict):
        return "một mục con (khóa: giá trị)"
    if isinstance(value, list):
        return "một danh sách"
    name = "giá trị đúng/sai" if isinstance(value, bool) else "con số"
    return f"{name} {raw or value}"


_TYPE_NAMES = {
    "string": "chữ",
    "integer": "một số nguyên",
    "number": "một con số",
    "boolean": "true (đúng) hoặc false (sai)",
    "array": "một danh sách",
    "object": "các khóa con",
}


def _pattern_of(kind: object) -> str:
    return str(get_args(kind)[1].pattern)


_PATTERNS: dict[str, tuple[str, str]] = {
    _pattern_of(base.Text): (
        "một dòng chữ, không có dấu cách ở hai đầu và không xuống dòng",
        "Bỏ dấu cách ở đầu và cuối, viết liền trên một dòng.",
    ),
    _pattern_of(base.Slug): (
        "mã gồm chữ thường không dấu và số, nối bằng dấu gạch ngang",
        "",
    ),
    _pattern_of(base.Code): (
        "số thứ tự như in: chữ và số, bên trong có thể có dấu chấm, ngoặc hoặc gạch",
        'Bỏ dấu chấm hay ngoặc ở cuối: «1.» viết là "1".',
    ),
    r"^https?://\S+$": (
        "địa chỉ mạng bắt đầu bằng http:// hoặc https://, không có dấu cách",
        "Chép lại địa chỉ từ thanh địa chỉ của trình duyệt.",
    ),
    "^[A-Z][0-9]{3}$": (
        "mã quy tắc gồm một chữ hoa và ba chữ số",
        "Chép mã từ kết quả kiểm tra: B101.",
    ),
}
"""Pattern to what it allows and how to mend a text that does not fit."""


def tell(mistake: Mistake, raw: str | None) -> Verdict:
    """Word a mistake.

    Args:
        mistake: What is wrong.
        raw: Source text of the value where it is a plain scalar.

    Returns:
        The rule, the sentence and what to do.
    """
    return _TELL.get(mistake.kind, _wrong_type)(mistake, raw)


def empty(path: Path, required: bool, about: str = "") -> Verdict:
    """Word a value that is missing after its key or its dash.

    Args:
        path: Where.
        required: Whether the key must be there.
        about: What the schema says of the key.

    Returns:
        The rule, the sentence and what to do.
    """
    name = label(path)
    what = "khóa này khi văn bản không nêu" if path and isinstance(path[-1], str) else "mục này"
    hint = "Ghi giá trị: khóa này bắt buộc." if required else f"Ghi giá trị, hoặc bỏ hẳn {what}."
    return Verdict(rules.EMPTY_VALUE, f"{name} để trống.", f"{hint} {about}".strip())


def _unknown(mistake: Mistake, _raw: str | None) -> Verdict:
    key = str(mistake.path[-1])
    of = mistake.node.get("title", "")
    message = f"Khóa lạ «{_short(key)}»{f' trong mục {of}' if of else ''}."
    allowed = f"Các khóa được dùng: {', '.join(allowed_keys(mistake.node))}."
    if mistake.suggestion:
        allowed = f"Có phải muốn viết «{mistake.suggestion}»? {allowed}"
    return Verdict(rules.UNKNOWN_KEY, message, _no_value_hint(mistake) or allowed)


def _no_value_hint(mistake: Mistake) -> str:
    """A key without a value is often the rest of something that lost its space or its quotes."""
    key = str(mistake.path[-1])
    if mistake.value is not None:
        return ""
    if ":" in key:
        return f"Viết dấu cách sau dấu hai chấm: {_short(key.replace(':', ': ', 1))}"
    return (
        "Trong { }, dấu phẩy ngăn các mục: câu chữ có dấu phẩy thì đặt cả câu trong dấu nháy, "
        "số lẻ viết bằng dấu chấm."
    )


def _two_kinds(_mistake: Mistake, _raw: str | None) -> Verdict:
    return Verdict(
        rules.UNKNOWN_KEY,
        "Dòng này có cả «group» và «task», mà một dòng chỉ là nhóm hoặc là nhiệm vụ.",
        "Giữ «group» nếu dòng đứng đầu các dòng khác, giữ «task» nếu dòng là một việc.",
    )


def _missing(mistake: Mistake, _raw: str | None) -> Verdict:
    key = mistake.path[-1]
    about = mistake.node.get("description", "")
    where = f" ở {_lower(label(mistake.path[:-1]))}" if len(mistake.path) > 1 else ""
    return Verdict(
        rules.MISSING_KEY,
        f"Thiếu khóa bắt buộc «{key}»{where}.",
        f"Thêm «{key}:» — {about}" if about else f"Thêm «{key}:».",
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _bad_key(mistake: Mistake, raw: str | None) -> Verdict:
    if allowed_keys(mistake.node):
        return _unknown(mistake, raw)
    return Verdict(
        rules.VALUE_NOT_ALLOWED,
        f"Khóa {label(mistake.path)} không đúng mẫu: cần mã gồm chữ thường không dấu và số, nối "
        "bằng dấu gạch ngang, dài nhất 80 ký tự.",
        _no_value_hint(mistake) or slug_hint(str(mistake.path[-1])),
    )


def _wrong_type(mistake: Mistake, raw: str | None) -> Verdict:
    wanted = str(mistake.node.get("type", ""))
    return Verdict(
        rules.WRONG_TYPE,
        f"{label(mistake.path)} cần {_TYPE_NAMES.get(wanted, 'giá trị khác')}, "
        f"nhưng ở đây là {_shown(mistake.value, raw)}.",
        _type_hint(wanted, mistake, raw),
    )


def _type_hint(wanted: str, mistake: Mistake, raw: str | None) -> str:
    value = mistake.value
    if wanted in {"integer", "number"}:
        return _number_hint(wanted, value)
    if wanted == "string":
        return _string_hint(value, raw)
    if wanted == "boolean":
        return (
            "Viết true hoặc false, không đặt trong dấu nháy; nếu là false thì có thể bỏ khóa này."
        )
    if wanted == "array":
        return "Mỗi mục viết trên một dòng riêng, bắt đầu bằng «- »; hoặc [a, b] với các mục ngắn."
    if isinstance(value, str) and re.match(r"[\w-]+:\S", value):
        return "Viết dấu cách sau dấu hai chấm: «khóa: giá trị»."
    keys = ", ".join(allowed_keys(mistake.node))
    return (
        f"Xuống dòng, thụt vào và ghi các khóa: {keys}." if keys else "Ghi từng dòng «mã: giá trị»."
    )


def _number_hint(wanted: str, value: object) -> str:
    if isinstance(value, float):
        return "Chỉ ghi số nguyên: xem lại đơn vị của bảng và con số in trong văn bản."
    example = "1184374" if wanted == "integer" else "42.05"
    quotes = quotes_in(value) if isinstance(value, str) else ""
    figure = _as_figure(wanted, without_quotes(value) if isinstance(value, str) else value)
    if figure and quotes:
        return f"Bỏ dấu nháy {' '.join(quotes)}: viết {figure}, không có dấu chấm ngăn hàng nghìn."
    if figure:
        return f"Viết {figure}, không có dấu chấm ngăn hàng nghìn, không đặt trong dấu nháy."
    return f"Viết một con số, không đặt trong dấu nháy, không kèm đơn vị: {example}"


def _as_figure(wanted: str, value: object) -> str:
    """The figure that a text gives in Vietnamese writing, as YAML wants it."""
    if not isinstance(value, str):
        return ""
    try:
        if wanted == "integer":
            return str(parse_integer(value.strip()))
        return str(parse_decimal(value.strip()))
    except FigureError:
        return ""


def _string_hint(value: object, raw: str | None) -> str:
    if isinstance(value, dict):
        return "Câu chữ có dấu hai chấm kèm dấu cách thì đặt cả câu trong dấu nháy kép."
    if isinstance(value, list):
        return "Viết một dòng chữ; câu chữ bắt đầu bằng «[» hoặc «- » thì đặt trong dấu nháy kép."
    return f'Đặt trong dấu nháy: "{raw}"' if raw else "Đặt trong dấu nháy."


def _choice(mistake: Mistake, raw: str | None) -> Verdict:
    choices = mistake.node.get("enum", ())
    listed = ", ".join(_quoted_if_sign(choice) for choice in choices)
    value = mistake.value
    close = nearest(value, choices) if isinstance(value, str) and value else None
    hint = f"Chọn một trong: {listed}."
    if isinstance(value, str) and without_quotes(value) in choices:
        hint = quote_hint(value)
    elif close:
        hint = f"Có phải muốn viết {_quoted_if_sign(close)}? {hint}"
    if value == "" and ">" in choices:
        hint = f"Dấu > hoặc >= phải đặt trong dấu nháy, nếu không YAML hiểu khác. {hint}"
    return Verdict(
        rules.VALUE_NOT_ALLOWED,
        f"{label(mistake.path)} không nhận {_shown(value, raw)}.",
        hint,
    )


def _quoted_if_sign(choice: str) -> str:
    return choice if choice[:1].isalpha() else f'"{choice}"'


def _pattern(mistake: Mistake, raw: str | None) -> Verdict:
    if mistake.value == "":
        return Verdict(
            rules.VALUE_NOT_ALLOWED,
            f"{label(mistake.path)} là một chuỗi rỗng.",
            "Ghi chữ vào, hoặc bỏ hẳn khóa này khi văn bản không nêu.",
        )
    pattern = str(mistake.limits.get("pattern", ""))
    allows, hint = _PATTERNS[pattern]
    if pattern == _pattern_of(base.Slug):
        hint = id_hint(mistake.path) or slug_hint(str(mistake.value))
    if pattern in {_pattern_of(base.Slug), _pattern_of(base.Code)}:
        hint = quote_hint(str(mistake.value)) or hint
    return Verdict(
        rules.VALUE_NOT_ALLOWED,
        f"{label(mistake.path)} không nhận {_shown(mistake.value, raw)}: cần {allows}.",
        hint,
    )


def _too_long(mistake: Mistake, _raw: str | None) -> Verdict:
    most, length = mistake.limits["max_length"], len(str(mistake.value))
    return Verdict(
        rules.VALUE_NOT_ALLOWED,
        f"{label(mistake.path)} dài {format_integer(length)} ký tự, "
        f"nhiều nhất được {format_integer(most)}.",
        f"Rút bớt {format_integer(length - most)} ký tự.",
    )


def _out_of_range(mistake: Mistake, _raw: str | None) -> Verdict:
    least, most = mistake.node.get("minimum"), mistake.node.get("maximum")
    bounds = [f"từ {_figure(least, least)}"] if least is not None else []
    bounds += [f"đến {_figure(most, least)}"] if most is not None else []
    value = mistake.value
    return Verdict(
        rules.VALUE_NOT_ALLOWED,
        f"{label(mistake.path)} là {_figure(value, least)}, nằm ngoài khoảng {' '.join(bounds)}.",
        "Xem lại con số trong văn bản."
        if most != _LARGEST_AMOUNT
        else "Xem lại con số trong văn bản; số tiền ghi theo đơn vị của bảng.",
    )


def _figure(value: object, least: int | None) -> str:
    """A figure beside its bounds; years go without a point."""
    is_year = (least or 0) >= base.FIRST_YEAR
    return format_integer(value) if isinstance(value, int) and not is_year else str(value)


def _date(mistake: Mistake, raw: str | None) -> Verdict:
    text = mistake.value if isinstance(mistake.value, str) else ""
    return _own_words(mistake, raw, date_hint(text))


def _period(mistake: Mistake, raw: str | None) -> Verdict:
    years = re.findall(r"[0-9]{4}", str(mistake.value))
    hint = "Viết 2025, hoặc 2026-2030 không có dấu cách."
    if len(years) == 2 and years[0] < years[1] and isinstance(mistake.value, str):
        hint = f"Viết {years[0]}-{years[1]}, không có dấu cách, dùng dấu gạch ngang thường."
    return _own_words(mistake, raw, hint)


def _own_words(mistake: Mistake, raw: str | None, hint: str) -> Verdict:
    return Verdict(
        rules.VALUE_NOT_ALLOWED,
        f"{label(mistake.path)} {mistake.message}, nhưng ở đây là {_shown(mistake.value, raw)}.",
        hint,
    )


_TELL: Mapping[str, Callable[[Mistake, str | None], Verdict]] = {
    UNKNOWN: _unknown,
    MISSING: _missing,
    TWO_KINDS_OF_ROW: _two_kinds,
    BAD_KEY: _bad_key,
    "string_type": _wrong_type,
    "int_type": _wrong_type,
    "bool_type": _wrong_type,
    "number_type": _wrong_type,
    "tuple_type": _wrong_type,
    "dict_type": _wrong_type,
    "mapping_type": _wrong_type,
    "model_type": _wrong_type,
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _too_long,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "date_value": _date,
    "period_value": _period,
}
"""Every error type that the models can give; the tests see to it."""


def known_kinds() -> frozenset[str]:
    """Kinds of mistake that have words of their own."""
    return frozenset(_TELL)


def patterns() -> Mapping[str, Any]:
    """Patterns that have an explanation."""
    return _PATTERNS
