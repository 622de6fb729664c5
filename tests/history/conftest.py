"""A repository whose commits are made in the tests."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BASE = ROOT / "generator" / "checks" / "examples" / "base"
PLAN = "plans/vi-du/01-kh-2025"


@dataclass(frozen=True)
class Repository:
    """A project under git.

    Attributes:
        root: Its root.
    """

    root: Path

    def git(self, *words: str, input_: bytes = b"") -> str:
        """Run git, and give what it says."""
        who = {
            f"GIT_{w}_{k}": "thu@vi.du" for w in ("AUTHOR", "COMMITTER") for k in ("NAME", "EMAIL")
        }
        nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        done = subprocess.run(
            ["git", *words],
            cwd=self.root,
            env={**os.environ, **who, **nothing},
            input=input_,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode().strip()

    def commit(self, subject: str = "x") -> str:
        """Commit everything that lies there, and give the id."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", subject)
        return self.git("rev-parse", "HEAD")

    def edit(self, name: str, before: str, after: str) -> None:
        """Replace a text in a file of the plan."""
        file = self.root / PLAN / name
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after, 1), encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The example project with one commit."""
    root = tmp_path / "kho"
    shutil.copytree(BASE, root)
    (root / "schema").mkdir(exist_ok=True)
    made = Repository(root.resolve())
    made.git("init", "--quiet", "--initial-branch=main")
    made.commit("Ban đầu")
    return made
