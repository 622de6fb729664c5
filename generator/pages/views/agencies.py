"""Cells of agencies: their names as links, and the printed text where it says more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model import Agency
from generator.pages.addresses import agency_address


@dataclass(frozen=True, slots=True)
class AgencyLink:
    """An agency with the address of its page."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class AgencyCell:
    """A cell of agencies.

    Attributes:
        links: The agencies that it names.
        printed: Its text, where that differs from the agencies' names.
    """

    links: tuple[AgencyLink, ...] = ()
    printed: str = ""

    @property
    def shown(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.links or self.printed)

    @property
    def names(self) -> str:
        """Names of the agencies, `Sở Nội vụ; Sở Y tế`."""
        return "; ".join(link.name for link in self.links)


def agency_link(agencies: Mapping[str, Agency], agency_id: str) -> AgencyLink:
    """Link an agency of the registry by its standard name."""
    return AgencyLink(agencies[agency_id].name, agency_address(agency_id))


def agency_cell(agencies: Mapping[str, Agency], ids: Sequence[str], text: str | None) -> AgencyCell:
    """Make a cell.

    Args:
        agencies: The registry's agencies.
        ids: Agencies that the cell was read as.
        text: The cell as printed; None when it is blank or there is no such cell.

    Returns:
        Links, with the printed text unless it is just their names.
    """
    links = tuple(agency_link(agencies, i) for i in ids if i in agencies)
    cell = AgencyCell(links)
    return cell if text is None or text == cell.names else AgencyCell(links, text)
