"""No room, no right, something else in the place: a sentence, exit code 2, and nothing is lost."""

import ctypes
import os
import resource
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.honest.trees import command, digest, environment, make_project

SMALL = 5_000
"""Bytes: less than the largest file of a site, and of an export, more than many."""

_DROP_FROM_BOUNDS, _DAC_OVERRIDE = 24, 1


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project."""
    return make_project(tmp_path_factory.mktemp("chung") / "du-an")


def kehoach(
    *words: str, before: Callable[[], Any] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command under a limit."""
    return subprocess.run(
        command(*words),
        env=environment(),
        preexec_fn=before,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def assert_told(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """The end is a sentence to the caller, with these words in it, and no traceback."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("Lỗi: ")
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


def _limit_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))


def _obey_modes() -> None:
    """Make permissions count for the administrator too."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDS, _DAC_OVERRIDE, 0, 0, 0)


@pytest.mark.parametrize("word", ["build", "export"])
def test_no_room_leaves_what_was_there(root: Path, tmp_path: Path, word: str) -> None:
    """When a file cannot be written to its end, the older folder stays and no workshop is left."""
    out = tmp_path / "ra"
    (out / "data" / "v1").mkdir(parents=True)
    (out / "data" / "v1" / "datapackage.json").write_text("cũ", encoding="utf-8")
    before = digest(out)
    done = kehoach(word, "--root", str(root), "--out", str(out), before=_limit_files)
    assert_told(done, "tệp lớn hơn mức hệ thống cho phép")
    assert digest(out) == before
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("word", ["build", "export"])
def test_a_folder_without_rights_is_told(root: Path, tmp_path: Path, word: str) -> None:
    """Who may not write beside the folder is told so, and the folder stays."""
    out = tmp_path / "ra"
    out.mkdir()
    tmp_path.chmod(0o555)
    done = kehoach(word, "--root", str(root), "--out", str(out), before=_obey_modes)
    tmp_path.chmod(0o755)
    assert_told(done, "không có quyền truy cập", str(out))
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("word", ["build", "export"])
@pytest.mark.parametrize("kind", ["file", "link to a file", "loop", "below a file"])
def test_what_is_no_folder_is_told(root: Path, tmp_path: Path, word: str, kind: str) -> None:
    """A file, a link to one, a link to itself, a name below a file: none is touched."""
    (tmp_path / "tep").write_text("quan trọng", encoding="utf-8")
    (tmp_path / "link").symlink_to("tep")
    (tmp_path / "loop").symlink_to("loop")
    names = {"file": "tep", "link to a file": "link", "loop": "loop", "below a file": "tep/site"}
    done = kehoach(word, "--root", str(root), "--out", str(tmp_path / names[kind]))
    assert_told(done)
    assert (tmp_path / "tep").read_text("utf-8") == "quan trọng"
    assert {path.name for path in tmp_path.iterdir()} == {"tep", "link", "loop"}


def test_documents_of_somebody_are_not_replaced(root: Path, tmp_path: Path) -> None:
    """A build into a folder that holds something else than a site is refused."""
    (tmp_path / "thu").mkdir()
    (tmp_path / "thu" / "bao-cao.docx").write_bytes(b"x")
    before = digest(tmp_path)
    done = kehoach("build", "--root", str(root), "--out", str(tmp_path / "thu"))
    assert_told(done, "đang chứa thứ khác")
    assert digest(tmp_path) == before
