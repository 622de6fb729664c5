"""Finds the unit of an indicator in the registry, by the printed unit or by what is measured."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import Unit
from generator.vietnamese import fold, nearest

UNKNOWN_UNIT: Final = "chua-ro"
"""Stands where no unit is certain; `kehoach check` refuses it until a person has chosen one."""

_PERCENT: Final = "%"
_SYNONYMS: Final = (
    (re.compile(r"%\s*(?=[a-z])"), "% "),
    (re.compile(r"thu bac|thu hang|xep hang|vi tri"), "hang"),
    (re.compile(r"/\s*(10\.?000|mot van|1 van|van)\s+(dan|nguoi)"), " tren mot van dan"),
    (re.compile(r"/\s*(1\.?000|nghin|mot nghin)\s+(dan|nguoi)"), " tren 1.000 dan"),
    (re.compile(r"^so (luong )?"), ""),
    (re.compile(r"(chi so )?phat trien con nguoi \(hdi\)"), "diem hdi"),
    (re.compile(r"^(phan tram|ty le|ti le)$"), _PERCENT),
)


@dataclass(frozen=True, slots=True)
class UnitReading:
    """A unit.

    Attributes:
        id: Id in the registry, or `UNKNOWN_UNIT`.
        doubt: What a person should look at; empty when the printed unit is the registry's.
    """

    id: str
    doubt: str = ""


def unit_of(
    printed: str, name: str, cells: Sequence[str], units: Mapping[str, Unit]
) -> UnitReading:
    """Find a unit.

    Args:
        printed: The cell of the unit; empty where none is printed.
        name: Name of the indicator.
        cells: Its targets as printed.
        units: The registry's units.

    Returns:
        The unit, with a doubt where it is a guess.
    """
    ids = {fold(unit.name): key for key, unit in units.items() if unit.factor_vnd is None}
    if printed:
        return _printed(printed, ids)
    guess = _guessed(name, cells, ids)
    if guess is None:
        return UnitReading(UNKNOWN_UNIT, "Chưa rõ đơn vị; hãy ghi khóa unit.")
    return UnitReading(guess, "Bảng không in đơn vị; khóa unit do máy đoán.")


def _printed(printed: str, ids: Mapping[str, str]) -> UnitReading:
    plain = fold(printed)
    for pattern, instead in _SYNONYMS:
        plain = pattern.sub(instead, plain)
    plain = plain.strip()
    if plain in ids:
        return UnitReading(ids[plain])
    if plain.startswith(_PERCENT) and _PERCENT in ids:
        return UnitReading(ids[_PERCENT], f"Ô đơn vị in «{printed}»; tạm ghi là %.")
    if (alike := nearest(plain, ids)) is not None:
        return UnitReading(ids[alike], f"Ô đơn vị in «{printed}»; khóa unit do máy đoán.")
    return UnitReading(
        UNKNOWN_UNIT,
        f"Đơn vị «{printed}» chưa có trong sổ đơn vị; hãy thêm vào sổ hoặc sửa khóa unit.",
    )


def _guessed(name: str, cells: Sequence[str], ids: Mapping[str, str]) -> str | None:
    texts = [fold(cell) for cell in cells]
    named = fold(name)
    figures = [text for text in texts if any(sign.isdigit() for sign in text)]
    if not figures:
        return ids.get("dinh tinh")
    if any(_PERCENT in text for text in figures) or _PERCENT in named:
        return ids.get("% grdp" if "grdp" in " ".join((named, *texts)) else _PERCENT)
    if any(re.search(r"\bnhom [0-9]|\btop [0-9]|\bhang\b", text) for text in (*figures, named)):
        return ids.get("hang")
    if any("diem" in text for text in figures):
        return ids.get("diem")
    counted = [unit for unit in ids if named.startswith((f"so {unit}", f"so luong {unit}"))]
    return ids[max(counted, key=len)] if counted else None
