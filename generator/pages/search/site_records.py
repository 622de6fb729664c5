"""Records that belong to no plan: provinces, agencies, rules, pages and sections of guides."""

from collections.abc import Iterable, Iterator

from generator.checks import RULES
from generator.model import Library
from generator.pages.addresses import WHOLE, agency_address, province_address, rule_address
from generator.pages.page import Page
from generator.pages.rule import read_doc
from generator.pages.search.record import AGENCY, GUIDE, PAGE, PROVINCE, RULE, Record, part
from generator.pages.search.sections import Section
from generator.pages.views.chrome import distinct_province_title, provinces_with_pages
from generator.vietnamese import normalise_spaces
from generator.words import AGENCY_KINDS


def province_records(library: Library) -> Iterator[Record]:
    """Every province that has a page, to be found by its bare name too."""
    for province_id in provinces_with_pages(library):
        title = distinct_province_title(library, province_id)
        province = library.registry.provinces.get(province_id)
        yield Record(
            PROVINCE,
            title,
            province_address(province_id),
            names=(province.name,) if province else (),
            province_id=province_id,
        )


def agency_records(library: Library) -> Iterator[Record]:
    """Every agency of the registry, to be found by each of its names."""
    for agency_id, agency in library.registry.agencies.items():
        aliases = part("Cách viết khác", "; ".join(agency.aliases))
        short = short_names(agency.name)
        initials = part("Viết tắt", "; ".join(short))
        kind = part("Loại", AGENCY_KINDS[agency.kind])
        yield Record(
            AGENCY,
            normalise_spaces(agency.name),
            agency_address(agency_id),
            tuple(item for item in (aliases, initials, kind) if item),
            names=(*agency.aliases, *short),
            agencies=(agency_id,),
        )


def short_names(name: str) -> tuple[str, ...]:
    """How letters name a department of several fields: `Sở KHCN`, `Sở KH&CN`.

    Args:
        name: Its full name, as `Sở Khoa học và Công nghệ`.

    Returns:
        Both forms; none for a name of another shape.
    """
    head, _, fields = normalise_spaces(name).partition(" ")
    first, joint, last = fields.partition(" và ")
    if head != "Sở" or not joint:
        return ()
    before, after = (
        "".join(word[0].upper() for word in text.replace(",", " ").split())
        for text in (first, last)
    )
    return f"Sở {before}{after}", f"Sở {before}&{after}"


def rule_records() -> Iterator[Record]:
    """Every rule of the catalogue, to be found by its code."""
    for rule in RULES:
        doc = read_doc(rule.doc)
        texts = (part("", text) for text in (*doc.what, *doc.why, *doc.mend))
        yield Record(
            RULE,
            f"{rule.code}: {rule.title}",
            rule_address(rule.code),
            tuple(item for item in texts if item),
            names=(rule.code, rule.title),
        )


def page_records(pages: Iterable[Page], known: Iterable[Record]) -> Iterator[Record]:
    """Pages that no other record leads to, by title and description.

    Args:
        pages: The pages.
        known: The other records.

    Yields:
        One record for each page that would otherwise not be found.
    """
    led_to = {record.address.partition("#")[0] for record in known}
    for page in pages:
        if page.address not in led_to and not page.address.endswith(f"/{WHOLE}"):
            description = part("", page.description)
            parts = (description,) if description else ()
            yield Record(PAGE, normalise_spaces(page.title), page.address, parts)


def guide_records(sections: Iterable[Section]) -> Iterator[Record]:
    """Sections of hand-written pages."""
    for section in sections:
        texts = (part("", text) for text in section.texts)
        yield Record(
            GUIDE,
            section.title,
            section.address,
            tuple(item for item in texts if item),
            where=(section.page,) if section.page != section.title else (),
        )
