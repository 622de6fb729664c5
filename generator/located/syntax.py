"""Says in Vietnamese why YAML cannot be read: the most likely cause, and where it is."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from yaml import MarkedYAMLError, YAMLError

from generator.located.document import Lines, Mark, Problem
from generator.located.rules import YAML_SYNTAX

QUOTE_IT = "Đặt cả câu trong dấu nháy kép: "

_COLON_BEFORE = re.compile(r"^\s*(?:- +)*[^\s:]+: +\S.*?:$")
_OPENED_QUOTE = re.compile(r"""(?:^|: +|- +)(["'])(?:(?!\1).)*$""")
_NO_SPACE_AFTER_COLON = re.compile(r"^\s*(?:- +)*[\w-]+:[^\s/:]")
_OPENED_CURLY = re.compile(r"(?:(?:^|[{\[,]) *(?:- +)*|[:-] +)([\u2018-\u201f])[^\u2018-\u201f]*$")
_KEY_AT_END = re.compile(r" [a-z_]+$")
_DASH_AND_KEY = re.compile(r"( *)(- +[^\s:]+:)(?: |$)")
_MOST_LINES_BACK = 50


@dataclass(frozen=True, slots=True)
class Failure:
    """What the YAML library reports.

    Attributes:
        lines: The text.
        problem: Its English message.
        context: What it was doing.
        mark: Where it stopped.
        opened: Where what it was doing began.
    """

    lines: Lines
    problem: str
    context: str
    mark: Mark
    opened: Mark

    @property
    def line(self) -> str:
        """Text of the line where reading stopped."""
        return self.lines.line(self.mark.line)

    @property
    def before(self) -> str:
        """Text of that line up to the stop."""
        return self.line[: self.mark.column - 1]

    @property
    def character(self) -> str:
        """Character at the stop, empty at the end of a line."""
        return self.line[self.mark.column - 1 : self.mark.column]

    def opening(self) -> str:
        """Character where what was being read began."""
        return self.lines.line(self.opened.line)[self.opened.column - 1 : self.opened.column]


Cause = tuple[Mark, str, str]
"""Where, what is wrong, what to do."""


def explain(error: YAMLError, lines: Lines) -> Problem:
    """Turn an error of the YAML library into a problem.

    Args:
        error: What the library raised.
        lines: The text that was read.

    Returns:
        One problem of rule Y201 at the place that most likely has to be changed.
    """
    failure = _failure(error, lines)
    causes = (cause for words, tell in _CAUSES if (cause := _try(words, tell, failure)))
    mark, message, hint = next(causes, None) or _no_more(failure.mark)
    return Problem(YAML_SYNTAX, mark.line, mark.column, message, hint)


def _failure(error: YAMLError, lines: Lines) -> Failure:
    if not isinstance(error, MarkedYAMLError):
        return Failure(lines, str(error), "", Mark(1, 1), Mark(1, 1))
    marks = [
        lines.mark(mark.index) if mark else None
        for mark in (error.problem_mark, error.context_mark)
    ]
    stop = marks[0] or marks[1] or Mark(1, 1)
    return Failure(lines, error.problem or "", error.context or "", stop, marks[1] or stop)


def _try(
    words: tuple[str, ...], tell: Callable[[Failure], Cause], failure: Failure
) -> Cause | None:
    said = f"{failure.context} {failure.problem}"
    return tell(failure) if any(word in said for word in words) else None


def _unclosed_quote(failure: Failure) -> Cause:
    quote = failure.opening()
    return (
        failure.opened,
        f"Câu chữ mở bằng dấu nháy {quote} ở đây nhưng không có dấu nháy đóng.",
        f"Thêm dấu {quote} vào cuối câu.",
    )


def _escape(failure: Failure) -> Cause:
    return (
        failure.mark,
        "Trong dấu nháy kép, dấu gạch chéo ngược \\ mở đầu một ký tự viết tắt, "
        "nhưng ở đây không thành ký tự nào.",
        "Viết \\\\ thay cho \\, hoặc đặt câu trong dấu nháy đơn.",
    )


def _curly(failure: Failure) -> Cause | None:
    """A value that a word processor's quotes were to hold together."""
    if not (found := _OPENED_CURLY.search(failure.before)):
        return None
    return (
        Mark(failure.mark.line, found.start(1) + 1),
        f"Câu chữ đặt trong dấu nháy cong {found[1]} của trình soạn văn bản, mà YAML chỉ hiểu dấu "
        "nháy thẳng.",
        'Thay dấu nháy cong ở hai đầu câu bằng dấu nháy thẳng ".',
    )


def _colon(failure: Failure) -> Cause:
    if curly := _curly(failure):
        return curly
    if _COLON_BEFORE.match(failure.before + ":"):
        return (
            failure.mark,
            "Câu chữ không đặt trong dấu nháy mà có dấu hai chấm kèm dấu cách, nên YAML hiểu là một khóa.",
            QUOTE_IT + 'title: "Kế hoạch: giai đoạn 1"',
        )
    above = _line_above(failure)
    if above and _indent(failure.lines.line(above)) >= _indent(failure.line):
        return _line_without_key(failure, Mark(above, _indent(failure.lines.line(above)) + 1))
    return (
        Mark(failure.mark.line, _indent(failure.line) + 1),
        "Dòng này thụt vào sâu hơn dòng trên, trong khi dòng trên đã có giá trị.",
        "Thụt dòng này thẳng hàng với khóa cùng cấp ở trên.",
    )


def _line_above(failure: Failure) -> int:
    """Nearest line above the stop that is neither blank nor a comment; 0 when none."""
    for number in range(failure.mark.line - 1, max(0, failure.mark.line - _MOST_LINES_BACK), -1):
        text = failure.lines.line(number).strip()
        if text and not text.startswith("#"):
            return number
    return 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _simple_key(failure: Failure) -> Cause:
    return _line_without_key(failure, failure.opened)


def _line_without_key(failure: Failure, mark: Mark) -> Cause:
    if _NO_SPACE_AFTER_COLON.match(failure.lines.line(mark.line)):
        return mark, "Sau dấu hai chấm của khóa thiếu dấu cách.", "Viết «khóa: giá trị»."
    return (
        mark,
        "Dòng này không có khóa kèm dấu hai chấm, hoặc là phần tiếp của câu chữ ở dòng trên.",
        "Thêm dấu hai chấm sau khóa; nếu là phần tiếp của câu thì viết cả câu trên một dòng.",
    )


def _special_start(failure: Failure) -> Cause:
    return _needs_quotes(failure.mark, failure.character)


def _special_opening(failure: Failure) -> Cause:
    return _needs_quotes(failure.opened, failure.opening())


def _needs_quotes(mark: Mark, character: str) -> Cause:
    if not character:
        return _no_more(mark)
    hint = f'{QUOTE_IT}"{character} …".'
    if character == ">":
        hint += ' Dấu so sánh cũng vậy: ">=".'
    return mark, f"Giá trị bắt đầu bằng «{character}», là ký tự có nghĩa riêng trong YAML.", hint


def _dash(failure: Failure) -> Cause:
    return (
        failure.mark,
        "Dấu «- » đứng ngay sau khóa trên cùng một dòng.",
        'Nếu là danh sách thì xuống dòng trước dấu «- »; nếu là câu chữ thì đặt trong dấu nháy: "- …".',
    )


def _flow(failure: Failure) -> Cause:
    opened, closing = failure.opening(), "]" if failure.opening() == "[" else "}"
    if failure.mark.line > failure.opened.line:
        return (
            failure.opened,
            f"Dấu {opened} mở ở đây nhưng không có dấu {closing} đóng.",
            f"Thêm dấu {closing} vào cuối.",
        )
    if curly := _curly(failure):
        return curly
    if failure.character == ":" and not _KEY_AT_END.search(failure.before):
        return (
            failure.mark,
            f"Câu chữ trong {opened} {closing} không đặt trong dấu nháy mà có dấu hai chấm, nên YAML "
            "hiểu là một khóa.",
            f'{QUOTE_IT}{{text: "Năm 2024: 42 điểm"}}.',
        )
    return (
        failure.mark,
        f"Giữa các mục trong {opened} {closing} thiếu dấu phẩy, hoặc câu chữ có ký tự riêng của YAML.",
        "Ngăn các mục bằng dấu phẩy kèm dấu cách, đặt câu chữ trong dấu nháy.",
    )


def _mixed(failure: Failure) -> Cause:
    return (
        failure.mark,
        "Trong một danh sách, dòng này thẳng hàng với các dấu «- » nhưng không bắt đầu bằng «- ».",
        "Thêm «- » nếu là mục mới; thụt vào thêm hai dấu cách nếu thuộc mục ở trên.",
    )


def _no_key(failure: Failure) -> Cause:
    if opened := _opened_above(failure):
        return (
            opened,
            f"Có lẽ câu chữ mở dấu nháy ở đây thiếu dấu nháy đóng, nên dòng {failure.mark.line} bị đọc sai.",
            "Thêm dấu nháy vào cuối câu.",
        )
    last = failure.before.rstrip()[-1:]
    if last in {'"', "'"}:
        return (
            failure.mark,
            f"Sau dấu nháy đóng {last} vẫn còn chữ.",
            "Đặt cả câu trong một cặp dấu nháy; dấu nháy nằm trong câu thì viết \\\" (trong nháy kép) hoặc '' (trong nháy đơn).",
        )
    return _after_bracket(failure, last) if last in {"]", "}"} else _indentation(failure)


def _after_bracket(failure: Failure, last: str) -> Cause:
    return (
        failure.mark,
        f"Sau dấu {last} vẫn còn chữ: câu chữ bắt đầu bằng [ hoặc {{ phải đặt trong dấu nháy.",
        QUOTE_IT + '"[Dự thảo] Kế hoạch".',
    )


def _opened_above(failure: Failure) -> Mark | None:
    """Nearest quote above that is opened and not closed on its line."""
    first = max(0, failure.mark.line - _MOST_LINES_BACK)
    for number in range(failure.mark.line - 1, first, -1):
        if found := _OPENED_QUOTE.search(failure.lines.line(number)):
            return Mark(number, found.start(1) + 1)
    return None


def _indentation(failure: Failure) -> Cause:
    return (
        failure.mark,
        f"Dòng này thụt vào {_indent(failure.line)} dấu cách, không thẳng hàng với mục nào ở trên.",
        _lost_key(failure)
        or _like_the_one_above(failure)
        or "Thụt dòng thẳng hàng với các khóa cùng cấp; mỗi cấp hai dấu cách.",
    )


def _lost_key(failure: Failure) -> str:
    """A list that goes on from a line with a value has lost the key above it."""
    above = _line_above(failure)
    is_deeper = _indent(failure.line) > _indent(failure.lines.line(above))
    if not (above and is_deeper and failure.line.lstrip().startswith("- ")):
        return ""
    return (
        "Nếu từ đây là một danh sách con thì phía trên thiếu dòng khóa của nó, ví dụ «rows:»; nếu "
        "không thì thụt dòng thẳng hàng với mục cùng cấp."
    )


def _like_the_one_above(failure: Failure) -> str:
    """How far the nearest item above that begins with the same key is indented."""
    wanted = _DASH_AND_KEY.match(failure.line)
    for number in range(failure.mark.line - 1, 0, -1) if wanted else ():
        found = _DASH_AND_KEY.match(failure.lines.line(number))
        if wanted and found and found[2] == wanted[2]:
            return (
                f"Nếu mục này cùng cấp với «{found[2]}» ở dòng {number} thì thụt vào "
                f"{len(found[1])} dấu cách như dòng ấy."
            )
    return ""


def _document(failure: Failure) -> Cause:
    return (
        failure.mark,
        "Có dữ liệu đứng sau chỗ tài liệu đã hết, hoặc một chỉ thị % không đúng chỗ.",
        "Xóa các dòng ---, ... và các dòng bắt đầu bằng %.",
    )


def _no_more(mark: Mark) -> Cause:
    return (
        mark,
        "Từ chỗ này không còn đúng cú pháp YAML.",
        "Xem lại dấu nháy, dấu hai chấm và thụt lề ở dòng này và dòng ngay trên.",
    )


_CAUSES: tuple[tuple[tuple[str, ...], Callable[[Failure], Cause]], ...] = (
    (("unexpected end of stream", "unexpected document"), _unclosed_quote),
    (("escape", "hexdecimal", "hexadecimal"), _escape),
    (("mapping values are not allowed",), _colon),
    (("expected ':'",), _simple_key),
    (("cannot start any token", "keys are not allowed", "node content"), _special_start),
    (("alphabetic or numeric", "tag", "block scalar"), _special_opening),
    (("sequence entries are not allowed",), _dash),
    (("flow sequence", "flow mapping"), _flow),
    (("expected '-' indicator", "parsing a block collection"), _mixed),
    (("expected key", "<block end>"), _no_key),
    (("document start", "directive", "incompatible"), _document),
)
"""Words in the library's message (libyaml's or the Python parser's) and what they come from."""
