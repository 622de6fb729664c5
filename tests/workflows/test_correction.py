"""A form "this figure is wrong" becomes a pull request with one changed value."""

import base64
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.workflows.platform import MadeUpPlatform, running

ROOT = Path(__file__).parents[2]
BASE = ROOT / "generator" / "checks" / "examples" / "base"
SCRIPT = ROOT / ".github" / "scripts" / "correction.py"
FORM = ROOT / ".github" / "ISSUE_TEMPLATE" / "sai-so-lieu.yml"
FILE = "plans/vi-du/01-kh-2025/annexes/phu-luc-1.yaml"
PLACE = "annexes/phu-luc-1/rows/I/rows/1/amounts/y2025"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small project, and our command in it."""
    root = tmp_path / "du-an"
    shutil.copytree(BASE, root)
    (root / "schema").mkdir(exist_ok=True)
    command = root / "kehoach"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n', "utf-8")
    command.chmod(0o755)
    return root


def filled_in(**answers: str) -> str:
    """The form as the platform writes it into an issue, in the order of its fields."""
    form: dict[str, Any] = yaml.safe_load(FORM.read_text("utf-8"))
    fields = [item for item in form["body"] if item["type"] != "markdown"]
    assert set(answers) <= {field["id"] for field in fields}
    return "\n\n".join(
        f"### {field['attributes']['label']}\n\n{answers.get(field['id'], '_No response_')}"
        for field in fields
    )


def run(platform: MadeUpPlatform, checkout: Path, body: str) -> list[tuple[str, str, Any]]:
    """Run the script as the workflow does."""
    event = checkout / "event.json"
    event.write_text(json.dumps({"issue": {"number": 12, "body": body}}), "utf-8")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GITHUB_", "KEHOACH"))}
    environment = kept | {
        "PYTHONPATH": str(ROOT),
        "KEHOACH": str(checkout / "kehoach"),
        "GITHUB_ACTIONS": "true",
        "GITHUB_API_URL": platform.url,
        "GITHUB_REPOSITORY": "vi-du/ke-hoach",
        "GITHUB_TOKEN": "khong-phai-ma",
        "GITHUB_EVENT_PATH": str(event),
    }
    subprocess.run([sys.executable, str(SCRIPT)], cwd=checkout, env=environment, check=True)
    return platform.sent


def test_a_filled_in_form_becomes_a_pull_request(checkout: Path) -> None:
    """The branch holds the file with the one value; the checks are started and the form answered."""
    body = filled_in(
        file=FILE, place=PLACE, printed="101", source="Phụ lục 1, dòng 1, trang 4 @ai-do"
    )
    with running(MadeUpPlatform()) as platform:
        branch, content, pull, *starts, comment = run(platform, checkout, body)
    assert branch[2] == {"ref": "refs/heads/sua-so-lieu-12", "sha": "goc"}
    assert content[:2] == ("PUT", f"/contents/{FILE}")
    written = yaml.safe_load(base64.b64decode(content[2]["content"]))
    assert written["rows"][0]["rows"][0]["amounts"]["y2025"] == 101
    assert "Closes #12" in pull[2]["body"]
    assert "B101" in pull[2]["body"]
    assert "Cách sửa:" in pull[2]["body"]
    assert "::error" not in pull[2]["body"]
    assert [(path, sent) for _, path, sent in starts] == [
        (f"/actions/workflows/{name}/dispatches", {"ref": "sua-so-lieu-12"})
        for name in ("ci.yml", "pull-request.yml")
    ]
    assert comment[1] == "/issues/12/comments"
    assert "https://vi-du.example/8" in comment[2]["body"]


def test_a_row_and_what_is_shown_of_it_are_enough(checkout: Path) -> None:
    """Whoever knows no address of a value copies what the page shows; the value is found by it."""
    row = PLACE.removesuffix("/amounts/y2025")
    body = filled_in(file=FILE, place=row, shown="100", printed="101", source="trang 4")
    with running(MadeUpPlatform()) as platform:
        sent = run(platform, checkout, body)
    written = yaml.safe_load(base64.b64decode(sent[1][2]["content"]))
    assert written["rows"][0]["rows"][0]["amounts"]["y2025"] == 101
    assert "Trang đang ghi: 100" in sent[2][2]["body"]


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"printed": "5"}, "chưa chỉ rõ tệp"),
        ({"file": "../../etc/passwd", "place": "a", "printed": "5"}, "chưa chỉ rõ tệp"),
        ({"file": ".github/workflows/ci.yml", "place": "on", "printed": "5"}, "chưa chỉ rõ tệp"),
        ({"file": FILE, "place": "khong/co", "printed": "5"}, "không có chỗ nào"),
        ({"file": FILE, "place": PLACE, "printed": "--root=/"}, "không đọc được là số"),
        ({"file": FILE, "place": PLACE, "printed": "100"}, "đã ghi đúng như vậy"),
        ({"file": FILE, "place": PLACE, "shown": "--root=/", "printed": "5"}, "không có chỗ nào"),
        ({"file": FILE, "place": PLACE, "printed": "$(touch hong) `x`"}, "không đọc được là số"),
    ],
)
def test_a_form_that_cannot_be_followed_is_answered_and_changes_nothing(
    checkout: Path, answers: dict[str, str], told: str
) -> None:
    """Nothing but a comment reaches the platform, and nothing is executed."""
    with running(MadeUpPlatform()) as platform:
        sent = run(platform, checkout, filled_in(source="trang 1", **answers))
    assert [path for _, path, _ in sent] == ["/issues/12/comments"]
    assert told in sent[0][2]["body"]
    assert not (checkout / "hong").exists()


def test_words_of_strangers_stand_in_blocks_that_call_nobody(checkout: Path) -> None:
    """Mentions, backticks and headings of the form's text stay inside a fenced block."""
    evil = "```` @moi-nguoi <img src=x> ### Tệp dữ liệu"
    body = filled_in(file=FILE, place=PLACE, printed="101", source=evil)
    with running(MadeUpPlatform()) as platform:
        pull = run(platform, checkout, body)[2][2]
    fence = "`" * 7
    before, _, rest = pull["body"].partition(f"{fence}text\n")
    assert "@" not in before
    assert evil in rest.split(f"\n{fence}")[0]
    assert pull["title"] == "Sửa số liệu theo phiếu #12"
