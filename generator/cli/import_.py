"""`kehoach import`: make a draft of an annex or of indicators from what officials have."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.authoring.files import replace_file
from generator.cli.console import progress, write
from generator.cli.import_update import update
from generator.cli.options import open_project, root_option, writing_to
from generator.cli.plan_files import plan_folder
from generator.cli.wording import Command
from generator.errors import UsageError
from generator.model import Registry
from generator.project import ANNEXES, PLANS, SUFFIX, PlanFolder, Project
from generator.reporters.escape import visible
from generator.runner import check_plan, read_registry, why
from generator.schema import kind_of

if TYPE_CHECKING:
    from generator.authoring.importing import Draft, Kind, PlanFacts, SourceTable
    from generator.authoring.importing.source import Source

MOST_DOUBTS = 200
"""Doubts that are printed; the draft marks them all."""

HELP = """Tạo bản nháp một phụ lục hoặc bảng chỉ tiêu từ tệp Word, Excel, CSV hoặc tệp chữ.

TỆP là .docx, .xlsx, .csv, hoặc tệp .txt có các ô ngăn bằng dấu «|» hay mỗi ô một dòng. Bản nháp
ghi đúng điều văn bản in. Chỗ nào máy chưa chắc thì có ghi chú «Cần xem lại» trong bản nháp và
một dòng ở đây, kèm chỗ trong tệp nguồn. Tệp đã có thì không bị ghi đè.

\b
Ví dụ:
  kehoach import phu-luc.docx --plan tay-ninh/1330-da-ubnd-2025
  kehoach import phu-luc.docx --plan tay-ninh/1330-da-ubnd-2025 --table 2
  kehoach import kinh-phi.xlsx --plan tay-ninh/1330-da-ubnd-2025 --sheet "Phụ lục 2"
  kehoach import chi-tieu.docx --plan tay-ninh/1330-da-ubnd-2025 --kind indicators

Với --update, TỆP là sổ kehoach.xlsx do kehoach export xuất và đã được sửa trong Excel. Lệnh tìm
lại dòng theo mã kế hoạch, mã phụ lục và số dòng, in từng ô đã đổi với giá trị cũ và mới, rồi
ghi vào các tệp YAML có sẵn; chú thích trong tệp được giữ. Các trang được đọc: budget, tasks,
groups, annexes, annex_columns, indicators, targets, objectives. Có một chỗ không đưa vào được
thì không ghi gì.

\b
  kehoach export --out ../du-lieu
  kehoach import ../du-lieu/kehoach.xlsx --plan tay-ninh/1330-da-ubnd-2025 --update
"""


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for.

    Attributes:
        file: The source.
        plan_id: The plan; None when the user forgot it.
        number: Which table, from 1.
        sheet: Which sheet.
        kind: What the table holds; None to find out.
        annex_id: Id of the annex; empty to take it from the table.
        unit: Id of the unit of money; empty to read it.
        out: Another file to write.
        update: Whether the source is an exported workbook.
        dry_run: Whether to tell only.
        force: Whether a file that is there may be overwritten.
    """

    file: Path
    plan_id: str | None
    number: int | None
    sheet: str | None
    kind: "Kind | None"
    annex_id: str
    unit: str
    out: Path | None
    update: bool
    dry_run: bool
    force: bool


