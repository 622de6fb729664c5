"""How well search finds, ours and the theme's own, on the same plans and by pages."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any, Final
from urllib.parse import urlencode

import yaml
from playwright.sync_api import Browser, Page

from benchmarks.browser import serving
from benchmarks.results import Goal, Table
from benchmarks.rivals import sources
from benchmarks.rivals.builders import build_stock
from benchmarks.rivals.content import PAGES
from benchmarks.synthetic.project import REPOSITORY
from benchmarks.workspace import Workspace
from generator.project import Project
from generator.vietnamese import fold

_TABLE: Final = REPOSITORY / "tests" / "browser" / "search_queries.yaml"
_COMPOUNDS: Final = (
    "bán dẫn", "ngân sách nhà nước", "dữ liệu mở", "chữ ký số", "trí tuệ nhân tạo", "sở hữu trí tuệ",
    "khởi nghiệp", "an toàn thông tin", "đô thị thông minh", "kinh tế số", "hạ tầng số", "du lịch",
    "bệnh án điện tử", "nông nghiệp", "thương mại điện tử", "công nghệ cao", "chuyên gia", "năng lượng",
    "thủ tục hành chính", "dịch vụ công trực tuyến",
)  # fmt: skip
"""Words that belong together; a page is meant when it holds them side by side."""

_FIRST: Final = 10
_ALL: Final = 400
_OURS, _STOCK = "ours", "stock Material's"

_ALL_OF_OURS: Final = """async (most) => {
  const wait = () => new Promise((done) => { setTimeout(done, 20); });
  const section = document.querySelector("[data-kh-search-results]");
  const links = () => [...document.querySelectorAll("a[data-result]")];
  const said = document.querySelector("[data-kh-search-status]");
  const busy = () => section.getAttribute("aria-busy") === "true" || !said.textContent;
  for (;;) {
    while (busy()) await wait();
    const button = section.querySelector("button");
    if (section.hidden || button.hidden || links().length >= most) break;
    button.click();
  }
  return links().map((link) => link.pathname);
}"""

_START_STOCK: Final = """async () => {
  const script = document.querySelector("#__config").textContent;
  const worker = new Worker(JSON.parse(script).search);
  const index = await (await fetch("search/search_index.json")).json();
  const told = () => new Promise((done) => { worker.onmessage = (event) => done(event.data); });
  index.options = { suggest: false };
  worker.postMessage({ type: 0, data: index });
  await told();
  window.ask = async (query) => {
    worker.postMessage({ type: 2, data: query });
    const answer = await told();
    return answer.data.items.map(([first]) => new URL(first.location, location).pathname);
  };
}"""

Ask = Callable[[str], list[str]]
"""A query to the addresses of pages in order, each once, below the site's root."""


@dataclass(frozen=True, slots=True)
class Quality:
    """How well both find."""

    goals: tuple[Goal, ...]
    tables: tuple[Table, ...]


def measure_quality(space: Workspace, browser: Browser) -> Quality:
    """Ask both searches the same queries about the repository's plans."""
    project = Project(REPOSITORY)
    texts = dict(_texts(project))
    stock = space.folder / "stock-site-real"
    build_stock(sources.stock(project, space.folder / "stock-real"), stock)
    with (
        serving(space.real_site()) as ours,
        serving(stock) as other,
        browser.new_context(viewport={"width": 1280, "height": 900}) as context,
    ):
        asking = {
            _OURS: _asking_ours(context.new_page(), ours.address, texts),
            _STOCK: _asking_stock(context.new_page(), other.address, texts),
        }
        expected, compounds = _expected(asking, texts), _compounds(asking, texts)
    return Quality(tuple(_goals(compounds)), (expected, compounds))


def _texts(project: Project) -> Iterator[tuple[str, str]]:
    """Address of each page that both sites have, with its text."""
    for plan in project.plan_folders():
        for name, (_, text) in PAGES.items():
            yield f"{plan.plan_id}/{name}/" if name else f"{plan.plan_id}/", text(plan.path)


def _asking_ours(page: Page, address: str, texts: Mapping[str, str]) -> Ask:
    def ask(query: str) -> list[str]:
        page.goto(f"{address}tim-kiem/?{urlencode({'q': query})}")
        found: list[str] = page.evaluate(_ALL_OF_OURS, _ALL)
        return _pages(found, texts)

    return ask


