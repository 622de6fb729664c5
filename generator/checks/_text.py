"""Wording that the messages of the checks share."""

from generator.diagnostics import Figures, Number
from generator.model import Column, Group, Registry, Task
from generator.vietnamese import format_decimal, shorten
from generator.words import measured as measured

KEEP_AS_PRINTED = (
    "Đối chiếu lại với văn bản và sửa nếu nhập sai; nếu văn bản in đúng như vậy thì giữ nguyên "
    "và khai sai lệch này trong waivers.yaml, kèm lý do."
)


def quoted(text: str) -> str:
    """A text as quoted in a message, cut where it is long."""
    return f"«{shorten(text)}»"


def listed(texts: list[str]) -> str:
    """Texts in a row, each quoted: «a», «b» và «c»."""
    marked = [quoted(text) for text in texts]
    return " và ".join(filter(None, (", ".join(marked[:-1]), marked[-1] if marked else "")))


def number_text(number: Number) -> str:
    """A figure as Vietnamese readers write it."""
    return format_decimal(number)


def unit_name(registry: Registry, unit_id: str) -> str:
    """Name of a unit, or its id where the registry does not know it."""
    unit = registry.units.get(unit_id)
    return unit.name if unit else unit_id


def off_by(
    figures: Figures, unit: str, too_much: str = "in thừa", too_little: str = "in thiếu"
) -> str:
    """How far the printed figure is from the computed one, in words."""
    word = too_much if figures.difference > 0 else too_little
    return f"{word} {gap_text(figures, unit)}"


def gap_text(figures: Figures, unit: str) -> str:
    """How far apart the two figures are; two shares differ by points, not by per cent."""
    return measured(distance(figures), "điểm phần trăm" if unit.startswith("%") else unit)


def distance(figures: Figures) -> Number:
    """How far apart the two figures are, without a sign."""
    return figures.difference if figures.difference > 0 else -figures.difference


def row_name(row: Group | Task) -> str:
    """A row as a message names it: its code as printed and its title."""
    if isinstance(row, Task):
        return f"Nhiệm vụ {row.task} ({shorten(row.title)})"
    return f"Nhóm {row.group} ({shorten(row.title)})"


def column_name(column: Column) -> str:
    """A column as a message names it."""
    return f"cột {quoted(column.label)}"
