"""`kehoach build`: make the site."""

from pathlib import Path

import click

from generator.cli.console import progress, write
from generator.cli.gate import check_first
from generator.cli.options import choose_out, open_project, root_option, writing_to
from generator.cli.wording import Command

SITE = "site"


HELP = """Dựng trang web từ mọi kế hoạch, kèm dữ liệu mở trong data/v1/.

Kế hoạch được kiểm tra trước. Còn lỗi thì lệnh in lỗi, kết thúc với mã 1 và không đụng tới
trang web đang có. Trang mới chỉ thay trang cũ khi đã dựng xong toàn bộ.

\b
Ví dụ:
  kehoach build
  kehoach build --out ../trang-thu
"""


@click.command("build", cls=Command, help=HELP, short_help="Dựng trang web.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="THƯ_MỤC",
    help=f"Nơi đặt trang web. Mặc định: {SITE}/ trong thư mục dự án.",
)
@root_option
def build(out: Path | None, root: Path | None) -> int:
    """Check every plan, then build the site."""
    project = open_project(root)
    folder = choose_out(project, out, SITE)
    with progress() as step:
        checked = check_first(project, step)
        from generator.site.build import build_site

        with writing_to(folder):
            build_site(project, folder, checked, step)
    write(f"Đã dựng trang web ở {folder}\n")
    return 0
