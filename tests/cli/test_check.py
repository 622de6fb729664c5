"""`kehoach check` as a user meets it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from generator.cli import main
from generator.cli.app import app
from generator.cli.check import choose_format

Run = Callable[..., subprocess.CompletedProcess[str]]

HOSTILE_NAMES = ("a\nb\x1b[31m.yaml", "\u202eabc.yaml", "a:b,c%0A::error.md", "<b>|`x`.yaml")


def test_clean_plans_give_one_line_and_zero(kehoach: Run) -> None:
    """With nothing wrong, one line with the counts is printed and the exit code is 0."""
    done = kehoach("check")
    assert done.returncode == 0
    assert done.stdout.startswith("Đạt: 1 kế hoạch, 12 tệp, 4 nhiệm vụ, 3 chỉ tiêu; ")
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_errors_give_one(kehoach: Run, broken: Path) -> None:
    """With an error the report names file, line, code and both figures; the exit code is 1."""
    done = kehoach("check")
    assert done.returncode == 1
    assert "plans/vi-du/01-kh-2025/annexes/phu-luc-1.yaml:21:" in done.stdout
    assert "B101 row-sum-mismatch" in done.stdout
    assert "in: 601 · tính được: 600 · chênh: +1 triệu đồng" in done.stdout
    assert "Chưa đạt: " in done.stdout


def test_accepted_errors_give_zero(kehoach: Run, broken: Path) -> None:
    """When every error is accepted by a waiver the exit code is 0 and the line counts them."""
    found = json.loads(kehoach("check", "--format", "json").stdout)["findings"]
    errors = [f for f in found if f["severity"] == "error"]
    assert errors
    lines = [
        f"  - {{code: {f['code']}, path: '{f['path']}', stated: {f['stated']}, "
        f"computed: {f['computed']}, reason: Văn bản in như vậy., source: Phụ lục I}}\n"
        for f in errors
    ]
    (broken / "waivers.yaml").write_text("waivers:\n" + "".join(lines), encoding="utf-8")
    done = kehoach("check")
    assert done.returncode == 0
    assert f"; {len(errors)} sai lệch đã chấp nhận" in done.stdout


def test_a_path_chooses_what_is_checked(kehoach: Run, broken: Path) -> None:
    """A file of a plan chooses that plan."""
    assert kehoach("check", str(broken / "plan.yaml")).returncode == 1
    assert kehoach("check", "plans/vi-du").returncode == 1


@pytest.mark.parametrize("place", ["before", "after"])
def test_root_may_stand_before_or_after_the_command(
    kehoach: Run, project: Path, tmp_path: Path, place: str
) -> None:
    """From any folder, --root names the project, before or after the command's name."""
    root = ["--root", str(project)]
    words = [*root, "check"] if place == "before" else ["check", *root]
    assert kehoach("check", cwd=tmp_path).returncode == 2
    assert kehoach(*words, cwd=tmp_path).returncode == 0


