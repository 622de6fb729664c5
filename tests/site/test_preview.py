"""The preview: an edited plan at once, everything else behind it, and never a page that is stale."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.model import Library
from generator.pages import SiteData
from generator.pages.addresses import FILES
from generator.pipeline import check
from generator.project import Project
from generator.site.config import BASE
from generator.site.plan_part import Setting
from generator.site.preview import Order, Preview, PreviewError
from generator.site.preview.background import Background
from generator.site.preview.edits import differing, look, part_of_edited, plan_of
from generator.site.preview.whole import Built, build_whole, frame_of
from generator.site.provenance import NOWHERE
from tests.honest.trees import make_project
from tests.site.test_build import fingerprint

PLAN = "vi-du/01-kh-2025"
CLEAR = """\
        lead: Sở Y tế
        coordinators: Sở Tài chính
        schedule: Năm 2025
        result: Báo cáo khảo sát
"""
"""What keeps the last task of the example from being noted as unclear."""

ADDRESS = "http://127.0.0.1:8000/"


@dataclass
class Shown:
    """A preview without its server, and what it told."""

    project: Project
    site: Path
    told: list[str] = field(default_factory=list)
    preview: Preview = field(init=False)

    def page(self, address: str) -> str:
        """A page as it would be served."""
        return (self.site / address / "index.html").read_text(encoding="utf-8")

    def building(self) -> Background:
        """The build behind the server; there is one."""
        assert self.preview.at_work is not None
        return self.preview.at_work

    def change(self, file: str, old: str, new: str) -> None:
        """Change a file of the project, and let the preview see it."""
        path = self.project.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        self.preview.follow()

    def name(self, title: str) -> None:
        """Give the plan another short title."""
        file = f"plans/{PLAN}/plan.yaml"
        lines = (self.project.root / file).read_text(encoding="utf-8").splitlines()
        before = next(line for line in lines if line.startswith("short_title"))
        self.change(file, before, f"short_title: {title}")

    def wait(self) -> None:
        """Wait for the build behind the server, and take what came of it."""
        self.building().wait()
        self.preview.follow()


Show = Callable[[Project], Shown]


@pytest.fixture
def show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Show]:
    """Makes the preview of a project, with a cache as a person has one."""
    monkeypatch.setenv("KEHOACH_CACHE", str(tmp_path / "cache"))
    started: list[Shown] = []

    def start(project: Project) -> Shown:
        home = tmp_path / "home"
        home.mkdir()
        order = Order(project, home, ADDRESS)
        shown = Shown(project, order.site)
        places = [project.root / place for place in ("plans", "docs", "mkdocs.yml")]
        shown.preview = Preview(order, places, shown.told.append)
        started.append(shown)
        return shown

    yield start
    for shown in started:
        shown.preview.close()
    for child in multiprocessing.active_children():  # one that was held would keep pytest waiting
        child.kill()


def hold_builders() -> None:
    """Keep the builds at work from coming to an end by themselves."""
    for child in multiprocessing.active_children():
        assert child.pid
        os.kill(child.pid, signal.SIGSTOP)


def made_anew(project: Project, to: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Every file of the preview's site as one that has never been edited has it, from no cache."""
    with monkeypatch.context() as without:
        without.setenv("KEHOACH_CACHE", "")
        assert isinstance(build_whole(project, to, ADDRESS), Built)
    return fingerprint(to)


def of_plan(files: dict[str, str]) -> dict[str, str]:
    """Those that belong to the plan alone."""
    own = (f"{PLAN}/", f"{FILES}plans/{PLAN}", f"data/tables/{PLAN}")
    return {name: content for name, content in files.items() if name.startswith(own)}


