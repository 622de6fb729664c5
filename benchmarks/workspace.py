"""Made-up projects of each size, and sites built from them, made once in a run."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.harness import PYTHON, Cost, command
from benchmarks.synthetic import write_project
from benchmarks.synthetic.project import REPOSITORY
from generator.cache import VARIABLE
from generator.project import Project

NO_CACHE: Final = {VARIABLE: ""}
"""Environment in which nothing is kept from one run to the next."""

GENERATOR: Final = (PYTHON, "-m", "generator")


@dataclass(frozen=True, slots=True)
class Workspace:
    """What all parts share.

    Attributes:
        folder: Where to write.
        sizes: How many plans, from small to large.
        repeats: How often each measure is taken.
        largest: Sizes that only reading is measured at.
        say: Told what is being done.
        costs: What it took to build each site that was built.
    """

    folder: Path
    sizes: tuple[int, ...]
    repeats: int
    largest: tuple[int, ...]
    say: Callable[[str], None]
    costs: dict[str, Cost] = field(default_factory=dict)

    def project(self, plans: int) -> Project:
        """A made-up project; the same one each time it is asked for."""
        root = self.folder / f"project-{plans}"
        if not root.exists():
            self.say(f"making up {plans} plans")
            write_project(root, plans)
        return Project(root)

    def copy(self, plans: int, name: str) -> Project:
        """A copy of a made-up project, to be edited."""
        root = self.folder / f"{name}-{plans}"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self.project(plans).root, root)
        return Project(root)

    def site(self, plans: int) -> Path:
        """The whole site of a made-up project, built without a cache."""
        return self._built(self.project(plans).root, f"site-{plans}")

    def cost_of_site(self, plans: int) -> Cost:
        """What it took to build that site, in this run."""
        name = f"site-{plans}"
        if name not in self.costs:
            shutil.rmtree(self.folder / name, ignore_errors=True)
            self.site(plans)
        return self.costs[name]

    def real_site(self) -> Path:
        """The site of the repository's own plans."""
        return self._built(REPOSITORY, "site-real")

    def _built(self, root: Path, name: str) -> Path:
        out = self.folder / name
        if not out.exists():
            self.say(f"building {name}")
            words = (*GENERATOR, "build", "--root", root, "--out", out)
            self.costs[name] = command(words, REPOSITORY, NO_CACHE)
        return out


def environment_of(cache: Path) -> dict[str, str]:
    """Environment in which results are kept in a folder."""
    return {VARIABLE: str(cache)}


def count_pages(site: Path) -> int:
    """How many pages a site has."""
    return sum(name.endswith(".html") for _, _, names in os.walk(site) for name in names)


def size_of(site: Path) -> int:
    """Bytes of all files of a site."""
    return sum(file.stat().st_size for file in site.rglob("*") if file.is_file())
