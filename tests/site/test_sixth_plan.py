"""A new plan is a new folder: no line of Python has to change for it."""

import shutil
from pathlib import Path

import pytest
import yaml

from generator.pipeline import check
from generator.project import Project
from generator.site.build import build_site
from tests.conftest import BASE_EXAMPLE, ROOT

pytestmark = pytest.mark.xdist_group("site")

PLAN = Path("plans") / "vi-du" / "01-kh-2025"
PAGES = ("", "muc-tieu", "chi-tieu", "nhiem-vu", "kinh-phi", "to-chuc", "nguon")


def add_missing_entries(registry: Path, addition: Path) -> None:
    """Put into a registry what the new plan needs and the registry does not have."""
    for file in sorted(addition.glob("*.yaml")):
        there = yaml.safe_load((registry / file.name).read_text("utf-8"))
        new = yaml.safe_load(file.read_text("utf-8"))
        (key,) = there
        known = {name for entry in there[key].values() for name in names(entry)}
        wanted = {
            entry_id: entry
            for entry_id, entry in new[key].items()
            if entry_id not in there[key] and not known & set(names(entry))
        }
        if wanted:
            text = yaml.safe_dump({key: wanted}, allow_unicode=True, sort_keys=False)
            with (registry / file.name).open("a", encoding="utf-8") as out:
                out.write(text.split("\n", 1)[1])


def names(entry: dict[str, object]) -> list[str]:
    """Names by which an agency is known; none for an entry of another registry."""
    aliases = entry.get("aliases", [])
    own = [str(entry["name"])] if "collective" in entry or entry.get("kind") == "government" else []
    return [*own, *(aliases if isinstance(aliases, list) else [])]


@pytest.fixture
def enlarged(tmp_path: Path) -> Project:
    """The five plans of this repository and a sixth of a made-up province."""
    root = tmp_path / "root"
    shutil.copytree(ROOT / "plans", root / "plans")
    (root / "schema").mkdir()
    shutil.copytree(BASE_EXAMPLE / PLAN, root / PLAN)
    add_missing_entries(root / "plans" / "registry", BASE_EXAMPLE / "plans" / "registry")
    return Project(root)


def test_a_sixth_plan_is_checked_shown_and_exported(enlarged: Project, tmp_path: Path) -> None:
    """Dropping a folder into plans/ gives pages, rows in the open data, and no error."""
    checked = check(enlarged)
    assert [d.finding.message for d in checked.diagnostics if d.blocks] == []
    assert len(checked.library.plans) == 6
    site = tmp_path / "site"
    build_site(enlarged, site, checked, lambda _step: None)
    for page in PAGES:
        assert (site / "vi-du" / "01-kh-2025" / page / "index.html").is_file()
    assert "vi-du/" in (site / "index.html").read_text("utf-8")
    tasks = (site / "data" / "v1" / "tasks.csv").read_text("utf-8")
    assert "vi-du/01-kh-2025" in tasks
    assert (site / "data" / "v1" / "plans" / "vi-du" / "01-kh-2025.json").is_file()
