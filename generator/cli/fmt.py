"""`kehoach fmt`: write plan files in the one form that all of them have."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import click

from generator.authoring.files import replace_file
from generator.authoring.formatting import format_part
from generator.cli.console import progress, tell, write
from generator.cli.options import open_project, root_option, writing_to
from generator.cli.plan_files import PlanFile, plan_files
from generator.cli.wording import Command
from generator.diagnostics import Diagnostic, Extent, Finding
from generator.located import Problem, read
from generator.model import Registry
from generator.pipeline import Checked
from generator.project import Project
from generator.reporters import report
from generator.reporters.escape import visible

_NO_LINE_END = "\\ No newline at end of file"

HELP = """Viết lại tệp kế hoạch theo một mẫu chung, không đổi dữ liệu.

Mẫu chung: các khóa theo thứ tự của mô hình, thụt vào hai dấu cách mỗi cấp, mỗi giá trị một
dòng, dấu nháy ở chỗ cần. Chú thích ở lại với khóa của nó. Tệp có lỗi đọc (mã Y) được để nguyên
và lỗi được báo.

ĐƯỜNG_DẪN là tệp hoặc thư mục trong plans/. Không ghi thì là mọi kế hoạch và sổ dùng chung.

\b
Ví dụ:
  kehoach fmt
  kehoach fmt plans/tay-ninh/1330-da-ubnd-2025
  kehoach fmt --check

Với --check, lệnh không ghi gì mà in phần còn phải đổi, theo dạng mà git apply nhận, và kết thúc
với mã 1 nếu có.
"""


@dataclass(frozen=True, slots=True)
class Formatted:
    """What formatting makes of a file.

    Attributes:
        source: The file.
        before: Its text now.
        after: Its text in the common form.
        problems: Why it cannot be formatted.
    """

    source: PlanFile
    before: str
    after: str
    problems: tuple[Problem, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether the file has to be written."""
        return self.before != self.after


@click.command("fmt", cls=Command, help=HELP, short_help="Viết lại tệp theo mẫu chung.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[ĐƯỜNG_DẪN]...")
@click.option("--check", "only_check", is_flag=True, help="Chỉ in phần còn phải đổi, không ghi.")
@root_option
def fmt(paths: tuple[Path, ...], only_check: bool, root: Path | None) -> int:
    """Format plan files; 1 when one cannot be read, or with `--check` when one differs."""
    project = open_project(root)
    files = plan_files(project, paths)
    with progress() as step:
        done = []
        for number, file in enumerate(files, 1):
            step(f"Định dạng {file.name} ({number}/{len(files)})")
            done.append(_format(project, file))
    changed = [formatted for formatted in done if formatted.differs]
    if only_check:
        write("".join(map(_diff, changed)))
    else:
        _replace(changed)
    return _verdict(done, changed, only_check=only_check)


def _format(project: Project, source: PlanFile) -> Formatted:
    content = source.read(project)
    if problems := read(content).problems:
        return Formatted(source, "", "", problems)
    before = content.decode()
    return Formatted(source, before, format_part(source.part, before))


def _diff(formatted: Formatted) -> str:
    name = formatted.source.name
    before, after = (text.splitlines(keepends=True) for text in (formatted.before, formatted.after))
    lines = unified_diff(before, after, f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_LINE_END}\n" for line in lines)


def _replace(changed: Sequence[Formatted]) -> None:
    for formatted in changed:
        with writing_to(formatted.source.file):
            replace_file(formatted.source.file, formatted.after)
        write(f"Đã viết lại {visible(formatted.source.name)}\n")


def _verdict(done: Sequence[Formatted], changed: Sequence[Formatted], *, only_check: bool) -> int:
    """Say in the end what is left to do; the exit code."""
    unreadable = [formatted for formatted in done if formatted.problems]
    if unreadable:
        found = tuple(d for formatted in unreadable for d in _diagnostics(formatted))
        checked = Checked(found, Registry(), Extent())
        tell(f"{report('text', checked).rstrip()}\nTệp có lỗi trên đây được để nguyên.")
    if only_check and changed:
        tell(f"{len(changed)} tệp chưa theo mẫu chung: chạy kehoach fmt.")
    elif not changed and not unreadable:
        write(f"Đạt: {len(done)} tệp đều theo mẫu chung.\n")
    return int(bool(unreadable or (only_check and changed)))


def _diagnostics(formatted: Formatted) -> Iterator[Diagnostic]:
    source = formatted.source
    for problem in formatted.problems:
        finding = Finding(problem.rule, (source.part,), problem.message, problem.hint)
        yield Diagnostic(
            finding, source.name, problem.line, problem.column, source.part, source.plan_id
        )
