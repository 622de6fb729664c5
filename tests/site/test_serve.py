"""The preview server: reloads when a plan changes, survives a broken one, and leaves nothing."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.project import Project
from generator.site.config import BASE

PATIENCE = 60


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


ENDLESS = """\
import multiprocessing
import time


def on_post_build(config):
    while multiprocessing.parent_process():
        time.sleep(1)
"""
"""A hook of MkDocs by which a build behind a server never comes to an end."""


@dataclass
class Served:
    """A running `kehoach serve`."""

    address: str
    server: subprocess.Popen[bytes]
    temporary: Path

    def page(self, path: str = "") -> str:
        """A page as the server gives it; empty when there is no answer."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:  # noqa: S310
                return str(answer.read().decode())
        except urllib.error.HTTPError as refusal:
            return refusal.read().decode()
        except OSError:
            return ""

    def shows(self, path: str, words: str) -> bool:
        """Ask for a page again and again until it holds some words, or patience ends."""
        return within_patience(lambda: words in self.page(path))

    def builders(self) -> list[int]:
        """Processes that the server has started."""
        pid = self.server.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8")
        return [int(child) for child in children.split()]

    def leftovers(self) -> list[str]:
        """Names in the folder of temporary files."""
        return [path.name for path in self.temporary.iterdir()]


def within_patience(truth: Callable[[], bool]) -> bool:
    """Whether something becomes true before patience ends."""
    give_up = time.monotonic() + PATIENCE
    while not (holds := truth()) and time.monotonic() < give_up:
        time.sleep(0.1)
    return holds


def has_ended(pid: int) -> bool:
    """Whether a process is gone, or is only waiting to be taken notice of."""
    with suppress(OSError):
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
        return stat.rpartition(")")[2].split()[0] == "Z"
    return True


@contextmanager
def served(project: Project, temporary: Path, **variables: str) -> Iterator[Served]:
    """`kehoach serve` on a project, ended at the latest with the block."""
    temporary.mkdir()
    port = free_port()
    words = [sys.executable, "-m", "generator", "serve", "--root", str(project.root)]
    server = subprocess.Popen(
        [*words, "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TMPDIR": str(temporary), **variables},
    )
    try:
        yield Served(f"http://127.0.0.1:{port}/", server, temporary)
    finally:
        server.kill()
        server.wait(timeout=PATIENCE)


def test_an_edited_plan_shows_and_a_broken_one_does_not_take_the_preview_down(
    example: Project, tmp_path: Path, browser: Browser
) -> None:
    """The new title comes on the plan's page, then on every other; a mistake changes nothing.

    Pages that are looked at load again, what is not there is said in the site's own words, and
    after the end neither a process nor a file is left.
    """
    plan = example.plan_folders()[0]
    file, address = plan.path / "plan.yaml", f"{plan.plan_id}/"
    good = file.read_text(encoding="utf-8")
    title = next(line for line in good.splitlines() if line.startswith("short_title:"))
    with served(example, tmp_path / "tmp", KEHOACH_SITE_URL="https://vi.du/duoi/") as shown:
        shown.address += "duoi/"
        assert shown.shows(address, title.partition(": ")[2].strip('"'))
        assert f'href="{shown.address}{address}"' in shown.page(address)
        assert "Không tìm thấy trang" in shown.page("khong-co/")
        looked_at = browser.new_page()
        looked_at.goto(shown.address)
        file.write_text(good.replace(title, "short_title: Tên mới sau khi sửa"), encoding="utf-8")
        assert shown.shows(address, "Tên mới sau khi sửa")
        looked_at.get_by_text("Tên mới sau khi sửa").first.wait_for(timeout=1000 * PATIENCE)
        looked_at.close()
        file.write_text("short_title: [", encoding="utf-8")
        time.sleep(1)
        assert "Tên mới sau khi sửa" in shown.page(address)
        file.write_text(good.replace(title, "short_title: Tên sau khi chữa"), encoding="utf-8")
        assert shown.shows(address, "Tên sau khi chữa")
        building = shown.builders()
        shown.server.terminate()
        assert shown.server.wait(timeout=PATIENCE) == 0
        assert building
        assert shown.leftovers() == []
        assert within_patience(lambda: all(map(has_ended, building)))


@pytest.mark.parametrize(
    ("moment", "by"),
    [("early", signal.SIGKILL), ("late", signal.SIGKILL), ("late", signal.SIGINT)],
)
def test_a_build_does_not_outlive_its_server(
    example: Project, tmp_path: Path, moment: str, by: signal.Signals
) -> None:
    """When the server is killed while its site is being built, no process and no file is left."""
    (example.root / "docs").mkdir()
    (example.root / "endless.py").write_text(ENDLESS, encoding="utf-8")
    (example.root / "mkdocs.yml").write_text(f"INHERIT: '{BASE}'\nhooks: [endless.py]\n", "utf-8")
    with served(example, tmp_path / "tmp") as shown:
        assert within_patience(lambda: any(os.getsid(pid) == pid for pid in shown.builders()))
        building = shown.builders()
        if moment == "late":
            assert within_patience(lambda: any(shown.temporary.glob("*/.site.kehoach/new/data")))
        shown.server.send_signal(by)
        shown.server.wait(timeout=PATIENCE)
        assert within_patience(lambda: all(map(has_ended, building)))
        assert within_patience(lambda: shown.leftovers() == [])
