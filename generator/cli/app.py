"""The commands under one name."""

from pathlib import Path

import click

from generator import __version__
from generator.cli.build import build
from generator.cli.check import check
from generator.cli.correct import correct
from generator.cli.diff import diff
from generator.cli.export import export
from generator.cli.fmt import fmt
from generator.cli.import_ import import_
from generator.cli.new import new
from generator.cli.options import root_option
from generator.cli.schema import schema
from generator.cli.serve import serve
from generator.cli.wording import Group

HELP = """Kế hoạch mở: kế hoạch của các tỉnh thành dữ liệu đã kiểm tra.

\b
Việc thường làm:
  kehoach check                 kiểm tra mọi kế hoạch
  kehoach check plans/tay-ninh  kiểm tra kế hoạch của một tỉnh
  kehoach serve                 xem thử trang web trên máy này
  kehoach build                 dựng trang web vào thư mục site/

Mỗi lệnh có hướng dẫn riêng: kehoach check --help.

\b
Mã kết thúc: 0 đạt; 1 có lỗi trong dữ liệu; 2 gọi lệnh sai; 3 lỗi của chương trình.
"""


@click.group(cls=Group, help=HELP, invoke_without_command=True)
@root_option
@click.version_option(
    __version__, message="kehoach %(version)s", help="Hiện số phiên bản rồi thoát."
)
@click.pass_context
def app(ctx: click.Context, root: Path | None) -> None:
    """Start a command, or teach what commands there are."""
    ctx.obj = root
    if ctx.invoked_subcommand is None:
        raise click.exceptions.NoArgsIsHelpError(ctx)


for command in (check, diff, build, serve, export, schema, fmt, correct, import_, new):
    app.add_command(command)
