"""Commits that touched the plans, and what the last of them changed."""

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from generator.changes import Kind
from generator.history import timeline
from generator.revisions import commits
from tests.history.conftest import Repository

NUMBERS = ("number: 01/KH-UBND", "number: 02/KH-UBND", "number: 03/KH-UBND")


def three(repository: Repository) -> list[str]:
    """Two commits that change the plan's number, behind the first; all of them, newest first."""
    ids = [repository.git("rev-parse", "HEAD")]
    for before, after in pairwise(NUMBERS):
        repository.edit("plan.yaml", before, after)
        ids.append(repository.commit(after))
    return ids[::-1]


def test_commits_stand_newest_first_with_moment_and_subject(repository: Repository) -> None:
    """Only those that touched the folder, as many as were asked for."""
    ids = three(repository)
    (repository.root / "khac.txt").write_text("x", encoding="utf-8")
    repository.commit("Không đụng tới kế hoạch")
    found = commits(repository.root, "plans", 10)
    assert [one.id for one in found] == ids
    assert [one.subject for one in found] == ["number: 03/KH-UBND", "number: 02/KH-UBND", "Ban đầu"]
    seconds = int(repository.git("log", "-1", "--format=%ct", ids[0]))
    assert found[0].moment == datetime.fromtimestamp(seconds, UTC)
    assert [one.id for one in commits(repository.root, "plans", 2)] == ids[:2]
    assert commits(repository.root, "khong-co", 10) == ()


def test_a_merge_counts_as_one_commit(repository: Repository) -> None:
    """What was done on a branch is told when it is merged, not commit by commit."""
    first = repository.git("rev-parse", "HEAD")
    repository.git("checkout", "--quiet", "-b", "nhanh")
    three(repository)
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "--message", "Gộp", "nhanh")
    merge = repository.git("rev-parse", "HEAD")
    assert [one.id for one in commits(repository.root, "plans", 10)] == [merge, first]


def test_without_a_whole_history_there_are_none(repository: Repository, tmp_path: Path) -> None:
    """Neither outside a repository nor in one fetched without its history."""
    three(repository)
    shallow, nowhere = tmp_path / "nong", tmp_path / "ngoai"
    repository.git("clone", "--quiet", "--depth=2", f"file://{repository.root}", str(shallow))
    nowhere.mkdir()
    assert commits(shallow, "plans", 10) == commits(nowhere, "plans", 10) == ()
    assert timeline(shallow, 10) == timeline(nowhere, 10) == ()


def test_a_cut_history_does_not_tell_its_first_commit_as_new(repository: Repository) -> None:
    """Where older commits are left out, the plans that were there before are not told as added."""
    ids = three(repository)
    cut = timeline(repository.root, 2)
    assert [one.commit.id for one in cut] == ids[:2]
    assert [[change.kind for change in one.changes] for one in cut] == [[Kind.CARD_CHANGED]] * 2
    whole = timeline(repository.root, 3)
    assert [one.commit.id for one in whole] == ids
    assert Kind.PLAN_ADDED in [change.kind for change in whole[-1].changes]


def test_commits_that_changed_no_meaning_are_left_out(repository: Repository) -> None:
    """A blank line at the end of a file is no news."""
    first = repository.git("rev-parse", "HEAD")
    file = next((repository.root / "plans").rglob("plan.yaml"))
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    repository.commit("Dòng trống")
    assert len(commits(repository.root, "plans", 10)) == 2
    assert [one.commit.id for one in timeline(repository.root, 10)] == [first]
