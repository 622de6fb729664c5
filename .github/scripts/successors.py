"""Build the site with the programs that may take the place of MkDocs, and compare the pages.

ProperDocs takes our settings and our plugin as they are. Zensical takes no plugin of ours, so it
is given what our plugin would have given: every page, its finished body as a block of HTML. Prints
a report in Markdown; fails when ProperDocs does not give the same pages. Run by `make successors`.
"""

import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
SHOWN = 5
_APART = {"404.html", "quan-tri/index.html"}
"""Pages that are no content: the page for a wrong address, and the editing desk."""

_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_SETTINGS = """site_name: Kế hoạch mở
docs_dir: docs
site_dir: site
theme: {name: material}
plugins: []
markdown_extensions: [admonition, attr_list, def_list, tables]
"""


@dataclass(frozen=True, slots=True)
class Content:
    """What a page says: the words of its article, and the cells of its tables."""

    words: str
    tables: tuple[tuple[str, ...], ...]


class _Article(HTMLParser):
    """Reads the article of a page, without scripts and what only leads on."""

    SKIPPED = frozenset({"script", "style", "nav", "svg", "form", "button"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.tables: list[list[str]] = []
        self._open: list[tuple[str, bool]] = []
        self._depth: Counter[str] = Counter()
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go one element deeper."""
        if tag in _VOID:
            return
        skipped = tag in self.SKIPPED or "headerlink" in (dict(attrs).get("class") or "")
        self._open.append((tag, skipped))
        self._depth[tag] += 1
        self._skipped += skipped
        if tag == "table" and self._depth["article"]:
            self.tables.append([])
        if tag in {"td", "th"} and self._depth["table"] and self.tables:
            self.tables[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        """Come out of the element, and of what was left open in it."""
        while self._depth[tag]:
            name, skipped = self._open.pop()
            self._depth[name] -= 1
            self._skipped -= skipped
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        """Keep the words of the article."""
        if self._skipped or not self._depth["article"]:
            return
        self.words.append(data)
        if self._depth["table"] and self.tables and self.tables[-1]:
            self.tables[-1][-1] += data


def content_of(html: str) -> Content:
    """Read a page."""
    reader = _Article()
    reader.feed(html)
    cells = (tuple(" ".join(cell.split()) for cell in table) for table in reader.tables)
    return Content(" ".join("".join(reader.words).split()), tuple(cells))


def pages(site: Path) -> dict[str, Path]:
    """Every page of content of a built site, by its address."""
    found = {file.relative_to(site).as_posix(): file for file in site.rglob("*.html")}
    return {address: file for address, file in sorted(found.items()) if address not in _APART}


@dataclass
class Comparison:
    """How far one builder's site is the same as ours.

    Attributes:
        same: Pages with the same words and the same tables.
        missing: Pages that it lacks.
        more: Pages that only it has.
        words: Pages with other words.
        tables: Pages with other tables.
    """

    same: int = 0
    missing: list[str] = field(default_factory=list)
    more: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)

    @property
    def equal(self) -> bool:
        """Whether nothing differs."""
        return not (self.missing or self.more or self.words or self.tables)


def compare(ours: Path, theirs: Path) -> Comparison:
    """Compare two built sites, page by page."""
    found, here, there = Comparison(), pages(ours), pages(theirs)
    found.missing = [address for address in here if address not in there]
    found.more = [address for address in there if address not in here]
    for address in here.keys() & there.keys():
        one, other = (content_of(f[address].read_text("utf-8")) for f in (here, there))
        found.same += one == other
        if one.words != other.words:
            found.words.append(address)
        if one.tables != other.tables:
            found.tables.append(address)
    return found


def build_with_properdocs(work: Path) -> Path:
    """Our own settings and plugin, another program."""
    out = work / "properdocs"
    _run("properdocs", "build", "--quiet", "--site-dir", str(out), cwd=ROOT)
    return out


def build_with_zensical(ours: Path, work: Path) -> Path:
    """Hand-written pages as they are; ours as Markdown files that hold one block of HTML."""
    project = work / "zensical"
    shutil.copytree(ROOT / "docs", project / "docs")
    (project / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    for address, file in pages(ours).items():
        target = project / "docs" / Path(address).with_suffix(".md")
        written = target if target.name != "index.md" else target.parent.with_suffix(".md")
        if not target.exists() and not written.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_as_markdown(file.read_text("utf-8")), encoding="utf-8")
    _run("zensical", "build", "--clean", "--config-file", "mkdocs.yml", cwd=project)
    return project / "site"


def _as_markdown(html: str) -> str:
    title = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    article = re.search(r"<article[^>]*>(.*)</article>", html, re.DOTALL)
    body = "\n".join(line for line in (article[1] if article else "").splitlines() if line.strip())
    words = (title[1] if title else "").replace('"', "'")
    return f'---\ntitle: "{words}"\n---\n\n<div>\n{body}\n</div>\n'


def _run(command: str, *words: str, cwd: Path) -> None:
    program = Path(sys.executable).with_name(command)
    done = subprocess.run(  # noqa: S603 - a locked tool with our own words
        [str(program), *words], cwd=cwd, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise RuntimeError(f"{command} stopped with {done.returncode}:\n{done.stderr[-2000:]}")


def report(ours: Path, found: Mapping[str, tuple[Comparison, float] | str]) -> Iterator[str]:
    """The report as Markdown."""
    yield f"{len(pages(ours))} pages of ours.\n"
    yield "| builder | version | seconds | same pages | missing | more | other words | other tables |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, told in found.items():
        version = metadata.version(name)
        if isinstance(told, str):
            yield f"| {name} | {version} | does not build | | | | | |"
            continue
        one, seconds = told
        counts = (one.same, *map(len, (one.missing, one.more, one.words, one.tables)))
        yield f"| {name} | {version} | {seconds:.1f} | {' | '.join(map(str, counts))} |"
    for name, told in found.items():
        if isinstance(told, str):
            yield f"\n{name}: {told}"
            continue
        for kind in ("missing", "more", "words", "tables"):
            if some := sorted(getattr(told[0], kind))[:SHOWN]:
                yield f"\n{name}, {kind}: {', '.join(some)}"


def main() -> int:
    """Build with each, compare, print."""
    ours = Path(sys.argv[1]).resolve()
    found: dict[str, tuple[Comparison, float] | str] = {}
    with TemporaryDirectory(prefix="kehoach-") as folder:
        work = Path(folder)
        for name in ("properdocs", "zensical"):
            start = time.perf_counter()
            try:
                theirs = (
                    build_with_properdocs(work)
                    if name == "properdocs"
                    else build_with_zensical(ours, work)
                )
                seconds = time.perf_counter() - start
                found[name] = compare(ours, theirs), seconds
            except RuntimeError as refusal:
                found[name] = str(refusal)
    print("\n".join(report(ours, found)))  # noqa: T201
    told = found["properdocs"]
    return 0 if not isinstance(told, str) and told[0].equal else 1


if __name__ == "__main__":
    sys.exit(main())
