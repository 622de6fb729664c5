"""`kehoach build`: make the site."""

from pathlib import Path

import click

from generator.cache import users_cache
from generator.cli.console import progress, write
from generator.cli.gate import check_first
from generator.cli.options import choose_out, open_project, root_option, writing_to
from generator.cli.wording import Command
from generator.errors import UsageError
from generator.project import Project, Shard

SITE = "site"


HELP = """Dựng trang web từ mọi kế hoạch, kèm dữ liệu mở trong data/v1/.

Kế hoạch được kiểm tra trước. Còn lỗi thì lệnh in lỗi, kết thúc với mã 1 và không đụng tới
trang web đang có. Trang mới chỉ thay trang cũ khi đã dựng xong toàn bộ.

\b
Ví dụ:
  kehoach build
  kehoach build --out ../trang-thu


Chia cho nhiều máy: mỗi máy dựng phần của mình vào bộ nhớ đệm, rồi một máy ghép lại.
  KEHOACH_CACHE=phan kehoach build --shard 1/3
  KEHOACH_CACHE=phan kehoach build
"""


@click.command("build", cls=Command, help=HELP, short_help="Dựng trang web.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="THƯ_MỤC",
    help=f"Nơi đặt trang web. Mặc định: {SITE}/ trong thư mục dự án.",
)
@click.option(
    "--shard",
    metavar="k/n",
    help="Chỉ dựng các trang của tỉnh thuộc phần k trong n phần, giữ trong bộ nhớ đệm, "
    "không ghi trang web.",
)
@root_option
def build(out: Path | None, shard: str | None, root: Path | None) -> int:
    """Check every plan, then build the site, or a shard's part of it."""
    project = open_project(root)
    if shard:
        return _build_shard(project, Shard.parse(shard), out)
    folder = choose_out(project, out, SITE)
    with progress() as step:
        checked = check_first(project, step)
        from generator.site.build import build_site

        with writing_to(folder):
            build_site(project, folder, checked, step)
    users_cache().prune()
    write(f"Đã dựng trang web ở {folder}\n")
    return 0


def _build_shard(project: Project, shard: Shard, out: Path | None) -> int:
    folder = users_cache().folder
    if out or folder is None:
        raise UsageError(
            "--shard không ghi trang web nào: bỏ --out, và đặt KEHOACH_CACHE là thư mục giữ phần "
            "việc, rồi chạy «kehoach build» với thư mục đó để ghép các phần."
        )
    with progress() as step:
        checked = check_first(project, step)
        from generator.site.build import build_shard

        build_shard(project, shard, checked, step)
    write(f"Đã dựng phần {shard} vào {folder}; «kehoach build» với thư mục này ghép các phần.\n")
    return 0
