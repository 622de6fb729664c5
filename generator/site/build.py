"""Builds the site: pages, open data, a last look, and only then the swap into place."""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.errors import KehoachError
from generator.pages.addresses import FILES
from generator.pipeline import Checked
from generator.project import Project, Shard
from generator.site.config import config_file
from generator.site.gate import faulty_pages
from generator.site.plugin import KehoachPlugin
from generator.site.provenance import Provenance, provenance
from generator.site.swap import replacing

SIGN = Path(FILES) / "datapackage.json"
"""Every site holds it, and nothing else is likely to."""

_MOST_FAULTS = 20


class UnfinishedSiteError(KehoachError):
    """The built pages hold what no finished page may hold; nothing was published."""


def build_site(
    project: Project, out: Path, checked: Checked, progress: Callable[[str], None]
) -> None:
    """Build the site of checked plans into a folder, whole or not at all.

    Args:
        project: The project.
        out: Folder of the site; replaced when the new one is complete.
        checked: Plans without errors.
        progress: Told the name of each step, in Vietnamese.

    Raises:
        OccupiedError: Another build into the folder is at work, or it holds something else.
        UnfinishedSiteError: A built page is not finished, or MkDocs refused, for instance
            because of a broken link in a hand-written page.
    """
    with replacing(out, sign=SIGN) as fresh:
        progress("Dựng các trang")
        laid = build_pages(project, fresh, checked)[0].laid
        progress("Soát lại các trang")
        if faults := [*laid.faults, *faulty_pages(fresh, frozenset(laid.pages))]:
            raise _unfinished(faults)


def build_shard(
    project: Project, shard: Shard, checked: Checked, progress: Callable[[str], None]
) -> None:
    """Make the parts of a shard's plans, and leave them in the cache.

    Whoever builds the site with the caches of all shards makes none of them again. No site is
    written: the pages about everything need every plan.

    Args:
        project: The project.
        shard: Which share of the provinces.
        checked: Every plan, without errors: some pages of a plan name others.
        progress: Told the name of each step, in Vietnamese.

    Raises:
        UnfinishedSiteError: A page is not finished.
    """
    progress(f"Dựng phần {shard}")
    with TemporaryDirectory(prefix="kehoach-") as folder:
        laid = build_pages(project, Path(folder), checked, shard)[0].laid
    if laid.faults:
        raise _unfinished(list(laid.faults))


def build_pages(
    project: Project,
    fresh: Path,
    checked: Checked,
    shard: Shard | None = None,
    preview_at: str | None = None,
) -> tuple[KehoachPlugin, list[str]]:
    """Build the pages and what stands beside them into a folder, without a last look at them.

    Args:
        project: The project.
        fresh: The folder, empty.
        checked: Plans without errors.
        shard: Of which plans the parts are made, and no site; None makes a site.
        preview_at: Address of the preview that the pages are for, in place of the one at which
            they are published; what would stop a publication is then only told.

    Returns:
        The plugin, which knows what was made from what, and what MkDocs complained of.

    Raises:
        UnfinishedSiteError: MkDocs refused.
    """
    origin = provenance(project.root)
    with config_file(project) as file, _environment(origin), _listening() as complaints:
        try:
            strict = preview_at is None
            config = load_config(config_file=str(file), site_dir=str(fresh), strict=strict)
            config.site_url = preview_at or config.site_url
            plugin = cast(KehoachPlugin, config.plugins["kehoach"])
            plugin.checked, plugin.shard = checked, shard
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build.build(config, serve_url=preview_at)
            config.plugins.on_shutdown()
        except MkDocsException as refusal:
            raise _unfinished([*complaints, str(refusal)]) from refusal
    return plugin, complaints


def _unfinished(faults: list[str]) -> UnfinishedSiteError:
    return UnfinishedSiteError(
        "Trang web chưa đạt nên chưa xuất bản; trang đang có vẫn giữ nguyên:\n  "
        + "\n  ".join(faults[:_MOST_FAULTS])
    )


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Collect what MkDocs and its plugins warn of; they only say it in their log."""
    complaints: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            complaints.append(record.getMessage())

    logger, collector = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    logger.addHandler(collector)
    propagate, logger.propagate = logger.propagate, False
    try:
        yield complaints
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagate


@contextmanager
def _environment(origin: Provenance) -> Iterator[None]:
    """MkDocs dates its sitemap by this variable, so that a commit gives the same bytes."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(origin.committed_at.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
