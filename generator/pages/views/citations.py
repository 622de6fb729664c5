"""How to cite a document, a page or a row: one ready sentence, with address and edition."""

from generator.model import Library, Plan
from generator.pages.page import SiteData
from generator.vietnamese import format_date
from generator.words import document_name, province_name

LICENCE = "CC BY 4.0"
SITE = "Kế hoạch mở"
_SHORT_HASH = 10


def edition(data: SiteData) -> str:
    """Which data a page is made from: `67fabb2c11, ngày 23/11/2025`; empty outside git."""
    if data.commit is None:
        return ""
    day = f", ngày {format_date(data.commit_date)}" if data.commit_date else ""
    return f"{data.commit[:_SHORT_HASH]}{day}"


def published(data: SiteData, address: str) -> str:
    """An address as it is published; below the site's root where that is not known."""
    return f"{data.site_url or ''}{address}"


def document_words(library: Library, plan: Plan) -> str:
    """Who issued a document, when and under which number.

    Args:
        library: The library that holds the plan.
        plan: The plan.

    Returns:
        `Ủy ban nhân dân tỉnh Tây Ninh (2025). Đề án 1330/ĐA-UBND`.
    """
    year = f" ({plan.meta.issued_on.year})" if plan.meta.issued_on else ""
    return f"{issuer_name(library, plan)}{year}. {document_name(plan)}"


def cite_document(data: SiteData, plan: Plan, address: str) -> str:
    """Cite a plan with its full title.

    Args:
        data: Everything that pages are made from.
        plan: The plan.
        address: Address of the page that is cited; below the site's root.

    Returns:
        The sentence.
    """
    words = f"{document_words(data.library, plan)}: {plan.meta.title}"
    return f"{words}. Dữ liệu: {_where(data, address)}."


def cite_row(data: SiteData, plan: Plan, place: str, address: str) -> str:
    """Cite a row of a plan.

    Args:
        data: Everything that pages are made from.
        plan: The plan.
        place: Where in the document it stands, `Phụ lục I, mục II, nhiệm vụ 21`.
        address: Its address, with anchor.

    Returns:
        The sentence.
    """
    return f"{document_words(data.library, plan)}, {place}. Dữ liệu: {_where(data, address)}."


def cite_page(data: SiteData, title: str, address: str) -> str:
    """Cite a page that is about no single plan."""
    return f"{title}. {_where(data, address)}."


def _where(data: SiteData, address: str) -> str:
    made_from = edition(data)
    version = f", phiên bản {made_from}" if made_from else ""
    return f"{SITE}, {published(data, address)}{version}. {LICENCE}"


def issuer_name(library: Library, plan: Plan) -> str:
    """Who issued the document, with its province: many bodies share one name across provinces."""
    agency = library.registry.agencies.get(plan.meta.issuer)
    province = library.registry.provinces.get(plan.province_id)
    name = agency.name if agency else plan.meta.issuer
    if province is None or province.name in name:
        return name
    if name.endswith(" tỉnh"):
        return f"{name.removesuffix(' tỉnh')} {province_name(province)}"
    if name.endswith("Tỉnh ủy"):
        return f"{name} {province.name}"
    return f"{name}, {province_name(province)}"
