"""Write the list of parts of a release (SBOM) as CycloneDX 1.6 JSON, from the lock files alone.

Parts are the Python packages that a site is built with, and the npm packages whose files the site
ships. The same locks give the same bytes: no clock, no random number. Run by `make sbom`.
"""

import base64
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import (
    ExternalReference,
    ExternalReferenceType,
    HashAlgorithm,
    HashType,
    XsUri,
)
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

ROOT = Path(__file__).parents[2]
_ENTRY = re.compile(r"^([a-z0-9._-]+)==([^\s;\\]+)(.*?)(?=^[a-z0-9]|\Z)", re.MULTILINE | re.DOTALL)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_LICENCE = re.compile(r"^\| (\S+) \| (\S+) \| (.+?) \|$", re.MULTILINE)


def licences(root: Path) -> dict[tuple[str, str], str]:
    """Licences by name and version, from the list that `make licences` wrote."""
    text = (root / "docs" / "dev" / "licences.md").read_text("utf-8")
    return {(name, version): licence for name, version, licence in _LICENCE.findall(text)}


def python_parts(root: Path, known: dict[tuple[str, str], str]) -> Iterator[Component]:
    """Packages of `requirements/site.lock`, each with the hashes of its files on PyPI."""
    text = (root / "requirements" / "site.lock").read_text("utf-8")
    for name, version, rest in _ENTRY.findall(text):
        hashes = [HashType(alg=HashAlgorithm.SHA_256, content=h) for h in _HASH.findall(rest)]
        yield _part(
            "pypi", name, version, known, f"https://pypi.org/project/{name}/{version}/", hashes
        )


def npm_parts(root: Path, known: dict[tuple[str, str], str]) -> Iterator[Component]:
    """Packages of `package-lock.json` whose files the site ships, or that are bundled in them."""
    held = json.loads((root / "package-lock.json").read_text("utf-8"))["packages"]
    for path, told in held.items():
        if not path or told.get("dev"):
            continue
        digest = base64.b64decode(told["integrity"].removeprefix("sha512-")).hex()
        hashes = [HashType(alg=HashAlgorithm.SHA_512, content=digest)]
        name = path.rpartition("node_modules/")[2]
        file = f"{name.rpartition('/')[2]}-{told['version']}.tgz"
        address = f"https://registry.npmjs.org/{name}/-/{file}"
        yield _part("npm", name, told["version"], known, address, hashes)


def _part(
    kind: str,
    name: str,
    version: str,
    known: dict[tuple[str, str], str],
    address: str,
    hashes: list[HashType],
) -> Component:
    namespace, _, bare = name.rpartition("/")
    place = PackageURL(type=kind, namespace=namespace or None, name=bare, version=version)
    return Component(
        type=ComponentType.LIBRARY,
        name=bare,
        group=namespace or None,
        version=version,
        bom_ref=place.to_string(),
        purl=place,
        licenses=[LicenseFactory().make_from_string(known[name, version])],
        external_references=[
            ExternalReference(
                type=ExternalReferenceType.DISTRIBUTION, url=XsUri(address), hashes=hashes
            )
        ],
    )


def bill(root: Path) -> str:
    """The list as text.

    Args:
        root: Root of the repository.

    Returns:
        A CycloneDX document.

    Raises:
        KeyError: A locked package is not in the list of licences.
    """
    about = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    known = licences(root)
    parts = [*python_parts(root, known), *npm_parts(root, known)]
    whole = Component(
        type=ComponentType.APPLICATION,
        name=about["name"],
        version=about["version"],
        bom_ref=about["name"],
        licenses=[LicenseFactory().make_from_string(about["license"])],
    )
    bom = Bom(components=parts)
    bom.metadata.component = whole
    bom.register_dependency(whole, parts)
    names = "\n".join(sorted(str(part.purl) for part in parts))
    bom.serial_number = uuid5(NAMESPACE_URL, f"{about['version']}\n{names}")
    text = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string()
    told = json.loads(text)
    del told["metadata"]["timestamp"]
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main() -> int:
    """Write the list to the file named on the command line."""
    Path(sys.argv[1]).write_text(bill(ROOT), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