def test_project_is_found_upwards(kehoach: Run, plan: Path) -> None:
    """Inside a plan's folder the project around it is found."""
    assert kehoach("check", cwd=plan / "annexes").returncode == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "plans/khong-co"], "Không có tệp hay thư mục nào tên «plans/khong-co»"),
        (["check", "--root", "plans"], "không phải thư mục dự án"),
        (["check", "--root", "\x1b[31m"], r"«\x1b[31m» không phải thư mục dự án"),
        (["check", "--shard", "3/2"], "«3/2» không phải là một phần việc"),
        (["check", "--shard", "1/2", "plans"], "--shard đã chọn kế hoạch theo tỉnh"),
        (["check", "--format", "xml"], "Không có dạng «xml»"),
        (["check", "--format"], "«--format» cần một giá trị"),
        (["check", "--verbose=1"], "«--verbose» không nhận giá trị"),
        (
            ["check", "--formt", "json"],
            "Không có tùy chọn «--formt». Có phải muốn viết «--format»?",
        ),
        (["chek"], "Không có lệnh «chek». Có phải muốn viết «check»?"),
        (["--khong"], "Không có tùy chọn «--khong»"),
        (["schema", "thua"], "Thừa tham số: thua"),
        (["serve", "--port", "70000"], "--port cần một số từ 1 đến 65535, không phải «70000»"),
        (["build", "--out", "."], "đó là nơi chứa dự án"),
        (["export", "--out", "plans/vi-du"], "«plans/» là dữ liệu nguồn"),
        (["build", "--out", "docs"], "«docs/» là dữ liệu nguồn"),
    ],
)
def test_wrong_use_is_told_in_vietnamese_and_gives_two(
    project: Path,
    words: list[str],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Wrong words, options, values and paths end with 2 and one Vietnamese sentence."""
    monkeypatch.chdir(project)
    assert main(words) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert not any(word in told.err for word in ("Traceback", "Error", "Usage", "Try", "No such"))
    assert told.out == ""


def test_no_command_teaches_and_gives_two(kehoach: Run) -> None:
    """Without a command the help is shown, as wrong use."""
    done = kehoach()
    assert done.returncode == 2
    assert "kehoach check" in done.stderr


def test_json_is_parsable_and_complete(kehoach: Run, broken: Path) -> None:
    """The JSON on standard output is the whole answer, with counts that agree with the list."""
    done = kehoach("check", "--format", "json")
    data = json.loads(done.stdout)
    assert done.returncode == 1
    summary = data["summary"]
    assert len(data["findings"]) == sum(summary[k] for k in ("errors", "notes", "accepted"))
    assert sum(summary["by_code"].values()) == len(data["findings"])
    assert (summary["plans"], summary["files"]) == (1, 12)


@pytest.mark.parametrize("name", ["text", "json", "github", "markdown", "sarif"])
def test_every_format_gives_the_same_verdict(kehoach: Run, broken: Path, name: str) -> None:
    """The format changes what is printed, not the exit code."""
    done = kehoach("check", "--format", name)
    assert done.returncode == 1
    assert "B101" in done.stdout


def test_auto_means_annotations_in_a_workflow(kehoach: Run, broken: Path) -> None:
    """In GitHub Actions the default is annotations, elsewhere text."""
    assert "::error file=" in kehoach("check", GITHUB_ACTIONS="true").stdout
    assert "::error file=" not in kehoach("check").stdout


def test_terminal_gets_text_even_in_a_workflow() -> None:
    """Someone at a terminal reads text, and an explicit format always wins."""
    in_workflow = {"GITHUB_ACTIONS": "true"}
    assert choose_format("auto", in_workflow, is_terminal=True) == "text"
    assert choose_format("auto", in_workflow, is_terminal=False) == "github"
    assert choose_format("json", in_workflow, is_terminal=False) == "json"


def test_notes_are_listed_when_asked(kehoach: Run, plan: Path) -> None:
    """A note is counted, and listed with -v; it does not change the exit code."""
    annex = plan / "annexes" / "phu-luc-1.yaml"
    text = annex.read_text(encoding="utf-8")
    annex.write_text(text.replace("        lead: Sở Y tế\n", "", 1), encoding="utf-8")
    quiet, loud = kehoach("check"), kehoach("check", "-v")
    assert (quiet.returncode, loud.returncode) == (0, 0)
    assert "D104" not in quiet.stdout
    assert "D104 unclear-task (ghi chú)" in loud.stdout


@pytest.mark.parametrize("style", ["text", "github", "markdown", "json", "sarif"])
def test_hostile_file_names_do_no_harm(kehoach: Run, plan: Path, style: str) -> None:
    """A file name with line feeds, terminal codes or markup is reported as an unknown file."""
    for name in HOSTILE_NAMES:
        (plan / name).touch()
    done = kehoach("check", "--format", style)
    assert done.returncode == 1
    assert done.stdout.count("S106") >= len(HOSTILE_NAMES)
    assert "\x1b" not in done.stdout
    assert "Traceback" not in done.stderr


def test_file_name_that_is_no_text_is_reported(kehoach: Run, plan: Path) -> None:
    """A name in another encoding is reported like any unknown file."""
    (plan / os.fsdecode(b"\xff\xfe.yaml")).touch()
    for style in ("text", "json", "sarif", "markdown", "github"):
        done = kehoach("check", "--format", style)
        assert (done.returncode, "S106" in done.stdout, done.stderr) == (1, True, "")


def test_output_is_utf8_in_every_locale(project: Path, environment: dict[str, str]) -> None:
    """Under the C locale and an ASCII setting the output is still UTF-8."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check"],
        cwd=project,
        env=environment | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.stdout.decode("utf-8").startswith("Đạt: ")


def test_unreadable_file_is_reported(
    project: Path, plan: Path, environment: dict[str, str]
) -> None:
    """A file that the user may not read is a finding at that file, not a traceback."""
    command = [sys.executable, "-m", "generator", "check"]
    if os.geteuid() == 0:  # root reads everything unless it gives up its powers
        if shutil.which("setpriv") is None:
            pytest.skip("root cannot be kept from reading without setpriv")
        command = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", *command]
    (plan / "budget.yaml").chmod(0)
    done = subprocess.run(
        command,
        cwd=project,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "budget.yaml:1:1 S106" in done.stdout


def test_check_does_not_load_what_it_does_not_need(python: Run) -> None:
    """A check imports neither pandas nor MkDocs, nor the other commands with what they need."""
    done = python(
        "import sys\n"
        "before = set(sys.modules)  # a measurer of coverage loads some of its own\n"
        "from generator.cli import main\n"
        "code = main(['check'])\n"
        "heavy = {'pandas', 'mkdocs', 'openpyxl', 'numpy', 'jinja2', 'ruamel', 'docx'}\n"
        "ours = {'authoring', 'changes', 'cli.new', 'cli.build', 'exports', 'pages', 'site', 'tables'}\n"
        "heavy |= {f'generator.{name}' for name in ours}\n"
        "heavy |= {'concurrent.futures', 'multiprocessing', 'logging', 'subprocess'}\n"
        "print(code, *sorted(heavy & set(sys.modules) - before), file=sys.stderr)\n"
    )
    assert done.stderr == "0\n"


def test_every_command_can_be_loaded() -> None:
    """Each name in the list of commands is a command of that name."""
    context = click.Context(app)
    names = app.list_commands(context)
    loaded = [app.get_command(context, name) for name in names]
    assert [command.name for command in loaded if command] == names
    assert app.get_command(context, "khong-co") is None


def test_shard_says_what_it_leaves_to_others(kehoach: Run) -> None:
    """A shard checks its provinces, and says on standard error who compares the plans."""
    first, second = kehoach("check", "--shard", "1/2"), kehoach("check", "--shard", "2/2")
    assert (first.returncode, second.returncode) == (0, 0)
    assert first.stdout.startswith("Đạt: 1 kế hoạch, ")
    assert second.stdout.startswith("Đạt: 0 kế hoạch, ")
    assert "phần 1/2: có đối chiếu" in first.stderr
    assert "phần 2/2: chưa đối chiếu" in second.stderr


def test_shard_with_an_error_gives_one(kehoach: Run, broken: Path) -> None:
    """The exit code tells of the shard's own provinces."""
    assert kehoach("check", "--shard", "1/2").returncode == 1
    assert kehoach("check", "--shard", "2/2").returncode == 0
