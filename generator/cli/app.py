"""The commands under one name."""

from importlib import import_module
from pathlib import Path

import click

from generator import __version__
from generator.cli.options import root_option
from generator.cli.wording import Group

_COMMANDS = {
    "build": "build",
    "check": "check",
    "correct": "correct",
    "diff": "diff",
    "export": "export",
    "fmt": "fmt",
    "import": "import_",
    "new": "new",
    "schema": "schema",
    "serve": "serve",
}
"""Name of each command to its module and the function in it."""


class Commands(Group):
    """The commands, each loaded when it is called: `check` need not wait for what others need."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        """Every name, in order."""
        return sorted(_COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's
        cmd_name: str,
    ) -> click.Command | None:
        """Load a command; None when there is none of that name."""
        if cmd_name not in _COMMANDS:
            return None
        name = _COMMANDS[cmd_name]
        command = getattr(import_module(f"generator.cli.{name}"), name)
        assert isinstance(command, click.Command)  # noqa: S101 - a test loads each of them
        return command


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


@click.group(cls=Commands, help=HELP, invoke_without_command=True)
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
