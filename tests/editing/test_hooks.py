"""The checks before each commit, run by pre-commit itself, and the settings of the dev container."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import BASE_EXAMPLE, ROOT

ANNEX = "plans/vi-du/01-kh-2025/annexes/phu-luc-1.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the example plan, this project's hooks and its command."""
    shutil.copytree(BASE_EXAMPLE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "schema").mkdir()
    shutil.copy(ROOT / ".pre-commit-config.yaml", tmp_path)
    command = tmp_path / ".venv" / "bin" / "kehoach"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    return tmp_path


def run_hook(repository: Path, name: str) -> subprocess.CompletedProcess[str]:
    """Run one hook on every file, as a commit would."""
    subprocess.run(["git", "add", "plans"], cwd=repository, check=True)
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", name, "--all-files"],
        cwd=repository,
        env={**os.environ, "PRE_COMMIT_HOME": str(repository / ".cache"), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_commit_is_formatted_first(repository: Path) -> None:
    """Untidy files are rewritten and stop the commit once; the next try passes."""
    annex = repository / ANNEX
    tidy = annex.read_text("utf-8")
    annex.write_text(tidy.replace("place: Phụ lục I", "place:   'Phụ lục I'"), encoding="utf-8")
    first = run_hook(repository, "kehoach-fmt")
    assert first.returncode == 1, first.stdout
    assert "files were modified by this hook" in first.stdout
    assert "place: Phụ lục I\n" in annex.read_text("utf-8")
    assert run_hook(repository, "kehoach-fmt").returncode == 0
    assert run_hook(repository, "kehoach-check").returncode == 0


def test_a_commit_with_a_finding_is_stopped(repository: Path) -> None:
    """A plan that does not pass the check keeps the commit from being made, with the finding."""
    annex = repository / ANNEX
    annex.write_text(annex.read_text("utf-8").replace("total: 600}", "total: 601}"), "utf-8")
    stopped = run_hook(repository, "kehoach-check")
    assert stopped.returncode == 1
    assert "B101" in stopped.stdout


def test_the_dev_container_has_what_editing_needs() -> None:
    """It fixes versions, makes the environment with targets that exist, and adds the YAML editor."""
    settings = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text("utf-8"))
    assert ":" in settings["image"]
    assert all(":" in feature for feature in settings["features"])
    targets = set((ROOT / "Makefile").read_text("utf-8").split(".PHONY:")[1].split("\n")[0].split())
    make, _, command = settings["postCreateCommand"].partition(" && ")
    assert set(make.split()[1:]) <= targets
    assert command == ".venv/bin/kehoach schema --editor"
    recommended = json.loads((ROOT / ".vscode" / "extensions.json").read_text("utf-8"))
    extensions = settings["customizations"]["vscode"]["extensions"]
    assert extensions == recommended["recommendations"]


def test_tasks_of_the_editor_run_commands_that_exist() -> None:
    """The task that runs when the folder is opened makes the schemas that the settings name."""
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text("utf-8"))["tasks"]
    on_open = [task["command"] for task in tasks if task.get("runOptions")]
    assert on_open == [".venv/bin/kehoach schema --editor"]
    commands = {task["command"].split()[1] for task in tasks}
    done = subprocess.run(
        [sys.executable, "-m", "generator", "--help"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert [command for command in commands if f"\n  {command} " not in done.stdout] == []
