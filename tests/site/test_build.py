"""Building: whole or not at all, the same from run to run, and nothing slips past the gate."""

import filecmp
import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from generator.pipeline import check
from generator.project import Project
from generator.site.build import UnfinishedSiteError, build_site
from generator.site.csp import POLICY, add_policy
from generator.site.gate import faults
from generator.site.provenance import NOWHERE, provenance

pytestmark = pytest.mark.xdist_group("site")


def quiet(_step: str) -> None:
    """Take the place of a progress bar."""


def fingerprint(folder: Path) -> dict[str, str]:
    """Hash of every file below a folder."""
    return {
        file.relative_to(folder).as_posix(): sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def kehoach(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


def spoil_a_total(project: Project) -> None:
    """Make the last digit of an annex's printed total wrong."""
    annex = next((project.root / "plans").glob("*/*/annexes/*.yaml"))
    text = annex.read_text(encoding="utf-8")
    spoilt = re.sub(r"(total: \d+)", r"\g<1>1", text, count=1)
    assert spoilt != text
    annex.write_text(spoilt, encoding="utf-8")


def test_a_failed_check_leaves_the_site_as_it_was(example: Project, tmp_path: Path) -> None:
    """After an amount is spoilt, build exits 1 and not one byte of the published site changes."""
    out = tmp_path / "site"
    first = kehoach("build", "--root", str(example.root), "--out", str(out))
    assert first.returncode == 0, first.stderr
    before = fingerprint(out)
    spoil_a_total(example)
    second = kehoach("build", "--root", str(example.root), "--out", str(out))
    assert second.returncode == 1
    assert fingerprint(out) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_an_unfinished_page_is_not_published(
    example: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the gate objects, the site that stood there stays."""
    out = tmp_path / "site"
    (out / "data" / "v1").mkdir(parents=True)
    (out / "data" / "v1" / "datapackage.json").touch()
    (out / "index.html").write_text("cũ", encoding="utf-8")
    monkeypatch.setattr("generator.site.build.faulty_pages", lambda _site, _seen: ["index.html: …"])
    with pytest.raises(UnfinishedSiteError):
        build_site(example, out, check(example), quiet)
    assert (out / "index.html").read_text(encoding="utf-8") == "cũ"
    assert {path.name for path in out.iterdir()} == {"index.html", "data"}


def test_a_project_without_settings_of_its_own_is_built_with_ours(
    example: Project, tmp_path: Path
) -> None:
    """A root that holds only plans/ and schema/ becomes a site with every plan page and the data."""
    assert not (example.root / "mkdocs.yml").exists()
    out = tmp_path / "site"
    build_site(example, out, check(example), quiet)
    for plan in example.plan_folders():
        assert (out / plan.plan_id / "kinh-phi" / "index.html").is_file()
    assert (out / "data" / "v1" / "datapackage.json").is_file()


@pytest.mark.parametrize(
    "html",
    [
        "<p>{{ so_ke_hoach() }}</p>",
        "<p>{% if x %}</p>",
        "<p>Macro Rendering Error</p>",
        '<img alt="" src="https://example.org/x.png">',
        '<script src="//example.org/x.js"></script>',
        '<link rel="stylesheet" href="https://example.org/x.css">',
        '<p class="a" style="color: red">x</p>',
        "<style>p { color: red }</style>",
        '<a href="x" onclick="y()">x</a>',
        '<a href=x onclick="y()">x</a>',
        "<script>x()</script>",
        '<script type="module">x()</script>',
        '<img alt="" src="data:image/png;base64,x">',
        '<a class="a" href="javascript:x()">x</a>',
    ],
)
def test_the_gate_sees_what_a_finished_page_never_holds(html: str) -> None:
    """Template leftovers, macro errors, calls to other hosts and inline code are faults."""
    assert list(faults(html))


@pytest.mark.parametrize(
    "html",
    [
        '<p title="style= onload= &lt;script&gt; src=">x</p>',
        '<p>style="a" onload="b"</p>',
        '<script type="application/ld+json">{"a": "style="}</script>',
        '<script src="x.js" defer></script>',
    ],
)
def test_the_gate_lets_words_about_code_pass(html: str) -> None:
    """What only looks like inline code, in a text, a name or data, is no fault."""
    assert not list(faults(html))


def test_the_gate_passes_a_finished_page(site: Path) -> None:
    """No page of the built site has a fault, and there are pages to look at."""
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 20
    assert [page.name for page in pages if list(faults(page.read_text("utf-8")))] == []


def test_the_policy_of_a_page_has_no_exception() -> None:
    """It stands right behind the charset and allows files of its own origin, nothing inline."""
    html = add_policy('<head><meta charset="utf-8"><title>x</title></head>')
    before, _, after = html.partition(POLICY)
    assert before.startswith('<head><meta charset="utf-8">\n<meta http-equiv="Content-Security-')
    assert after.endswith("<title>x</title></head>")
    assert [sign for sign in ("unsafe", "sha256", "data:", "*") if sign in POLICY] == []


def test_provenance_does_not_depend_on_the_clock(tmp_path: Path) -> None:
    """Outside a repository there is no commit, and the moment is always the same."""
    assert provenance(tmp_path) == NOWHERE


def test_the_open_data_of_the_site_and_of_export_are_the_same(
    site: Path, tmp_path: Path, project: Project
) -> None:
    """`kehoach export` writes exactly what the site publishes."""
    done = kehoach("export", "--root", str(project.root), "--out", str(tmp_path / "data"))
    assert done.returncode == 0, done.stderr
    published = site / "data" / "v1"
    names = sorted(fingerprint(published))
    assert names == sorted(fingerprint(tmp_path / "data"))
    _same, different, failed = filecmp.cmpfiles(published, tmp_path / "data", names, shallow=False)
    assert (different, failed) == ([], [])
