"""The preview: reloads when a plan changes, and survives a plan that is broken for a while."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest

from generator.project import Project

PATIENCE = 60


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def preview(example: Project) -> Iterator[str]:
    """`kehoach serve` on the made-up project."""
    port = free_port()
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "generator",
            "serve",
            "--root",
            str(example.root),
            "--port",
            str(port),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    yield f"http://127.0.0.1:{port}/"
    server.terminate()
    server.wait(timeout=PATIENCE)


def page_with(address: str, words: str) -> bool:
    """Ask for a page again and again until it holds some words, or patience ends."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310
                if words in answer.read().decode():
                    return True
        except OSError:
            pass
        time.sleep(0.2)
    return False


def test_an_edited_plan_shows_at_once_and_a_broken_one_does_not_take_the_preview_down(
    example: Project, preview: str
) -> None:
    """After an edit the new title is served; after a mistake the last good page still is."""
    plan = example.plan_folders()[0]
    file = plan.path / "plan.yaml"
    good = file.read_text(encoding="utf-8")
    title = next(line for line in good.splitlines() if line.startswith("short_title:"))
    address = f"{preview}{plan.plan_id}/"
    assert page_with(address, title.partition(": ")[2].strip('"'))
    file.write_text(good.replace(title, "short_title: Tên mới sau khi sửa"), encoding="utf-8")
    assert page_with(address, "Tên mới sau khi sửa")
    file.write_text("short_title: [", encoding="utf-8")
    time.sleep(3)
    assert page_with(address, "Tên mới sau khi sửa")
    file.write_text(good.replace(title, "short_title: Tên sau khi chữa"), encoding="utf-8")
    assert page_with(address, "Tên sau khi chữa")
