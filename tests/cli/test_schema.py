"""`kehoach schema` keeps the committed files the same as the model."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from generator.schema import generate

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_files_are_written_and_then_agree(kehoach: Run, project: Path) -> None:
    """Missing files fail the comparison; after writing, it passes and nothing is written again."""
    assert kehoach("schema", "--check").returncode == 1
    assert list((project / "schema").iterdir()) == []
    assert kehoach("schema").returncode == 0
    written = {f.relative_to(project / "schema").as_posix() for f in _files(project)}
    assert written == set(generate())
    before = {file: file.stat().st_mtime_ns for file in _files(project)}
    again = kehoach("schema", "--check")
    assert again.returncode == 0
    assert again.stdout.startswith(f"Đạt: {len(written)} tệp")
    kehoach("schema")
    assert {file: file.stat().st_mtime_ns for file in _files(project)} == before


def _files(project: Path) -> list[Path]:
    return [file for file in (project / "schema").rglob("*") if file.is_file()]


def test_changed_file_is_named(kehoach: Run, project: Path) -> None:
    """A file that was edited by hand is named, not changed, by a comparison; and then mended."""
    kehoach("schema")
    name, text = next(iter(generate().items()))
    file = project / "schema" / name
    file.write_text("{}", encoding="utf-8")
    done = kehoach("schema", "--check")
    assert (done.returncode, file.read_text(encoding="utf-8")) == (1, "{}")
    assert f"schema/{name}" in done.stdout
    kehoach("schema")
    assert file.read_text(encoding="utf-8") == text


def test_surplus_file_is_named(kehoach: Run, project: Path) -> None:
    """A schema that no kind of file has any more is named until somebody removes it."""
    kehoach("schema")
    (project / "schema" / "cu.schema.json").write_text("{}", encoding="utf-8")
    done = kehoach("schema", "--check")
    assert done.returncode == 1
    assert "schema/cu.schema.json không ứng với loại tệp nào" in done.stdout


def test_other_files_in_the_folder_are_left_alone(kehoach: Run, project: Path) -> None:
    """The changelog of the schema is nobody's surplus."""
    (project / "schema" / "CHANGELOG.md").write_text("# 1\n", encoding="utf-8")
    kehoach("schema")
    assert kehoach("schema", "--check").returncode == 0
    assert (project / "schema" / "CHANGELOG.md").read_text(encoding="utf-8") == "# 1\n"


def test_schemas_for_editors_know_the_registry(kehoach: Run, project: Path) -> None:
    """`--editor` writes schemas with this project's ids below schema/editor/, and nothing else."""
    done = kehoach("schema", "--editor")
    assert done.returncode == 0
    folder = project / "schema" / "editor"
    assert {file.name for file in folder.iterdir()} == set(generate())
    assert {file.parent for file in _files(project)} == {folder}
    assert '"so-khoa-hoc-va-cong-nghe"' in (folder / "plan.schema.json").read_text("utf-8")
    kehoach("schema")
    assert kehoach("schema", "--check").returncode == 0


def test_schemas_for_editors_need_a_sound_registry(kehoach: Run, project: Path) -> None:
    """While the registry has faults nothing is written, and the command says where to look."""
    (project / "plans" / "registry" / "units.yaml").write_text("units: 5\n", encoding="utf-8")
    done = kehoach("schema", "--editor")
    assert done.returncode == 1
    assert "sổ dùng chung còn lỗi" in done.stderr
    assert _files(project) == []
