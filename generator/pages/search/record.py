"""What can be found: one record a row of a plan, an agency, a rule, a section of a guide."""

from dataclasses import dataclass

from generator.model import Library, Plan, Registry
from generator.model.agencies import AgencyReader
from generator.pages.addresses import plan_address
from generator.pages.views.chrome import distinct_province_title
from generator.vietnamese import normalise_spaces
from generator.words import document_name


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record.

    Attributes:
        id: Its name in addresses.
        label: Its name for readers.
        boost: How much its records count beside those of other kinds.
    """

    id: str
    label: str
    boost: float


PROVINCE = Kind("tinh", "Tỉnh, thành phố", 2.5)
PLAN = Kind("ke-hoach", "Kế hoạch", 2.5)
AGENCY = Kind("co-quan", "Cơ quan", 1.5)
INDICATOR = Kind("chi-tieu", "Chỉ tiêu", 1.3)
OBJECTIVE = Kind("muc-tieu", "Mục tiêu", 1.0)
MONEY = Kind("kinh-phi", "Kinh phí", 1.0)
TASK = Kind("nhiem-vu", "Nhiệm vụ", 1.0)
GROUP = Kind("nhom", "Nhóm nhiệm vụ", 0.9)
DUTY = Kind("trach-nhiem", "Trách nhiệm", 0.8)
BASIS = Kind("can-cu", "Văn bản căn cứ", 0.6)
REMARK = Kind("dieu-can-biet", "Điều cần biết", 0.3)
RULE = Kind("quy-tac", "Quy tắc kiểm tra", 0.3)
PAGE = Kind("trang", "Trang", 0.4)
GUIDE = Kind("huong-dan", "Hướng dẫn", 0.15)

KINDS: tuple[Kind, ...] = (
    PROVINCE,
    PLAN,
    AGENCY,
    INDICATOR,
    OBJECTIVE,
    MONEY,
    TASK,
    GROUP,
    DUTY,
    BASIS,
    REMARK,
    RULE,
    PAGE,
    GUIDE,
)
"""Every kind, the one that readers want most first: records are numbered in this order."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of what a record says.

    Attributes:
        label: What it is, shown before it and not searched: `Chủ trì`.
        text: What it says, one line.
        unit: Shown behind it and not searched: `triệu đồng`.
    """

    label: str
    text: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Something that can be found.

    Attributes:
        kind: What it is.
        title: Its title as printed, one line.
        address: Its address, with the anchor of the row.
        parts: What else it says.
        where: What it belongs to: province and document; searched too.
        place: Its place in the document, shown only.
        names: Names by which someone may ask for exactly this record.
        province_id: Id of its province, or empty.
        agencies: Ids of the agencies that it names.
    """

    kind: Kind
    title: str
    address: str
    parts: tuple[Part, ...] = ()
    where: tuple[str, ...] = ()
    place: str = ""
    names: tuple[str, ...] = ()
    province_id: str = ""
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanContext:
    """What every record of one plan shares.

    Attributes:
        plan: The plan.
        where: Its province and document.
        registry: The registry.
        reader: Reader of agency cells.
    """

    plan: Plan
    where: tuple[str, ...]
    registry: Registry
    reader: AgencyReader

    def record(
        self,
        kind: Kind,
        title: str,
        below: str,
        parts: tuple[Part | None, ...] = (),
        place: str = "",
        names: tuple[str, ...] = (),
        agencies: tuple[str, ...] = (),
    ) -> Record:
        """Make a record of the plan.

        Args:
            kind: What it is.
            title: Its title.
            below: Its address below the plan's, `nhiem-vu/#phu-luc-1.21`.
            parts: What else it says; None and empty ones are left out.
            place: Its place in the document.
            names: Names by which someone may ask for it.
            agencies: Ids of the agencies that it names.

        Returns:
            The record.
        """
        return Record(
            kind,
            normalise_spaces(title),
            plan_address(self.plan, below),
            tuple(part for part in parts if part and part.text),
            self.where,
            place,
            names,
            self.plan.province_id,
            agencies,
        )


def context_of(library: Library, plan: Plan, reader: AgencyReader) -> PlanContext:
    """Say which province and document the records of a plan belong to."""
    where = (distinct_province_title(library, plan.province_id), document_name(plan))
    return PlanContext(plan, where, library.registry, reader)


def part(label: str, text: str | None, unit: str = "") -> Part | None:
    """Make a piece of a record; None when there is nothing to say."""
    return Part(label, normalise_spaces(text), unit) if text else None
