"""A plan as a document of the standard: who, then goals made of what the plan lists."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from xml.etree.ElementTree import Element

from generator.exports.data import ExportInput
from generator.exports.stratml.measures import indicator_objective
from generator.exports.stratml.work import action_goal, annex_goals
from generator.exports.stratml.xml import element, identifier, leaf, sentences
from generator.model import Objective, Plan

_KINDS = {
    "viewpoint": "Quan điểm",
    "general": "Mục tiêu chung",
    "specific": "Mục tiêu, chỉ tiêu cụ thể",
}
_NO_THEME = "Chỉ tiêu"
_NOTHING = "Chưa mã hóa phần nào"


def document(data: ExportInput, plan: Plan) -> Element:
    """Make the document of a plan.

    Args:
        data: The library that holds the plan.
        plan: The plan.

    Returns:
        The root element, `PerformancePlanOrReport`.
    """
    meta = plan.meta
    return element(
        "PerformancePlanOrReport",
        leaf("Name", meta.title),
        leaf("Description", meta.summary),
        leaf("OtherInformation", _other_information(plan)),
        element("StrategicPlanCore", _organization(data, plan), *(_goals(data, plan))),
        _administrative(plan),
        Type="Performance_Plan",
    )


def _other_information(plan: Plan) -> str | None:
    meta = plan.meta
    return sentences(
        f"Số, ký hiệu: {meta.number}." if meta.number else None,
        f"Người ký: {meta.signer.name}." if meta.signer else None,
        f"Tầm nhìn đến năm {meta.vision_year}." if meta.vision_year else None,
    )


def _organization(data: ExportInput, plan: Plan) -> Element:
    issuer = data.library.registry.agencies.get(plan.meta.issuer)
    return element(
        "Organization",
        leaf("Name", issuer.name if issuer else plan.meta.issuer),
        leaf("Identifier", identifier(plan.id, "issuer")),
    )


def _administrative(plan: Plan) -> Element:
    period = plan.meta.period
    return element(
        "AdministrativeInformation",
        leaf("Identifier", identifier(plan.id)),
        leaf("StartDate", date(period.start, 1, 1)),
        leaf("EndDate", date(period.end, 12, 31)),
        leaf("PublicationDate", plan.meta.issued_on),
        leaf("Source", plan.meta.source.url),
    )


def _goals(data: ExportInput, plan: Plan) -> tuple[Element, ...]:
    goals = (
        *_objective_goals(plan),
        *_indicator_goals(data, plan),
        *(action_goal(plan, group) for group in plan.actions.groups),
        *annex_goals(data, plan),
    )
    return goals or (element("Goal", leaf("Name", _NOTHING), leaf("Description", _NOTHING)),)


def _objective_goals(plan: Plan) -> Iterator[Element]:
    for kind, items in groupby(plan.objectives.objectives, key=lambda item: item.kind):
        listed = tuple(items)
        yield element(
            "Goal",
            leaf("Name", _KINDS[kind]),
            leaf("Description", listed[0].place),
            leaf("Identifier", identifier(plan.id, "objectives", listed[0].id)),
            *(_objective(plan, item) for item in listed),
        )


def _objective(plan: Plan, item: Objective) -> Element:
    return element(
        "Objective",
        leaf("Description", item.text),
        leaf("Identifier", identifier(plan.id, "objective", item.id)),
        leaf("SequenceIndicator", item.code),
        leaf("OtherInformation", sentences(f"{item.place}.", item.note)),
    )


def _indicator_goals(data: ExportInput, plan: Plan) -> Iterator[Element]:
    for theme, items in groupby(plan.indicators.indicators, key=lambda item: item.theme):
        listed = tuple(items)
        yield element(
            "Goal",
            leaf("Name", theme or _NO_THEME),
            leaf("Description", listed[0].place),
            leaf("Identifier", identifier(plan.id, "indicators", listed[0].id)),
            *(indicator_objective(data, plan, item) for item in listed),
        )
