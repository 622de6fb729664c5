"""The fingerprints of the program, and of the part of it that checks plans."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import cache

Name = Callable[[], str]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small package in the place of ours."""
    for name in ("a.py", "model/b.py", "model/bang.html", "pages/c.py", "checks/examples/d.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    monkeypatch.setattr(cache, "_PACKAGE", tmp_path)
    return tmp_path


@pytest.fixture(params=["of_program", "of_checker"])
def name(request: pytest.FixtureRequest) -> Name:
    """Either fingerprint, worked out anew each time."""
    of_either: Name = getattr(cache, request.param).__wrapped__
    return of_either


def _edit(package: Path) -> None:
    (package / "model/b.py").write_text("khác", encoding="utf-8")


def _edit_data(package: Path) -> None:
    (package / "model/bang.html").write_text("khác", encoding="utf-8")


def _rename(package: Path) -> None:
    (package / "a.py").rename(package / "c.py")


def _add(package: Path) -> None:
    (package / "model/c.py").touch()


def _add_package(package: Path) -> None:
    (package / "model/pages").mkdir()
    (package / "model/pages/c.py").touch()


def _move_text(package: Path) -> None:
    """The same text in another file."""
    (package / "a.py").write_text("model/b.py", encoding="utf-8")
    (package / "model/b.py").write_text("a.py", encoding="utf-8")


@pytest.mark.parametrize("change", [_edit, _edit_data, _rename, _add, _add_package, _move_text])
def test_another_program_has_another_name(
    package: Path, name: Name, change: Callable[[Path], None]
) -> None:
    """A file of the package that is changed, renamed or new makes it another program."""
    before = name()
    assert name() == before
    change(package)
    assert name() != before


def test_compiled_files_do_not_count(package: Path, name: Name) -> None:
    """What Python writes beside its modules while it runs changes nothing."""
    before = name()
    (package / "__pycache__").mkdir()
    (package / "__pycache__/a.cpython-311.pyc").write_bytes(b"x")
    assert name() == before


def test_another_dependency_is_another_program(name: Name, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package of another version may find something else."""
    before = name()
    monkeypatch.setattr(cache, "_installed", lambda: ["pydantic-0.1.dist-info"])
    assert name() != before


@pytest.mark.parametrize("file", ["pages/c.py", "checks/examples/d.yaml"])
def test_what_only_shows_plans_is_no_part_of_what_checks_them(package: Path, file: str) -> None:
    """Another page makes another program, which finds the same."""
    program, checker = cache.of_program.__wrapped__(), cache.of_checker.__wrapped__()
    (package / file).write_text("khác", encoding="utf-8")
    assert cache.of_program.__wrapped__() != program
    assert cache.of_checker.__wrapped__() == checker


def test_whatever_checks_a_plan_is_in_its_name() -> None:
    """No module that is there when plans are read and checked is left out of the fingerprint."""
    code = (
        "import sys, generator.runner\n"
        "from generator import cache\n"
        "left_out = {str(cache._PACKAGE / name) for name in cache._NO_PART_OF_CHECKS}\n"
        "counted = set(cache._own_files(str(cache._PACKAGE), frozenset(left_out)))\n"
        "ours = {m.__file__ for n, m in sys.modules.items() if n.startswith('generator')}\n"
        "print(len(ours) > 50, sorted(ours - counted))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True []\n"


def test_everything_left_out_is_there() -> None:
    """A package that is renamed does not stay behind in the list."""
    assert all((cache._PACKAGE / name).exists() for name in cache._NO_PART_OF_CHECKS)
