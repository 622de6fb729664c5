"""Reads, validates and checks one plan."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import Diagnostic, Finding
from generator.model import Annex, Plan, PlanMeta, Record, Registry
from generator.project import ANNEXES, PLANS, SUFFIX, PlanFolder
from generator.runner.causes import Context, by_cause
from generator.runner.examine import run_checks, waivers_for
from generator.runner.parts import (
    MISSING_PLAN_FILE,
    UNKNOWN_FILE,
    Home,
    Part,
    RawFolder,
    parts_of,
    read_folder,
)
from generator.runner.places import Source, Sources, diagnose, in_order
from generator.runner.waivers import judge

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_META = "plan"
_WHOLE_FOLDER = ""
"""Name of the one part of a folder that cannot be listed."""


@dataclass(frozen=True, slots=True)
class CheckedPlan:
    """A plan with what is wrong in it.

    Attributes:
        plan: The plan; None when a part of it cannot be read or does not validate.
        diagnostics: In order of file and line.
        sources: Part name to file and data.
    """

    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Sources


def check_plan(folder: PlanFolder, registry: Registry, *, in_depth: bool = True) -> CheckedPlan:
    """Read, validate and check one plan.

    While a part cannot be read or does not validate, no other check runs: it would report the
    same mistake again in other words.

    Args:
        folder: The plan's folder.
        registry: The registry, sound.
        in_depth: False to stop after reading and validating, when the registry is not sound.

    Returns:
        The plan, what is wrong in it, and where its data stands.
    """
    return check_files(folder, read_plan(folder), registry, in_depth=in_depth)


def read_plan(folder: PlanFolder) -> RawFolder:
    """Read the files of a plan without looking into them."""
    return read_folder(Home(folder.root, folder.path, folder.plan_id))


def check_files(
    folder: PlanFolder, files: RawFolder, registry: Registry, *, in_depth: bool = True
) -> CheckedPlan:
    """Validate and check one plan whose files have been read, as `check_plan` does.

    Args:
        folder: The plan's folder.
        files: What lies in it.
        registry: The registry, sound.
        in_depth: False to stop after validating.

    Returns:
        The plan, what is wrong in it, and where its data stands.
    """
    parts = parts_of(files)
    sources = {part.name: part.source for part in parts}
    found = [d for part in parts for d in part.diagnostics]
    found += _folder_faults(folder, parts)
    if any(d.blocks for d in found):
        return CheckedPlan(None, in_order(found), sources)
    plan = _assemble(folder, {part.name: part.record for part in parts})
    if in_depth:
        examined = _examine(plan, registry, sources)
        found += by_cause(examined, Context(plan, registry, sources))
    return CheckedPlan(plan, in_order(found), sources)


def _folder_faults(folder: PlanFolder, parts: Sequence[Part]) -> Iterator[Diagnostic]:
    home = Source(f"{PLANS}/{folder.plan_id}/plan{SUFFIX}", None)
    for finding in (*_name_faults(folder), *_missing(folder, parts)):
        yield diagnose(finding, {}, home, folder.plan_id)


def _missing(folder: PlanFolder, parts: Sequence[Part]) -> Iterator[Finding]:
    if all(part.name not in {_META, _WHOLE_FOLDER} for part in parts):
        yield Finding(
            MISSING_PLAN_FILE,
            (_META,),
            f"Thư mục «{PLANS}/{folder.plan_id}» không có tệp plan{SUFFIX}.",
            f"Thêm plan{SUFFIX} với số, tên, cơ quan ban hành của văn bản; nếu thư mục này "
            "không phải là một kế hoạch thì xóa đi.",
        )


def _name_faults(folder: PlanFolder) -> Iterator[Finding]:
    for name in (folder.province_id, folder.plan_slug):
        if not _SLUG.fullmatch(name):
            yield Finding(
                UNKNOWN_FILE,
                (_META,),
                f"Tên thư mục «{name}» không dùng làm địa chỉ được.",
                "Đổi tên thư mục: chỉ gồm chữ thường không dấu, số và gạch nối, như "
                "69-kh-ubnd-2025.",
            )


def _assemble(folder: PlanFolder, records: Mapping[str, Record | None]) -> Plan:
    """Put together the parts, each of which has validated."""
    meta = records[_META]
    assert isinstance(meta, PlanMeta)  # noqa: S101 - a missing one has been reported
    annexes = {
        name.removeprefix(f"{ANNEXES}/"): record
        for name, record in records.items()
        if isinstance(record, Annex)
    }
    others: dict[str, Any] = {
        name: record
        for name, record in records.items()
        if name != _META and not isinstance(record, Annex)
    }
    return Plan(folder.province_id, folder.plan_slug, meta, annexes=annexes, **others)


def _examine(plan: Plan, registry: Registry, sources: Sources) -> Iterator[Diagnostic]:
    home = sources[_META]
    findings = run_checks("check_plan", plan, registry)
    found = [diagnose(finding, sources, home, plan.id) for finding in findings]
    judged = judge(found, waivers_for(plan, across_plans=False))
    yield from judged.diagnostics
    yield from (diagnose(finding, sources, home, plan.id) for finding in judged.findings)
