"""`kehoach export`: write the open data."""

from pathlib import Path

import click

from generator.cli.console import progress, write
from generator.cli.gate import check_first
from generator.cli.options import choose_out, open_project, root_option, writing_to
from generator.cli.plan_files import plan_folder
from generator.cli.wording import Command
from generator.errors import UsageError
from generator.pipeline import Checked
from generator.project import Project

DATA = "data/v1"


HELP = """Xuất dữ liệu mở: CSV, JSON, Excel, đúng như trong data/v1/ của trang web.

Kế hoạch được kiểm tra trước. Còn lỗi thì lệnh in lỗi, kết thúc với mã 1 và không ghi gì. Tệp mới
thay tệp cũ cùng một lúc khi đã xuất xong toàn bộ; tệp khác trong thư mục được giữ nguyên.

Với --plan chỉ xuất kế hoạch ấy, chẳng hạn để sửa bằng Excel; khi đó phải có --out, để dữ liệu mở
của mọi kế hoạch không bị thay bằng một phần.

\b
Ví dụ:
  kehoach export
  kehoach export --out ../du-lieu
  kehoach export --plan tay-ninh/1330-da-ubnd-2025 --out ../tay-ninh
"""


@click.command("export", cls=Command, help=HELP, short_help="Xuất dữ liệu mở.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="THƯ_MỤC",
    help=f"Nơi đặt dữ liệu. Mặc định: {DATA}/ trong thư mục dự án.",
)
@click.option(
    "--plan", "plan_id", metavar="TỈNH/KẾ_HOẠCH", help="Chỉ xuất kế hoạch này. Mặc định: tất cả."
)
@root_option
def export(out: Path | None, plan_id: str | None, root: Path | None) -> int:
    """Check every plan, then write the open data."""
    project = open_project(root)
    if plan_id and out is None:
        raise UsageError("--plan cần có --out THƯ_MỤC: nơi đặt dữ liệu của riêng kế hoạch ấy.")
    only = plan_folder(project, plan_id).plan_id if plan_id else None
    folder = choose_out(project, out, DATA)
    with progress() as step:
        checked = check_first(project, step)
        step("Xuất dữ liệu mở")
        count = _write(project, checked, folder, only)
    write(f"Đã xuất {count} tệp dữ liệu mở vào {folder}\n")
    return 0


def _write(project: Project, checked: Checked, folder: Path, only: str | None) -> int:
    # pandas takes longer to import than a check takes to run
    from generator.exports import ExportInput, one_plan, write_exports
    from generator.site.provenance import provenance
    from generator.site.swap import replacing

    origin = provenance(project.root)
    data = ExportInput(
        library=checked.library,
        diagnostics=checked.diagnostics,
        generated_from=origin.commit,
        data_date=origin.committed_at.date() if origin.commit else None,
    )
    if only:
        data = one_plan(data, only)
    with writing_to(folder), replacing(folder) as fresh:
        return len(write_exports(data, fresh))