@click.command("import", cls=Command, help=HELP, short_help="Tạo bản nháp từ Word, Excel, CSV.")
@click.argument("file", type=click.Path(path_type=Path), metavar="TỆP")
@click.option("--plan", "plan_id", metavar="TỈNH/KẾ_HOẠCH", help="Mã kế hoạch. Bắt buộc.")
@click.option("--table", "number", type=int, metavar="SỐ", help="Bảng thứ mấy trong tệp, từ 1.")
@click.option("--sheet", metavar="TÊN", help="Chỉ tìm bảng trong trang tính này của tệp Excel.")
@click.option(
    "--kind",
    metavar="annex|indicators",
    callback=lambda ctx, parameter, value: _known_kind(ctx, parameter, value),
    help="Bảng nhiệm vụ, kinh phí (annex) hay bảng chỉ tiêu (indicators). Không ghi thì tự nhận.",
)
@click.option("--annex", "annex_id", default="", metavar="MÃ", help="Mã phụ lục, như phu-luc-1.")
@click.option("--unit", default="", metavar="MÃ", help="Mã đơn vị tiền, khi tệp không ghi.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="TỆP",
    help="Ghi bản nháp vào tệp này thay vì vào thư mục của kế hoạch.",
)
@click.option("--update", is_flag=True, help="Lấy các ô đã sửa trong sổ kehoach.xlsx đã xuất.")
@click.option("--dry-run", is_flag=True, help="Chỉ in bản nháp hoặc các ô sẽ đổi, không ghi.")
@click.option(
    "--force",
    is_flag=True,
    help="Ghi đè tệp đã có; với --update, lấy ô trong sổ khi kế hoạch cũng đã đổi ô đó.",
)
@root_option
def import_(root: Path | None, **options: object) -> int:
    """Make one draft and say what a person should look at."""
    request = Request(**options)  # type: ignore[arg-type]
    if not request.plan_id:
        raise UsageError("Thiếu --plan TỈNH/KẾ_HOẠCH: kế hoạch mà tệp thuộc về.")
    project = open_project(root)
    folder = plan_folder(project, request.plan_id)
    with progress() as step:
        step(f"Đọc {request.file.name}")
        source = _source(request)
    if request.update:
        return update(project, folder, source, force=request.force, dry_run=request.dry_run)
    return _import(project, folder, request, source)


