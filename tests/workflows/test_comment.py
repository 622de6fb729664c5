"""The script that writes under a pull request: one comment, inert, on the right pull request."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.workflows.platform import MadeUpPlatform, running

SCRIPT = Path(__file__).parents[2] / ".github" / "scripts" / "comment.py"
MARKER = "<!-- kehoach:diff -->"
PULL = {"number": 7, "head": {"sha": "abc"}, "label": "nguoi-la:sua/so"}


FORK: dict[str, object] = {"owner": {"login": "nguoi-la"}}


def run(
    platform: MadeUpPlatform,
    folder: Path,
    report: str,
    sha: str = "abc",
    fork: dict[str, object] | None = FORK,
) -> int:
    """Run the script as the workflow does."""
    event = {
        "workflow_run": {
            "head_sha": sha,
            "head_branch": "sua/so",
            "head_repository": fork,
        }
    }
    (folder / "event.json").write_text(json.dumps(event), "utf-8")
    (folder / "comment.md").write_text(report, "utf-8")
    environment = {
        "PATH": os.environ["PATH"],
        "GITHUB_API_URL": platform.url,
        "GITHUB_REPOSITORY": "vi-du/ke-hoach",
        "GITHUB_TOKEN": "khong-phai-ma",
        "GITHUB_EVENT_PATH": str(folder / "event.json"),
    }
    arguments = [sys.executable, str(SCRIPT), str(folder / "comment.md")]
    return subprocess.run(arguments, env=environment, check=False).returncode


def test_the_first_report_is_a_new_comment_with_labels(tmp_path: Path) -> None:
    """The pull request is found by its head, labelled by its paths, and commented on once."""
    files = ["plans/tay-ninh/1330-da-ubnd-2025/budget.yaml", "docs/huong-dan/index.md"]
    with running(MadeUpPlatform(pulls=[PULL], files=files)) as platform:
        assert run(platform, tmp_path, f"{MARKER}\nMột chỉ tiêu hạ") == 0
    labels, comment = platform.sent
    assert labels == ("POST", "/issues/7/labels", {"labels": ["dữ liệu", "tài liệu"]})
    assert comment == ("POST", "/issues/7/comments", {"body": f"{MARKER}\nMột chỉ tiêu hạ\n"})


def test_a_later_report_replaces_our_comment_and_no_other(tmp_path: Path) -> None:
    """Only a comment of the bot that begins with the marker is rewritten, even on page two."""
    others = [
        {"id": n, "user": {"login": "nguoi-la"}, "body": f"{MARKER} giả"} for n in range(1, 101)
    ]
    ours = {"id": 500, "user": {"login": "github-actions[bot]"}, "body": f"{MARKER}\ncũ"}
    platform = MadeUpPlatform(pulls=[PULL], comments=[*others, ours])
    with running(platform):
        assert run(platform, tmp_path, "mới") == 0
    assert platform.sent == [("PATCH", "/issues/comments/500", {"body": f"{MARKER}\nmới\n"})]


def test_a_pull_request_that_moved_on_gets_nothing(tmp_path: Path) -> None:
    """A report about an older commit is not written under a newer one."""
    with running(MadeUpPlatform(pulls=[PULL], files=["plans/x.yaml"])) as platform:
        assert run(platform, tmp_path, "cũ", sha="def") == 0
    assert platform.sent == []


def test_a_deleted_fork_is_no_failure(tmp_path: Path) -> None:
    """Whoever sent the change may delete the fork before its checks are over."""
    with running(MadeUpPlatform(pulls=[PULL], files=["plans/x.yaml"])) as platform:
        assert run(platform, tmp_path, "mới", fork=None) == 0
    assert platform.sent == []


def test_a_hostile_report_calls_nobody_and_is_cut(tmp_path: Path) -> None:
    """Mentions are broken, a second marker is dropped, and length is bounded."""
    report = f"@moi-nguoi {MARKER} \0" + "x" * 200_000
    with running(MadeUpPlatform(pulls=[PULL])) as platform:
        assert run(platform, tmp_path, report) == 0
    body = platform.sent[-1][2]["body"]
    assert "@m" not in body
    assert "\0" not in body
    assert body.count(MARKER) == 1
    assert 65_000 < len(body) < 65_536
    assert "bị cắt" in body
