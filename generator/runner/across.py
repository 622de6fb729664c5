"""What checks across plans see of a plan: little of it, because it is kept for every plan."""

from generator.model import Indicator, Indicators, Plan, Registry

_CARD: dict[str, object] = {
    "legal_bases": (),
    "implements": (),
    "coverage": {},
    "notes": (),
    "signer": None,
}
_NOT_SEEN = Indicator.model_construct(
    id="", code="", name="", unit="", better="none", place="", targets=()
)
"""Stands for an indicator without a concept, so that the others keep their positions."""


def seen_across(plan: Plan, registry: Registry) -> Plan:
    """Leave of a plan what `check_library` may look at.

    Args:
        plan: The plan.
        registry: The registry that it is checked against.

    Returns:
        The plan with its card, without what the card cites as bases and says of coverage; with the
        indicators whose concept the registry knows, without their baselines, each in its position;
        and with its waivers. Everything else is empty.
    """
    indicators = tuple(
        one.model_copy(update={"baselines": ()}) if one.concept in registry.concepts else _NOT_SEEN
        for one in plan.indicators.indicators
    )
    return Plan(
        plan.province_id,
        plan.slug,
        plan.meta.model_copy(update=_CARD),
        indicators=Indicators.model_construct(indicators=indicators),
        waivers=plan.waivers,
    )
