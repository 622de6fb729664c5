"""`kehoach serve`: look at the site while plans are edited."""

from pathlib import Path

import click

from generator.cli.console import tell
from generator.cli.options import open_project, root_option
from generator.cli.wording import Command
from generator.errors import UsageError
from generator.runner import why

_PORTS = range(1, 65536)


def _known_port(ctx: click.Context, parameter: click.Parameter, value: str) -> int:
    if not value.isascii() or not value.isdigit() or int(value) not in _PORTS:
        raise click.BadParameter(
            f"--port cần một số từ {_PORTS[0]} đến {_PORTS[-1]}, không phải «{value}».",
            ctx,
            parameter,
        )
    return int(value)


HELP = """Mở trang web xem thử, trang đổi theo khi lưu tệp. Bấm Ctrl-C để dừng.

Các trang của kế hoạch vừa sửa đổi ngay; cả trang web được dựng lại sau đó. Tệp còn lỗi thì
lệnh in lỗi, còn trang vẫn là bản tốt gần nhất.

\b
Ví dụ:
  kehoach serve
  kehoach serve --port 8080
"""


@click.command("serve", cls=Command, help=HELP, short_help="Xem thử trang web trên máy này.")
@click.option(
    "--host",
    default="127.0.0.1",
    metavar="ĐỊA_CHỈ",
    help="Địa chỉ lắng nghe. Mặc định 127.0.0.1: chỉ máy này xem được.",
)
@click.option(
    "--port", default="8000", metavar="SỐ", callback=_known_port, help="Cổng. Mặc định: 8000."
)
@root_option
def serve(host: str, port: int, root: Path | None) -> int:
    """Serve the site until interrupted."""
    project = open_project(root)
    from generator.site import serve as site_server

    # MkDocs tells the address in a log that only its own command shows
    tell(f"Đang dựng trang xem thử; mở http://{host}:{port}/ (bấm Ctrl-C để dừng)")
    try:
        site_server.serve(project, host, port, tell)
    except OSError as error:
        raise UsageError(
            f"Không mở được {host}:{port}: {why(error)}. Hãy chọn cổng khác bằng --port."
        ) from error
    return 0
