"""Writes a made-up project: registry, schema and plans."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, cast

import yaml

from benchmarks.synthetic import words
from benchmarks.synthetic.annexes import DEADLINES, MONEY, deadline_annex, money_annex
from benchmarks.synthetic.data import Data, Value, written
from benchmarks.synthetic.indicators import indicators
from benchmarks.synthetic.phrases import pick
from benchmarks.synthetic.phrases import work as work_title
from benchmarks.synthetic.prose import (
    actions,
    budget,
    coverage,
    objectives,
    organisation,
    waivers,
)
from benchmarks.synthetic.slots import KINDS, Slot, following, slots
from generator.project import PLANS, REGISTRY, REGISTRY_PARTS, SCHEMA
from generator.workers import share_out

SEED: Final = 1
REPOSITORY: Final = Path(__file__).parents[2]
_IMPLEMENTED: Final = "57-nq-tw-2024"
_NATIONAL: Final = ("Luật", "Nghị định", "Quyết định", "Nghị quyết")

Section = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class _Work:
    """One plan to write."""

    root: Path
    slot: Slot
    heir: Slot | None
    concepts: Section
    bases: tuple[str, ...]


def write_project(root: Path, plans: int, seed: int = SEED) -> Path:
    """Write a project.

    Args:
        root: Where; an empty folder or none yet.
        plans: How many plans, from 1.
        seed: The same seed gives the same bytes.

    Returns:
        `root`.

    Raises:
        FileExistsError: There is something in the folder.
    """
    if root.exists() and any(root.iterdir()):
        raise FileExistsError(f"{root} is not empty")
    registry = {part: _read(part) for part in REGISTRY_PARTS}
    chosen = slots(registry["provinces"], plans, seed)
    heirs = following(registry["provinces"], plans, seed)
    shutil.copytree(REPOSITORY / SCHEMA, root / SCHEMA)
    _write_registry(root, registry, (*chosen, *heirs.values()))
    documents = registry["documents"]
    jobs = (
        _Work(root, slot, heirs.get(slot.index), registry["concepts"], _bases(documents, slot))
        for slot in chosen
    )
    for _ in share_out(_write_plan, jobs):
        pass
    return root


def _read(part: str) -> dict[str, Any]:
    file = REPOSITORY / PLANS / REGISTRY / f"{part}.yaml"
    data = yaml.load(file.read_bytes(), yaml.CSafeLoader)[part]
    return cast(dict[str, Any], _without_days(data))


def _without_days(value: Any) -> Any:
    """Days as the text that they are in plan files."""
    if isinstance(value, dict):
        return {key: _without_days(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_without_days(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _write_registry(root: Path, registry: Mapping[str, Any], chosen: tuple[Slot, ...]) -> None:
    """Write the registry with the plans among its documents, and with a few more units."""
    units = {key: {"name": name, "kind": "count"} for key, name in words.NEW_UNITS.items()}
    documents = {slot.document: _document(slot) for slot in chosen}
    more: dict[str, Mapping[str, Value]] = {"units": units, "documents": documents}
    for part, entries in registry.items():
        _write(root / PLANS / REGISTRY, f"{REGISTRY}/{part}", {part: entries | more.get(part, {})})


def _document(slot: Slot) -> Data:
    _, kind, _, _, issuer = KINDS[slot.kind]
    return {
        "kind": kind,
        "number": slot.number,
        "title": slot.title,
        "issuer": f"{issuer} {slot.place.kind} {slot.place.name}",
        "issued_on": slot.issued_on.isoformat(),
    }


def _bases(documents: Section, slot: Slot) -> tuple[str, ...]:
    """National documents that a plan may cite: those issued before it."""
    issued = slot.issued_on.isoformat()
    known = [
        key
        for key, fields in documents.items()
        if fields["kind"] in _NATIONAL
        and "-ubnd-" not in key
        and "-tu-" not in key
        and "-hdnd-" not in key
        and str(fields.get("issued_on", "9")) < issued
    ]
    return tuple(pick(slot.rng, known, min(len(known), 18)))


def _write_plan(work: _Work) -> None:
    folder = work.root / PLANS / work.slot.place.id / work.slot.slug
    for part, data in _parts(work):
        _write(folder, part, data)


def _write(folder: Path, part: str, data: Mapping[str, Value]) -> None:
    file = folder / f"{part.removeprefix(f'{REGISTRY}/')}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(written(part, data), encoding="utf-8", newline="\n")


def _parts(work: _Work) -> Iterator[tuple[str, Mapping[str, Value]]]:
    slot = work.slot
    money = money_annex(slot)
    measures = indicators(slot, work.concepts)
    yield f"annexes/{MONEY}", money.data
    yield f"annexes/{DEADLINES}", deadline_annex(slot)
    yield "indicators", {"indicators": measures}
    yield "objectives", {"objectives": objectives(slot, measures)}
    yield "actions", {"groups": actions(slot)}
    yield "budget", budget(slot, money)
    yield "organisation", organisation(slot)
    yield "plan", _meta(work)
    if accepted := waivers(money):
        yield "waivers", {"waivers": accepted}


def _meta(work: _Work) -> Data:
    slot = work.slot
    key, kind, _, issuer, _ = KINDS[slot.kind]
    first, last = slot.period
    data: Data = {
        "number": slot.number,
        "kind": key,
        "title": f"{kind} {slot.title}",
        "short_title": f"{slot.topic[0].upper()}{slot.topic[1:]} {first} - {last}",
        "issuer": issuer,
        "issued_on": slot.issued_on.isoformat(),
        "effective_on": slot.issued_on.isoformat(),
        "period": f"{first}-{last}",
        "summary": f"Kế hoạch tạo ra để đo tốc độ, không phải của {slot.place.kind} {slot.place.name}.",
        "legal_bases": [{"document": one, "code": str(n)} for n, one in enumerate(work.bases, 1)],
        "implements": [_IMPLEMENTED],
        "source": {"description": "Không có văn bản nguồn: dữ liệu do máy ghép ra để đo tốc độ."},
        "coverage": coverage(),
        "notes": [_note(slot, number) for number in range(1, 13)],
    }
    if slot.former:
        data["replaces"] = [{"document": slot.former.document, "place": "Điều 2"}]
    if work.heir:
        data["replaced_by"] = [{"document": work.heir.document}]
    return data


def _note(slot: Slot, number: int) -> Data:
    text = f"Việc «{work_title(slot)}» có trong lời văn nhưng không có dòng riêng trong bảng."
    return {"place": f"Phần IV, mục {number}", "text": text}
