"""`kehoach diff` as a reviewer meets it, in a real repository."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

Run = Callable[..., subprocess.CompletedProcess[str]]
Git = Callable[..., str]

ROOT = Path(__file__).parents[2]
TARGET = '{period: 2030, comparator: ">=", value: 90, text: ≥ 90%}'
LOWER = '{period: 2030, comparator: ">=", value: 80, text: ≥ 80%}'
LOWERED = (
    "Hạ mục tiêu năm 2030 của chỉ tiêu 1 «Tỷ lệ hồ sơ giải quyết trực tuyến toàn trình» "
    "(Bảng chỉ tiêu, dòng 1): trước là ít nhất 90 %; nay là ít nhất 80 % (−10 điểm phần trăm)."
)


@pytest.fixture
def git(project: Path, environment: dict[str, str]) -> Git:
    """Runs git in the project, which is a repository with one commit of the example."""
    settings = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **{
            f"GIT_{who}_{what}": "thu@vi.du"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
    }

    def run(*words: str, text: str | None = None) -> str:
        done = subprocess.run(
            ["git", *words],
            cwd=project,
            env=environment | settings,
            input=text,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.strip()

    run("init", "--quiet", "--initial-branch=main")
    commit(run, "Ban đầu")
    return run


def commit(git: Git, subject: str) -> str:
    """Commit everything, and tell the id."""
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "--message", subject)
    return git("rev-parse", "HEAD")


def edit(file: Path, before: str, after: str) -> None:
    """Replace a text that stands once in a file."""
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), encoding="utf-8")


def plain(text: str) -> str:
    """A text with ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_nothing_changed(kehoach: Run, git: Git) -> None:
    """The working tree as it was committed has no changes, in two lines, and exits 0."""
    done = kehoach("diff", "HEAD")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(
        r"So HEAD \([0-9a-f]{8}\) với thư mục làm việc\n\n"
        r"Không có thay đổi về nội dung; 0 lỗi mới, 0 lỗi đã hết, \d+ phát hiện như cũ\n",
        done.stdout,
    )


def test_a_lowered_target_is_told(kehoach: Run, git: Git, plan: Path) -> None:
    """What is only in the working tree is told against a revision; without new errors it is 0."""
    edit(plan / "indicators.yaml", TARGET, LOWER)
    edit(
        plan / "objectives.yaml",
        'comparator: ">=", value: 90, text: tối thiểu 90%',
        'comparator: ">=", value: 80, text: tối thiểu 80%',
    )
    edit(
        plan / "objectives.yaml",
        "text: Đến năm 2030, tối thiểu 90%",
        "text: Đến năm 2030, tối thiểu 80%",
    )
    done = kehoach("diff", "main")
    assert f"    - {LOWERED}\n" in plain(done.stdout)
    assert "3 cần xem kỹ" not in done.stdout
    assert done.returncode == 0


def test_a_new_error_gives_one(kehoach: Run, git: Git, broken: Path) -> None:
    """A sum that no longer adds up is told with its file and line, and ends with 1."""
    done = kehoach("diff", "HEAD")
    assert done.returncode == 1
    assert "Phát hiện mới" in done.stdout
    assert "annexes/phu-luc-1.yaml:" in done.stdout
    assert "1 lỗi mới" in done.stdout
    assert kehoach("diff", "HEAD", "HEAD").returncode == 0


def test_two_revisions_are_compared_without_the_working_tree(
    kehoach: Run, git: Git, plan: Path
) -> None:
    """Between two commits, what lies in the working tree does not matter and is not touched."""
    edit(plan / "indicators.yaml", TARGET, LOWER)
    commit(git, "Hạ mục tiêu")
    edit(plan / "plan.yaml", "number: 01/KH-UBND", "number: 09/KH-UBND")
    before = git("status", "--porcelain")
    done = kehoach("diff", "HEAD~1", "HEAD")
    assert LOWERED in plain(done.stdout)
    assert "09/KH-UBND" not in done.stdout
    assert git("status", "--porcelain") == before
    assert (plan / "plan.yaml").read_text(encoding="utf-8").startswith("number: 09/KH-UBND")


