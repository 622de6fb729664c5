"""`kehoach schema`: keep the committed JSON Schema files the same as the model."""

from pathlib import Path

import click

from generator.cli.console import write
from generator.cli.options import open_project, root_option, writing_to
from generator.cli.wording import Command
from generator.project import SCHEMA
from generator.schema import drift, generate

HELP = """Tạo lại các tệp JSON Schema trong schema/ từ mô hình dữ liệu của chương trình.

Trình soạn thảo dùng các tệp này để gợi ý và báo lỗi khi gõ YAML.

\b
Ví dụ:
  kehoach schema
  kehoach schema --check
"""


@click.command(
    "schema", cls=Command, help=HELP, short_help="Tạo lại JSON Schema từ mô hình dữ liệu."
)
@click.option("--check", "only_check", is_flag=True, help="Chỉ so sánh, không ghi; khác thì mã 1.")
@root_option
def schema(only_check: bool, root: Path | None) -> int:
    """Write or compare the JSON Schema files; 1 when some differ in the end."""
    project = open_project(root)
    written = () if only_check else _write(project.root / SCHEMA)
    left = drift(project.root)
    lines = [*(f"Đã ghi {SCHEMA}/{name}" for name in written), *left]
    if not lines:
        lines = [f"Đạt: {len(generate())} tệp trong {SCHEMA}/ khớp với mô hình."]
    write("".join(f"{line}\n" for line in lines))
    return int(bool(left))


def _write(folder: Path) -> tuple[str, ...]:
    """Write what is missing or differs, and nothing else."""
    stale = {name: text for name, text in generate().items() if _differs(folder / name, text)}
    with writing_to(folder):
        for name, text in stale.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return tuple(stale)


def _differs(file: Path, text: str) -> bool:
    return not file.is_file() or file.read_bytes() != text.encode()
