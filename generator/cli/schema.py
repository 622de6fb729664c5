"""`kehoach schema`: keep the committed JSON Schema files the same as the model."""

from collections.abc import Mapping
from pathlib import Path

import click

from generator.cli.console import tell, write
from generator.cli.options import open_project, root_option, writing_to
from generator.cli.wording import Command
from generator.project import SCHEMA, Project
from generator.runner import read_registry
from generator.schema import drift, generate
from generator.schema.editor import FOLDER, editor_schemas

HELP = """Tạo lại các tệp JSON Schema trong schema/ từ mô hình dữ liệu của chương trình.

Với --editor thì tạo các tệp cho trình soạn thảo trong schema/editor/: ngoài mô hình, chúng biết cả
tên cơ quan, mã văn bản, đơn vị trong sổ dùng chung, nên gợi ý và báo lỗi được ngay khi gõ. Sổ đổi
thì chạy lại. Thư mục này không đưa vào kho mã nguồn.

\b
Ví dụ:
  kehoach schema
  kehoach schema --check
  kehoach schema --editor
"""


@click.command(
    "schema", cls=Command, help=HELP, short_help="Tạo lại JSON Schema từ mô hình dữ liệu."
)
@click.option("--check", "only_check", is_flag=True, help="Chỉ so sánh, không ghi; khác thì mã 1.")
@click.option("--editor", "for_editor", is_flag=True, help="Tạo các tệp cho trình soạn thảo.")
@root_option
def schema(only_check: bool, for_editor: bool, root: Path | None) -> int:
    """Write or compare the JSON Schema files; 1 when some differ in the end."""
    project = open_project(root)
    if for_editor:
        return _for_editors(project)
    written = () if only_check else _write(project.root / SCHEMA, generate())
    left = drift(project.root)
    lines = [*(f"Đã ghi {SCHEMA}/{name}" for name in written), *left]
    if not lines:
        lines = [f"Đạt: {len(generate())} tệp trong {SCHEMA}/ khớp với mô hình."]
    write("".join(f"{line}\n" for line in lines))
    return int(bool(left))


def _for_editors(project: Project) -> int:
    """Write the schemas that know the registry; 1 when it cannot be read."""
    checked = read_registry(project)
    place = f"{SCHEMA}/{FOLDER}"
    if not checked.sound:
        tell(f"Chưa ghi {place}/: sổ dùng chung còn lỗi, xem kehoach check.")
        return 1
    files = editor_schemas(checked.registry)
    _write(project.root / place, files)
    write(f"Đạt: {len(files)} tệp trong {place}/ theo đúng mô hình và sổ dùng chung.\n")
    return 0


def _write(folder: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Write what is missing or differs, and nothing else."""
    stale = {name: text for name, text in files.items() if _differs(folder / name, text)}
    with writing_to(folder):
        folder.mkdir(exist_ok=True)
        for name, text in stale.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return tuple(stale)


def _differs(file: Path, text: str) -> bool:
    return not file.is_file() or file.read_bytes() != text.encode()