def _known_kind(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value not in {None, "annex", "indicators"}:
        raise click.BadParameter(
            f"Không có loại «{value}»; --kind nhận annex hoặc indicators.", ctx, parameter
        )
    return value


def _source(request: Request) -> "Source":
    """Read the file, and see to it that it is of the kind that the options speak of."""
    from generator.authoring.importing import read_source
    from generator.authoring.updating import is_exported

    source = read_source(request.file.name, _content(request.file))
    exported = is_exported(source)
    if request.update and not exported:
        raise UsageError(
            f"«{request.file.name}» không phải sổ do kehoach export xuất nên không dùng --update được."
        )
    if exported and not request.update:
        raise UsageError(
            f"«{request.file.name}» là sổ do kehoach export xuất. Thêm --update để đưa các ô đã sửa vào "
            "kế hoạch."
        )
    drafts_only = (request.number, request.sheet, request.kind, request.annex_id, request.unit)
    if request.update and (any(drafts_only) or request.out):
        raise UsageError("--update chỉ đi cùng --plan, --dry-run và --force.")
    return source


def _import(project: Project, folder: PlanFolder, request: Request, source: "Source") -> int:
    # the readers of Word and Excel take longer to import than a check takes to run
    from generator.authoring.importing import Options, draft_of, draft_text, kind_of_table

    registry = _registry(project, request.unit)
    table, name = _table(request, source)
    kind = request.kind or kind_of_table(table)
    options = Options(request.annex_id, request.unit)
    draft = draft_of(table, kind, registry, options, _facts(folder, registry))
    if kind_of(draft.part) is None:
        raise UsageError(
            f"Mã phụ lục «{request.annex_id}» chỉ được gồm chữ thường không dấu, số và gạch nối, "
            "như phu-luc-1-2."
        )
    target = request.out or folder.path / f"{draft.part}{SUFFIX}"
    text = draft_text(draft)
    if request.dry_run:
        write(text)
        return 0
    _write(target, text, force=request.force)
    write("".join(f"{visible(line)}\n" for line in _report(project, target, draft, table, name)))
    return 0


def _registry(project: Project, unit: str) -> Registry:
    checked = read_registry(project)
    if not checked.sound:
        raise UsageError(f"Sổ dùng chung trong {PLANS}/registry/ có lỗi; chạy kehoach check trước.")
    units = checked.registry.units
    if unit and (unit not in units or units[unit].factor_vnd is None):
        money = ", ".join(key for key, one in units.items() if one.factor_vnd is not None)
        raise UsageError(f"Không có đơn vị tiền nào mang mã «{unit}»; các mã: {money}.")
    return checked.registry


def _facts(folder: PlanFolder, registry: Registry) -> "PlanFacts":
    from generator.authoring.importing import PlanFacts

    plan = check_plan(folder, registry, in_depth=False).plan
    return PlanFacts(folder.province_id, plan.meta.period if plan else None)


def _table(request: Request, source: "Source") -> tuple["SourceTable", str]:
    """The table that is meant, and its name for the report."""
    from generator.authoring.importing import ImportRefusedError, find_tables

    tables = find_tables(source)
    if request.sheet is not None:
        tables = _of_sheet(tables, request.sheet, [s.name for s in source.sections if s.name])
    if not tables:
        raise ImportRefusedError(
            f"Không tìm thấy bảng nào trong «{request.file.name}»: cần một dòng tiêu đề có cột TT "
            "(hoặc STT) và tên các cột khác. Nếu bảng nằm trong ảnh hoặc hộp chữ thì chép sang một "
            "bảng Word hay Excel rồi nhập lại."
        )
    return _chosen(request, tables)


def _content(file: Path) -> bytes:
    from generator.authoring.importing import MOST_BYTES

    try:
        if not file.is_file():
            raise UsageError(f"Không có tệp nào tên «{file}».")
        with file.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(f"Không đọc được «{file}»: {why(error)}.") from error
    if len(content) > MOST_BYTES:
        raise UsageError(
            f"«{file}» lớn hơn {MOST_BYTES // 2**20} MiB. Hãy chép riêng bảng cần nhập sang tệp mới."
        )
    return content


def _of_sheet(
    tables: Sequence["SourceTable"], sheet: str, sheets: Sequence[str]
) -> tuple["SourceTable", ...]:
    if sheet not in sheets:
        known = ", ".join(f"«{name}»" for name in sheets)
        raise UsageError(
            f"Không có trang tính «{sheet}»."
            + (f" Các trang có dữ liệu: {known}." if known else "")
        )
    return tuple(table for table in tables if table.section == sheet)


def _chosen(request: Request, tables: Sequence["SourceTable"]) -> tuple["SourceTable", str]:
    number = request.number
    if number is None and len(tables) > 1:
        raise UsageError(
            f"Tệp có {len(tables)} bảng; hãy chọn một bảng bằng --table:\n"
            + "\n".join(f"  --table {at}  {_name(t)}" for at, t in enumerate(tables, start=1))
        )
    if number is not None and not 1 <= number <= len(tables):
        raise UsageError(f"Tệp có {len(tables)} bảng, không có bảng số {number}.")
    name = f" (bảng {number} trong {len(tables)} bảng)" if len(tables) > 1 else ""
    return tables[(number or 1) - 1], name


def _name(table: "SourceTable") -> str:
    sheet = f"trang «{table.section}», " if table.section else ""
    labels = ", ".join(heading.label for heading in table.headings if heading.label)
    return f"{sheet}{table.heading_place}: {len(table.rows)} dòng, các cột: {labels}"


def _write(target: Path, text: str, *, force: bool) -> None:
    if target.exists() and not force:
        raise UsageError(
            f"Đã có tệp «{target}» nên không ghi đè. Chọn tên khác bằng --annex hoặc --out, hoặc thêm "
            "--force nếu đúng là muốn bỏ nội dung cũ."
        )
    with writing_to(target):
        if target.parent.name == ANNEXES:
            target.parent.mkdir(exist_ok=True)
        replace_file(target, text)


def _report(
    project: Project, target: Path, draft: "Draft", table: "SourceTable", name: str
) -> Iterator[str]:
    """What was made, what is doubtful, what to do next."""
    from generator.authoring.importing import REVIEW, described

    shown = project.relative(target) if target.is_relative_to(project.root) else str(target)
    yield f"Đã ghi bản nháp {shown}: {draft.rows} dòng, {draft.cells} ô{name}."
    yield f"Các cột: {described(table.headings)}."
    if draft.doubts:
        yield f"{len(draft.doubts)} chỗ cần xem lại:"
        for doubt in draft.doubts[:MOST_DOUBTS]:
            yield f"  {doubt.place}: {doubt.message}"
        if len(draft.doubts) > MOST_DOUBTS:
            yield f"  … và {len(draft.doubts) - MOST_DOUBTS} chỗ nữa, xem trong bản nháp."
    yield "Việc tiếp theo:"
    if draft.doubts:
        yield f"  1. Mở bản nháp, tìm «{REVIEW}», so với văn bản, sửa rồi xóa ghi chú đó."
    yield f"  {'2' if draft.doubts else '1'}. Chạy: kehoach check {shown}"
