"""`kehoach check`: tell what is wrong in the plans."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from generator import pipeline
from generator.cli.console import progress, tell, uses_color, write
from generator.cli.options import open_project, root_option
from generator.cli.wording import Command
from generator.errors import UsageError
from generator.project import Shard
from generator.reporters import FORMATS, report

AUTO = "auto"
_CHOICES = (AUTO, *FORMATS)


def choose_format(name: str, environment: Mapping[str, str], *, is_terminal: bool) -> str:
    """Decide the format of a report.

    Args:
        name: What the user asked for.
        environment: Variables of the process.
        is_terminal: Whether a person reads standard output.

    Returns:
        A key of `FORMATS`: `auto` means annotations in a GitHub workflow and text elsewhere.
    """
    if name != AUTO:
        return name
    return "github" if environment.get("GITHUB_ACTIONS") and not is_terminal else "text"


def _known_format(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    if value not in _CHOICES:
        raise click.BadParameter(
            f"Không có dạng «{value}»; --format nhận một trong: {', '.join(_CHOICES)}.",
            ctx,
            parameter,
        )
    return value


def _about(shard: Shard) -> str:
    """What the check of a shard has left to others."""
    if shard.number > 1:
        return (
            f"Đây là phần {shard}: chưa đối chiếu giữa các kế hoạch và chưa tìm tệp nằm sai chỗ; "
            "phần 1 làm việc đó."
        )
    return f"Đây là phần {shard}: có đối chiếu giữa mọi kế hoạch và tìm tệp nằm sai chỗ."


HELP = """Kiểm tra kế hoạch: cú pháp, cấu trúc, phép cộng, chỉ tiêu, thời hạn, cơ quan.

ĐƯỜNG_DẪN là thư mục của một kế hoạch, một tệp trong đó, hoặc thư mục của một tỉnh. Không ghi
thì kiểm tra mọi kế hoạch. Sổ dùng chung trong plans/registry/ luôn được kiểm tra. Các kế hoạch
khác vẫn được đọc để đối chiếu, nhưng không báo lỗi của chúng.

--shard k/n chia việc cho nhiều máy: các tỉnh xếp theo mã rồi chia lần lượt cho n phần, máy thứ k
chỉ kiểm tra các tỉnh của phần k. Việc đối chiếu giữa các kế hoạch (quy tắc nhóm X) và việc tìm tệp
nằm sai chỗ cần xem hết mọi kế hoạch nên chỉ phần 1 làm, và báo cho mọi tỉnh; sổ dùng chung thì phần
nào cũng kiểm tra. Gộp n phần lại được đúng những gì một lần kiểm tra tất cả tìm thấy.

\b
Ví dụ:
  kehoach check
  kehoach check plans/tay-ninh/1330-da-ubnd-2025
  kehoach check plans/tay-ninh -v
  kehoach check --shard 2/5
  kehoach check --format json > ket-qua.json
  kehoach check --format markdown >> "$GITHUB_STEP_SUMMARY"

Khi đạt, lệnh in đúng một dòng và kết thúc với mã 0. Còn lỗi thì mã 1; ghi chú và sai lệch đã
chấp nhận không làm lệnh thất bại.
"""


@click.command("check", cls=Command, help=HELP, short_help="Kiểm tra kế hoạch.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[ĐƯỜNG_DẪN]...")
@click.option(
    "--format",
    "format_name",
    default=AUTO,
    metavar="|".join(_CHOICES),
    callback=_known_format,
    help="Dạng kết quả. auto (mặc định): github khi chạy trong GitHub Actions, còn lại là text.",
)
@click.option("-v", "--verbose", is_flag=True, help="Liệt kê cả ghi chú và sai lệch đã chấp nhận.")
@click.option(
    "--shard",
    "share",
    metavar="k/n",
    help="Chỉ kiểm tra các tỉnh của phần k trong n phần; không dùng cùng ĐƯỜNG_DẪN.",
)
@root_option
def check(
    paths: tuple[Path, ...], format_name: str, verbose: bool, share: str | None, root: Path | None
) -> int:
    """Check plans and report; 1 when an error stands open."""
    shard = Shard.parse(share) if share is not None else None
    if shard and paths:
        raise UsageError("--shard đã chọn kế hoạch theo tỉnh nên không dùng cùng ĐƯỜNG_DẪN.")
    project = open_project(root)
    with progress() as tell_step:
        checked = pipeline.check(project, paths, tell_step, shard=shard)
    chosen = choose_format(format_name, os.environ, is_terminal=sys.stdout.isatty())
    write(report(chosen, checked, verbose=verbose, color=uses_color()))
    if shard:
        tell(_about(shard))
    return int(checked.blocks)
