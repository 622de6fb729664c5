"""What many tests share: the project itself, a made-up one, and a site built once."""

import shutil
from pathlib import Path

import pytest

from generator.pipeline import check
from generator.project import Project
from generator.site.build import build_site

ROOT = Path(__file__).parents[1]
BASE_EXAMPLE = ROOT / "generator" / "checks" / "examples" / "base"


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
