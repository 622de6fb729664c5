"""From a plan to the pages that tell what became of it, or of the plan that it took over from."""

from collections.abc import Mapping

from generator.model import Library
from generator.model.succession import successions
from generator.pages.addresses import succession_address
from generator.pages.views.chrome import Crumb, dated_province_title


def succession_links(library: Library) -> Mapping[str, tuple[Crumb, ...]]:
    """Find the pages about two plans.

    Args:
        library: Every plan and the registry.

    Returns:
        Plan id to pages, each named by the two provinces; plans that follow no other and gave
        way to none are not in it.
    """
    plans = {plan.id: plan for plan in library.plans}
    found: dict[str, tuple[Crumb, ...]] = {}
    for pair in successions(library):
        old, new = plans[pair.predecessor], plans[pair.successor]
        names = (dated_province_title(library, plan.province_id) for plan in (old, new))
        link = Crumb(" → ".join(names), succession_address(old, new))
        for plan in (old, new):
            found[plan.id] = (*found.get(plan.id, ()), link)
    return found
