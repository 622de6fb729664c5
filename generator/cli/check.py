"""`kehoach check`: tell what is wrong in the plans."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from generator import pipeline
from generator.cli.console import progress, uses_color, write
from generator.cli.options import open_project, root_option
from generator.cli.wording import Command
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


HELP = """Kiểm tra kế hoạch: cú pháp, cấu trúc, phép cộng, chỉ tiêu, thời hạn, cơ quan.

ĐƯỜNG_DẪN là thư mục của một kế hoạch, một tệp trong đó, hoặc thư mục của một tỉnh. Không ghi
thì kiểm tra mọi kế hoạch. Sổ dùng chung trong plans/registry/ luôn được kiểm tra. Các kế hoạch
khác vẫn được đọc để đối chiếu, nhưng không báo lỗi của chúng.

\b
Ví dụ:
  kehoach check
  kehoach check plans/tay-ninh/1330-da-ubnd-2025
  kehoach check plans/tay-ninh -v
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
@root_option
def check(paths: tuple[Path, ...], format_name: str, verbose: bool, root: Path | None) -> int:
    """Check plans and report; 1 when an error stands open."""
    project = open_project(root)
    with progress() as tell_step:
        checked = pipeline.check(project, paths, tell_step)
    chosen = choose_format(format_name, os.environ, is_terminal=sys.stdout.isatty())
    write(report(chosen, checked, verbose=verbose, color=uses_color()))
    return int(checked.blocks)
