"""Which keys of a record hold lists of other records, and by what these are told apart."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.changes.kinds import Item
from generator.changes.pairing import content
from generator.changes.values import aspect
from generator.model.titles import words_of

Sign = Callable[[Any], Hashable]


@dataclass(frozen=True, slots=True)
class Listed:
    """A key that holds a list of records.

    Attributes:
        item: What they are.
        signs: What two records have in common that are one, from the surest to the weakest.
        identity: Keys that do not count when records without a common sign are compared.
        what: What they are called, where a record's own name does not say in what list it stands.
    """

    item: Item
    signs: tuple[Sign, ...]
    identity: tuple[str, ...] = ()
    what: str = ""


def _words(key: str) -> Sign:
    return lambda one: words_of(getattr(one, key) or "") or None


def _key(*keys: str) -> Sign:
    return lambda one: tuple(getattr(one, key) for key in keys)


def _code(one: Any) -> Hashable:
    code: str | None = one.code
    return code


LISTS: Mapping[tuple[str, str], Listed] = {
    ("Objectives", "objectives"): Listed(Item.OBJECTIVE, (_key("id"), _words("text")), ("id",)),
    ("Objective", "states"): Listed(
        Item.STATED_TARGET, (_key("indicator", "period"), _key("indicator"))
    ),
    ("Indicators", "indicators"): Listed(Item.INDICATOR, (_key("id"), _words("name")), ("id",)),
    ("Indicator", "baselines"): Listed(Item.BASELINE, (_key("period", "area"), _key("area"))),
    ("Indicator", "targets"): Listed(
        Item.TARGET,
        (lambda one: (one.period, one.per_year, aspect(one)), _key("period")),
    ),
    ("ActionGroup", "announced"): Listed(Item.ANNOUNCED, (_key("of"),)),
    ("Annex", "columns"): Listed(
        Item.COLUMN, (_key("id"), _key("label", "period", "source"), _key("label")), ("id",)
    ),
    ("Budget", "statements"): Listed(Item.STATEMENT, (_key("id"), _words("title")), ("id",)),
    ("BudgetStatement", "adds"): Listed(Item.ADDEND, (_key("annex", "column"), _key("annex"))),
    ("Budget", "sources"): Listed(Item.SOURCE, (_words("title"), _code)),
    ("Organisation", "duties"): Listed(Item.DUTY, (_key("id"), _words("agency")), ("id",)),
    ("Organisation", "reporting"): Listed(Item.REPORT, (_key("place", "cycle"), _key("place"))),
    ("Waivers", "waivers"): Listed(
        Item.WAIVER, (_key("code", "path", "stated", "computed"), _key("code", "path"))
    ),
    ("PlanMeta", "legal_bases"): Listed(Item.CITATION, (_key("document"), _code), what="căn cứ"),
    ("PlanMeta", "replaces"): Listed(
        Item.CITATION, (_key("document"),), what="văn bản bị thay thế"
    ),
    ("PlanMeta", "replaced_by"): Listed(
        Item.CITATION, (_key("document"),), what="văn bản thay thế"
    ),
    ("PlanMeta", "notes"): Listed(Item.NOTE, (_key("place", "text"), _key("place"))),
}
"""Name of the record's class and key to what the list holds. Rows of annexes and items of the
prose are not here: they move between lists, see `trees`."""


def whole(one: Any) -> Hashable:
    """The surest sign of all: that two records say the same."""
    return content(one)
