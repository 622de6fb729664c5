"""Write the list of licences: everything that is shipped, installed or only used by tests.

Python packages are named by the lock files and told by their installed metadata; npm packages by
`package-lock.json`, which carries both. Run by `make licences`; a test holds the list to the locks.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIST = ROOT / "docs" / "dev" / "licences.md"
LOCKS: Mapping[str, str] = {
    "site.lock": "Installed to build the site",
    "dev.lock": "Installed by the tests only",
    "audit.lock": "Installed to look for holes and to write the parts list",
    "successors.lock": "Installed to try other site builders",
    "fuzz.lock": "Installed to try hostile input",
}
"""Lock files, and what their packages are for; a package is listed with the first that names it."""

ENVIRONMENTS = (".venv", ".venv-audit", ".venv-successors", ".venv-fuzz")
CHECKED: Mapping[str, str] = {
    "atheris": "Apache-2.0",
    "axe-playwright-python": "MIT",
    "colorama": "BSD-3-Clause",
    "isodate": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "nodeenv": "BSD-3-Clause",
    "text-unidecode": "Artistic-1.0-Perl OR GPL-2.0-or-later",
    "feedgen": "BSD-2-Clause OR LGPL-3.0-or-later",
}
"""Licences read in the package's own licence file, where its metadata do not say one plainly."""

NAMES: Mapping[str, str] = {
    "Apache Software License": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "ISC License (ISCL)": "ISC",
    "ISC License": "ISC",
    "MIT License": "MIT",
    "MIT license": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""Older words of metadata, and the short name of the licence that they mean."""

SHORT = re.compile(r"[A-Za-z0-9.+()-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+()-]+)*")
_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Package:
    """A package of another project."""

    name: str
    version: str
    licence: str


def locked(lock: Path) -> Iterator[tuple[str, str]]:
    """Name and version of every package of a lock file, in its order."""
    yield from _LOCKED.findall(lock.read_text(encoding="utf-8"))


def licence_of(told: metadata.PackageMetadata) -> str:
    """Short name of a licence.

    Args:
        told: Metadata of an installed package.

    Returns:
        The expression of the metadata, else what its older words mean; empty when neither is
        plain, so that a person must look.
    """
    name = re.sub(r"[-_.]+", "-", told["Name"]).lower()
    if name in CHECKED:
        return CHECKED[name]
    if expression := told.get("License-Expression"):
        return str(expression)
    words = str(told.get("License") or "").strip()
    if words in NAMES:
        return NAMES[words]
    if words and words != "UNKNOWN" and SHORT.fullmatch(words):
        return words
    classes = [c.rpartition(" :: ")[2] for c in told.get_all("Classifier") or () if "License" in c]
    known = [NAMES[each] for each in classes if each in NAMES]
    return known[0] if len(known) == 1 == len(classes) else ""


def installed(root: Path) -> dict[str, metadata.PackageMetadata]:
    """Metadata of what the environments hold, by the name that lock files use."""
    folders = [f for e in ENVIRONMENTS for f in (root / e / "lib").glob("python*/site-packages")]
    paths = [str(folder) for folder in folders] or sys.path
    return {
        re.sub(r"[-_.]+", "-", found.metadata["Name"]).lower(): found.metadata
        for found in metadata.distributions(path=paths)
    }


def python_packages(root: Path) -> Iterator[tuple[str, list[Package]]]:
    """For each lock file, the packages that no earlier one names."""
    here, seen = installed(root), set[str]()
    for lock, purpose in LOCKS.items():
        new = [
            (name, version)
            for name, version in locked(root / "requirements" / lock)
            if name not in seen
        ]
        seen |= {name for name, _ in new}
        yield purpose, [Package(n, v, licence_of(here[n]) if n in here else "") for n, v in new]


def npm_packages(root: Path) -> tuple[list[Package], list[Package]]:
    """What the site ships or bundles, and what only the tests run."""
    held = json.loads((root / "package-lock.json").read_text("utf-8"))["packages"]
    found = {
        dev: [
            Package(path.rpartition("node_modules/")[2], told["version"], told.get("license", ""))
            for path, told in held.items()
            if path and bool(told.get("dev")) is dev
        ]
        for dev in (False, True)
    }
    return found[False], found[True]


def lines(root: Path) -> Iterator[str]:
    """The list as Markdown."""
    yield from HEAD
    shipped, tools = npm_packages(root)
    yield from _section("Shipped with the site, from npm", shipped)
    for purpose, packages in python_packages(root):
        yield from _section(f"{purpose}, from PyPI", packages)
    yield from _section("Run by the tests only, from npm", tools)


HEAD = (
    "---",
    "title: Licences",
    "description: Licences of every package that Kế hoạch mở ships, installs or tests with.",
    "---",
    "",
    "# Licences",
    "",
    "Our code is under the MIT licence, our data and texts under CC BY 4.0. This list is written by",
    "`make licences` from the lock files, the installed packages and `package-lock.json`; a test fails",
    "when a locked package is missing here or has no known licence.",
    "",
    "The site carries the notices of what it ships beside the files: `assets/fonts/LICENSE.txt` (Be Vietnam",
    "Pro), `assets/theme.LICENSE.txt` (style of Material for MkDocs), `assets/icons/LICENSE.txt` (Material",
    "Design Icons), `assets/search/minisearch.LICENSE.txt`, and `*.LICENSE.txt` beside the editing desk.",
)


def _section(title: str, packages: Iterable[Package]) -> Iterator[str]:
    yield from ("", f"## {title}", "", "| package | version | licence |", "|---|---|---|")
    unique = sorted(set(packages), key=lambda p: (p.name.lower(), p.version))
    for package in unique:
        yield f"| {package.name} | {package.version} | {package.licence or 'UNKNOWN'} |"


def main() -> int:
    """Write the list; fail when a licence is not known."""
    text = "\n".join(lines(ROOT)) + "\n"
    LIST.write_text(text, encoding="utf-8")
    unknown = [line for line in text.splitlines() if line.endswith("| UNKNOWN |")]
    for line in unknown:
        print(f"No plain licence: {line}", file=sys.stderr)  # noqa: T201
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