def test_an_edit_shows_at_once_and_the_rest_follows(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plan's own files are at once those of a new build, and later all are, byte for byte."""
    project = Project(make_project(tmp_path / "vi-du", two_plans=True))
    shown = show(project)
    first = fingerprint(shown.site)
    shown.change(f"plans/{PLAN}/annexes/phu-luc-1.yaml", CLEAR, "")
    shown.name("Tên mới")
    assert "Tên mới" in shown.page(PLAN)
    assert "Tên mới" not in shown.page("")
    at_once = fingerprint(shown.site)
    shown.wait()
    assert "Tên mới" in shown.page("")
    anew = made_anew(project, tmp_path / "anew", monkeypatch)
    assert of_plan(at_once) == of_plan(anew) != of_plan(first)
    assert len(of_plan(anew)) > 20
    assert fingerprint(shown.site) == anew
    assert all(f"kế hoạch {PLAN};" in words for words in shown.told[:2])
    assert shown.told[2:] == ["Đã dựng xong cả trang web."]


def test_an_error_keeps_the_last_good_pages(example: Project, show: Show) -> None:
    """It is told with its place, and ends the build at work; mended, all begins anew.

    An edit that is taken back leaves nothing behind.
    """
    shown = show(example)
    first = fingerprint(shown.site)
    shown.name("Tên tốt")
    building = shown.building()
    hold_builders()
    before = fingerprint(shown.site)
    file = f"plans/{PLAN}/plan.yaml"
    shown.change(file, "period: 2025-2030", "period: [")
    assert fingerprint(shown.site) == before
    assert building.is_gone()
    assert shown.preview.at_work is None
    assert f"{file}:8" in shown.told[-1]
    shown.change(file, "period: [", "period: 2025-2030")
    assert "Tên tốt" in shown.page(PLAN)
    building = shown.building()
    hold_builders()
    shown.name("Chuyển đổi số tỉnh Ví Dụ")
    assert building.is_gone()
    assert shown.building() is not building
    assert fingerprint(shown.site) == first


def test_what_says_something_of_all_plans_goes_the_whole_way(example: Project, show: Show) -> None:
    """After an edit of the registry, and of a plan's id, the old site stays until all is built."""
    shown = show(example)
    shown.change("plans/registry/provinces.yaml", "name: Ví Dụ", "name: Ví Dụ Mới")
    shown.name("Tên mới")
    plans = example.root / "plans" / "vi-du"
    (plans / "01-kh-2025").rename(plans / "02-kh-2025")
    shown.change("plans/vi-du/02-kh-2025/plan.yaml", "01/KH", "02/KH")
    assert "Ví Dụ Mới" not in shown.page("vi-du")
    assert "Tên mới" not in shown.page(PLAN)
    assert not (shown.site / "vi-du" / "02-kh-2025").exists()
    assert all("trang cũ vẫn xem được" in words for words in shown.told)
    shown.wait()
    assert "Ví Dụ Mới" in shown.page("vi-du")
    assert "02/KH-UBND" in shown.page("vi-du/02-kh-2025")
    assert not (shown.site / PLAN).exists()
    assert shown.told[-1] == "Đã dựng xong cả trang web."


def test_a_new_frame_is_taken_over(example: Project, show: Show) -> None:
    """After the name of the site was edited, pages made at once bear the new one too."""
    (example.root / "docs").mkdir()
    (example.root / "mkdocs.yml").write_text(
        f"INHERIT: '{BASE}'\nsite_name: Tên cũ của trang\n", encoding="utf-8"
    )
    shown = show(example)
    shown.change("mkdocs.yml", "Tên cũ của trang", "Tên mới của trang")
    assert "Tên cũ của trang" in shown.page(PLAN)
    shown.wait()
    shown.name("Tên của kế hoạch")
    assert "Tên của kế hoạch" in shown.page(PLAN)
    assert "Tên mới của trang" in shown.page(PLAN)
    shown.change("mkdocs.yml", "site_name", "site_name: [")
    shown.wait()
    assert "Giữ các trang tốt gần nhất" in shown.told[-1]
    assert "Tên của kế hoạch" in shown.page(PLAN)


def test_without_a_good_plan_there_is_nothing_to_show(example: Project, show: Show) -> None:
    """An error at the start is told, and ends the preview."""
    (example.root / "plans" / PLAN / "plan.yaml").write_text("x: [", encoding="utf-8")
    with pytest.raises(PreviewError, match=r"plan\.yaml:1"):
        show(example)


def test_no_part_is_made_from_files_that_were_not_checked(example: Project) -> None:
    """A plan that was written again after the check waits for the next one."""
    checked = check(example)
    rest = SiteData(Library((), checked.registry))
    setting = Setting(frame_of(example, ADDRESS), NOWHERE, has_feeds=False)
    assert part_of_edited(example, PLAN, checked, rest, setting)
    with (example.root / "plans" / PLAN / "plan.yaml").open("a") as file:
        file.write("# thêm\n")
    assert part_of_edited(example, PLAN, checked, rest, setting) is None


@pytest.mark.parametrize(
    ("file", "plan_id"),
    [
        ("plans/vi-du/01-kh-2025/plan.yaml", PLAN),
        ("plans/vi-du/01-kh-2025/annexes/phu-luc-1.yaml", PLAN),
        ("plans/registry/units.yaml", None),
        ("plans/registry/sub/units.yaml", None),
        ("plans/vi-du/plan.yaml", None),
        ("docs/vi-du/01-kh-2025/plan.yaml", None),
        ("mkdocs.yml", None),
    ],
)
def test_a_file_tells_whose_it_is(tmp_path: Path, file: str, plan_id: str | None) -> None:
    """Only what lies in a plan's folder is that plan's; all else may concern every plan."""
    assert plan_of(Project(tmp_path), tmp_path / file) == plan_id


def test_what_was_edited_is_seen_without_reading(tmp_path: Path) -> None:
    """A new, a gone and a rewritten file differ; one that nobody wrote does not."""
    for name in ("cũ", "sửa", "yên"):
        (tmp_path / name).write_text("1", encoding="utf-8")
    alone = tmp_path / "một.yml"
    places = [tmp_path, alone, tmp_path / "không có"]
    before = look(places)
    (tmp_path / "cũ").unlink()
    (tmp_path / "sửa").write_text("12", encoding="utf-8")
    alone.touch()
    edited = differing(before, look(places))
    assert edited == {tmp_path / "cũ", tmp_path / "sửa", alone}
    assert look(places) == look(reversed(places))
