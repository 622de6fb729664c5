"""`kehoach diff`: tell what a change of the plans means."""

from pathlib import Path

import click

from generator.cli.console import progress, uses_color, write
from generator.cli.options import open_project, root_option
from generator.cli.wording import Command
from generator.errors import UsageError
from generator.runner import why

_FORMATS = ("text", "markdown", "json")
_MOST_SUGGESTED = 2**20

HELP = """Nói rõ một thay đổi của kế hoạch có nghĩa gì.

Lệnh so hai trạng thái của mọi kế hoạch và kể: mục tiêu hạ hay nâng, hạn lùi hay sớm hơn, đổi cơ
quan chủ trì, thêm, bỏ, đổi tên, chuyển nhiệm vụ, số tiền và các tổng chứa nó, sai lệch được giữ
nguyên, kết quả kiểm tra mới và đã hết. Điều quan trọng nhất đứng trước.

GỐC và MỚI là một phiên bản git (nhánh, thẻ, mã commit) hoặc một thư mục dự án. Không ghi MỚI thì
so với thư mục làm việc. Viết main...nhanh để chỉ kể điều nhánh đó làm từ khi tách khỏi main.
Lệnh không đụng tới thư mục làm việc; liên kết trong git không được đi theo.

\b
Ví dụ:
  kehoach diff main
  kehoach diff HEAD~1 HEAD
  kehoach diff main...HEAD --format markdown
  kehoach diff ../ban-cu . --format json > thay-doi.json

Mã kết thúc: 0 khi so được, dù có thay đổi hay không; 1 khi phía MỚI có lỗi mà phía GỐC không có;
2 khi gọi lệnh sai, như phiên bản không có thật.
"""


def _known_format(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    if value not in _FORMATS:
        raise click.BadParameter(
            f"Không có dạng «{value}»; --format nhận một trong: {', '.join(_FORMATS)}.",
            ctx,
            parameter,
        )
    return value


@click.command("diff", cls=Command, help=HELP, short_help="Nói rõ một thay đổi có nghĩa gì.")
@click.argument("base", metavar="GỐC")
@click.argument("head", metavar="[MỚI]", required=False)
@click.option(
    "--format",
    "format_name",
    default=_FORMATS[0],
    metavar="|".join(_FORMATS),
    callback=_known_format,
    help="Dạng kết quả: cho màn hình (mặc định), cho đề nghị trên GitHub, hoặc cho chương trình.",
)
@click.option(
    "--suggest",
    type=click.Path(path_type=Path),
    metavar="TỆP",
    help="Tệp chứa kết quả của kehoach fmt --check, để kê vào dạng markdown làm gợi ý sửa.",
)
@root_option
def diff(
    base: str, head: str | None, format_name: str, suggest: Path | None, root: Path | None
) -> int:
    """Compare two states and report; 1 when the newer one has errors that the older one lacks."""
    # Other commands should not wait for what only this one needs.
    from generator.changes.comparison import compare_checked
    from generator.cli.sides import check_side, find_sides
    from generator.reporters.diff import DiffView, report_diff

    project = open_project(root)
    sides = find_sides(project, base, head)
    suggestion = _read(suggest) if suggest else ""
    with progress() as step:
        before, after = (check_side(project, side, step) for side in sides)
    comparison = compare_checked(before, after)
    view = DiffView(comparison, sides[0].name, sides[1].name, suggestion, uses_color())
    write(report_diff(format_name, view))
    return int(comparison.findings.new_errors > 0)


def _read(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return stream.read(_MOST_SUGGESTED).decode("utf-8", errors="replace")
    except OSError as error:
        raise UsageError(f"Không đọc được «{file}»: {why(error)}.") from error
