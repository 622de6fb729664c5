"""Units of measure, also those that the registry does not know."""

from generator.model import Registry, Unit


def unit_of(registry: Registry, unit_id: str) -> Unit:
    """Look a unit up.

    Args:
        registry: The registry.
        unit_id: Id of the unit.

    Returns:
        The unit; an unknown one is named by its id, so that its figures can still be shown.
    """
    return registry.units.get(unit_id) or Unit(name=unit_id, kind="count")
