"""`kehoach new`: skeletons of a plan and of a check."""

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator import located, schema
from generator.authoring.formatting import UnreadableTextError
from generator.authoring.new import CheckDraft, PlanDraft, check_files, plan_files, registered
from generator.authoring.new.check import CODE_AND_NAME, Sees
from generator.cli.console import write
from generator.cli.options import open_project, root_option, writing_to
from generator.cli.wording import Command, Group
from generator.errors import UsageError
from generator.model import Registry
from generator.project import ANNEXES, PLANS, PlanFolder, Project
from generator.runner import read_registry
from generator.vietnamese import nearest

HELP = """Tạo khung cho một kế hoạch mới hoặc một quy tắc kiểm tra mới.

Không bao giờ ghi đè lên tệp đang có.

\b
Ví dụ:
  kehoach new plan tay-ninh/45-kh-ubnd-2026
  kehoach new check B110-total-not-round
"""

PLAN_HELP = """Tạo thư mục của một kế hoạch mới với plan.yaml và các phần còn trống.

TỈNH/KẾ_HOẠCH là địa chỉ của kế hoạch trên trang: mã tỉnh trong plans/registry/provinces.yaml, rồi số,
loại, cơ quan, năm của văn bản, bằng chữ thường không dấu. Điều chưa biết thì để trống; chạy kehoach
check để xem còn phải ghi gì, ở dòng nào.

\b
Ví dụ:
  kehoach new plan tay-ninh/45-kh-ubnd-2026
  kehoach new plan tay-ninh/45-kh-ubnd-2026 --number 45/KH-UBND --issued-on 2026-03-02
  kehoach new plan tay-ninh/45-kh-ubnd-2026 --period 2026-2030 --annex phu-luc-1
"""

CHECK_HELP = """Tạo khung của một quy tắc kiểm tra: mô-đun, ví dụ xấu, ví dụ tốt, dòng trong sổ quy tắc.

MÃ-TÊN là mã chưa dùng (một chữ R, B, T, P, D hoặc X và ba chữ số) và tên tiếng Anh của điều sai. Khung
chạy được ngay với các phép thử; hãy thay nội dung của nó. Chỉ dùng trong kho mã nguồn.

\b
Ví dụ:
  kehoach new check B110-total-not-round
  kehoach new check X106-unit-changes --sees library --note
"""

_WORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CHECKS = Path("generator") / "checks"
_SEES: tuple[Sees, ...] = ("plan", "registry", "library")

CARD_OPTIONS: Mapping[str, str] = {
    "number": "Số, ký hiệu như in: 45/KH-UBND.",
    "kind": "Loại văn bản: de-an, ke-hoach, nghi-quyet, chuong-trinh. Không ghi thì đoán theo tên thư mục.",
    "title": "Tên đầy đủ của văn bản, nguyên văn.",
    "short-title": "Tên ngắn, dùng ở menu và danh sách.",
    "issuer": "Mã cơ quan ban hành trong plans/registry/agencies.yaml.",
    "issued-on": "Ngày ban hành, năm-tháng-ngày: 2026-03-02.",
    "effective-on": "Ngày có hiệu lực, năm-tháng-ngày.",
    "period": "Giai đoạn: 2026-2030.",
    "vision-year": "Năm tầm nhìn, nếu văn bản nêu.",
    "summary": "Kế hoạch là gì, tóm trong một hai câu.",
}
"""Option, which is the key of `plan.yaml` with hyphens, to its help."""


@click.group("new", cls=Group, help=HELP, short_help="Tạo khung kế hoạch hoặc quy tắc mới.")
@root_option
@click.pass_context
def new(ctx: click.Context, root: Path | None) -> None:
    """Gather the commands that make skeletons."""
    ctx.find_root().obj = root or ctx.find_root().obj


@click.command("plan", cls=Command, help=PLAN_HELP, short_help="Tạo khung của một kế hoạch.")
@click.argument("address", metavar="TỈNH/KẾ_HOẠCH")
@click.option("--source", default="", metavar="CÂU", help="Bản nào của văn bản được mã hóa.")
@click.option(
    "--annex", "annexes", multiple=True, metavar="MÃ", help="Mã một phụ lục; ghi được nhiều lần."
)
@root_option
def plan(
    address: str, source: str, annexes: tuple[str, ...], root: Path | None, **card: str | None
) -> int:
    """Make the folder of a plan."""
    project = open_project(root)
    registry = read_registry(project).registry
    folder = _new_folder(project, registry, address)
    known = {key: value.strip() for key, value in card.items() if value and value.strip()}
    _refuse_unknown(known.get("issuer"), registry.agencies, "issuer", "agencies")
    for annex in annexes:
        if not _WORD.fullmatch(annex):
            raise UsageError(f"«{annex}» không làm mã phụ lục được: viết như phu-luc-1.")
    try:
        files = plan_files(PlanDraft(folder.plan_slug, known, source.strip(), annexes))
    except UnreadableTextError as error:
        raise UsageError(f"{error} {error.problems[0].hint}") from error
    _refuse_wrong_values(files, known)
    with writing_to(folder.path):
        _write_folder(folder.path, files)
    write(_plan_made(project, folder, files))
    return 0


for _option, _help in CARD_OPTIONS.items():
    plan = click.option(f"--{_option}", metavar="GIÁ_TRỊ", help=_help)(plan)


