"""Turn a filled-in form "this figure is wrong" into a pull request.

The form is written by strangers. Its words reach `kehoach correct` as arguments and no shell; that
command changes one value of one plan file and nothing else. The new text goes to the platform by
its interface. Whatever cannot be done is told under the form, for a person to go on.

Environment: as for `comment.py`; `KEHOACH` is the command, `.venv/bin/kehoach` by default.
"""

import base64
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from github_api import Platform, platform

BASE = "main"
WORKFLOWS = ("ci.yml", "pull-request.yml")
"""What a pull request is checked by; one that a workflow opens starts no other by itself."""
LABELS = {
    "file": "Tệp dữ liệu",
    "place": "Chỗ trong tệp",
    "shown": "Trang đang ghi",
    "printed": "Văn bản in là",
    "source": "Ở chỗ nào trong văn bản",
}
"""Headings of the form, by the ids of its fields."""

_EMPTY = "_No response_"
_FILE = re.compile(r"plans/[a-z0-9-]+/[a-z0-9-]+(?:/[a-z0-9-]+){0,2}\.yaml")
_MOST = 2000


def answers(body: str) -> dict[str, str]:
    """Read the form.

    Args:
        body: The issue's text, as the platform writes it from the form.

    Returns:
        What stands under each heading of `LABELS`, on one line; empty where nothing was given.
    """
    found = dict.fromkeys(LABELS, "")
    for section in re.split(r"^### ", body.replace("\r\n", "\n"), flags=re.MULTILINE)[1:]:
        heading, _, text = section.partition("\n")
        for name, label in LABELS.items():
            if heading.strip() == label and not found[name]:
                value = " ".join(text.split())[:_MOST]
                found[name] = "" if value == _EMPTY else value
    return found


def told(text: str) -> str:
    """Text of a stranger as it can stand in a comment: a block that calls nobody."""
    fence = "`" * (max((len(run) for run in re.findall(r"`+", text)), default=0) + 3)
    return f"{fence}text\n{text.strip()}\n{fence}"


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run our command."""
    command = os.environ.get("KEHOACH", ".venv/bin/kehoach")
    return subprocess.run([command, *words], capture_output=True, encoding="utf-8", check=False)  # noqa: S603


def propose(here: Platform, number: int, form: dict[str, str], report: str) -> str:
    """Make a branch with the corrected file, and a pull request from it.

    Args:
        here: The platform.
        number: Number of the form.
        form: What it says.
        report: What `kehoach check` finds in the corrected plans.

    Returns:
        Address of the pull request.
    """
    branch, file = f"sua-so-lieu-{number}", form["file"]
    head = here.call("GET", f"/git/ref/heads/{BASE}")["object"]["sha"]
    here.call("POST", "/git/refs", {"ref": f"refs/heads/{branch}", "sha": head})
    old = here.call("GET", f"/contents/{quote(file)}?ref={BASE}")
    here.call(
        "PUT",
        f"/contents/{quote(file)}",
        {
            "message": f"Sửa một giá trị theo phiếu #{number}\n\n{file}",
            "content": base64.b64encode(Path(file).read_bytes()).decode(),
            "sha": old["sha"],
            "branch": branch,
        },
    )
    words = [f"{label}: {form[name] or '(trống)'}" for name, label in LABELS.items()]
    body = (
        f"Đề nghị này do máy soạn từ phiếu #{number}. Người duyệt mở văn bản và so lại.\n\n"
        f"Lời người báo:\n\n{told(chr(10).join(words))}\n\n"
        f"Kiểm tra sau khi sửa:\n\n{told(report)}\n\nCloses #{number}"
    )
    title = f"Sửa số liệu theo phiếu #{number}"
    pull = here.call("POST", "/pulls", {"title": title, "head": branch, "base": BASE, "body": body})
    for workflow in WORKFLOWS:
        here.call("POST", f"/actions/workflows/{workflow}/dispatches", {"ref": branch})
    return str(pull["html_url"])


def answer(here: Platform, number: int, body: str) -> str:
    """Do what the form asks for.

    Args:
        here: The platform.
        number: Number of the form.
        body: Its text.

    Returns:
        What to write under it.
    """
    form = answers(body)
    if not _FILE.fullmatch(form["file"]) or not form["place"]:
        return "Cảm ơn anh chị. Phiếu chưa chỉ rõ tệp và chỗ, nên một người duyệt sẽ tìm và sửa."
    shown = f"--shown={form['shown']}"
    done = run("correct", form["file"], shown, "--", form["place"], form["printed"])
    if done.returncode:
        return f"Máy chưa tự sửa được; một người duyệt sẽ xem.\n\n{told(done.stderr[:_MOST])}"
    report = run("check", "--format", "text").stdout[-_MOST:]
    return f"Cảm ơn anh chị. Đã soạn một đề nghị sửa: {propose(here, number, form, report)}"


def main() -> int:
    """Read the event, act, and say under the form what was done."""
    issue = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))["issue"]
    here, number = platform(), int(issue["number"])
    text = answer(here, number, issue["body"] or "")
    here.call("POST", f"/issues/{number}/comments", {"body": text})
    return 0


if __name__ == "__main__":
    sys.exit(main())
