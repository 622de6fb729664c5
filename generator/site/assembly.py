"""Lays the parts of plans, and the open data, into a site: apart from each other, on every core."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.cache import Cache
from generator.exports import BESIDE_PAGES, LIBRARY_FORMATS, ExportInput, File
from generator.exports.shown_tables import Edition, render_shown
from generator.exports.writer import write_files
from generator.pages import Page, SiteData, shares
from generator.pages.addresses import FILES, TABLES
from generator.pages.search import Indexed
from generator.site.plan_part import Setting, kept_or_made, key_of, write_part
from generator.tables.shown import ShownTable
from generator.workers import share_out


@dataclass(frozen=True, slots=True)
class Laid:
    """What was laid into a site.

    Attributes:
        found: What can be found, in the order of the library.
        faults: Signs that a page is not finished, page first.
        pages: Files of the pages, below the site's root; they have been looked at.
    """

    found: tuple[Indexed, ...] = ()
    faults: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()


Job = Callable[[], Laid]

_TABLES_A_JOB = 20


def lay(
    data: SiteData,
    pages: Iterable[Page],
    contents: Mapping[str, str],
    setting: Setting,
    site: Path,
    cache: Cache,
) -> Laid:
    """Lay every plan, the tables of other pages and the open data into a site.

    Args:
        data: Everything that pages are made from.
        pages: Pages about everything, whose tables are laid beside them.
        contents: Plan id to the fingerprint of its files, the registry and the program.
        setting: What the parts of all plans have in common.
        site: Folder of the site.
        cache: Where parts of plans are kept.

    Returns:
        What was laid.

    Raises:
        ExportError: The folder cannot be written to.
    """
    jobs = (
        *_library_jobs(data, site),
        *_table_jobs(data, pages, site),
        *_plan_jobs(data, contents, setting, site, cache),
    )
    done = tuple(share_out(_do(jobs), range(len(jobs))))
    return Laid(
        tuple(part for laid in done for part in laid.found),
        tuple(fault for laid in done for fault in laid.faults),
        tuple(page for laid in done for page in laid.pages),
    )


def keep_parts(
    data: SiteData,
    contents: Mapping[str, str],
    setting: Setting,
    cache: Cache,
    provinces: Collection[str],
) -> tuple[str, ...]:
    """Make the parts of some provinces' plans, and keep them for whoever lays the site.

    Args:
        data: Everything that pages are made from.
        contents: As in `lay`.
        setting: As in `lay`.
        cache: Where the parts are kept.
        provinces: Ids of the provinces.

    Returns:
        Signs that a page is not finished; the part that it belongs to is not kept.
    """
    jobs = tuple(
        partial(_kept, share, setting, cache, key)
        for share, key in _keyed(data, contents, setting)
        if share.library.plans[0].province_id in provinces
    )
    return tuple(fault for laid in share_out(_do(jobs), range(len(jobs))) for fault in laid.faults)


def _kept(share: SiteData, setting: Setting, cache: Cache, key: str) -> Laid:
    return Laid(faults=kept_or_made(share, setting, cache, key).faults)


def _do(jobs: tuple[Job, ...]) -> Callable[[int], Laid]:
    """Do a job by its number: a number is all that a process needs to be sent."""
    return lambda number: jobs[number]()


def _library_jobs(data: SiteData, site: Path) -> Iterator[Job]:
    """The longest first, so that no core is left with one of them at the end."""
    exported = ExportInput(
        library=data.library,
        diagnostics=data.diagnostics,
        generated_from=data.commit,
        data_date=data.commit_date,
        site_url=data.site_url,
    )
    for render in LIBRARY_FORMATS.values():
        yield partial(_lay_files, render, exported, site / FILES)
    for render in BESIDE_PAGES.values():
        yield partial(_lay_files, render, exported, site)


def _table_jobs(data: SiteData, pages: Iterable[Page], site: Path) -> Iterator[Job]:
    edition = Edition(data.commit, data.commit_date)
    tables = [table for page in pages for table in page.downloads]
    for start in range(0, len(tables), _TABLES_A_JOB):
        yield partial(_lay_tables, tables[start : start + _TABLES_A_JOB], edition, site / TABLES)


def _lay_tables(tables: Iterable[ShownTable], edition: Edition, folder: Path) -> Laid:
    write_files(render_shown(tables, edition), folder)
    return Laid()


def _lay_files(
    render: Callable[[ExportInput], Iterator[File]], data: ExportInput, folder: Path
) -> Laid:
    write_files(render(data), folder)
    return Laid()


def _plan_jobs(
    data: SiteData, contents: Mapping[str, str], setting: Setting, site: Path, cache: Cache
) -> Iterator[Job]:
    for share, key in _keyed(data, contents, setting):
        yield partial(_lay_plan, share, setting, site, cache, key)


def _keyed(
    data: SiteData, contents: Mapping[str, str], setting: Setting
) -> Iterator[tuple[SiteData, str]]:
    """Each plan's share, and the key under which its part is kept."""
    common = setting.fingerprint()
    for share in shares(data):
        yield share, key_of(share, common, contents[share.library.plans[0].id])


def _lay_plan(share: SiteData, setting: Setting, site: Path, cache: Cache, key: str) -> Laid:
    part = kept_or_made(share, setting, cache, key)
    write_part(part, site)
    pages = tuple(path for path in part.files if path.endswith(".html"))
    return Laid((part.found,), part.faults, pages)
