"""What git is asked, and what a hostile tree cannot do."""

from pathlib import Path

import pytest

from generator import revisions
from generator.errors import UsageError
from generator.revisions import commits, entries, folders, merge_base, resolve, write_out
from tests.history.conftest import Repository


def test_revisions_are_resolved_to_commits(repository: Repository) -> None:
    """Branches, tags of tags, short ids and steps backwards all name a commit by its full id."""
    first = repository.git("rev-parse", "HEAD")
    repository.git("tag", "--annotate", "--message", "t", "v1")
    second = repository.commit()
    names = {"main": second, "v1": first, first[:7]: first, "HEAD~1": first, second: second}
    assert {name: resolve(repository.root, name) for name in names} == names


@pytest.mark.parametrize(
    "name", ["khong-co", "", "-h", "--all", "HEAD^{tree}", "HEAD:plans", "a\0b"]
)
def test_other_words_are_refused(repository: Repository, name: str) -> None:
    """A word that names no commit, or could be an option, is told in a sentence."""
    with pytest.raises(UsageError, match="phiên bản git"):
        resolve(repository.root, name)


def test_commits_without_a_common_past_are_told(repository: Repository) -> None:
    """Two histories without a common commit have no place where they parted."""
    first = repository.git("rev-parse", "HEAD")
    other = repository.git("commit-tree", "-m", "khác", f"{first}^{{tree}}")
    assert merge_base(repository.root, first, first) == first
    with pytest.raises(UsageError, match="không có gốc chung"):
        merge_base(repository.root, first, other)


def test_content_is_written_as_it_was(repository: Repository, tmp_path: Path) -> None:
    """Every file of a commit comes out byte for byte, whatever lies in the working tree now."""
    commit = repository.git("rev-parse", "HEAD")
    wanted = {
        file.relative_to(repository.root / "plans").as_posix(): file.read_bytes()
        for file in (repository.root / "plans").rglob("*.yaml")
    }
    repository.edit("plan.yaml", "number: 01/KH-UBND", "number: 02/KH-UBND")
    out = tmp_path / "ra"
    out.mkdir()
    write_out(repository.root, entries(repository.root, commit, "plans"), out, 2**20)
    found = {f.relative_to(out).as_posix(): f.read_bytes() for f in out.rglob("*") if f.is_file()}
    assert found == wanted


def test_a_folder_has_the_same_id_while_it_stays(repository: Repository) -> None:
    """Ids of folders change with what is in them, and only then."""
    first = folders(repository.root, "HEAD", "plans")
    repository.edit("plan.yaml", "number: 01/KH-UBND", "number: 02/KH-UBND")
    second = folders(repository.root, repository.commit(), "plans")
    changed = {name for name in first if first[name] != second[name]}
    assert {"vi-du", "vi-du/01-kh-2025"} <= changed
    assert not changed & {"registry", "vi-du/01-kh-2025/annexes"}


def test_nothing_is_where_no_folder_was(repository: Repository) -> None:
    """A commit without the folder has neither files nor folders in it."""
    assert entries(repository.root, "HEAD", "khong-co") == ()
    assert folders(repository.root, "HEAD", "khong-co") == {}


def test_a_link_leads_nowhere(repository: Repository, tmp_path: Path) -> None:
    """Whatever a link of a commit names, what is written leads to nothing."""
    (repository.root / "plans" / "ra.yaml").symlink_to("/etc/passwd")
    out = tmp_path / "ra"
    out.mkdir()
    write_out(repository.root, entries(repository.root, repository.commit(), "plans"), out, 2**20)
    assert (out / "ra.yaml").is_symlink()
    assert not (out / "ra.yaml").exists()
    assert "passwd" not in str((out / "ra.yaml").readlink())


def test_a_large_file_is_not_fetched(repository: Repository, tmp_path: Path) -> None:
    """A file beyond the limit has its size and none of its content."""
    (repository.root / "plans" / "dai.yaml").write_text("x" * 5000, encoding="utf-8")
    out = tmp_path / "ra"
    out.mkdir()
    write_out(repository.root, entries(repository.root, repository.commit(), "plans"), out, 4999)
    assert (out / "dai.yaml").read_bytes() == b"\0" * 5000


@pytest.mark.parametrize("limit", ["MOST_FILES", "MOST_BYTES", "_MOST_LISTED"])
def test_too_much_is_refused(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    """Too many files, too long a list and too many bytes are told in a sentence."""
    monkeypatch.setattr(revisions, limit, 2)
    with pytest.raises(UsageError, match=r"quá nhiều|dài hơn"):
        write_out(repository.root, entries(repository.root, "HEAD", "plans"), tmp_path, 2**20)


def test_without_git_that_is_said(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no git, that is the sentence."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="Cần có chương trình git"):
        resolve(repository.root, "HEAD")
    with pytest.raises(UsageError, match="Cần có chương trình git"):
        entries(repository.root, "HEAD", "plans")


def test_a_moment_beyond_the_calendar_is_no_failure(repository: Repository) -> None:
    """A commit dated beyond what a calendar holds is listed all the same."""
    tree = repository.git("rev-parse", "HEAD^{tree}")
    text = f"tree {tree}\nauthor a <a> 99999999999999 +0000\ncommitter a <a> 99999999999999 +0000\n\nx\n"
    bad = repository.git(
        "hash-object", "--literally", "-w", "-t", "commit", "--stdin", input_=text.encode()
    )
    repository.git("update-ref", "refs/heads/main", bad)
    (only,) = commits(repository.root, "plans", 5)
    assert (only.subject, only.moment.year) == ("x", 1970)