def _new_folder(project: Project, registry: Registry, address: str) -> PlanFolder:
    """Where a plan is to be made: an address that is free, in a province that there is."""
    words = address.removeprefix(f"{PLANS}/").strip("/").split("/")
    if len(words) != 2 or not all(_WORD.fullmatch(word) for word in words):
        raise UsageError(
            f"«{address}» không làm địa chỉ kế hoạch được: viết mã tỉnh, gạch chéo, rồi tên thư mục "
            "bằng chữ thường không dấu, số và gạch nối, như tay-ninh/45-kh-ubnd-2026."
        )
    _refuse_unknown(words[0], registry.provinces, "TỈNH", "provinces")
    folder = PlanFolder(project.root, *words)
    if folder.path.exists():
        raise UsageError(f"Đã có «{project.relative(folder.path)}»: không ghi đè.")
    return folder


def _refuse_unknown(
    name: str | None, known: Mapping[str, object], what: str, registry: str
) -> None:
    if name is None or name in known:
        return
    close = nearest(name, known)
    meant = f" Có phải muốn viết «{close}»?" if close else ""
    raise UsageError(
        f"{what}: không có mã «{name}» trong {PLANS}/registry/{registry}.yaml.{meant} Chưa có thì thêm "
        "vào sổ trước."
    )


def _refuse_wrong_values(files: Mapping[str, str], known: Mapping[str, str]) -> None:
    """Tell a value that the plan's card would not take, in the words of the check."""
    card = located.read(files["plan.yaml"].encode()).located
    assert card  # noqa: S101 - the text has been formatted, so it can be read
    for finding in schema.validate("plan", card).findings:
        if finding.path[1] in known:
            raise UsageError(f"{finding.message} {finding.hint}")


def _write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write a folder whole or not at all."""
    folder.parent.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix=".kehoach-", dir=folder.parent) as place:
        draft = Path(place) / folder.name
        for name, text in files.items():
            file = draft / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        draft.rename(folder)


def _plan_made(project: Project, folder: PlanFolder, files: Mapping[str, str]) -> str:
    home = project.relative(folder.path)
    made = "".join(f"Đã tạo {home}/{name}\n" for name in files)
    annexes = any(name.startswith(f"{ANNEXES}/") for name in files)
    more = (
        ""
        if annexes
        else f"Bảng nhiệm vụ từ Word, Excel: kehoach import TỆP --plan {folder.plan_id}\n"
    )
    return f"{made}{more}Còn phải ghi gì: kehoach check {home}\n"


@click.command("check", cls=Command, help=CHECK_HELP, short_help="Tạo khung của một quy tắc.")
@click.argument("rule", metavar="MÃ-TÊN")
@click.option(
    "--sees",
    default="plan",
    metavar="|".join(_SEES),
    help="Quy tắc xem gì: một kế hoạch, sổ dùng chung, hay mọi kế hoạch. Mặc định: plan.",
)
@click.option("--note", "is_note", is_flag=True, help="Chỉ ghi chú, không làm kiểm tra thất bại.")
@root_option
def check(rule: str, sees: str, is_note: bool, root: Path | None) -> int:
    """Make the files of a check and write it into the registry."""
    project = open_project(root)
    draft = _check_draft(rule, sees, is_note)
    home = project.root / _CHECKS
    registry = home / "__init__.py"
    if not registry.is_file():
        raise UsageError(
            f"«{project.root}» không phải kho mã nguồn: không có {_CHECKS.as_posix()}/."
        )
    _refuse_used(home, draft)
    base = (home / "examples" / "base" / draft.base_file).read_text("utf-8")
    files = check_files(draft, base)
    with writing_to(home):
        text = registered(registry.read_text("utf-8"), draft.module)
        for name, content in files.items():
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            with (home / name).open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(content)
        registry.write_text(text, encoding="utf-8", newline="\n")
    write(_check_made(draft, files))
    return 0


def _check_draft(rule: str, sees: str, is_note: bool) -> CheckDraft:
    found = CODE_AND_NAME.fullmatch(rule)
    if not found:
        raise UsageError(
            f"«{rule}» không làm mã và tên quy tắc được: viết một chữ R, B, T, P, D hoặc X, ba chữ số, "
            "rồi ít nhất hai từ tiếng Anh nối bằng gạch, như B110-total-not-round."
        )
    for one in _SEES:
        if sees == one:
            return CheckDraft(found[1], found[2], one, is_note)
    raise UsageError(f"Không có «{sees}»; --sees nhận một trong: {', '.join(_SEES)}.")


def _refuse_used(home: Path, draft: CheckDraft) -> None:
    """A code is never used twice, a name neither."""
    for folder in (home / "examples").iterdir():
        code, _, name = folder.name.partition("-")
        if draft.code == code or draft.name == name:
            raise UsageError(f"Mã hoặc tên đã dùng cho «{folder.name}»: chọn mã và tên khác.")


def _check_made(draft: CheckDraft, files: Mapping[str, str]) -> str:
    home = _CHECKS.as_posix()
    made = "".join(f"Đã tạo {home}/{name}\n" for name in files)
    return (
        f"{made}Đã thêm {draft.module} vào {home}/__init__.py\n"
        f"Hãy viết quy tắc thật vào {home}/{draft.module}.py, rồi chạy: python -m pytest tests/checks\n"
    )


new.add_command(plan)
new.add_command(check)
