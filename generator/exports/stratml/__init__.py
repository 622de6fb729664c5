"""StratML: each plan in the XML of ISO 17469, for the tools that read strategic plans.

`stratml/<province>/<plan>.xml` is valid against the published schema of Part 2,
`PerformancePlanOrReport20160216.xsd`. The standard knows goals, objectives and indicators; what
it has no place for (comparators, money, deadlines in words, agencies that coordinate) is carried
as near as it can be, or not at all. `docs/huong-dan/stratml.md` tells which.
"""

from collections.abc import Iterator

from generator.exports.data import ExportInput, File
from generator.exports.stratml.document import document
from generator.exports.stratml.xml import xml_bytes


def render(data: ExportInput) -> Iterator[File]:
    """Render every plan.

    Args:
        data: Checked plans.

    Yields:
        `stratml/<province>/<plan>.xml`, in the order of the library.
    """
    for plan in data.library.plans:
        yield f"stratml/{plan.id}.xml", xml_bytes(document(data, plan))
