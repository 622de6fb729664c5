"""What the published documents get wrong is found by the checks, not by the waivers."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.diagnostics import Status
from generator.pipeline import check
from generator.project import Project
from tests.conftest import ROOT


@pytest.fixture
def unwaived(tmp_path: Path) -> Path:
    """The repository's plans with no waiver left."""
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    (tmp_path / "schema").mkdir()
    for file in tmp_path.glob("plans/*/*/waivers.yaml"):
        file.unlink()
    return tmp_path


def test_without_waivers_the_check_fails_and_names_each(unwaived: Path) -> None:
    """Exit code 1, and exactly the accepted discrepancies, each at its place, as open errors."""
    accepted = {
        (f"{file.parent.parent.name}/{file.parent.name}", entry["code"], entry["path"])
        for file in ROOT.glob("plans/*/*/waivers.yaml")
        for entry in yaml.safe_load(file.read_text("utf-8"))["waivers"]
    }
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--root", str(unwaived), "--format", "json"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 1
    found = json.loads(done.stdout)["findings"]
    errors = {
        ("/".join(f["file"].split("/")[1:3]), f["code"], f["path"])
        for f in found
        if f["severity"] == "error"
    }
    assert errors == accepted
    assert len(accepted) > 10


def test_with_waivers_every_one_is_still_needed(project: Project) -> None:
    """The repository passes, and each waiver accepts one finding and gives it its reason."""
    checked = check(project)
    assert not checked.blocks
    reasons = [w.reason for plan in checked.library.plans for w in plan.waivers.waivers]
    accepted = [d.reason for d in checked.diagnostics if d.status is Status.ACCEPTED]
    assert sorted(accepted) == sorted(reasons)
    assert all(reasons)
