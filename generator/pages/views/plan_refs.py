"""Plans as pages about several of them name them."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Library
from generator.model.succession import successions
from generator.pages.addresses import plan_address, plan_anchor
from generator.pages.views.chrome import dated_province_title
from generator.vietnamese import sort_key
from generator.vietnamese.text import SortKey
from generator.words import document_name

Order = tuple[SortKey, str, str]


@dataclass(frozen=True, slots=True)
class PlanRef:
    """A plan.

    Attributes:
        id: Its id.
        province_id: Id of its province.
        province: Title of its province, with the last day of one that is no more.
        name: Kind and number, `Đề án 1330/ĐA-UBND`.
        title: Its short title.
        address: Its overview.
        anchor: Its anchor on a page about several plans.
        replaced: Whether another plan of the library took its place.
        order: Where it stands among others: by the name of its province in the Vietnamese
            alphabet, a former unit after its namesake, then by id.
    """

    id: str
    province_id: str
    province: str
    name: str
    title: str
    address: str
    anchor: str
    replaced: bool
    order: Order


def plan_refs(library: Library) -> Mapping[str, PlanRef]:
    """Name every plan.

    Args:
        library: Every plan and the registry.

    Returns:
        Plan id to its names, in the order in which readers look for them.
    """
    replaced = {pair.predecessor for pair in successions(library)}
    refs = (
        PlanRef(
            id=plan.id,
            province_id=plan.province_id,
            province=dated_province_title(library, plan.province_id),
            name=document_name(plan),
            title=plan.meta.short_title,
            address=plan_address(plan),
            anchor=plan_anchor(plan),
            replaced=plan.id in replaced,
            order=(*province_order(library, plan.province_id), plan.id),
        )
        for plan in library.plans
    )
    return {ref.id: ref for ref in sorted(refs, key=lambda ref: ref.order)}


def province_order(library: Library, province_id: str) -> tuple[SortKey, str]:
    """Key of a province in the Vietnamese alphabet of names; a former unit after its namesake."""
    province = library.registry.provinces.get(province_id)
    former = "" if province is None or province.valid_to is None else province.valid_to.isoformat()
    return sort_key(province.name if province else province_id), former
