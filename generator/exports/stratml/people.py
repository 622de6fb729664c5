"""Agencies as the standard's stakeholders."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from generator.exports.data import ExportInput
from generator.exports.stratml.xml import element, leaf

LEADS = "Chủ trì"
COORDINATES = "Phối hợp"


def performers(
    data: ExportInput, agency_ids: Iterable[str], role: str | None = None
) -> tuple[Element, ...]:
    """Agencies that have to act.

    Args:
        data: The library.
        agency_ids: Ids of agencies, in print order.
        role: What they do, in words, when there are several roles.

    Returns:
        One `Stakeholder` an agency.
    """
    return tuple(_performer(data, agency_id, role) for agency_id in agency_ids)


def _performer(data: ExportInput, agency_id: str, role: str | None) -> Element:
    agency = data.library.registry.agencies.get(agency_id)
    name = agency.name if agency else agency_id
    return element(
        "Stakeholder",
        leaf("Name", name),
        element("Role", leaf("Name", role or name), leaf("RoleType", "Performer")),
        StakeholderTypeType="Organization",
    )
