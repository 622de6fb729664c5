"""`python -m benchmarks [PART …]`: measure and write the page."""

import sys
from argparse import ArgumentParser, Namespace
from compileall import compile_dir
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks import page, results
from benchmarks.machine import facts
from benchmarks.synthetic.project import REPOSITORY
from benchmarks.workspace import Workspace

PARTS: Final = {
    "check": "check",
    "start-up": "startup",
    "build": "build",
    "edit": "edit",
    "search": "search",
    "reader": "reader",
}
"""Name of a part to its module, in the order of the page."""


def main(words: list[str] | None = None) -> None:
    """Measure the parts that are named, or all."""
    wanted = _arguments(words)
    if wanted.work:
        wanted.work.mkdir(parents=True, exist_ok=True)
        _measure(wanted, wanted.work)
    else:
        with TemporaryDirectory(prefix="kehoach-bench-") as folder:
            _measure(wanted, Path(folder))


def _measure(wanted: Namespace, folder: Path) -> None:
    space = Workspace(folder, wanted.sizes, wanted.repeats, wanted.also, _say)
    compile_dir(REPOSITORY / "generator", quiet=1)
    machine = facts(wanted.repeats)
    for name in wanted.parts or PARTS:
        _say(f"== {name}")
        part = import_module(f"benchmarks.{PARTS[name]}").run(space)
        found = replace(part, machine=machine)
        parts = results.replaced(results.load(wanted.results), (found,), tuple(PARTS))
        results.save(parts, wanted.results)
        page.write(parts, wanted.page)
    _say(f"written: {wanted.page}")


def _arguments(words: list[str] | None) -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="default: all")
    parser.add_argument("--sizes", type=_sizes, default=(10, 50, 200), help="default: 10,50,200")
    parser.add_argument("--also", type=_sizes, default=(), help="sizes for the check alone: 1000")
    parser.add_argument("--repeats", type=int, default=3, help="default: 3")
    parser.add_argument("--work", type=Path, help="a folder to keep projects and sites in")
    parser.add_argument("--page", type=Path, default=page.PAGE)
    parser.add_argument("--results", type=Path, default=results.FILE)
    return parser.parse_args(words)


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(sorted({int(word) for word in text.split(",") if word}))


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()
