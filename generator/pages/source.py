"""Where a plan's data comes from: the text, the legal bases, how to cite, what to edit."""

from collections.abc import Iterator

from generator.model import Library, Plan
from generator.pages.addresses import plan_address
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.chrome import plan_chrome, plan_page_title
from generator.pages.views.coverage import coverage_views
from generator.pages.views.documents import citation_view
from generator.pages.views.words import document_name, province_name
from generator.vietnamese import format_date

_SHORT_HASH = 10


def pages(data: SiteData) -> Iterator[Page]:
    """One page of sources for each plan."""
    registry = data.library.registry
    for plan in data.library.plans:
        yield make_page(
            plan_address(plan, "nguon/"),
            "source.html",
            plan_page_title(data.library, plan, "nguon/"),
            f"Văn bản nguồn, căn cứ pháp lý và cách trích dẫn dữ liệu của {plan.meta.short_title}.",
            chrome=plan_chrome(data.library, plan, "nguon/"),
            meta=plan.meta,
            coverage=coverage_views(plan),
            bases=tuple(citation_view(registry, item) for item in plan.meta.legal_bases),
            replaces=tuple(citation_view(registry, item) for item in plan.meta.replaces),
            replaced_by=tuple(citation_view(registry, item) for item in plan.meta.replaced_by),
            citation=_citation(data, plan),
            version=_version(data),
            files=tuple(sorted(source.file for source in data.sources.get(plan.id, {}).values())),
        )


def _citation(data: SiteData, plan: Plan) -> str:
    """How to cite the document and its data, without an address that we do not know."""
    issuer = _issuer(data.library, plan)
    year = f" ({plan.meta.issued_on.year})" if plan.meta.issued_on else ""
    title = f"{document_name(plan)}: {plan.meta.title}"
    version = _version(data)
    edition = f", phiên bản {version}" if version else ""
    return f"{issuer}{year}. {title}. Dữ liệu: Kế hoạch mở, {plan.id}{edition}. CC BY 4.0."


def _issuer(library: Library, plan: Plan) -> str:
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


def _version(data: SiteData) -> str:
    if data.commit is None:
        return ""
    day = f", ngày {format_date(data.commit_date)}" if data.commit_date else ""
    return f"{data.commit[:_SHORT_HASH]}{day}"
