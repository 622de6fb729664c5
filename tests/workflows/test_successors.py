"""The comparison of our site with that of another builder sees what differs, and nothing else."""

import importlib.util
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / ".github" / "scripts" / "successors.py"
_spec = importlib.util.spec_from_file_location("successors", SCRIPT)
assert _spec
assert _spec.loader
successors = importlib.util.module_from_spec(_spec)
sys.modules["successors"] = successors  # dataclasses look their own module up
_spec.loader.exec_module(successors)

OURS = """<html><nav>Mục</nav><article class="a"><h1 id="x">Tên</h1>
<p>Một&nbsp;dòng<br>và nữa.</p><table><tr><th>Cột</th><td>1.184 tỷ</td></tr></table></article></html>"""
THEIRS = """<html><article><h1 id="x">Tên<a class="headerlink" href="#x">¶</a></h1><script>1</script>
<p>Một&nbsp;dòng<br>và  nữa.</p><div><table><tr><th>Cột</th><td>1.184 tỷ</td></tr></table></div>
</article><footer>Chân</footer></html>"""


def sites(folder: Path, ours: dict[str, str], theirs: dict[str, str]) -> tuple[Path, Path]:
    """Two built sites."""
    for name, pages in (("a", ours), ("b", theirs)):
        for address, html in pages.items():
            file = folder / name / address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(html, encoding="utf-8")
    return folder / "a", folder / "b"


def test_frame_and_marks_of_a_theme_are_no_difference(tmp_path: Path) -> None:
    """Navigation, scripts, signs behind headings and white space are the builder's own."""
    found = successors.compare(*sites(tmp_path, {"index.html": OURS}, {"index.html": THEIRS}))
    assert found.equal
    assert found.same == 1


def test_a_changed_cell_a_lost_word_and_a_lost_page_are_told(tmp_path: Path) -> None:
    """Each under its own heading."""
    ours = {"a.html": OURS, "b.html": OURS, "c.html": OURS, "404.html": OURS}
    theirs = {
        "a.html": THEIRS.replace("1.184", "1.148"),
        "b.html": THEIRS.replace("nữa", ""),
        "d.html": THEIRS,
    }
    found = successors.compare(*sites(tmp_path, ours, theirs))
    assert not found.equal
    assert (found.same, found.missing, found.more) == (0, ["c.html"], ["d.html"])
    assert sorted(found.words) == ["a.html", "b.html"]
    assert found.tables == ["a.html"]


def test_a_page_of_ours_is_one_block_of_markup() -> None:
    """No blank line could end the block, and no sign of Markdown is looked at in it."""
    text = successors._as_markdown(f"<title>T</title>{OURS}".replace("</p>", "</p>\n\n# *x*\n"))
    body = text.split("---\n\n", 1)[1].rstrip("\n")
    assert "\n\n" not in body
    assert body.startswith("<div>\n")
    assert body.endswith("\n</div>")