def test_a_branch_is_told_from_where_it_parted(kehoach: Run, git: Git, plan: Path) -> None:
    """`main...topic` leaves out what main did since; `main..topic` shows it the wrong way round."""
    git("switch", "--quiet", "--create", "nhanh")
    edit(plan / "indicators.yaml", TARGET, LOWER)
    commit(git, "Hạ mục tiêu")
    git("switch", "--quiet", "main")
    edit(plan / "plan.yaml", "vision_year: 2035", "vision_year: 2045")
    commit(git, "Tầm nhìn")
    since = kehoach("diff", "main...nhanh").stdout
    assert "Hạ mục tiêu" in since
    assert "tầm nhìn" not in since
    both = kehoach("diff", "main..nhanh").stdout
    assert "năm tầm nhìn từ «2045» thành «2035»" in both
    assert "tầm nhìn" in kehoach("diff", "nhanh...").stdout


def test_two_folders_are_compared(kehoach: Run, project: Path, plan: Path, tmp_path: Path) -> None:
    """Folders need no repository; a name with a dot or slash before it is always a folder."""
    shutil.copytree(project, tmp_path / "cu")
    edit(plan / "indicators.yaml", TARGET, LOWER)
    done = kehoach("diff", "../cu", ".")
    assert done.stdout.startswith("So ../cu với .\n")
    assert LOWERED in plain(done.stdout)
    assert "Nâng mục tiêu" in kehoach("diff", ".", str(tmp_path / "cu")).stdout


def test_the_project_may_lie_deeper_in_the_repository(
    kehoach: Run, git: Git, project: Path, plan: Path
) -> None:
    """Plans are found where the project's root lies in the tree of the revision."""
    deep = project / "sâu" / "hơn"
    deep.mkdir(parents=True)
    for name in ("plans", "schema"):
        shutil.copytree(project / name, deep / name)
    commit(git, "Sâu hơn")
    edit(deep / "plans" / "vi-du" / "01-kh-2025" / "indicators.yaml", TARGET, LOWER)
    done = kehoach("diff", "HEAD", "--root", str(deep))
    assert "1 thay đổi ở 1 kế hoạch" in done.stdout
    assert "Không có thay đổi" in kehoach("diff", "HEAD").stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["khong-co"], "Lỗi: Không có phiên bản git nào tên «khong-co»."),
        (["HEAD", "khong-co"], "Lỗi: Không có phiên bản git nào tên «khong-co»."),
        (["main...khong-co"], "Lỗi: Không có phiên bản git nào tên «khong-co»."),
        (["main...main", "main"], "Lỗi: «main...main» đã nêu cả hai phía; bỏ «main»."),
        (["./khong-co"], "Lỗi: «./khong-co» không phải thư mục dự án"),
        (["HEAD:plans"], "Lỗi: Không có phiên bản git nào tên «HEAD:plans»."),
        (["--", "--output=x"], "Lỗi: «--output=x» không phải là tên của một phiên bản git."),
        (["HEAD", "--format", "html"], "Lỗi: Không có dạng «html»"),
        (["HEAD", "--suggest", "khong-co"], "Lỗi: Không đọc được «khong-co»"),
        ([], "Lỗi: Thiếu GỐC."),
    ],
)
def test_wrong_use_is_told_in_a_sentence(
    kehoach: Run, git: Git, project: Path, words: list[str], sentence: str
) -> None:
    """A word that names nothing ends with 2 and a Vietnamese sentence, and writes nothing."""
    done = kehoach("diff", *words)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert not (project / "x").exists()


