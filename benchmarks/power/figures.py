"""Errors in figures that stand beside their printed words: indicators, prose, announced counts.

Each is made twice: in the number alone, as a slip while typing, and in the number and its printed
words together, as a misreading that goes into both.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from benchmarks.power.cells import Edit, PlanText
from benchmarks.power.digits import other_digits, swapped_digits
from benchmarks.power.errors import Error, error, seeded
from generator.diagnostics import Path
from generator.model import Indicator, Target
from generator.vietnamese import format_decimal, numbers_in


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the words in which it is printed.

    Attributes:
        thing: What it is: `target`, `baseline`, `figure in the prose`, `announced count`.
        path: The number.
        words: The words.
    """

    thing: str
    path: Path
    words: Path


_OF_INDICATORS = (("baselines", "baseline"), ("targets", "target"))
_KEYS = ("value", "value_max", "rank")


def figure_cells(text: PlanText) -> Iterator[Figure]:
    """Every such figure of a plan."""
    for key, thing in (*_OF_INDICATORS, ("states", "figure in the prose")):
        for path in text.lists(key):
            for at, item in enumerate(text[path].value(path)):
                for name in (name for name in _KEYS if name in item):
                    yield Figure(thing, (*path, at, name), (*path, at, "text"))
    for path in text.lists("announced"):
        for at, _ in enumerate(text[path].value(path)):
            yield Figure("announced count", (*path, at, "count"), (*path, at, "text"))


def raw_number(value: Any) -> str:
    """A number as the files write it."""
    return f"{Decimal(str(value)):f}"


def in_figures(text: PlanText) -> Iterator[Error]:
    """A digit changed, two swapped: every figure, alone and together with its words."""
    for figure in figure_cells(text):
        old = raw_number(text[figure.path].value(figure.path))
        chance = seeded(text, figure.path, "digit")
        for new in other_digits(old, chance):
            yield from changed(text, "digit", figure, old, new)
        for new in swapped_digits(old):
            yield from changed(text, "digits-swapped", figure, old, new)


def changed(text: PlanText, kind: str, figure: Figure, old: str, new: str) -> Iterator[Error]:
    """A figure with another value: in the number alone, and in the words as well."""
    number = text[figure.path].rewritten(figure.path, old, new)
    yield from error(text, kind, f"{figure.thing}, number only", figure.path, number)
    words = _reworded(text, figure.words, Decimal(old), Decimal(new))
    if words is not None:
        thing = f"{figure.thing}, number and words"
        yield from error(text, kind, thing, figure.path, number, words)


def _reworded(text: PlanText, path: Path, old: Decimal, new: Decimal) -> Edit | None:
    """The printed words with another figure; None where the figure is not printed in digits."""
    words = str(text[path].value(path))
    for write in _WAYS:
        one, other = write(old), write(new)
        at = _place(words, one)
        if at >= 0:
            reworded = words[:at] + other + words[at + len(one) :]
            if new in numbers_in(reworded):
                return text[path].rewritten(path, words, reworded)
    return None


def _place(words: str, figure: str) -> int:
    """Where a figure stands that is no part of a longer one; -1 for nowhere."""
    at = words.find(figure)
    while at >= 0:
        before, after = words[:at], words[at + len(figure) :]
        joined = after[:1] in {".", ","} and after[1:2].isdigit()
        if not before[-1:].isdigit() and not after[:1].isdigit() and not joined:
            return at
        at = words.find(figure, at + 1)
    return -1


_WAYS = (format_decimal, lambda n: f"{n:f}".replace(".", ","), lambda n: f"{int(n):02d}")
"""How a document may print a figure: `1.200`, `1200`, `05`."""


def targets_lowered(text: PlanText) -> Iterator[Error]:
    """Every target with a direction made easier by about a tenth, by one step at least."""
    for at, indicator in enumerate(text.plan.indicators.indicators):
        for index, target in enumerate(indicator.targets):
            path = ("indicators", "indicators", at, "targets", index)
            easier = _easier(indicator, target)
            if easier is not None and target.value is not None:
                figure = Figure("target", (*path, "value"), (*path, "text"))
                old = raw_number(text[figure.path].value(figure.path))
                yield from changed(text, "target-lowered", figure, old, easier)


def _easier(indicator: Indicator, target: Target) -> str | None:
    """The easier figure as the files write it; None where nothing is easier."""
    better = "lower" if target.comparator == "rank-within" else indicator.better
    if target.value is None or better == "none":
        return None
    step = Decimal(1).scaleb(min(0, int(target.value.as_tuple().exponent)))
    change = max(step, (target.value / 10).quantize(step))
    easier = target.value + (change if better == "lower" else -change)
    return f"{easier.normalize():f}" if easier >= 0 and easier != target.value else None
