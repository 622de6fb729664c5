"""What the honesty tests share: projects with a history, the command as a process, hashes of folders."""

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[2]
BASE = ROOT / "generator" / "checks" / "examples" / "base"
_IDENTITY = {
    "GIT_AUTHOR_NAME": "Vi du",
    "GIT_AUTHOR_EMAIL": "vi-du@example.org",
    "GIT_COMMITTER_NAME": "Vi du",
    "GIT_COMMITTER_EMAIL": "vi-du@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
}
_TITLE = "Nâng cấp cổng dịch vụ công"


def make_project(root: Path, title: str = _TITLE, two_plans: bool = False) -> Path:
    """A small project with two commits, the second of which changes a task's title."""
    shutil.copytree(BASE, root)
    if two_plans:
        plans = root / "plans" / "vi-du"
        shutil.copytree(plans / "01-kh-2025", plans / "02-kh-2025")
        card = plans / "02-kh-2025" / "plan.yaml"
        card.write_text(card.read_text("utf-8").replace("01/KH", "02/KH"), encoding="utf-8")
    (root / "schema").mkdir(exist_ok=True)
    (root / "schema" / ".gitkeep").touch()
    start_repository(root)
    commit(root, "2026-01-05T08:00:00+07:00")
    annex = root / "plans" / "vi-du" / "01-kh-2025" / "annexes" / "phu-luc-1.yaml"
    text = annex.read_text("utf-8")
    assert _TITLE in text
    annex.write_text(text.replace(_TITLE, f"{title}, giai đoạn hai"), encoding="utf-8")
    commit(root, "2026-02-05T23:30:00+07:00")
    return root


def clone(root: Path, to: Path) -> Path:
    """The same commits in another place, whose files were written in another order."""
    _git(root.parent, "clone", "-q", str(root), str(to))
    return to


def start_repository(root: Path) -> None:
    """Make a folder a repository without commits."""
    _git(root, "init", "-q", "-b", "main")


def commit(root: Path, moment: str) -> None:
    """Commit everything in a folder, as if at that moment."""
    _git(root, "add", "-A")
    _git(root, "commit", "-q", "-m", "Ghi", GIT_AUTHOR_DATE=moment, GIT_COMMITTER_DATE=moment)


def _git(root: Path, *words: str, **variables: str) -> None:
    subprocess.run(["git", *words], cwd=root, check=True, env=os.environ | _IDENTITY | variables)


def command(*words: str) -> list[str]:
    """The words that start kehoach."""
    return [sys.executable, "-m", "generator", *words]


def environment(**variables: str) -> dict[str, str]:
    """A plain shell's variables, no cache, and these.

    Coverage is not measured: its own file would meet the limits and kills meant for the command.
    """
    ours = ("GITHUB_", "KEHOACH_", "COVERAGE_")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    path = os.pathsep.join(filter(None, [variables.pop("PYTHONPATH", ""), str(ROOT)]))
    return kept | {"KEHOACH_CACHE": "", "PYTHONPATH": path} | variables


def run(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    return subprocess.run(
        command(*words),
        env=environment(**variables),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )


def digest(folder: Path) -> str:
    """One hash of all names and contents below a folder."""
    whole = sha256()
    for file in sorted(folder.rglob("*")):
        whole.update(f"{file.relative_to(folder).as_posix()}\0{file.is_dir()}\0".encode())
        if file.is_file():
            whole.update(sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def fingerprint(folder: Path) -> dict[str, str]:
    """Hash of every file below a folder, so that a difference is told by its name."""
    return {
        file.relative_to(folder).as_posix(): sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
