"""`kehoach correct`: put what the document prints into one place of a plan file."""

from pathlib import Path
from typing import Any

import click

from generator.authoring.correction import corrected, places_that_say
from generator.authoring.files import replace_file
from generator.cli.console import write
from generator.cli.options import open_project, root_option, writing_to
from generator.cli.plan_files import PlanFile, plan_files
from generator.cli.wording import Command
from generator.diagnostics import Path as DataPath
from generator.errors import UsageError
from generator.located import Located, read
from generator.reporters.escape import visible
from generator.runner import path_at
from generator.runner import place as place_of

HELP = """Sửa một giá trị trong một tệp kế hoạch cho đúng với văn bản.

CHỖ là địa chỉ của giá trị, như trong thông báo của kehoach check và trong cột path của dữ liệu
mở; hoặc địa chỉ của cả một dòng, khi --shown nói giá trị nào của dòng ấy sai. GIÁ_TRỊ là điều văn
bản in; số viết như trong văn bản. Chỉ giá trị ấy thay đổi; tệp được viết theo mẫu chung của kehoach
fmt.

\b
Ví dụ:
  kehoach correct plans/tay-ninh/1330-da-ubnd-2025/annexes/phu-luc-1-1.yaml \\
      annexes/phu-luc-1-1/rows/V/rows/21/amounts/y2025 77.150
  kehoach correct plans/tay-ninh/1330-da-ubnd-2025/annexes/phu-luc-1-1.yaml \\
      annexes/phu-luc-1-1/rows/V/rows/21 77.150 --shown 1.000
"""

_MOST_TOLD = 5
"""Places that are named where several say the same."""


@click.command("correct", cls=Command, help=HELP, short_help="Sửa một giá trị cho đúng văn bản.")
@click.argument("file", type=click.Path(path_type=Path), metavar="TỆP")
@click.argument("place", metavar="CHỖ")
@click.argument("printed", metavar="GIÁ_TRỊ")
@click.option(
    "--shown", default="", metavar="GIÁ_TRỊ", help="Giá trị đang ghi, khi CHỖ là cả một dòng."
)
@root_option
def correct(file: Path, place: str, printed: str, shown: str, root: Path | None) -> int:
    """Correct one value and say what it was."""
    project = open_project(root)
    source, *others = plan_files(project, (file,))
    if others:
        raise UsageError(f"«{file}» là thư mục; hãy ghi một tệp.")
    content = source.read(project)
    located = _located(source, content)
    path = path_at(located.data, source.part, place.strip().strip("/"))
    if path is None:
        raise UsageError(f"Trong «{source.name}» không có chỗ nào là «{place}».")
    if shown.strip():
        path = _shown(located, source, path, shown)
        place = place_of(located.data, path)
    text = corrected(source.part, content.decode(), path[1:], printed)
    if _value(_located(source, text.encode()), path) == _value(located, path):
        raise UsageError(f"«{place}» đã ghi đúng như vậy rồi; không có gì để sửa.")
    with writing_to(source.file):
        replace_file(source.file, text)
    line = located.mark(path[1:]).line
    told = f"{source.name}:{line}: {place}: {_value(located, path)} → {printed}"
    write(f"Đã sửa {visible(told)}\n")
    return 0


def _located(source: PlanFile, content: bytes) -> Located:
    reading = read(content)
    if reading.located is None or reading.problems:
        raise UsageError(
            f"«{source.name}» có lỗi đọc nên chưa sửa được; xem kehoach check {source.name}."
        )
    return reading.located


def _shown(located: Located, source: PlanFile, path: DataPath, shown: str) -> DataPath:
    """The one value of a row that is shown so."""
    found = places_that_say(located.data, path, shown)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"Trong dòng này của «{source.name}» không có chỗ nào ghi «{shown}».")
    places = "; ".join(place_of(located.data, one) for one in found[:_MOST_TOLD])
    raise UsageError(f"Dòng này có {len(found)} chỗ ghi «{shown}»: {places}. Hãy chỉ đúng một chỗ.")


def _value(located: Located, path: DataPath) -> object:
    value: Any = located.data
    for key in path[1:]:
        value = value[key]
    return value
