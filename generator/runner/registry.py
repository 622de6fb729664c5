"""Reads and checks the registry that all plans share."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from generator.cache import NO_CACHE, Cache, fingerprint, of_checker
from generator.diagnostics import Diagnostic
from generator.model import REGISTRY_MODELS, Registry
from generator.project import PLANS, REGISTRY, Project
from generator.runner.examine import run_checks
from generator.runner.parts import Home, Part, RawFolder, SourcesAgain, parts_of, read_folder
from generator.runner.places import Source, Sources, diagnose, in_order

REGISTRY_HOME = Source(f"{PLANS}/{REGISTRY}", None)


@dataclass(frozen=True, slots=True)
class CheckedRegistry:
    """The registry with what is wrong in it.

    Attributes:
        registry: The registries that validate; the others are empty.
        diagnostics: In order of file and line.
        sources: Part name, `registry/agencies`, to file and data.
        sound: Whether every registry validates, so that plans can be checked against it.
        fingerprint: Names the content of its files.
    """

    registry: Registry
    diagnostics: tuple[Diagnostic, ...]
    sources: Sources
    sound: bool
    fingerprint: str


def read_registry(project: Project, cache: Cache = NO_CACHE) -> CheckedRegistry:
    """Read and check the registry.

    Args:
        project: The project.
        cache: Where it may be kept for the next time.

    Returns:
        The registry, what is wrong in it, and where its data stands.
    """
    home = Home(project.root, project.registry_folder)
    files = read_folder(home) if home.folder.is_dir() else RawFolder(home, ())
    key = fingerprint((b"registry", of_checker().encode(), files.fingerprint.encode()))
    kept = cache.get(key)
    if isinstance(kept, CheckedRegistry):
        return replace(kept, sources=SourcesAgain(files))
    checked = _check(files)
    cache.put(key, replace(checked, sources={}))
    return checked


def _check(files: RawFolder) -> CheckedRegistry:
    parts = parts_of(files)
    found = [d for part in parts for d in part.diagnostics]
    sound = not any(d.blocks for d in found)
    sources = {part.name: part.source for part in parts}
    registry = Registry(**_fields(parts))
    if sound:
        found += [
            diagnose(finding, sources, REGISTRY_HOME)
            for finding in run_checks("check_registry", registry)
        ]
    return CheckedRegistry(registry, in_order(found), sources, sound, files.fingerprint)


def _fields(parts: Iterable[Part]) -> dict[str, Any]:
    records = {part.name.removeprefix(f"{REGISTRY}/"): part.record for part in parts}
    return {name: getattr(records[name], name) for name in REGISTRY_MODELS if records.get(name)}
