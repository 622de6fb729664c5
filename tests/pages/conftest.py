"""Pages of the smallest valid project and of this repository, rendered once."""

from pathlib import Path

import pytest

from generator.pages import Page, SiteData, render_pages
from generator.pipeline import check
from generator.project import Project

ROOT = Path(__file__).parents[2]
BASE_EXAMPLE = ROOT / "generator" / "checks" / "examples" / "base"

Pages = dict[str, Page]


def site_data(root: Path) -> SiteData:
    """Check a project and hand what was found to the pages."""
    checked = check(Project(root))
    return SiteData(checked.library, checked.diagnostics, checked.sources)


def by_address(data: SiteData) -> Pages:
    """Every page by its address; two pages at one address are a fault."""
    pages = list(render_pages(data))
    found = {page.address: page for page in pages}
    assert len(found) == len(pages)
    return found


@pytest.fixture(scope="session")
def base_data() -> SiteData:
    """The smallest valid project."""
    return site_data(BASE_EXAMPLE)


@pytest.fixture(scope="session")
def real_data() -> SiteData:
    """The plans of this repository."""
    return site_data(ROOT)


@pytest.fixture(scope="session")
def base_pages(base_data: SiteData) -> Pages:
    """Pages of the smallest valid project."""
    return by_address(base_data)


@pytest.fixture(scope="session")
def real_pages(real_data: SiteData) -> Pages:
    """Pages of this repository."""
    return by_address(real_data)


@pytest.fixture(params=["base", "real"])
def pages(request: pytest.FixtureRequest, base_pages: Pages, real_pages: Pages) -> Pages:
    """Pages of one project after the other."""
    return base_pages if request.param == "base" else real_pages
