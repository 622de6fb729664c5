"""Which plan of the library a plan means when it says that a document replaces another.

Plans cite documents of the registry, by number. A number begins anew each year and each province
has its own, so a document is one of the plans only where number, year and province agree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model.library import Library, Plan
from generator.model.plan import Citation
from generator.model.registry import LegalDocument, Registry
from generator.vietnamese import fold

Role = Literal["replaces", "replaced_by"]

OPPOSITE: dict[Role, Role] = {"replaces": "replaced_by", "replaced_by": "replaces"}


@dataclass(frozen=True, slots=True)
class Replacement:
    """A citation that means a plan of the library.

    Attributes:
        citing: The plan that says so.
        role: Whether it replaces the other one or is replaced by it.
        index: Position of the citation in the list of that role, from 0.
        document: Id of the cited document.
        cited: The plan that the document is.
    """

    citing: Plan
    role: Role
    index: int
    document: str
    cited: Plan

    @property
    def replaced(self) -> Plan:
        """The plan that gives way."""
        return self.cited if self.role == "replaces" else self.citing

    @property
    def replacing(self) -> Plan:
        """The plan that takes its place."""
        return self.citing if self.role == "replaces" else self.cited


def replacements(library: Library) -> Iterator[Replacement]:
    """Every citation by which one plan of the library replaces another.

    Args:
        library: Every plan and the registry.

    Yields:
        The citations in the order of the plans, `replaces` before `replaced_by`.
    """
    for plan in library.plans:
        for role in OPPOSITE:
            for index, citation in enumerate(citations(plan, role)):
                cited = plan_of(library, plan, role, citation)
                if cited is not None:
                    yield Replacement(plan, role, index, citation.document, cited)


def citations(plan: Plan, role: Role) -> tuple[Citation, ...]:
    """What a plan cites in a role."""
    return plan.meta.replaces if role == "replaces" else plan.meta.replaced_by


def plan_of(library: Library, citing: Plan, role: Role, citation: Citation) -> Plan | None:
    """Find the plan that a citation means.

    Args:
        library: Every plan and the registry.
        citing: The plan that cites.
        role: In what role it cites.
        citation: The citation.

    Returns:
        The one other plan that has the document's number, the same year where both are dated,
        and that belongs to the same province or to one on the right side of a merger; among
        several, the one of the same day, then the one whose province the issuer's name holds.
        None when there is none, or still more than one.
    """
    document = library.registry.documents.get(citation.document)
    if document is None:
        return None
    found = [
        plan
        for province_id, plans in library.plans_of.items()
        if _may_follow(library.registry, citing.province_id, role, province_id)
        for plan in plans
        if plan.id != citing.id and _is_numbered(plan, document)
    ]
    found = _narrow(found, [p for p in found if p.meta.issued_on == document.issued_on])
    found = _narrow(found, [p for p in found if _is_issuer(library.registry, p, document)])
    return found[0] if len(found) == 1 else None


def stands_before(registry: Registry, province_id: str, later_id: str) -> bool:
    """Whether a province is the other one, or one of those that were merged into it."""
    later = registry.provinces.get(later_id)
    return province_id == later_id or (later is not None and province_id in later.predecessors)


def _is_numbered(plan: Plan, document: LegalDocument) -> bool:
    """Whether number and year agree; a plan that prints no number is never recognised."""
    if plan.meta.number is None or document.number is None:
        return False
    numbers = {fold(number) for number in (document.number, *document.aliases)}
    issued, dated = plan.meta.issued_on, document.issued_on
    same_year = issued is None or dated is None or issued.year == dated.year
    return same_year and fold(plan.meta.number) in numbers


def _may_follow(registry: Registry, citing: str, role: Role, cited: str) -> bool:
    """Whether plans of two provinces, given by id, may replace each other."""
    return stands_before(registry, *((cited, citing) if role == "replaces" else (citing, cited)))


def _is_issuer(registry: Registry, plan: Plan, document: LegalDocument) -> bool:
    province = registry.provinces.get(plan.province_id)
    return province is not None and fold(province.name) in fold(document.issuer or "")


def _narrow(found: list[Plan], better: list[Plan]) -> list[Plan]:
    return better or found