def _asking_stock(page: Page, address: str, texts: Mapping[str, str]) -> Ask:
    page.goto(address)
    page.evaluate(_START_STOCK)

    def ask(query: str) -> list[str]:
        found: list[str] = page.evaluate(f"window.ask({json.dumps(query)})")
        return _pages(found, texts)

    return ask


def _pages(paths: Sequence[str], texts: Mapping[str, str]) -> list[str]:
    """Pages that both sites have; ours has bases and notes apart, the others on the overview."""
    found = (re.sub(r"/nguon/.*", "/", path).lstrip("/") for path in paths)
    return list(dict.fromkeys(page for page in found if page in texts))


def _expected(asking: Mapping[str, Ask], texts: Mapping[str, str]) -> Table:
    """The tests' table of queries, each with the page that must be found."""
    cases = [case for case in _cases() if case[1] in texts]
    rows = []
    for kind, wanted in (("with marks", True), ("without marks", False)):
        chosen = [case for case in cases if _has_marks(case[0]) is wanted]
        for name, ask in asking.items():
            ranks = [_rank(ask(query), page) for query, page in chosen]
            shares = (sum(rank <= most for rank in ranks) / len(ranks) for most in (1, 3, _FIRST))
            rows.append((kind, str(len(chosen)), name, *(f"{share:.0%}" for share in shares)))
    caption = (
        "The table of queries of the tests, those whose page both sites have: is that page found?"
    )
    head = (
        "queries",
        "how many",
        "search",
        "first",
        "among the first 3",
        f"among the first {_FIRST}",
    )
    return Table(caption, head, tuple(rows))


def _cases() -> Iterator[tuple[str, str]]:
    cases: list[dict[str, Any]] = yaml.safe_load(Path(_TABLE).read_text("utf-8"))
    for case in cases:
        if "with" not in case:
            address = str(case.get("first") or case["among"])
            yield str(case["query"]), address.partition("#")[0]


def _has_marks(query: str) -> bool:
    return fold(query) != unicodedata.normalize("NFC", query).lower()


def _rank(found: Sequence[str], page: str) -> float:
    return found.index(page) + 1 if page in found else float("inf")


def _compounds(asking: Mapping[str, Ask], texts: Mapping[str, str]) -> Table:
    """Recall and precision, a page being meant when it holds the words side by side."""
    rows = []
    for kind, spelled in (("with marks", str), ("without marks", fold)):
        queries = [spelled(compound) for compound in _COMPOUNDS]
        meant = [_holding(compound, texts) for compound in _COMPOUNDS]
        for name, ask in asking.items():
            found = [ask(query) for query in queries]
            recall = mean(len(m & set(f)) / len(m) for m, f in zip(meant, found, strict=True) if m)
            precise = mean(
                _precision(m, f[:_FIRST]) for m, f in zip(meant, found, strict=True) if m
            )
            rows.append((kind, str(sum(map(bool, meant))), name, f"{recall:.0%}", f"{precise:.0%}"))
    caption = (
        "Compounds, such as “bán dẫn” and `ban dan`: how many of the pages that hold the words side by side are "
        f"found, and how many of the first {_FIRST} pages are such."
    )
    return Table(caption, ("queries", "how many", "search", "recall", "precision"), tuple(rows))


def _holding(compound: str, texts: Mapping[str, str]) -> set[str]:
    pattern = re.compile(rf"(?<!\w){re.escape(compound.lower())}(?!\w)")
    return {page for page, text in texts.items() if pattern.search(text.lower())}


def _precision(meant: set[str], found: Sequence[str]) -> float:
    return sum(page in meant for page in found) / len(found) if found else 0.0


def _goals(compounds: Table) -> Iterator[Goal]:
    """Ours is to be no worse than the built-in search."""
    for (kind, *_, recall, precision), (*_, other, others) in zip(
        compounds.rows[::2], compounds.rows[1::2], strict=True
    ):
        key = f"search-{{}}-{kind.replace(' ', '-')}"
        for name, figure, least in (("recall", recall, other), ("precision", precision, others)):
            wanted = f"at least the built-in search's {least}"
            met = int(figure.rstrip("%")) >= int(least.rstrip("%"))
            yield Goal(key.format(name), f"{name}, queries {kind}", wanted, figure, met)
