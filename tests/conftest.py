"""What many tests share: the project, a made-up one, a site built once, and a browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from generator.pipeline import check
from generator.project import Project
from generator.site.build import build_site
from tests.browser.chromium import FLAGS, find_chromium

ROOT = Path(__file__).parents[1]
BASE_EXAMPLE = ROOT / "generator" / "checks" / "examples" / "base"


for _name in ("KEHOACH_SITE_URL", "KEHOACH_REPOSITORY"):
    os.environ.pop(_name, None)  # publishing sets them; what tests expect must not depend on it
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")  # how long a case takes tells of the machine
os.environ["KEHOACH_CACHE"] = ""  # a test that breaks the code must not meet, or leave, its results


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what is driven through a browser be tried once more, and be named when it had to be."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def project() -> Project:
    """This repository."""
    return Project(ROOT)


@pytest.fixture
def example(tmp_path: Path) -> Project:
    """A copy of the smallest valid project, free to be spoilt."""
    root = tmp_path / "vi-du"
    shutil.copytree(BASE_EXAMPLE, root)
    (root / "schema").mkdir(exist_ok=True)
    return Project(root)


@pytest.fixture(scope="session")
def site(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository, built once for a session."""
    out = tmp_path_factory.mktemp("built") / "site"
    build_site(project, out, check(project), progress=lambda _step: None)
    return out


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    chromium = find_chromium()
    if chromium is None:
        pytest.fail("No Chromium: run tests/browser/install_chromium.py or set CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield browser
        browser.close()
