"""The annexes of a plan made ready with everything that they need."""

from generator.model import Plan
from generator.model.agencies import AgencyReader
from generator.pages.page import SiteData
from generator.pages.views.annexes import AnnexReader, AnnexView


def plan_annexes(data: SiteData, plan: Plan, reader: AgencyReader) -> tuple[AnnexView, ...]:
    """Make the tables of a plan's annexes.

    Args:
        data: Everything that pages are made from.
        plan: The plan.
        reader: Reader of agency cells, made once for all plans.

    Returns:
        The annexes, in order of id.
    """
    return AnnexReader(plan, data.library.registry, reader, data.findings_of(plan.id)).read()
