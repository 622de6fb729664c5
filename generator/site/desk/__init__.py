"""The editing desk at `/quan-tri/`: plans changed in the browser, every change a pull request.

The desk is Sveltia CMS. Ours are its settings, made from the schemas and the plans, and the reader
and writer of files: what it saves has the form that `kehoach fmt` gives.
"""

import json
from collections.abc import Iterator
from importlib.resources import files

from generator.model import Library
from generator.site.desk.config import config
from generator.site.desk.rules import rules
from generator.site.vendored import vendored

FOLDER = "quan-tri/"
_OWN = ("index.html", "desk.js", "format.js")
_VENDORED = (
    "sveltia-cms.mjs",
    "sveltia-cms.LICENSE.txt",
    "js-yaml.mjs",
    "js-yaml.LICENSE.txt",
    "material-symbols.woff2",
    "material-symbols.LICENSE.txt",
    "be-vietnam-pro-400.woff2",
    "be-vietnam-pro.LICENSE.txt",
)


def desk_files(
    library: Library, parts: frozenset[str], repository: str | None
) -> Iterator[tuple[str, bytes]]:
    """Make the files of the desk.

    Args:
        library: Every plan.
        parts: Path from the root of each plan file that exists.
        repository: Address of the repository; without one the desk stays closed.

    Yields:
        Path below the site's root, and content.
    """
    own = files("generator.site.desk")
    if repository is None:
        yield f"{FOLDER}index.html", (own / "closed.html").read_bytes()
        return
    for name in _OWN:
        yield f"{FOLDER}{name}", (own / name).read_bytes()
    for name in _VENDORED:
        yield f"{FOLDER}{name}", vendored(name).read_bytes()
    yield from _where_the_desk_looks()
    settings = config(library, parts, repository)
    yield f"{FOLDER}config.json", _json(settings)
    yield f"{FOLDER}rules.json", _json(rules())


def _where_the_desk_looks() -> Iterator[tuple[str, bytes]]:
    """Files that the desk would fetch from a third party by its own version."""
    package = vendored("sveltia-cms.package.json").read_bytes()
    version = json.loads(package)["version"]
    yield f"{FOLDER}sveltia/package.json", package
    words = vendored("sveltia-cms.vi.json").read_bytes()
    yield f"{FOLDER}sveltia@{version}/locales/vi.json", words


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
