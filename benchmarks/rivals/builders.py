"""Runs the builders that ours is measured against."""

import os
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Final

from benchmarks.harness import PYTHON, Cost, command
from benchmarks.synthetic.project import REPOSITORY

ZENSICAL: Final = "ZENSICAL"
"""Environment variable: Zensical's command, in an environment of its own."""


def build_stock(sources: Path, out: Path) -> Cost:
    """Build with stock MkDocs and Material."""
    environment = {"PYTHONPATH": str(REPOSITORY), "NO_MKDOCS_2_WARNING": "1"}
    words = (PYTHON, "-m", "mkdocs", "build", "--quiet", "--clean", "--site-dir", out)
    return command(words, sources, environment)


def build_hugo(sources: Path, out: Path) -> Cost:
    """Build with Hugo."""
    return command(("hugo", "--cleanDestinationDir", "--destination", out), sources)


def build_zensical(sources: Path) -> Cost:
    """Build with Zensical, its cache empty; it writes into `site/` beside its settings."""
    shutil.rmtree(sources / ".cache", ignore_errors=True)
    return command((zensical() or "zensical", "build", "--clean"), sources)


def hugo() -> str | None:
    """Path of Hugo's command."""
    return shutil.which("hugo")


def zensical() -> str | None:
    """Path of Zensical's command: `$ZENSICAL`, the repository's own environment, or PATH."""
    own = REPOSITORY / ".venv-zensical" / "bin" / "zensical"
    return os.environ.get(ZENSICAL) or (str(own) if own.exists() else shutil.which("zensical"))


def versions() -> dict[str, str]:
    """Names and versions of everything that takes part."""
    found = {name: version(name) for name in ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin")}
    if program := hugo():
        found["hugo"] = _said(program, "version").split()[1].split("+")[0]
    if program := zensical():
        found["zensical"] = _said(program, "--version").split()[-1]
    return found


def _said(*words: str) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout  # noqa: S603
