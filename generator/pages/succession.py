"""A plan and the one that took its place: what stays, goes, comes and costs something else."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Library, Plan
from generator.model.succession import TaskStatus, TaskSuccession, compare_tasks, successions
from generator.model.target_succession import compare_targets
from generator.pages.addresses import COMPARISON, plan_address, succession_address
from generator.pages.comparison import TITLE
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.chrome import HOME_CRUMB, Crumb, dated_province_title, province_title
from generator.pages.views.facts import count_tasks
from generator.pages.views.succession_downloads import targets_download, tasks_download
from generator.pages.views.successions import TargetLine, TaskLine, TaskLines, target_line
from generator.pages.views.totals import plan_total
from generator.vietnamese import format_integer
from generator.words import document_name


@dataclass(frozen=True, slots=True)
class PlanSide:
    """One of the two plans.

    Attributes:
        province: Its province, with the last day of one that is no more.
        name: Kind and number.
        title: Short title.
        address: Its overview.
        tasks: Number of tasks in its annexes.
        total: Its total money in words; empty when it names none.
    """

    province: str
    name: str
    title: str
    address: str
    tasks: int
    total: str


@dataclass(frozen=True, slots=True)
class Part:
    """Tasks of which the same became."""

    status: TaskStatus
    anchor: str
    title: str
    remark: str
    lines: tuple[TaskLine, ...]


_PARTS: tuple[tuple[TaskStatus, str, str, str], ...] = (
    ("changed-money", "phan.doi-tien", "Giữ, nhưng đổi tiền", "Chênh nhiều nhất đứng trước."),
    (
        "dropped",
        "phan.bo",
        "Không còn",
        "Trong kế hoạch mới không tìm thấy nhiệm vụ nào trùng hay gần tên.",
    ),
    (
        "added",
        "phan.them",
        "Mới",
        "Trong kế hoạch cũ không tìm thấy nhiệm vụ nào trùng hay gần tên.",
    ),
    ("kept", "phan.giu", "Giữ, cùng số tiền", ""),
)


def pages(data: SiteData) -> Iterator[Page]:
    """One page for each pair of plans of which one took the other's place."""
    plans = {plan.id: plan for plan in data.library.plans}
    for pair in successions(data.library):
        yield _page(data, plans[pair.predecessor], plans[pair.successor])


def _page(data: SiteData, old: Plan, new: Plan) -> Page:
    library, registry = data.library, data.library.registry
    found = compare_tasks(old, new, registry)
    made = TaskLines(old, new, found, registry)
    parts = tuple(_parts(found, made))
    targets = tuple(target_line(one, registry) for one in compare_targets(old, new, registry))
    sides = tuple(_side(library, plan) for plan in (old, new))
    title = f"{sides[0].province} → {sides[1].province}"
    address = succession_address(old, new)
    tables = (
        tasks_download(data, address, [(part.title, part.lines) for part in parts]),
        targets_download(data, address, targets),
    )
    return make_page(
        address,
        "succession.html",
        f"{title}: {document_name(old)} và {document_name(new)}",
        f"{document_name(old)} được thay bằng {document_name(new)}: việc nào giữ, bỏ, thêm, đổi tiền.",
        downloads=tables if targets else tables[:1],
        tables=tables,
        crumbs=(HOME_CRUMB, Crumb(TITLE, COMPARISON), Crumb(title)),
        heading=title,
        old=sides[0],
        new=sides[1],
        counts={part.status: len(part.lines) for part in parts},
        more=sum((one.difference_vnd or 0) > 0 for one in found),
        less=sum((one.difference_vnd or 0) < 0 for one in found),
        unit=made.unit,
        parts=parts,
        targets=targets,
        verdicts=Counter(line.verdict for line in targets),
        cautions=tuple(_cautions(library, old, new, parts, targets)),
        without_concept=tuple(
            sum(i.concept is None for i in plan.indicators.indicators) for plan in (old, new)
        ),
    )


def _side(library: Library, plan: Plan) -> PlanSide:
    total = plan_total(plan, library.registry)
    return PlanSide(
        province=dated_province_title(library, plan.province_id),
        name=document_name(plan),
        title=plan.meta.short_title,
        address=plan_address(plan),
        tasks=count_tasks(plan),
        total=total.money.human if total else "",
    )


def _parts(found: Sequence[TaskSuccession], made: TaskLines) -> Iterator[Part]:
    for status, anchor, title, remark in _PARTS:
        lines = [made.line(one) for one in found if one.status == status]
        if status == "changed-money":
            lines.sort(key=lambda line: -abs(line.difference_vnd or 0))
        yield Part(status, anchor, title, remark, tuple(lines))


def _cautions(
    library: Library,
    old: Plan,
    new: Plan,
    parts: Sequence[Part],
    targets: Sequence[TargetLine],
) -> Iterator[str]:
    """What the page does not prove; only what holds for these two plans."""
    lines = [line for part in parts for line in part.lines]
    renamed = sum(line.renamed for line in lines)
    yield (
        "Không văn bản nào nói nhiệm vụ nào nối tiếp nhiệm vụ nào. Máy ghép theo tên"
        + (f"; {format_integer(renamed)} cặp chỉ gần giống tên, có ghi rõ." if renamed else ".")
    )
    yield (
        "«Không còn» không có nghĩa là việc bị bỏ: có thể việc đã xong, được gộp vào việc khác, "
        "đổi hẳn tên hoặc chuyển sang văn bản khác."
    )
    remarked = sum(bool(line.remarks) for line in lines)
    if remarked:
        yield (
            f"{format_integer(remarked)} nhiệm vụ có tiền của nguồn vốn mà kế hoạch kia không có "
            "cột; số tiền giảm ở đó có thể chỉ vì nguồn ấy không được in nữa."
        )
    if old.province_id != new.province_id:
        names = (province_title(library, plan.province_id) for plan in (old, new))
        yield (
            "Hai kế hoạch nói về hai địa bàn khác nhau: {} và {}. Cùng một việc, làm cho địa bàn "
            "rộng hơn thì tốn hơn; mục tiêu chung cho địa bàn mới có thể thấp hơn mục tiêu của một "
            "phần.".format(*names)
        )
    if any(line.reasons for line in targets):
        yield "Mục tiêu nào không cùng thang, không cùng cách tính thì có ghi ở dòng của nó."
