"""Writes the sources of the sites that ours is measured against."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml

from benchmarks.rivals.content import PAGES, title_of
from generator.project import PlanFolder, Project

_MACROS: Final = '''"""Macros that write the tables of a plan from its files."""

from pathlib import Path

from benchmarks.rivals.content import PAGES

PLANS = Path({plans!r})


def define_env(env):
    @env.macro
    def plan_page(plan, name):
        return PAGES[name][1](PLANS / plan)
'''
_FEATURES: Final = ["navigation.tabs", "navigation.indexes", "toc.follow"]


def stock(project: Project, folder: Path) -> Path:
    """Write a stock Material project whose tables are written by macros.

    Args:
        project: The plans.
        folder: Where; replaced.

    Returns:
        `folder`.
    """
    (_emptied(folder) / "main.py").write_text(_MACROS.format(plans=str(project.root / "plans")))
    for plan, name in _pages(project):
        text = f'{{{{ plan_page("{plan.plan_id}", "{name}") }}}}'
        _write_page(folder / "docs", plan, name, text)
    plugins = ["search", {"macros": {"on_error_fail": True}}]
    _write_settings(folder, project, plugins)
    return folder


def written_out(project: Project, folder: Path) -> Path:
    """Write the same project with the tables in the Markdown, for builders without macros."""
    _emptied(folder)
    for plan, name in _pages(project):
        _write_page(folder / "docs", plan, name, PAGES[name][1](plan.path))
    _write_settings(folder, project, ["search"])
    return folder


def hugo(project: Project, folder: Path) -> Path:
    """Write a Hugo project with a small theme of our own, the tables in the Markdown."""
    shutil.copytree(Path(__file__).with_name("hugo"), _emptied(folder), dirs_exist_ok=True)
    for plan, name in _pages(project):
        file = folder / "content" / plan.plan_id / name / ("_index.md" if not name else "index.md")
        title = json.dumps(_title(plan, name), ensure_ascii=False)
        _write(file, f"---\ntitle: {title}\n---\n\n{PAGES[name][1](plan.path)}\n")
    return folder


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _pages(project: Project) -> Iterator[tuple[PlanFolder, str]]:
    for plan in project.plan_folders():
        for name in PAGES:
            yield plan, name


def _title(plan: PlanFolder, name: str) -> str:
    return PAGES[name][0] if name else title_of(plan.path)


def _write_page(docs: Path, plan: PlanFolder, name: str, text: str) -> None:
    _write(docs / plan.plan_id / name / "index.md", f"# {_title(plan, name)}\n\n{text}\n")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _write_settings(folder: Path, project: Project, plugins: list[Any]) -> None:
    """Every page in `nav`, below its province and its plan."""
    _write(folder / "docs" / "index.md", "# Kế hoạch của các tỉnh\n")
    provinces: dict[str, list[Any]] = {}
    for plan in project.plan_folders():
        pages = [f"{plan.plan_id}/index.md"]
        titled = [{PAGES[n][0]: f"{plan.plan_id}/{n}/index.md"} for n in PAGES if n]
        provinces.setdefault(plan.province_id, []).append({title_of(plan.path): [*pages, *titled]})
    settings = {
        "site_name": "Kế hoạch của các tỉnh",
        "theme": {"name": "material", "language": "vi", "font": False, "features": _FEATURES},
        "plugins": plugins,
        "nav": [{"Trang chủ": "index.md"}, *({name: found} for name, found in provinces.items())],
    }
    text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    _write(folder / "mkdocs.yml", text)
