"""Indicators: the standard's own ground, except for comparators and ranks."""

from datetime import date
from xml.etree.ElementTree import Element

from generator.exports.data import ExportInput
from generator.exports.stratml.people import performers
from generator.exports.stratml.xml import element, identifier, leaf, sentences
from generator.model import Indicator, Observation, Period, Plan, Target


def indicator_objective(data: ExportInput, plan: Plan, item: Indicator) -> Element:
    """An indicator as an objective that holds one measure.

    Args:
        data: The library.
        plan: The plan that holds the indicator.
        item: The indicator.

    Returns:
        An `Objective`; baselines are its actual results, targets its target results.
    """
    owners = data.tables.reader.read(item.owner)
    return element(
        "Objective",
        leaf("Name", item.name),
        leaf("Identifier", identifier(plan.id, "indicator", item.id)),
        leaf("SequenceIndicator", item.code),
        *performers(data, owners.leads + owners.coordinators),
        leaf("OtherInformation", sentences(f"{item.place}.", item.note)),
        element(
            "PerformanceIndicator",
            leaf("MeasurementDimension", item.name),
            leaf("UnitOfMeasurement", unit_name(data, item.unit)),
            leaf("Identifier", identifier(plan.id, "measure", item.id)),
            element(
                "MeasurementInstance",
                *(_result("TargetResult", target) for target in item.targets),
                *(_result("ActualResult", seen) for seen in item.baselines),
            ),
            leaf("OtherInformation", item.not_comparable),
            PerformanceIndicatorType=_type(item),
        ),
    )


def unit_name(data: ExportInput, unit_id: str) -> str:
    """Name of a unit of the registry; its id where the registry does not know it."""
    unit = data.library.registry.units.get(unit_id)
    return unit.name if unit else unit_id


def span_dates(period: Period) -> tuple[Element | None, Element | None]:
    """First and last day of the years that the document names."""
    return (
        leaf("StartDate", date(period.start, 1, 1)),
        leaf("EndDate", date(period.end, 12, 31)),
    )


def _type(item: Indicator) -> str:
    qualitative = all(target.comparator == "qualitative" for target in item.targets)
    return "Qualitative" if item.targets and qualitative else "Quantitative"


def _result(name: str, figure: Target | Observation) -> Element:
    """The figure, its comparator as a descriptor, and the printed words."""
    return element(
        name,
        *span_dates(figure.period),
        leaf("NumberOfUnits", figure.value),
        element(
            "Descriptor",
            leaf("DescriptorName", "comparator"),
            leaf("DescriptorValue", figure.comparator),
        ),
        leaf("Description", figure.text),
    )
