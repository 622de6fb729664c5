"""A whole plan put together from its parts, and all plans with the registry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.model.actions import Actions
from generator.model.annexes import Annex
from generator.model.budget import Budget
from generator.model.indicators import Indicators
from generator.model.objectives import Objectives
from generator.model.organisation import Organisation
from generator.model.plan import PlanMeta
from generator.model.registry import Registry
from generator.model.waivers import Waivers


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan. Parts that have no file are empty.

    Attributes:
        province_id: Id of the province in the registry; the first folder.
        slug: The second folder.
    """

    province_id: str
    slug: str
    meta: PlanMeta
    objectives: Objectives = field(default_factory=lambda: Objectives(objectives=()))
    indicators: Indicators = field(default_factory=lambda: Indicators(indicators=()))
    actions: Actions = field(default_factory=lambda: Actions(groups=()))
    annexes: Mapping[str, Annex] = field(default_factory=dict)
    budget: Budget = field(default_factory=lambda: Budget(statements=()))
    organisation: Organisation = field(default_factory=lambda: Organisation(duties=()))
    waivers: Waivers = field(default_factory=lambda: Waivers(waivers=()))

    @property
    def id(self) -> str:
        """Path, id and address, `tay-ninh/1330-da-ubnd-2025`."""
        return f"{self.province_id}/{self.slug}"


@dataclass(frozen=True)
class Library:
    """Every plan and the registry that they share."""

    plans: tuple[Plan, ...]
    registry: Registry

    @cached_property
    def plans_of(self) -> Mapping[str, tuple[Plan, ...]]:
        """Province id to its plans; both in the order of the plans."""
        plans: dict[str, list[Plan]] = {}
        for plan in self.plans:
            plans.setdefault(plan.province_id, []).append(plan)
        return {province_id: tuple(some) for province_id, some in plans.items()}

    def by_province(self) -> Iterator[tuple[str, tuple[Plan, ...]]]:
        """Province ids that have plans, with their plans, in order of id."""
        for province_id in sorted({plan.province_id for plan in self.plans}):
            yield province_id, tuple(p for p in self.plans if p.province_id == province_id)
