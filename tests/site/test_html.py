"""An independent checker reads every built page."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("site")

HERE = Path(__file__).parent
CONFIG = HERE / "html-validate.mjs"
PROGRAM = HERE.parents[1] / "node_modules" / ".bin" / "html-validate"


def faults(folder: Path) -> list[str]:
    """What html-validate says of the pages below a folder: page, line, rule, sentence."""
    command = [str(PROGRAM), "--config", str(CONFIG), "-f", "json", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return [
        f"{Path(page['filePath']).relative_to(folder)}:{fault['line']} {fault['ruleId']}: "
        f"{fault['message']}"
        for page in json.loads(done.stdout)
        for fault in page["messages"]
    ]


@pytest.fixture(autouse=True, scope="module")
def _installed() -> None:
    if not PROGRAM.is_file():
        pytest.fail("No html-validate: run `make .venv/vendor.stamp`.")


def test_every_built_page_is_valid_html(site: Path) -> None:
    """No page breaks a rule of the HTML standard, generated or written by hand."""
    assert len(list(site.rglob("*.html"))) > 100
    assert faults(site) == []


def test_every_page_has_one_main_part(site: Path) -> None:
    """A reader who jumps to the main part finds one on each page, the closed desk included."""
    counts = {
        str(page.relative_to(site)): page.read_text(encoding="utf-8").count("<main")
        for page in site.rglob("*.html")
    }
    assert {page: count for page, count in counts.items() if count != 1} == {}


def test_every_column_has_a_name(site: Path) -> None:
    """No head of a table is empty, on generated pages or on those written by hand."""
    nameless = [
        str(page.relative_to(site))
        for page in sorted(site.rglob("*.html"))
        if re.search(r"<th[^>]*>\s*</th>", page.read_text(encoding="utf-8"))
    ]
    assert nameless == []


def test_the_checker_sees_what_is_wrong(site: Path, tmp_path: Path) -> None:
    """An id that stands twice and an element in the wrong place are found, so it is awake."""
    page = tmp_path / "index.html"
    shutil.copy(site / "index.html", page)
    html = page.read_text(encoding="utf-8")
    spoilt = html.replace("<h1", '<p id="x"><b><div></div></b></p><p id="x">x</p><h1', 1)
    page.write_text(spoilt, encoding="utf-8")
    found = "\n".join(faults(tmp_path))
    assert "no-dup-id" in found
    assert "element-permitted-content" in found or "no-implicit-close" in found