@pytest.mark.parametrize("words", [("",), ("  ",), ("HEAD", "")])
def test_an_empty_name_is_no_side(kehoach: Run, git: Git, words: tuple[str, ...]) -> None:
    """A script whose variable is not set is not told that nothing has changed."""
    done = kehoach("diff", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "để trống" in done.stderr


def test_outside_a_repository_a_revision_means_nothing(kehoach: Run) -> None:
    """Without git, only folders can be compared, and that is said."""
    done = kehoach("diff", "HEAD")
    assert done.returncode == 2
    assert "không ở trong kho git nào" in done.stderr


def test_a_commit_without_plans_is_an_empty_side(kehoach: Run, git: Git) -> None:
    """Against a commit from before there were plans, everything was added."""
    empty = git("commit-tree", "-m", "Trống", git("mktree", text=""))
    done = kehoach("diff", empty, "HEAD")
    assert "Thêm Kế hoạch 01/KH-UBND «Chuyển đổi số tỉnh Ví Dụ»" in done.stdout
    assert done.returncode == 0


def test_a_plan_that_cannot_be_read_is_named(kehoach: Run, git: Git, plan: Path) -> None:
    """A fault of syntax on one side is told with file and line; the rest is still compared."""
    other = plan.parent / "02-kh-2025"
    shutil.copytree(plan, other)
    commit(git, "Hai kế hoạch")
    edit(plan / "indicators.yaml", TARGET, LOWER)
    (other / "budget.yaml").write_text("statements: [", encoding="utf-8")
    done = kehoach("diff", "HEAD")
    assert done.returncode == 1
    assert "Không so được Kế hoạch" not in done.stdout
    assert "Không so được vi-du/02-kh-2025: không đọc được ở thư mục làm việc" in done.stdout
    assert "plans/vi-du/02-kh-2025/budget.yaml:1" in done.stdout
    assert LOWERED in plain(done.stdout)
    assert "Bỏ Kế hoạch" not in done.stdout


def test_what_was_not_compared_is_not_called_unchanged(kehoach: Run, git: Git, plan: Path) -> None:
    """While a plan cannot be read, nobody is told that there is no change."""
    (plan / "budget.yaml").write_text("statements: [", encoding="utf-8")
    done = kehoach("diff", "HEAD")
    assert "Không có thay đổi về nội dung" not in done.stdout
    assert "Không có thay đổi ở những phần so được; 1 lỗi mới" in done.stdout


def test_a_link_in_a_revision_is_not_followed(
    kehoach: Run, git: Git, plan: Path, tmp_path: Path
) -> None:
    """A link that leads to a secret shows nothing of it: the plan is told as unreadable."""
    secret = tmp_path / "mat.yaml"
    secret.write_text("statements: []\nplace: BIMAT\n", encoding="utf-8")
    (plan / "budget.yaml").unlink()
    (plan / "budget.yaml").symlink_to(secret)
    commit(git, "Liên kết")
    for words in (["HEAD~1", "HEAD"], ["HEAD", "HEAD~1"]):
        done = kehoach("diff", *words, "--format", "json")
        assert "BIMAT" not in done.stdout + done.stderr
        assert [one["plan_id"] for one in json.loads(done.stdout)["unread"]] == ["vi-du/01-kh-2025"]


def test_a_tree_that_leads_out_is_refused(
    kehoach: Run, git: Git, project: Path, tmp_path: Path
) -> None:
    """A made-up tree with `..` in it writes nothing anywhere and ends with a sentence."""
    made = git(
        "mktree", text=f"100644 blob {git('hash-object', '-w', '--stdin', text='x')}\tra.yaml\n"
    )
    for _ in range(4):
        made = tree_upwards(project, made)
    plans = git("mktree", text=f"040000 tree {made}\tplans\n")
    done = kehoach("diff", git("commit-tree", "-m", "Ra ngoài", plans), "HEAD")
    assert done.returncode == 2
    assert "tên tệp dẫn ra ngoài thư mục" in done.stderr
    assert not list(tmp_path.rglob("ra.yaml"))


def tree_upwards(repository: Path, inner: str) -> str:
    """Write a tree that git itself would not make: its only entry is called `..`."""
    command = ["git", "hash-object", "--literally", "-w", "-t", "tree", "--stdin"]
    body = b"40000 ..\0" + bytes.fromhex(inner)
    done = subprocess.run(command, cwd=repository, input=body, capture_output=True, check=True)
    return done.stdout.decode().strip()


def test_file_names_cannot_steer_the_terminal(kehoach: Run, git: Git, plan: Path) -> None:
    """A name with escapes and line ends is shown as what it is, in text and in Markdown."""
    (plan / "a\x1b[2J\n::error::x.yaml").write_text("a: 1\n", encoding="utf-8")
    commit(git, "Tên lạ")
    for name in ("text", "markdown", "json"):
        done = kehoach("diff", "HEAD~1", "HEAD", "--format", name)
        assert done.returncode == 1
        assert "\x1b" not in done.stdout
        assert "\n::error" not in done.stdout
        assert "Traceback" not in done.stderr


def test_a_huge_file_of_a_revision_is_refused_for_its_size(
    kehoach: Run, git: Git, plan: Path
) -> None:
    """A file beyond the bounds of the loader is told as too long, as in the working tree."""
    (plan / "budget.yaml").write_text("# " + "x" * 3_000_000, encoding="utf-8")
    commit(git, "Tệp dài")
    done = kehoach("diff", "HEAD~1", "HEAD")
    assert done.returncode == 1
    assert "Không so được Kế hoạch" in done.stdout or "Không so được vi-du" in done.stdout
    assert "budget.yaml:1" in done.stdout


def test_a_hook_does_not_lead_git_astray(kehoach: Run, git: Git, plan: Path) -> None:
    """Variables that git sets for a hook do not change which repository is asked."""
    edit(plan / "indicators.yaml", TARGET, LOWER)
    done = kehoach("diff", "HEAD", GIT_DIR="/nowhere/.git", GIT_INDEX_FILE="x", GIT_PREFIX="y")
    assert LOWERED in plain(done.stdout)


def test_json_has_numbers_and_stable_keys(kehoach: Run, git: Git, plan: Path) -> None:
    """Programs get kinds, places and figures; a number is a number."""
    edit(plan / "indicators.yaml", TARGET, LOWER)
    data = json.loads(kehoach("diff", "HEAD", "--format", "json").stdout)
    assert list(data) == ["base", "head", "summary", "changes", "totals", "findings", "unread"]
    assert data["base"]["commit"] == git("rev-parse", "HEAD")
    assert data["head"] == {"name": "thư mục làm việc", "commit": None}
    assert data["summary"]["by_kind"] == {"target-lowered": 1}
    (change,) = data["changes"]
    assert change["kind"] == "target-lowered"
    assert change["level"] == "promise"
    assert change["plan_id"] == "vi-du/01-kh-2025"
    assert change["path"] == "indicators/indicators/dich-vu-cong/targets/2030"
    assert (change["old"]["value"], change["new"]["value"]) == (90, 80)
    assert (change["difference"], change["percent"]) == (-10, -11.1)


def test_markdown_shows_what_fmt_would_mend(
    kehoach: Run, git: Git, plan: Path, tmp_path: Path
) -> None:
    """The comment begins with its marker, and carries the diff of `fmt` only where there is one."""
    suggested = tmp_path / "fmt.diff"
    suggested.write_text("Đạt: 8 tệp đều theo mẫu chung.\n", encoding="utf-8")
    words = ("diff", "HEAD", "--format", "markdown", "--suggest", str(suggested))
    clean = kehoach(*words).stdout
    assert clean.startswith("<!-- kehoach:diff -->\n")
    assert "Gợi ý sửa" not in clean
    suggested.write_text("--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a:  1\n+a: 1\n", encoding="utf-8")
    assert "```diff\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a:  1\n+a: 1\n```" in kehoach(*words).stdout


def test_help_teaches_with_examples(kehoach: Run) -> None:
    """The help is Vietnamese, with examples to copy and the exit codes."""
    done = kehoach("diff", "--help")
    assert done.returncode == 0
    assert "Cách dùng: kehoach diff [TÙY CHỌN] GỐC [MỚI]" in done.stdout
    assert "Ví dụ:\n    kehoach diff main\n    kehoach diff HEAD~1 HEAD\n" in done.stdout
    assert "Mã kết thúc: 0" in done.stdout
    assert not any(word in done.stdout for word in ("Usage", "Options", "Arguments", "[OPTIONS]"))


REPORT = """\
So HEAD với thư mục làm việc

Đề án 1330/ĐA-UBND «Đột phá khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số 2025 - 2030» (tay-ninh/1330-da-ubnd-2025)
  Xem kỹ trước
    - Hạ mục tiêu năm 2030 của chỉ tiêu 2 «Chỉ số Đổi mới sáng tạo cấp địa phương (PII)» (Phần III, mục V, bảng lộ trình, dòng 2): trước là ít nhất 45 điểm; nay là ít nhất 44 điểm (−1 điểm, −2,2 %).
    - Nhiệm vụ 2 «Tổ chức chuỗi các hoạt động, sự kiện hưởng ứng Ngày Chuyển đổi số quốc gia hằng…» (Phụ lục I, mục II), cột «Khái toán kinh phí năm 2025»: từ 450 triệu đồng thành 4.500 triệu đồng (+4.050 triệu đồng, +900 %).
      Tổng đã đổi theo: dòng 2, cột «Tổng cộng» (4.450 triệu đồng → 8.500 triệu đồng).
      Tổng chưa đổi theo: nhóm I, cột «Khái toán kinh phí năm 2025» (vẫn 7.370 triệu đồng, cộng các dòng bên dưới được 11.420 triệu đồng); nhóm I, cột «Tổng cộng» (vẫn 58.780 triệu đồng, cộng các dòng bên dưới được 62.830 triệu đồng).
      Tổng chưa đổi vì tổng bên dưới chưa đổi: cả bảng, cột «Khái toán kinh phí năm 2025» (vẫn 257.898 triệu đồng); cả bảng, cột «Tổng cộng» (vẫn 5.698.358 triệu đồng); khoản «Tổng kinh phí» (vẫn 6.856.988.000.000 đồng).
    - Chỉ tiêu 2 «Chỉ số Đổi mới sáng tạo cấp địa phương (PII)» (Phần III, mục V, bảng lộ trình, dòng 2): chỉ 1 trong 6 mục tiêu bị hạ: 2030; giữ nguyên: 2025, 2026, 2027, 2028, 2029.
  Tên gọi, số thứ tự, tổng đổi theo
    - Tổng in ở nhiệm vụ 2 «Tổ chức chuỗi các hoạt động, sự kiện hưởng ứng Ngày Chuyển đổi số quốc gia hằng…», cột «Tổng cộng» (Phụ lục I, mục II): từ 4.450 triệu đồng thành 8.500 triệu đồng (+4.050 triệu đồng, +91 %), đúng bằng các phần cộng lại.
  Tổng trước và sau
    Phụ lục I, mục II, nhóm I, cột «Khái toán kinh phí năm 2025»: vẫn in 7.370; cộng các dòng bên dưới được 7.370 → 11.420 triệu đồng: lệch −4.050
    Phụ lục I, mục II, nhóm I, cột «Tổng cộng»: vẫn in 58.780; cộng các cột của dòng vẫn được 58.780 triệu đồng: khớp
    Phụ lục I, mục II, nhóm I, cột «Tổng cộng»: vẫn in 58.780; cộng các dòng bên dưới được 58.780 → 62.830 triệu đồng: lệch −4.050
    Phụ lục I, mục II, dòng 2, cột «Tổng cộng»: in 4.450 → 8.500; cộng các cột của dòng được 4.450 → 8.500 triệu đồng: khớp

"""
FINDINGS = [
    "Phát hiện mới (2)",
    "  plans/tay-ninh/1330-da-ubnd-2025/annexes/phu-luc-1-2.yaml B102 group-sum-mismatch",
    "  plans/tay-ninh/1330-da-ubnd-2025/objectives.yaml T103 prose-table-mismatch",
    "Phát hiện đổi con số hoặc trạng thái (1)",
    "  plans/tay-ninh/1330-da-ubnd-2025/indicators.yaml X105 target-below-predecessor (không chặn)",
    "    Trước đó: in: 45 · tính được: 50 · chênh: −5 điểm",
]
"""Lines that name the findings; what the checks say of them is theirs."""


def one_amount(data: Any) -> None:
    """Give task 2 of the second table ten times its money for 2025, and its row total with it."""
    task = data["rows"][0]["rows"][0]["rows"][1]
    assert (task["task"], task["amounts"]["y2025"]) == ("2", 450)
    task["amounts"] |= {"y2025": 4500, "total": 8500}


def one_target(data: Any) -> None:
    """Lower what the innovation index is to reach in 2030."""
    (target,) = [t for t in data["indicators"][1]["targets"] if str(t["period"]) == "2030"]
    assert target["value"] == 45
    target |= {"value": 44, "text": "≥44"}


def remake(file: Path, make: Callable[[Any], None]) -> None:
    """Rewrite a file by a function of its data."""
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    make(data)
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)
    file.write_text(text, encoding="utf-8")


def test_a_real_plan_with_one_amount_and_one_target_changed(
    kehoach: Run, git: Git, project: Path
) -> None:
    """The whole report for the plan of Tây Ninh, to the last figure."""
    shutil.rmtree(project / "plans")
    shutil.copytree(ROOT / "plans", project / "plans")
    commit(git, "Kế hoạch thật")
    folder = project / "plans" / "tay-ninh" / "1330-da-ubnd-2025"
    remake(folder / "annexes" / "phu-luc-1-2.yaml", one_amount)
    remake(folder / "indicators.yaml", one_target)
    done = kehoach("diff", "HEAD")
    said = re.sub(r"yaml:\d+", "yaml", re.sub(r" \([0-9a-f]{8}\)", "", plain(done.stdout)))
    report, _, findings = said.partition("Phát hiện mới")
    assert report == REPORT
    lines = f"Phát hiện mới{findings}".splitlines()
    assert [line for line in lines if line in FINDINGS] == FINDINGS
    assert lines[-1].startswith("4 thay đổi ở 1 kế hoạch, 3 cần xem kỹ; 2 lỗi mới, 0 lỗi đã hết, ")
    assert done.returncode == 1
