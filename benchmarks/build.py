"""`kehoach build` against the same pages rendered the usual way."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.harness import PYTHON, Cost, command, exponent, interleaved
from benchmarks.results import Goal, Part, Table, at_least, told, unmeasured, within
from benchmarks.rivals import builders, sources
from benchmarks.rivals.content import PAGES
from benchmarks.synthetic.project import REPOSITORY
from benchmarks.texts import megabytes, plans, seconds
from benchmarks.workspace import NO_CACHE, Workspace, count_pages, size_of
from generator.project import Project

_WHOLE: Final = "kehoach build, the whole site (one run)"
_SIX: Final = "kehoach build, cut down to six pages a plan"
_STOCK: Final = "stock Material with macros"
_HUGO: Final = "Hugo"
_ZENSICAL: Final = "Zensical (one run)"
_MOST_GROWTH, _FASTER, _MOST_HUGO = 1.05, 10, 3
_HEAD: Final = (
    "plans",
    "builder",
    "clock",
    "processor",
    "memory",
    "pages",
    "site",
)
_ABOUT: Final = (
    "`kehoach build` is the command as a whole, with the cache off: every plan checked, every page, the open "
    "data and the index of search. The others render six pages a plan from the same files: overview, "
    "objectives, indicators, tasks, budget, organisation. Stock Material has all of them in `nav`, its "
    "built-in search, and tables written by macros that read the YAML; Hugo and Zensical get Markdown "
    "whose tables are written out beforehand, which is not counted, and Hugo has no search. Our site has "
    "many more pages, and files beside them, so ours is measured twice: as it is, and cut down to the same "
    "six pages a plan with check, frame and search (`benchmarks/six_pages.py`). Memory is the highest sum "
    "over all processes."
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
    outs = {_SIX: space.folder / f"six-{size}"}
    measures: dict[str, Callable[[], Cost]] = {_SIX: lambda: _six(project, outs[_SIX])}
    if with_others:
        _add_others(space, size, measures, outs)
    space.say(f"{size} plans: {_WHOLE}")
    costs = {_WHOLE: space.cost_of_site(size)}
    outs[_WHOLE] = space.site(size)
    costs |= interleaved(measures, space.repeats, lambda what: space.say(f"{size} plans: {what}"))
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


def _six(project: Project, out: Path) -> Cost:
    shutil.rmtree(out, ignore_errors=True)
    words = (PYTHON, "-m", "benchmarks.six_pages", project.root, out)
    return command(words, REPOSITORY, NO_CACHE)


def _row(size: int, name: str, built: Built) -> tuple[str, ...]:
    cost = built.cost
    measured = (seconds(cost.wall), seconds(cost.cpu), megabytes(cost.memory))
    return (
        plans(size),
        name,
        *measured,
        f"{built.pages:,}",
        megabytes(built.size),
    )


def _against(found: Mapping[str, Built], size: int) -> tuple[Goal, ...]:
    whole, six, stock = (found[name].cost for name in (_WHOLE, _SIX, _STOCK))
    pages = f"{plans(size * len(PAGES))} pages"
    return (
        at_least(
            "build-stock", f"{pages} against stock", stock.wall / six.wall, _FASTER, " × faster"
        ),
        told(
            f"our whole site ({found[_WHOLE].pages:,} pages) against stock's {pages}",
            f"{stock.wall / whole.wall:.2f} × faster",
        ),
        within(
            "build-memory", f"memory, {pages} against stock", six.memory / stock.memory, 1, " ×"
        ),
        told("memory, our whole site against stock", f"{whole.memory / stock.memory:.2f} ×"),
        *_against_hugo(found, pages),
    )


def _against_hugo(found: Mapping[str, Built], pages: str) -> tuple[Goal, ...]:
    what = f"{pages} against Hugo"
    if _HUGO not in found:
        return (unmeasured("build-hugo", what, f"at most {_MOST_HUGO} ×", "Hugo is not installed"),)
    whole, six, hugo = (found[name].cost.wall for name in (_WHOLE, _SIX, _HUGO))
    return (
        within("build-hugo", what, six / hugo, _MOST_HUGO, " ×"),
        told(f"our whole site against Hugo's {pages}", f"{whole / hugo:.2f} ×"),
    )


def _growth(found: Mapping[int, Mapping[str, Built]]) -> Iterator[Goal]:
    if len(found) == 1:
        return
    small, large = found
    for key, name in (("build-growth", _WHOLE), ("build-growth-six", _SIX)):
        costs = [found[size][name].cost.wall for size in (small, large)]
        what = f"growth from {plans(small)} to {plans(large)} plans, as a power: {name}"
        yield within(key, what, exponent(costs[0], costs[1], large / small), _MOST_GROWTH)
