"""Reports about a hostile project: no command of a workflow, no markup, no mention comes of a text."""

import json
import re
import subprocess
from pathlib import Path

import markdown  # type: ignore[import-untyped]
import pytest

from tests.honest.trees import command, environment, run
from tests.injection.attack import commit_attack
from tests.pages.html_tree import parse


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hostile project with a history, in which sums and names are wrong now."""
    root = tmp_path_factory.mktemp("reports") / "du-an"
    made = commit_attack(root, 0)
    for file in (root / "plans" / "vi-du" / "nul").rglob("*.yaml"):
        text = file.read_text("utf-8")
        file.write_text(text.replace('"total": 600', '"total": 601'), encoding="utf-8")
    (root / "plans" / "vi-du" / "nul" / "waivers.yaml").unlink()
    assert made.texts
    return root


def report(root: Path, *words: str) -> str:
    """What a command prints about the project, which has errors."""
    done = run(*words, "--root", str(root))
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def assert_no_markup(text: str) -> None:
    """Rendered, the Markdown holds no element that a text has made."""
    tree = parse(f"<div>{markdown.markdown(text, extensions=['tables', 'fenced_code'])}</div>")
    assert "<script>window.__ran=1</script>" in tree.text
    names = {element.tag for element in tree.walk()}
    assert names.isdisjoint({"script", "img", "x-pwn", "svg", "iframe", "form", "base", "input"})
    for element in tree.walk():
        assert not [name for name in element.attributes if name.startswith("on")]
        address = (element.attributes.get("href") or "").lower()
        assert not address.startswith(("javascript:", "data:", "https://evil", "//evil"))


def test_annotations_are_one_line_each(hostile: Path) -> None:
    """Every line is one annotation of ours; a text starts no command of its own."""
    for line in report(hostile, "check", "-v", "--format", "github").splitlines():
        if line.startswith("::"):
            assert re.match(r"::(error|warning|notice) file=[^:]*,line=\d+", line), line[:200]
        assert not line.lstrip().startswith(("##[", "::set", "::add"))


@pytest.mark.parametrize("words", [("check", "-v"), ("diff", "HEAD~1")], ids=lambda w: str(w[0]))
def test_markdown_is_text(hostile: Path, words: tuple[str, ...]) -> None:
    """A summary and the meaning of a change show hostile texts, and nothing grows out of them."""
    text = report(hostile, *words, "--format", "markdown")
    assert_no_markup(text)
    assert not re.search(r"(?<![\w`])@octocat", re.sub(r"`+[^`]*`+", "", text))


def test_sarif_and_json_are_exact(hostile: Path) -> None:
    """Both are sound JSON, and messages hold the pieces of texts as they are."""
    for form in ("sarif", "json"):
        text = report(hostile, "check", "-v", "--format", form)
        assert "<script>window.__ran=1</script>" in json.dumps(json.loads(text), ensure_ascii=False)


def test_a_terminal_gets_no_controls(hostile: Path) -> None:
    """Raw controls in a file, which are an error, are told by name and never printed."""
    card = hostile / "plans" / "vi-du" / "nul" / "plan.yaml"
    before = card.read_bytes()
    card.write_bytes(before.replace(b"K0193K", b"\x1b[31m\x07\xe2\x80\xae K0193K", 1))
    done = subprocess.run(
        command("check", "--root", str(hostile)),
        env=environment(),
        capture_output=True,
        check=False,
    )
    card.write_bytes(before)
    assert done.returncode == 1
    assert not re.search(rb"[\x00-\x08\x0b-\x1f]|\xe2\x80\xae", done.stdout + done.stderr)
    assert "U+202E" in done.stdout.decode()
