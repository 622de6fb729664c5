"""What would mend the form of the files, shown as it is in a block of code."""

import re

from generator.reporters.escape import visible

_HUNK = re.compile(r"^@@ ", re.MULTILINE)
_CUT = "… phần còn lại: chạy lệnh trên để xem"


def suggestion_block(text: str, room: int) -> str:
    """Show a unified diff that somebody may apply.

    Args:
        text: What `kehoach fmt --check` printed.
        room: Most characters of the block.

    Returns:
        Folded Markdown in which the text is only ever text; empty when the text holds no diff.
    """
    if not _HUNK.search(text):
        return ""
    lines = [visible(line) for line in text.strip("\n").split("\n")]
    shown = "\n".join(_fitting(lines, room - 600))
    longest = max((len(run) for run in re.findall(r"`+", shown)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join(
        (
            "### Gợi ý sửa",
            "",
            "Nội dung không sai, nhưng có tệp chưa theo mẫu chung. Chạy `kehoach fmt` để sửa tất "
            "cả, hoặc sửa như sau:",
            "",
            "<details><summary>Phần cần đổi</summary>",
            "",
            f"{fence}diff",
            shown,
            fence,
            "",
            "</details>",
        )
    )


def _fitting(lines: list[str], room: int) -> list[str]:
    """The first lines, as many as there is room for; a run of backticks costs as much again."""
    kept: list[str] = []
    for line in lines:
        room -= len(line) + 1 + 2 * line.count("`")
        if room < 0:
            return [*kept, _CUT]
        kept.append(line)
    return kept
