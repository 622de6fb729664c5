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
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote
from urllib.request import Request, urlopen

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

_PAGE = 100
_TIMEOUT = 30


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


class Platform:
    """The few calls to the platform's interface that are needed."""

    def __init__(self, url: str, repository: str, token: str) -> None:
        self._base = f"{url}/repos/{repository}"
        self._token = token

    def call(self, method: str, path: str, content: object = None) -> Any:
        """Send a request below the repository and read the answer as JSON."""
        data = None if content is None else json.dumps(content).encode()
        request = Request(self._base + path, data=data, method=method)  # noqa: S310 - https of the platform
        request.add_header("Authorization", f"Bearer {self._token}")
        request.add_header("Accept", "application/vnd.github+json")
        with urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310
            return json.load(answer)

    def every(self, path: str) -> Iterator[Any]:
        """Every item of a list that comes in pages."""
        joint = "&" if "?" in path else "?"
        page = 1
        while items := self.call("GET", f"{path}{joint}per_page={_PAGE}&page={page}"):
            yield from items
            if len(items) < _PAGE:
                return
            page += 1


def pull_request_of(platform: Platform, run: dict[str, Any]) -> int | None:
    """Find the open pull request whose head is the commit that was checked.

    Args:
        platform: The platform.
        run: The finished run, as the event tells it.

    Returns:
        Its number; None when it is closed or has moved on since. The number is never taken
        from what the run itself wrote.
    """
    owner, branch = run["head_repository"]["owner"]["login"], run["head_branch"]
    head = quote(f"{owner}:{branch}", safe="")
    for pull in platform.every(f"/pulls?state=open&head={head}"):
        if pull["head"]["sha"] == run["head_sha"]:
            return int(pull["number"])
    return None


def post(platform: Platform, number: int, text: str) -> None:
    """Write our one comment under a pull request, or bring it up to date."""
    for comment in platform.every(f"/issues/{number}/comments"):
        if comment["user"]["login"] == BOT and comment["body"].startswith(MARKER):
            platform.call("PATCH", f"/issues/comments/{comment['id']}", {"body": text})
            return
    platform.call("POST", f"/issues/{number}/comments", {"body": text})


def label(platform: Platform, number: int) -> None:
    """Label a pull request by the files that it touches."""
    paths = [file["filename"] for file in platform.every(f"/pulls/{number}/files")]
    if labels := labels_of(paths):
        platform.call("POST", f"/issues/{number}/labels", {"labels": labels})


def main(report: Path) -> int:
    """Do it; a pull request that is gone is no failure."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
    platform = Platform(
        os.environ["GITHUB_API_URL"], os.environ["GITHUB_REPOSITORY"], os.environ["GITHUB_TOKEN"]
    )
    number = pull_request_of(platform, event["workflow_run"])
    if number is None:
        return 0
    label(platform, number)
    post(platform, number, comment_text(report.read_text("utf-8", errors="replace")))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
