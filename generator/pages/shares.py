"""One plan's share of what pages are made from.

A plan's pages are laid out from its share alone, so they cannot depend on anything else: whoever
keeps them needs to know only whether the share has changed.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Diagnostic
from generator.model import Library
from generator.pages.page import Beside, SiteData
from generator.pages.recent import news_address
from generator.pages.views.succession_links import succession_links


def shares(data: SiteData) -> Iterator[SiteData]:
    """Cut what pages are made from into shares.

    Args:
        data: Everything that pages are made from.

    Yields:
        For each plan, in the order of the library, the same with this plan only, its findings,
        its sources, and `beside` in place of the other plans and of the history.
    """
    findings: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in data.diagnostics:
        findings[diagnostic.plan_id].append(diagnostic)
    comparisons = succession_links(data.library)
    for plan in data.library.plans:
        yield replace(
            data,
            library=Library((plan,), data.library.registry),
            diagnostics=tuple(findings[plan.id]),
            sources={plan.id: data.sources.get(plan.id, {})},
            revisions=(),
            beside=Beside(
                tuple((crumb.title, crumb.address or "") for crumb in comparisons.get(plan.id, ())),
                news_address(data, plan.id),
            ),
        )
