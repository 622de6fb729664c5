"""`kehoach build` against the same pages rendered the usual way."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.harness import Cost, command, exponent, interleaved
from benchmarks.results import Goal, Part, Table, at_least, unmeasured, within
from benchmarks.rivals import builders, sources
from benchmarks.rivals.content import PAGES
from benchmarks.synthetic.project import REPOSITORY
from benchmarks.texts import megabytes, plans, seconds
from benchmarks.workspace import GENERATOR, NO_CACHE, Workspace, count_pages, size_of
from generator.project import Project

_OURS: Final = "kehoach build"
_STOCK: Final = "stock Material with macros"
_HUGO: Final = "Hugo"
_ZENSICAL: Final = "Zensical (one run)"
_MOST_GROWTH, _LEAST_FASTER, _MOST_HUGO = 1.05, 10, 3
_HEAD: Final = (
    "plans",
    "builder",
    "clock",
    "processor",
    "memory",
    "pages",
    "pages a second",
    "site",
)
_ABOUT: Final = (
    "`kehoach build` is the command as a whole, with the cache off: every plan checked, every page, the open "
    "data and the index of search. The others render six pages a plan from the same files: overview, "
    "objectives, indicators, tasks, budget, organisation. Stock Material has all of them in `nav`, its "
    "built-in search, and tables written by macros that read the YAML; Hugo and Zensical get Markdown "
    "whose tables are written out beforehand, which is not counted, and Hugo has no search. Our build "
    "makes many more pages than six a plan, so the ratios are told twice: the whole of it, and by pages a "
    "second. Memory is the highest sum over all processes."
)


@dataclass(frozen=True, slots=True)
class Built:
    """A build.

    Attributes:
        cost: What it took.
        pages: How many pages it made.
        size: Bytes of the site.
    """

    cost: Cost
    pages: int
    size: int

    @property
    def rate(self) -> float:
        """Pages a second."""
        return self.pages / self.cost.wall


def run(space: Workspace) -> Part:
    """Measure ours at the two largest sizes, and the others at the largest."""
    largest = space.sizes[-1]
    found = {size: _at(space, size, with_others=size == largest) for size in space.sizes[-2:]}
    rows = tuple(
        _row(size, name, built) for size, all_ in found.items() for name, built in all_.items()
    )
    return Part(
        name="build",
        title="Build",
        about=_ABOUT,
        goals=(*_against(found[largest], largest), *_growth(found)),
        tables=(Table("Medians.", _HEAD, rows),),
    )


def _at(space: Workspace, size: int, *, with_others: bool) -> dict[str, Built]:
    project = space.project(size)
    outs = {_OURS: space.folder / f"site-{size}"}
    measures: dict[str, Callable[[], Cost]] = {_OURS: lambda: _build(project, outs[_OURS])}
    if with_others:
        _add_others(space, size, measures, outs)
    costs = interleaved(measures, space.repeats, lambda what: space.say(f"{size} plans: {what}"))
    if with_others and builders.zensical():
        written = sources.written_out(project, space.folder / f"zensical-{size}")
        space.say(f"{size} plans: {_ZENSICAL}")
        costs[_ZENSICAL] = builders.build_zensical(written)
        outs[_ZENSICAL] = written / "site"
    return {
        name: Built(cost, count_pages(outs[name]), size_of(outs[name]))
        for name, cost in costs.items()
    }


def _add_others(
    space: Workspace, size: int, measures: dict[str, Callable[[], Cost]], outs: dict[str, Path]
) -> None:
    project = space.project(size)
    stock = sources.stock(project, space.folder / f"stock-{size}")
    outs[_STOCK] = space.folder / f"stock-site-{size}"
    measures[_STOCK] = lambda: builders.build_stock(stock, outs[_STOCK])
    if builders.hugo():
        hugo = sources.hugo(project, space.folder / f"hugo-{size}")
        outs[_HUGO] = space.folder / f"hugo-site-{size}"
        measures[_HUGO] = lambda: builders.build_hugo(hugo, outs[_HUGO])


def _build(project: Project, out: Path) -> Cost:
    shutil.rmtree(out, ignore_errors=True)
    words = (*GENERATOR, "build", "--root", project.root, "--out", out)
    return command(words, REPOSITORY, NO_CACHE)


def _row(size: int, name: str, built: Built) -> tuple[str, ...]:
    cost = built.cost
    measured = (seconds(cost.wall), seconds(cost.cpu), megabytes(cost.memory))
    return (
        plans(size),
        name,
        *measured,
        f"{built.pages:,}",
        f"{built.rate:,.0f}",
        megabytes(built.size),
    )


def _against(found: Mapping[str, Built], size: int) -> tuple[Goal, ...]:
    ours, stock, hugo = found[_OURS], found[_STOCK], found.get(_HUGO)
    pages = f"{plans(size * len(PAGES))} pages of {plans(size)} plans"
    faster = stock.cost.wall / ours.cost.wall
    return (
        at_least(
            "build-stock",
            f"our whole site against stock's {pages}",
            faster,
            _LEAST_FASTER,
            " × faster",
        ),
        at_least(
            "build-stock-pages",
            "pages a second against stock's",
            ours.rate / stock.rate,
            _LEAST_FASTER,
            " × faster",
        ),
        within(
            "build-memory",
            "highest memory of our whole build against stock's",
            ours.cost.memory / stock.cost.memory,
            1,
            " ×",
        ),
        *_against_hugo(ours, hugo, pages),
    )


def _against_hugo(ours: Built, hugo: Built | None, pages: str) -> tuple[Goal, ...]:
    whole, rate = f"our whole site against Hugo's {pages}", "time a page against Hugo's"
    if hugo is None:
        why = "Hugo is not installed here"
        wanted = f"at most {_MOST_HUGO} ×"
        return (
            unmeasured("build-hugo", whole, wanted, why),
            unmeasured("build-hugo-pages", rate, wanted, why),
        )
    return (
        within("build-hugo", whole, ours.cost.wall / hugo.cost.wall, _MOST_HUGO, " ×"),
        within("build-hugo-pages", rate, hugo.rate / ours.rate, _MOST_HUGO, " ×"),
    )


def _growth(found: Mapping[int, Mapping[str, Built]]) -> tuple[Goal, ...]:
    if len(found) == 1:
        return ()
    small, large = found
    costs = [found[size][_OURS].cost.wall for size in (small, large)]
    power = exponent(costs[0], costs[1], large / small)
    what = f"growth of our build from {plans(small)} to {plans(large)} plans, as a power"
    return (within("build-growth", what, power, _MOST_GROWTH),)
