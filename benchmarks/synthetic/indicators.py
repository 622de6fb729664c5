"""Forty indicators a plan: some of the registry's concepts, the rest of the plan's own."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from random import Random
from typing import Any, Final

from benchmarks.synthetic import words
from benchmarks.synthetic.data import Data
from benchmarks.synthetic.phrases import pick, printed
from benchmarks.synthetic.slots import Slot

_OF_CONCEPTS: Final = 14
_IN_ALL: Final = 40
_SCALES: Final = {
    "percent": (100, 1),
    "percent-grdp": (30, 1),
    "percent-per-year": (18, 1),
    "point": (80, 2),
    "hdi-point": (1, 3),
    "enterprise-per-1000": (3, 2),
    "person-per-10000": (20, 1),
}
"""Highest value and decimals of indicators that are no counts."""


def indicators(slot: Slot, concepts: Mapping[str, Mapping[str, Any]]) -> list[Data]:
    """Make the indicators of a plan.

    Args:
        slot: The plan.
        concepts: The concepts of the registry.

    Returns:
        Records of indicators, numbered on.
    """
    rng = slot.rng
    chosen = pick(rng, tuple(concepts), _OF_CONCEPTS)
    found = [
        _indicator(slot, at, key, concepts[key]["name"], concepts[key]["unit"])
        | {"better": concepts[key]["better"], "concept": key}
        for at, key in enumerate(chosen, 1)
    ]
    shares = [(f"Tỷ lệ {what}", "percent") for what in words.SHARES]
    own = rng.sample([*shares, *words.NUMBERS], _IN_ALL - _OF_CONCEPTS)
    return found + [
        _indicator(slot, at, f"chi-tieu-{at}", name, unit)
        for at, (name, unit) in enumerate(own, _OF_CONCEPTS + 1)
    ]


def _indicator(slot: Slot, number: int, key: str, name: str, unit: str) -> Data:
    data: Data = {
        "id": key,
        "code": str(number),
        "name": name,
        "place": f"Phần III, mục II, bảng chỉ tiêu, dòng {number}",
        "unit": unit,
        "theme": words.THEMES[(number - 1) // 8],
        "owner": slot.rng.choice(words.LEADS),
        "better": "higher",
    }
    is_rank = unit == "rank"
    values = _ranks(slot) if is_rank else _values(slot, key, unit)
    baseline: Data = {"period": slot.period[0] - 1, "value": values[0]}
    baseline["text"] = _text(slot.rng, unit, values[0])
    if is_rank:
        baseline["rank_of"] = 63 if slot.period[0] <= 2025 else 34
    return data | {"baselines": [baseline], "targets": _targets(slot, unit, values[1:])}


def _years(slot: Slot) -> list[int]:
    start, end = slot.period
    return list(range(start, end + 1))


def _targets(slot: Slot, unit: str, values: Sequence[Decimal]) -> list[Data]:
    """One target a year, or for some indicators the middle and the last year."""
    years = _years(slot)
    few = slot.rng.random() < 0.2
    found: list[Data] = []
    for year, value in zip(years, values, strict=True):
        is_last = year == years[-1]
        if few and not is_last and year != years[len(years) // 2]:
            continue
        at_least = is_last and unit != "rank" and slot.rng.random() < 0.4
        comparator = "rank-within" if unit == "rank" else ">=" if at_least else "="
        text = f"≥{printed(value)}" if at_least else _text(slot.rng, unit, value)
        found.append({"period": year, "comparator": comparator, "value": value, "text": text})
    return found


def _values(slot: Slot, key: str, unit: str) -> list[Decimal]:
    """Values that rise from the baseline to the last target.

    Provinces promise much the same of one measure, and more after a merger than before it; else
    every plan would lower the targets of many others.
    """
    alike = Random(f"{slot.seed}/{key}")  # noqa: S311 - repeatable on purpose
    highest, decimals = _SCALES.get(unit, (alike.choice((30, 80, 400, 3000)), 0))
    effort = slot.rng.uniform(0.84, 0.92) if slot.is_old else slot.rng.uniform(0.91, 1.0)
    first, last = alike.uniform(0.2, 0.6), alike.uniform(0.75, 1.0)
    first, last = (first * effort * highest, last * effort * highest)
    fine = Decimal(1).scaleb(-(decimals if slot.rng.random() < 0.4 or highest <= 3 else 0))
    start, *_, end = _years(slot)
    steps = [(year - start + 1) / (end - start + 1) for year in (start - 1, *_years(slot))]
    return [_trimmed(Decimal(first + (last - first) * at).quantize(fine)) for at in steps]


def _trimmed(value: Decimal) -> Decimal:
    """Without zeros at the end, as figures are written in YAML."""
    return Decimal(f"{value.normalize():f}")


def _ranks(slot: Slot) -> list[Decimal]:
    best = slot.rng.randint(14, 18) if slot.is_old else slot.rng.randint(8, 14)
    first = slot.period[0] - 1
    return [Decimal(best + slot.period[1] - year) for year in (first, *_years(slot))]


def _text(rng: Random, unit: str, value: Decimal) -> str:
    figure = printed(value)
    if unit == "rank":
        return f"Nhóm {figure} tỉnh, thành phố"
    if unit in {"percent", "percent-grdp"}:
        return rng.choice((f"{figure}%", f"{figure} %", f"Đạt {figure}%"))
    return figure
