"""Nothing is fetched when a site is built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.project import Project

NAMESPACE = ("unshare", "--map-root-user", "--net")
"""Runs a command where the machine has no network at all, not even itself."""

REFUSAL = """import socket

def refuse(*_args, **_named):
    raise OSError("no network when building")

socket.socket.connect = socket.socket.connect_ex = refuse
socket.getaddrinfo = socket.create_connection = refuse
"""
"""What Python runs first where there is no such namespace: every way out is closed."""

ASKING = "import socket; socket.create_connection(('127.0.0.1', 9))"


def without_network(*words: str, refusal: Path) -> subprocess.CompletedProcess[str]:
    """Run Python without a network."""
    command = [sys.executable, *words]
    environment = dict(os.environ)
    probe = [*NAMESPACE, "true"]
    if shutil.which("unshare") and not subprocess.run(probe, check=False).returncode:
        command = [*NAMESPACE, *command]
    else:
        (refusal / "sitecustomize.py").write_text(REFUSAL, encoding="utf-8")
        environment["PYTHONPATH"] = os.pathsep.join(
            filter(None, (str(refusal), environment.get("PYTHONPATH", "")))
        )
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, env=environment
    )


@pytest.fixture
def refusal(tmp_path: Path) -> Path:
    """A folder for what closes the ways out."""
    folder = tmp_path / "khong-mang"
    folder.mkdir()
    return folder


def test_there_is_no_network_in_there(refusal: Path) -> None:
    """The measure itself: a program that asks for something fails."""
    done = without_network("-c", ASKING, refusal=refusal)
    assert done.returncode == 1
    assert "Error" in done.stderr


def test_the_other_way_to_refuse_works_too(refusal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system gives no namespace, Python itself lets nothing out."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    done = without_network("-c", ASKING, refusal=refusal)
    assert "no network when building" in done.stderr


def test_a_site_is_built_without_a_network(project: Project, tmp_path: Path, refusal: Path) -> None:
    """The whole site of this repository: fonts, scripts, icons and styles are already here."""
    out = tmp_path / "site"
    words = ("-m", "generator", "build", "--root", str(project.root), "--out", str(out))
    done = without_network(*words, refusal=refusal)
    assert done.returncode == 0, done.stderr
    assert len(list(out.rglob("*.html"))) > 200
    assert list(out.rglob("*.woff2"))
