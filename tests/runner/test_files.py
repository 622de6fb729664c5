"""Reading what lies in a folder, whatever it is."""

import os
from pathlib import Path

import pytest

from generator.runner.files import MOST_BYTES, UnreadableError, list_entries, read_file


def _names(folder: Path) -> list[str]:
    return [entry.name for entry in list_entries(folder)]


def test_every_file_is_listed_and_hidden_ones_are_not(tmp_path: Path) -> None:
    """Files at any depth are listed in order; hidden files and folders are left out."""
    for name in ("b.txt", "a/c.yaml", "a/.x.swp", ".git/config"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert _names(tmp_path) == ["a/c.yaml", "b.txt"]


def test_folder_named_like_a_file_is_an_entry(tmp_path: Path) -> None:
    """A folder called x.yaml is listed itself, not entered."""
    (tmp_path / "x.yaml").mkdir()
    (tmp_path / "x.yaml" / "inner.yaml").touch()
    assert _names(tmp_path) == ["x.yaml"]


def test_linked_folder_is_an_entry(tmp_path: Path) -> None:
    """A link to a folder is listed itself, so that nothing behind it is read unseen."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "inner.yaml").touch()
    home = tmp_path / "home"
    home.mkdir()
    (home / "annexes").symlink_to(tmp_path / "other")
    assert _names(home) == ["annexes"]


def test_folder_that_cannot_be_listed_is_an_entry_with_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder without permission is told, not skipped."""
    locked = tmp_path / "annexes"
    locked.mkdir()
    listing = os.scandir

    def refuse(folder: str) -> object:
        if folder == str(locked):
            raise PermissionError(13, "Permission denied")
        return listing(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    (entry,) = list_entries(tmp_path)
    assert (entry.name, entry.fault) == ("annexes", "không có quyền truy cập")


def test_bytes_of_a_plain_file_come_whole(tmp_path: Path) -> None:
    """A regular file inside the folder is read to its end."""
    (tmp_path / "a").write_bytes(b"\x00\xff" * 100)
    assert read_file(tmp_path / "a", tmp_path) == b"\x00\xff" * 100


def test_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    """A link to a file of the same folder is read as that file."""
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "b").symlink_to("a")
    assert read_file(tmp_path / "b", tmp_path) == b"x"


def _link_out(home: Path) -> Path:
    (home.parent / "secret").write_text("bí mật", encoding="utf-8")
    (home / "x").symlink_to("../secret")
    return home / "x"


def _folder(home: Path) -> Path:
    (home / "x").mkdir()
    return home / "x"


def _pipe(home: Path) -> Path:
    os.mkfifo(home / "x")
    return home / "x"


def _loop(home: Path) -> Path:
    (home / "x").symlink_to("x")
    return home / "x"


def _dangling(home: Path) -> Path:
    (home / "x").symlink_to("gone")
    return home / "x"


def _huge(home: Path) -> Path:
    with (home / "x").open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    return home / "x"


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_link_out, "liên kết ra ngoài"),
        (_folder, "là thư mục"),
        (_pipe, "không phải tệp thường"),
        (_loop, "vòng tròn"),
        (_dangling, "được trỏ tới không có"),
        (_huge, "dài hơn 64 MiB"),
    ],
)
def test_what_is_not_a_file_is_refused_with_its_reason(
    tmp_path: Path, make: object, reason: str
) -> None:
    """A link out of the folder, a folder, a pipe, a loop, nothing, a giant: each is refused."""
    home = tmp_path / "home"
    home.mkdir()
    file = make(home)  # type: ignore[operator]
    with pytest.raises(UnreadableError, match=reason):
        read_file(file, home)
