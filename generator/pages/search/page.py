"""The page of search: a form that works by its address, and lists to read without a script."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from generator.model import Library
from generator.pages.addresses import SEARCH
from generator.pages.page import Page, SiteData
from generator.pages.render import make_page
from generator.pages.search.record import KINDS
from generator.pages.views.chrome import HOME_CRUMB, Crumb, distinct_province_title
from generator.vietnamese import sort_key
from generator.words import AGENCY_KINDS

SCRIPTS = ("words", "query", "store", "marks", "engine", "results", "page")
"""Modules of `assets/search/`, each after those that it needs; the last one starts the page."""

_IMPORT = re.compile(r'^import \{[^}]*\} from "[^"]*";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)

EXAMPLES = (
    "ngân sách",
    "kinh te so",
    "57-NQ/TW",
    '"bán dẫn"',
    "80%",
)


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a filter."""

    value: str
    title: str


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Choices under one heading; without a heading when it is empty."""

    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to narrow a search.

    Attributes:
        name: Its name in the address.
        label: Its name for readers.
        every: What is chosen when nothing is.
        groups: The choices.
    """

    name: str
    label: str
    every: str
    groups: tuple[OptionGroup, ...]


def pages(data: SiteData) -> Iterator[Page]:
    """The page of search."""
    yield make_page(
        SEARCH,
        "search.html",
        "Tìm kiếm",
        "Tìm trong mọi kế hoạch: chỉ tiêu, mục tiêu, nhiệm vụ, kinh phí, cơ quan.",
        crumbs=(HOME_CRUMB, Crumb("Tìm kiếm")),
        filters=(_provinces(data.library), _kinds(), _agencies(data.library)),
        examples=EXAMPLES,
    )


def script() -> str:
    """The modules that make the page work, joined into one so that a phone asks only once.

    No two of them have a name of the same spelling on their outermost level.

    Returns:
        One module that imports and exports nothing.
    """
    folder = files("generator.pages") / "assets" / "search"
    parts = ((folder / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", part)) for part in parts)


def _provinces(library: Library) -> Filter:
    options = [
        Option(province_id, distinct_province_title(library, province_id))
        for province_id, _ in library.by_province()
    ]
    return Filter("tinh", "Tỉnh", "Tất cả", (OptionGroup("", _sorted(options)),))


def _kinds() -> Filter:
    options = tuple(Option(kind.id, kind.label) for kind in KINDS)
    return Filter("loai", "Loại", "Tất cả", (OptionGroup("", options),))


def _agencies(library: Library) -> Filter:
    agencies = library.registry.agencies
    groups = (
        OptionGroup(title, _sorted([Option(i, a.name) for i, a in agencies.items() if a.kind == k]))
        for k, title in AGENCY_KINDS.items()
    )
    return Filter("co-quan", "Cơ quan", "Tất cả", tuple(g for g in groups if g.options))


def _sorted(options: list[Option]) -> tuple[Option, ...]:
    return tuple(sorted(options, key=lambda option: sort_key(option.title)))
