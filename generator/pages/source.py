"""Where a plan's data comes from: the text, the legal bases, how to cite, what to edit."""

from collections.abc import Iterator

from generator.pages.addresses import ORIGINS, plan_address
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.views.chrome import plan_chrome, plan_page_title
from generator.pages.views.citations import cite_document, edition
from generator.pages.views.coverage import coverage_views
from generator.pages.views.documents import citation_view
from generator.pages.views.plan_downloads import coverage_download


def pages(data: SiteData) -> Iterator[Page]:
    """One page of sources for each plan."""
    registry = data.library.registry
    for plan in data.library.plans:
        coverage = coverage_views(plan)
        table = coverage_download(data, plan, coverage)
        yield make_page(
            plan_address(plan, "nguon/"),
            "source.html",
            plan_page_title(data.library, plan, "nguon/"),
            f"Văn bản nguồn, căn cứ pháp lý và cách trích dẫn dữ liệu của {plan.meta.short_title}.",
            chrome=plan_chrome(data.library, plan, "nguon/"),
            meta=plan.meta,
            coverage=coverage,
            downloads=(table,) if coverage else (),
            table=table,
            bases=tuple(citation_view(registry, item) for item in plan.meta.legal_bases),
            replaces=tuple(citation_view(registry, item) for item in plan.meta.replaces),
            replaced_by=tuple(citation_view(registry, item) for item in plan.meta.replaced_by),
            citation=cite_document(data, plan, plan_address(plan)),
            version=edition(data),
            files=tuple(sorted(source.file for source in data.sources.get(plan.id, {}).values())),
            origins=plan_address(plan, ORIGINS),
        )
