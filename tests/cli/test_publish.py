"""`build`, `export` and `serve`: nothing is written while an error stands."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.cli import main

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("command", ["build", "export"])
def test_errors_stop_before_anything_is_written(
    kehoach: Run, project: Path, broken: Path, command: str
) -> None:
    """With an error the report is printed, the exit code is 1, and the folder stays as it was."""
    out = project / "ra"
    out.mkdir()
    (out / "cu.html").write_text("cũ", encoding="utf-8")
    done = kehoach(command, "--out", "ra")
    assert done.returncode == 1
    assert "B101" in done.stderr
    assert "Còn" in done.stderr
    assert done.stdout == ""
    assert [file.name for file in out.iterdir()] == ["cu.html"]
    assert (out / "cu.html").read_text(encoding="utf-8") == "cũ"


def test_export_writes_the_open_data(kehoach: Run, project: Path) -> None:
    """Clean plans are written as open data, by default into data/v1 of the project."""
    done = kehoach("export")
    assert (done.returncode, done.stderr) == (0, "")
    tasks = (project / "data" / "v1" / "tasks.csv").read_text(encoding="utf-8")
    assert tasks.startswith("plan_id,annex_id,code,group_code,title,")
    assert "Nâng cấp cổng dịch vụ công" in tasks


def test_export_goes_where_it_is_told(kehoach: Run, project: Path, tmp_path: Path) -> None:
    """--out counts from the current folder, and nothing is written elsewhere."""
    done = kehoach("export", "--out", "../du-lieu")
    assert done.returncode == 0
    assert (tmp_path / "du-lieu" / "plans.csv").is_file()
    assert not (project / "data").exists()


def test_one_plan_is_exported_by_itself(kehoach: Run, project: Path, tmp_path: Path) -> None:
    """Other plans and their findings are left out; the workbook goes back into the plan."""
    other = project / "plans" / "vi-du" / "02-kh-2025"
    shutil.copytree(project / "plans" / "vi-du" / "01-kh-2025", other)
    words = ("--plan", "plans/vi-du/02-kh-2025/", "--out", "../rieng")
    done = kehoach("export", *words)
    assert (done.returncode, done.stderr) == (0, "")
    for name in ("plans", "tasks", "budget", "targets"):
        text = (tmp_path / "rieng" / f"{name}.csv").read_text(encoding="utf-8")
        ids = {line.split(",")[0] for line in text.splitlines()[1:]}
        assert ids == {"vi-du/02-kh-2025"}
    book = str(tmp_path / "rieng" / "kehoach.xlsx")
    back = kehoach("import", book, "--plan", "vi-du/02-kh-2025", "--update")
    assert "không có gì để ghi" in back.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--plan", "vi-du/01-kh-2025"), "--plan cần có --out"),
        (("--plan", "vi-du/01-kh-202", "--out", "../x"), "Có phải muốn viết «vi-du/01-kh-2025»?"),
    ],
)
def test_part_of_the_data_never_takes_the_place_of_all(
    kehoach: Run, project: Path, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    """Neither a plan without a place of its own, nor an unknown one, writes anything."""
    done = kehoach("export", *words)
    assert done.returncode == 2
    assert told in done.stderr
    assert not (project / "data").exists()
    assert not (tmp_path / "x").exists()


def test_export_into_a_file_is_wrong_use(kehoach: Run, project: Path) -> None:
    """A file in the folder's place is told, not overwritten."""
    (project / "ra").write_text("x", encoding="utf-8")
    done = kehoach("export", "--out", "ra")
    assert done.returncode == 2
    assert "đó là một tệp" in done.stderr
    assert (project / "ra").read_text(encoding="utf-8") == "x"


def _fake(monkeypatch: pytest.MonkeyPatch, name: str, **contents: Any) -> None:
    """Stand in for a module of the site, so that no site has to be built."""
    module = ModuleType(f"generator.site.{name}")
    vars(module).update(contents)
    package = ModuleType("generator.site")
    setattr(package, name, module)
    monkeypatch.setitem(sys.modules, "generator.site", package)
    monkeypatch.setitem(sys.modules, module.__name__, module)


def test_build_hands_over_what_was_checked(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The site is built from the checked plans, by default into site/ of the project."""
    calls: list[Any] = []
    _fake(monkeypatch, "build", build_site=lambda *args: calls.append(args))
    assert main(["build", "--root", str(project)]) == 0
    ((its_project, out, checked, progress),) = calls
    assert (its_project.root, out) == (project, project / "site")
    assert [plan.id for plan in checked.library.plans] == ["vi-du/01-kh-2025"]
    progress("bước")
    assert capsys.readouterr().out == f"Đã dựng trang web ở {project / 'site'}\n"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(13, "Permission denied"), 2),
        (OSError(28, "No space left on device"), 2),
        (FileNotFoundError(2, "No such file"), 3),
    ],
)
def test_build_tells_refused_writing_from_bugs(
    project: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, code: int
) -> None:
    """No permission and no room are the caller's matter; any other failure is ours."""

    def fail(*_: object) -> None:
        raise error

    _fake(monkeypatch, "build", build_site=fail)
    assert main(["build", "--root", str(project)]) == code


def test_build_tells_what_the_site_builder_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """When MkDocs gives up, its sentence is told and the exit code is 1."""
    from mkdocs.exceptions import Abort

    def fail(*_: object) -> None:
        raise Abort("Liên kết hỏng")

    _fake(monkeypatch, "build", build_site=fail)
    assert main(["build", "--root", str(project)]) == 1
    assert "Liên kết hỏng" in capsys.readouterr().err


def test_serve_starts_the_server(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Host and port are handed to the preview server, and the user is told where to look."""
    calls: list[Any] = []
    _fake(monkeypatch, "serve", serve=lambda *args: calls.append(args))
    assert main(["serve", "--root", str(project), "--host", "0.0.0.0", "--port", "8080"]) == 0  # noqa: S104
    ((its_project, host, port, _tell),) = calls
    assert (its_project.root, host, port) == (project, "0.0.0.0", 8080)  # noqa: S104
    assert "http://0.0.0.0:8080/" in capsys.readouterr().err


def test_serve_on_a_taken_port_is_wrong_use(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A port that is in use is told with what to do."""

    def fail(*_: object) -> None:
        raise OSError(98, "Address already in use")

    _fake(monkeypatch, "serve", serve=fail)
    assert main(["serve", "--root", str(project)]) == 2
    assert "Hãy chọn cổng khác bằng --port" in capsys.readouterr().err
