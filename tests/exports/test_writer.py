"""Writing: files are whole or not there, and paths stay in their folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.exports import ExportError, File, render, write_exports
from generator.exports.writer import write_files
from tests.exports.sample import sample_input


def test_what_is_written_is_what_was_rendered(tmp_path: Path) -> None:
    """The folder holds the rendered files, all of them and nothing else."""
    written = write_exports(sample_input(), tmp_path / "data" / "v1")
    found = {
        file.relative_to(tmp_path / "data" / "v1").as_posix(): file.read_bytes()
        for file in (tmp_path / "data" / "v1").rglob("*")
        if file.is_file()
    }
    assert found == dict(render(sample_input()))
    assert len(written) == len(found)


def test_a_render_that_fails_writes_nothing(tmp_path: Path) -> None:
    """Files are written only when all of them are there to be written."""

    def broken() -> Iterator[File]:
        yield "a.csv", b"id\n"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_files(broken(), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk costs neither the earlier file nor leaves a half one beside it."""
    (tmp_path / "a.csv").write_bytes(b"old\n")

    def full(file: Path, content: bytes) -> int:
        with file.open("wb") as target:
            target.write(content[:2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ExportError, match=r"a\.csv"):
        write_files([("a.csv", b"new\n")], tmp_path)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a.csv", b"old\n")]


def test_a_folder_that_cannot_be_made_is_told_in_vietnamese(tmp_path: Path) -> None:
    """A file in the way of the folder is the caller's mistake, not ours."""
    (tmp_path / "data").write_text("x")
    with pytest.raises(ExportError, match="Không ghi được tệp"):
        write_files([("a.csv", b"id\n")], tmp_path / "data")


@pytest.mark.parametrize("path", ["../a.csv", "/a.csv", "plans/../../a.csv"])
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, path: str) -> None:
    """Whatever a plan is called, nothing is written outside."""
    with pytest.raises(ValueError, match="bad path"):
        write_files([(path, b"")], tmp_path / "in")
    assert not (tmp_path / "in").exists()


def test_two_files_of_one_path_are_refused(tmp_path: Path) -> None:
    """Two formats cannot overwrite each other's files unseen."""
    with pytest.raises(ValueError, match="bad path"):
        write_files([("a.csv", b"1"), ("a.csv", b"2")], tmp_path)


def test_files_that_are_not_ours_are_left_alone(tmp_path: Path) -> None:
    """The folder may hold other things."""
    (tmp_path / "README").write_text("x")
    write_files([("a.csv", b"id\n")], tmp_path)
    assert (tmp_path / "README").read_text() == "x"
