"""Plans of earlier commits: the same as a check reads, each state read once."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.changes import Kind
from generator.history import PastLibraries, project_at, timeline
from generator.pipeline import check
from generator.project import Project
from generator.revisions import Entry, write_out
from tests.history.conftest import PLAN, Repository


def test_a_commit_is_read_as_the_folder_was(repository: Repository) -> None:
    """The library of a commit is that of the working tree from which it was made."""
    first = repository.git("rev-parse", "HEAD")
    library = check(Project(repository.root)).library
    repository.edit("plan.yaml", "number: 01/KH-UBND", "number: 02/KH-UBND")
    past = PastLibraries(repository.root)
    assert past.at(first).library == library
    second = past.at(repository.commit()).library
    assert second == check(Project(repository.root)).library != library


def test_only_what_changed_is_read_again(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plan that did not change is the same object, and its files are not asked of git again."""
    shutil.copytree(repository.root / PLAN, repository.root / "plans/vi-du/02-kh-2025")
    first = repository.commit()
    repository.edit("plan.yaml", "number: 01/KH-UBND", "number: 02/KH-UBND")
    second = repository.commit()
    written: list[str] = []

    def spy(root: Path, listed: Sequence[Entry], folder: Path, largest: int) -> None:
        written.extend(entry.path for entry in listed)
        write_out(root, listed, folder, largest)

    monkeypatch.setattr("generator.history.write_out", spy)
    past = PastLibraries(repository.root)
    before = past.at(first).library
    assert any(path.startswith("vi-du/02-kh-2025/") for path in written)
    written.clear()
    after = past.at(second).library
    assert {path.rpartition("/")[0] for path in written} == {
        "vi-du/01-kh-2025",
        "vi-du/01-kh-2025/annexes",
    }
    assert after.plans[1] is before.plans[1]
    assert after.registry is before.registry
    written.clear()
    assert past.at(first).library.plans == before.plans
    assert written == []


def test_a_plan_that_cannot_be_read_is_named(repository: Repository) -> None:
    """A plan of an older form is named instead of stopping the rest."""
    repository.edit("plan.yaml", "number: 01/KH-UBND", "so_hieu: 01/KH-UBND")
    past = PastLibraries(repository.root).at(repository.commit())
    assert past.library.plans == ()
    assert past.unread == ("vi-du/01-kh-2025",)


def test_a_time_that_cannot_be_read_is_bridged(repository: Repository) -> None:
    """A plan unreadable for a while is neither dropped nor added; what changed meanwhile is told."""
    repository.edit("plan.yaml", "number: 01/KH-UBND", "so_hieu: 01/KH-UBND")
    repository.commit("Hỏng")
    repository.edit("plan.yaml", "so_hieu: 01/KH-UBND", "number: 09/KH-UBND")
    repository.commit("Sửa")
    mended, broken, first = timeline(repository.root, 10)
    assert [change.kind for change in mended.changes] == [Kind.CARD_CHANGED]
    assert (broken.changes, broken.unread) == ((), ("vi-du/01-kh-2025",))
    assert Kind.PLAN_ADDED in [change.kind for change in first.changes]


def test_a_broken_registry_is_bridged_too(repository: Repository) -> None:
    """Agencies are not told as dropped because a file of the registry could not be read."""
    file = repository.root / "plans/registry/agencies.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text("agencies: {a", encoding="utf-8")
    repository.commit("Hỏng")
    file.write_text(text, encoding="utf-8")
    repository.commit("Sửa")
    (only,) = timeline(repository.root, 10)
    assert only.commit.subject == "Ban đầu"


def test_subjects_are_anybodys_text(repository: Repository) -> None:
    """A subject with characters that end a line elsewhere is one subject all the same."""
    repository.edit("plan.yaml", "number: 01/KH-UBND", "number: 02/KH-UBND")
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "-m", "a\u2028b\x0bc\x1cd")
    newest, _ = timeline(repository.root, 10)
    assert newest.commit.subject == "a\u2028b\x0bc\x1cd"


def test_a_commit_is_laid_out_and_taken_away(repository: Repository) -> None:
    """The folder of a commit holds its plans, and is gone afterwards."""
    commit = repository.git("rev-parse", "HEAD")
    with project_at(repository.root, commit) as project:
        laid_out = project.root
        assert [folder.plan_id for folder in project.plan_folders()] == ["vi-du/01-kh-2025"]
        assert check(project).diagnostics == check(Project(repository.root)).diagnostics
    assert not laid_out.exists()
