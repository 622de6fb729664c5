"""What is locked is listed with its licence, audited, and packed with a list of parts."""

import importlib.util
import json
import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / ".github" / "scripts"
LIST = (ROOT / "docs" / "dev" / "licences.md").read_text("utf-8")
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
ENTRY = re.compile(r"^([a-z0-9._-]+)==([^\s;\\]+)(.*?)(?=^[a-z0-9]|\Z)", re.MULTILINE | re.DOTALL)
_spec = importlib.util.spec_from_file_location("licences", SCRIPTS / "licences.py")
assert _spec
assert _spec.loader
licences = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(licences)


def listed() -> dict[tuple[str, str], str]:
    """Licence by name and version, as the list tells it."""
    rows = re.findall(r"^\| (\S+) \| (\S+) \| (.+) \|$", LIST, re.MULTILINE)
    return {(name, version): licence for name, version, licence in rows}


def npm_locked() -> set[tuple[str, str]]:
    """Every npm package of the lock."""
    held = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    return {(path.rpartition("node_modules/")[2], p["version"]) for path, p in held.items() if path}


def test_every_locked_package_is_listed_with_a_known_licence() -> None:
    """A lock that changes without `make licences` fails here, and so does an unknown licence."""
    known = listed()
    locked = {entry[:2] for lock in LOCKS for entry in ENTRY.findall(lock.read_text("utf-8"))}
    wanted = locked | npm_locked()
    assert len(wanted) > 200
    assert [one for one in sorted(wanted) if one not in known] == []
    assert [one for one, licence in known.items() if not licences.SHORT.fullmatch(licence)] == []
    assert [one for one, licence in known.items() if licence in {"UNKNOWN", "BSD"}] == []


def test_nothing_is_listed_that_is_not_locked() -> None:
    """A package that is gone is gone from the list."""
    locked = {entry[:2] for lock in LOCKS for entry in ENTRY.findall(lock.read_text("utf-8"))}
    assert set(listed()) - {("package", "version")} <= locked | npm_locked()


def test_every_locked_file_has_its_hash() -> None:
    """Without one, pip would take whatever the index gives."""
    for lock in LOCKS:
        entries = ENTRY.findall(lock.read_text("utf-8"))
        assert entries
        for name, _, rest in entries:
            assert "--hash=sha256:" in rest, f"{lock.name}: {name}"


@pytest.mark.parametrize(
    ("told", "licence"),
    [
        ({"License-Expression": "MIT AND Python-2.0"}, "MIT AND Python-2.0"),
        ({"License": "Apache Software License"}, "Apache-2.0"),
        ({"Classifier": "License :: OSI Approved :: MIT License"}, "MIT"),
        ({"License": "UNKNOWN", "Classifier": "License :: OSI Approved :: MIT License"}, "MIT"),
        ({"License": "Copyright 2021 by somebody, all of it"}, ""),
        ({"Classifier": "License :: OSI Approved :: BSD License"}, ""),
        ({}, ""),
    ],
)
def test_a_licence_is_taken_only_where_it_is_plain(told: dict[str, str], licence: str) -> None:
    """Words that name several licences, or none, are left to a person."""
    from email.message import Message

    metadata = Message()
    metadata["Name"] = "goi"
    for key, value in told.items():
        metadata[key] = value
    assert licences.licence_of(metadata) == licence


def test_the_site_carries_the_notices_of_what_it_ships(site: Path) -> None:
    """Style, icons, fonts and search are other people's; their licences lie beside them."""
    for name in ("theme.LICENSE.txt", "icons/LICENSE.txt", "fonts/LICENSE.txt"):
        assert len((site / "assets" / name).read_text("utf-8")) > 500, name
    notices = {file.name for file in site.rglob("*.LICENSE.txt")}
    assert {"minisearch.LICENSE.txt", "theme.LICENSE.txt"} <= notices


def test_the_audit_fails_where_it_cannot_ask() -> None:
    """Without `--strict` a package that the service does not know passes in silence."""
    recipe = re.search(r"^audit:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert recipe
    assert "--strict" in recipe[1]
    assert "npm audit" in recipe[1]
    assert "requirements/*.lock" in recipe[1]


def test_audit_and_successors_run_by_the_clock_and_block_nothing() -> None:
    """They read only, and no pull request waits for them."""
    for name in ("audit", "successors"):
        workflow = yaml.safe_load((ROOT / ".github" / "workflows" / f"{name}.yml").read_text())
        assert set(workflow[True]) == {"schedule", "workflow_dispatch"}
        assert workflow["permissions"] == {"contents": "read"}
        assert all("permissions" not in job for job in workflow["jobs"].values())


def test_only_a_tag_is_released_and_only_after_the_gate() -> None:
    """What may write runs no code of the repository; what is attached was tested first."""
    release = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text())
    assert release[True] == {"push": {"tags": ["v*"]}}
    build, publish = release["jobs"]["build"], release["jobs"]["publish"]
    steps = [step.get("run", "") for step in build["steps"]]
    assert steps.index(".ci/run") < steps.index("make dist")
    assert "permissions" not in build
    assert publish["needs"] == "build"
    assert publish["permissions"] == {"contents": "write"}
    assert not any("checkout" in step.get("uses", "") for step in publish["steps"])


@pytest.mark.skipif(
    not (ROOT / ".venv-audit" / "bin" / "python").exists(),
    reason="the tools of `make sbom` are not installed",
)
def test_the_list_of_parts_names_every_part_and_is_the_same_each_time(tmp_path: Path) -> None:
    """CycloneDX, with hashes and licences, and no clock in it."""
    texts = []
    for number in range(2):
        out = tmp_path / f"{number}.json"
        command = [ROOT / ".venv-audit/bin/python", SCRIPTS / "sbom.py", out]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": str(number)})
        texts.append(out.read_text("utf-8"))
    assert texts[0] == texts[1]
    told = json.loads(texts[0])
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    named = {part["purl"] for part in told["components"]}
    site = ENTRY.findall((ROOT / "requirements" / "site.lock").read_text("utf-8"))
    assert {f"pkg:pypi/{name}@{version}" for name, version, _ in site} <= named
    assert "pkg:npm/minisearch@7.2.0" in named
    for part in told["components"]:
        assert part["licenses"]
        assert part["externalReferences"][0]["hashes"]
