"""Put the report of a pull request's checks under it, and label it by what it touches.

This runs with a token that may write, so it must not trust what it posts: the report was made by
the code of the pull request. It is taken as text, cut to length, and cannot call anybody. Nothing
of the pull request is executed. Only Python's own library is used, so nothing is installed.

Environment: `GITHUB_API_URL`, `GITHUB_REPOSITORY`, `GITHUB_TOKEN`, and `GITHUB_EVENT_PATH`, which
holds the event of the finished run. One argument: the report's file.
"""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from github_api import Platform, platform

MARKER = "<!-- kehoach:diff -->"
BOT = "github-actions[bot]"
MOST = 65_000
"""Characters of a comment: the platform refuses more than 65,536."""

CUT = "\n\n… Báo cáo quá dài nên bị cắt ở đây; bản đầy đủ nằm trong phần tóm tắt của lượt chạy."

LABELS: tuple[tuple[str, str], ...] = (
    ("plans/registry/", "sổ dùng chung"),
    ("plans/", "dữ liệu"),
    ("generator/", "mã nguồn"),
    ("schema/", "lược đồ"),
    ("docs/", "tài liệu"),
    (".github/", "quy trình"),
    ("requirements/", "phụ thuộc"),
    ("package-lock.json", "phụ thuộc"),
)
"""Beginning of a path, and the label of what it belongs to; the first one that fits counts."""


def comment_text(report: str) -> str:
    """Make a comment of a report that nobody vouches for.

    Args:
        report: Text made by the code of a pull request.

    Returns:
        Text that begins with the marker, calls nobody, and is short enough.
    """
    body = report.replace("\0", "").replace(MARKER, "").strip()
    body = body.replace("@", "@\u200b")
    if len(body) > MOST:
        body = body[:MOST] + CUT
    return f"{MARKER}\n{body}\n"


def labels_of(paths: Sequence[str]) -> list[str]:
    """Labels for the files that a pull request touches, each once, in the order of `LABELS`."""
    found = {next((label for start, label in LABELS if p.startswith(start)), None) for p in paths}
    return list(dict.fromkeys(label for _, label in LABELS if label in found))


def pull_request_of(here: Platform, run: dict[str, Any]) -> int | None:
    """Find the open pull request whose head is the commit that was checked.

    Args:
        here: The platform.
        run: The finished run, as the event tells it.

    Returns:
        Its number; None when it is closed or has moved on since. The number is never taken
        from what the run itself wrote.
    """
    if run["head_repository"] is None:  # the fork was deleted meanwhile
        return None
    owner, branch = run["head_repository"]["owner"]["login"], run["head_branch"]
    head = quote(f"{owner}:{branch}", safe="")
    for pull in here.every(f"/pulls?state=open&head={head}"):
        if pull["head"]["sha"] == run["head_sha"]:
            return int(pull["number"])
    return None


def post(here: Platform, number: int, text: str) -> None:
    """Write our one comment under a pull request, or bring it up to date."""
    for comment in here.every(f"/issues/{number}/comments"):
        if comment["user"]["login"] == BOT and comment["body"].startswith(MARKER):
            here.call("PATCH", f"/issues/comments/{comment['id']}", {"body": text})
            return
    here.call("POST", f"/issues/{number}/comments", {"body": text})


def label(here: Platform, number: int) -> None:
    """Label a pull request by the files that it touches."""
    paths = [file["filename"] for file in here.every(f"/pulls/{number}/files")]
    if labels := labels_of(paths):
        here.call("POST", f"/issues/{number}/labels", {"labels": labels})


def main(report: Path) -> int:
    """Do it; a pull request that is gone is no failure."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
    here = platform()
    number = pull_request_of(here, event["workflow_run"])
    if number is None:
        return 0
    label(here, number)
    post(here, number, comment_text(report.read_text("utf-8", errors="replace")))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
