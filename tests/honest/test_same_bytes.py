"""The same commit gives the same bytes, whatever the machine it is built on is like."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.honest.trees import clone, command, environment, fingerprint, make_project

SHUFFLED = str(Path(__file__).with_name("shuffled"))


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """One commit checked out in two places."""
    home = tmp_path_factory.mktemp("commit")
    root = make_project(home / "du-an", two_plans=True)
    return root, clone(root, home / "mot noi khac")


def machines(cache: Path, elsewhere: Path) -> list[tuple[dict[str, str], int, Path, list[str]]]:
    """Machines that differ in everything that must not matter.

    Each is variables, umask, current folder, and the words in front of the command.
    """
    one_core = ["taskset", "-c", "0"] if shutil.which("taskset") else []
    cached = {"KEHOACH_CACHE": str(cache)}
    return [
        ({"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "KEHOACH_JOBS": "1"},
         0o022, elsewhere, []),
        ({"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "KEHOACH_JOBS": "3",
          "PYTHONPATH": SHUFFLED, "KEHOACH_TEST_ORDER": "a", "PYTHONUTF8": "0", **cached},
         0o077, Path("/"), []),
        ({"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LANG": "tr_TR.UTF-8", "COLUMNS": "40",
          "PYTHONPATH": SHUFFLED, "KEHOACH_TEST_ORDER": "b", "HOME": str(elsewhere), **cached},
         0o002, elsewhere, one_core),
    ]  # fmt: skip


def on(
    machine: tuple[dict[str, str], int, Path, list[str]], *words: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command on one of the machines."""
    variables, umask, folder, front = machine
    return subprocess.run(
        [*front, *command(*words)],
        env=environment(**variables),
        cwd=folder,
        umask=umask,
        capture_output=True,
        check=False,
        timeout=600,
    )


@pytest.mark.parametrize("word", ["build", "export"])
def test_a_commit_gives_the_same_bytes(homes: tuple[Path, Path], tmp_path: Path, word: str) -> None:
    """Locale, zone, hash seed, order of files, umask, folders, cores and cache change no byte.

    The last machine meets the cache of the one before and the folder of the first.
    """
    outs = [tmp_path / "moi", tmp_path / "xa" / "moi", tmp_path / "moi"]
    seen = []
    roots = (homes[0], homes[1], homes[0])
    for machine, out, root in zip(machines(tmp_path / "c", tmp_path), outs, roots, strict=True):
        done = on(machine, word, "--root", str(root), "--out", str(out))
        assert done.returncode == 0, done.stderr.decode()
        seen.append(fingerprint(out))
    assert len(seen[0]) > 20
    assert seen[1] == seen[0]
    assert seen[2] == seen[0]
    assert [path.name for path in (tmp_path / "xa").iterdir()] == ["moi"]


@pytest.mark.parametrize("form", ["text", "sarif"])
def test_a_report_is_the_same(homes: tuple[Path, Path], tmp_path: Path, form: str) -> None:
    """What check says of a faulty project is the same to the byte, notes and accepted ones too."""
    reports = set()
    for place, machine in enumerate(machines(tmp_path / "c", tmp_path)):
        root = tmp_path / f"{place}" / "du-an"
        shutil.copytree(homes[place % 2], root)
        for annex in (root / "plans").glob("*/*/annexes/*.yaml"):
            text = annex.read_text("utf-8")
            annex.write_text(text.replace("total: 600}", "total: 601}"), encoding="utf-8")
        done = on(machine, "check", "-v", "--root", str(root), "--format", form)
        assert done.returncode == 1, done.stderr.decode()
        reports.add(done.stdout.replace(str(root).encode(), b"ROOT"))
    assert len(reports) == 1
    assert b"B101" in reports.pop()


def test_the_order_of_files_is_another_one() -> None:
    """Two machines list one folder differently, or the tests above would show nothing."""
    listing = "import os; print(os.listdir('.'), [e.name for e in os.scandir('.')])"
    seen = {
        subprocess.run(
            [sys.executable, "-c", listing],
            env=environment(PYTHONPATH=SHUFFLED, KEHOACH_TEST_ORDER=order),
            capture_output=True,
            check=True,
        ).stdout
        for order in "ab"
    }
    assert len(seen) == 2
