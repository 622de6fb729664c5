"""The fingerprint of the program."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import cache


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small package in the place of ours."""
    (tmp_path / "model").mkdir()
    for name in ("a.py", "model/b.py", "model/bang.html"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    monkeypatch.setattr(cache, "_PACKAGE", tmp_path)
    return tmp_path


def _print() -> str:
    return cache.of_program.__wrapped__()


def _edit(package: Path) -> None:
    (package / "model/b.py").write_text("khác", encoding="utf-8")


def _edit_template(package: Path) -> None:
    (package / "model/bang.html").write_text("khác", encoding="utf-8")


def _rename(package: Path) -> None:
    (package / "a.py").rename(package / "c.py")


def _add(package: Path) -> None:
    (package / "model/c.py").touch()


@pytest.mark.parametrize("change", [_edit, _edit_template, _rename, _add])
def test_another_program_has_another_name(package: Path, change: Callable[[Path], None]) -> None:
    """A file of the package that is changed, renamed or new makes it another program."""
    before = _print()
    assert _print() == before
    change(package)
    assert _print() != before


def test_compiled_files_do_not_count(package: Path) -> None:
    """What Python writes beside its modules while it runs changes nothing."""
    before = _print()
    (package / "__pycache__").mkdir()
    (package / "__pycache__/a.cpython-311.pyc").write_bytes(b"x")
    assert _print() == before


def test_another_dependency_is_another_program(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package of another version may find something else."""
    before = _print()
    monkeypatch.setattr(cache, "_installed", lambda: ["pydantic-0.1.dist-info"])
    assert _print() != before
