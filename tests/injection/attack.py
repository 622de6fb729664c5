"""Makes a project whose every text is hostile, as far as the checks let it be."""

import copy
import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.diagnostics import Diagnostic
from generator.model import Record
from generator.pipeline import check
from generator.project import Project
from generator.schema.files import model_for
from tests.honest.trees import BASE, commit, start_repository
from tests.injection.fields import Field, fields_of
from tests.injection.payloads import hostile, token

PLAN = Path("plans") / "vi-du" / "nul"
URL = "https://vi-du.example/\"><img/src=x/onerror=window.__ran=9>?a='{{7*7}}&b=`<x-pwn>"
"""The most hostile address that the pattern of addresses lets through, without its token."""

_NAMES = {"phu-luc-1": "con", "so-y-te": "aux", "01-kh-2025": "nul", "chinh-quyen-so": "in"}
"""Ids that mean something elsewhere: devices of Windows, the address of a page."""

_MORE: dict[str, dict[str, Any]] = {
    "plan": {
        "signer": {"name": "Người Ký"},
        "notes": [{"place": "Mục I", "text": "Điều cần biết"}],
        "replaced_by": [{"document": "kh-09-2031"}],
        "previous_ids": ["vi-du/cu"],
    },
}
_WAIVER = {
    "code": "D101",
    "path": "actions/groups/nhiem-vu/announced/1/count",
    "stated": 3,
    "computed": 2,
    "reason": "Văn bản in như thế.",
    "source": "Mục II",
}
_NO_TEXT = "chữ"
_PLAIN = 2
"""The level at which a field is as it was; 0 is hostile, 1 is hostile in a remark."""


@dataclass(eq=False)
class Slot:
    """A field to be filled.

    Attributes:
        number: Which one it is; its token.
        field: Where it stands.
        plain: What stood there.
        level: How far the checks have made it give way.
    """

    number: int
    field: Field
    plain: str
    level: int = 0


@dataclass
class Attack:
    """A hostile project on disk.

    Attributes:
        root: Its folder.
        turn: Which way texts begin.
        parts: Part to data, as written.
        texts: Token to what stands in its field.
        names: Token to the field's kind.
        slots: The fields.
        refused: Kind of field to the rules that refused the full text there.
    """

    root: Path
    turn: int
    parts: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    slots: list[Slot] = field(default_factory=list)
    refused: dict[str, set[str]] = field(default_factory=dict)


def base_parts() -> dict[str, Any]:
    """The data of the smallest project, with the records that it leaves out."""
    parts: dict[str, Any] = {}
    for file in sorted((BASE / "plans").rglob("*.yaml")):
        text = file.read_text("utf-8")
        for old, new in _NAMES.items():
            text = text.replace(f"{old}\n", f"{new}\n").replace(f"{old},", f"{new},")
            text = text.replace(f"{old}:", f"{new}:")
        inside = file.relative_to(BASE / "plans").with_suffix("")
        prefix = "registry/" if inside.parts[0] == "registry" else ""
        name = "/".join(inside.parts[1 if prefix else 2 :])
        parts[prefix + name.replace("phu-luc-1", "con")] = yaml.safe_load(text)
    parts["registry/documents"]["documents"]["kh-09-2031"] = {
        "kind": "Kế hoạch",
        "title": "Kế hoạch sau",
        "issued_on": "2031-01-02",
    }
    for part, more in _MORE.items():
        parts[part] |= copy.deepcopy(more)
    first = parts["annexes/con"]["rows"][0]["rows"][0]
    first["schedule_as"] = {"start": 2025, "end": 2030, "note": _NO_TEXT}
    parts["actions"]["groups"][0]["announced"][0]["count"] += 1
    parts["plan"]["source"]["url"] = URL
    parts["waivers"] = {"waivers": [copy.deepcopy(_WAIVER)]}
    made: dict[str, Any] = _without_dates(parts)
    return made


def _without_dates(data: Any) -> Any:
    """Days as the text that our own reader of YAML takes them for."""
    read: Any = json.loads(json.dumps(data, default=str))
    return read


def model(part: str) -> type[Record]:
    """The model of a part."""
    found = model_for(part)
    assert found is not None, part
    return found


def all_fields(parts: dict[str, Any]) -> list[Field]:
    """Every text field of every part."""
    return [
        found for part, data in parts.items() for found in fields_of(model(part), data, (part,))
    ]


def write_parts(parts: dict[str, Any], root: Path) -> None:
    """Write the parts as plan files."""
    shutil.rmtree(root / "plans", ignore_errors=True)
    (root / "schema").mkdir(parents=True, exist_ok=True)
    (root / "schema" / ".gitkeep").touch()
    for part, data in parts.items():
        home = root / "plans" if part.startswith("registry/") else root / PLAN
        file = home / f"{part}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        # JSON is YAML; every text in double quotes, as somebody hostile could write it
        file.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


def attack(root: Path, turn: int) -> Attack:
    """Write a project with hostile texts; where a check refuses one, with the worst it lets pass.

    Args:
        root: Where; what is there is replaced.
        turn: Which way texts begin.

    Returns:
        The project and what stands where.
    """
    parts = base_parts()
    made = Attack(root, turn, parts)
    made.slots = [
        Slot(number, found, found.value)
        for number, found in enumerate(one for one in all_fields(parts) if one.free)
    ]
    _spare_names(parts)
    while True:
        _fill(made, turn)
        errors = [found for found in check(Project(root)).diagnostics if found.blocks]
        if not errors:
            return made
        blamed = {_blamed(error, made.slots): error.finding.rule.code for error in errors}
        if not any(blamed):
            raise AssertionError("\n".join(f"{e.place}: {e.finding.message}" for e in errors))
        for slot, code in ((slot, code) for slot, code in blamed.items() if slot):
            slot.level += 1
            made.refused.setdefault(slot.field.name, set()).add(code)
            if slot.level > _PLAIN:
                raise AssertionError(f"{slot.field.path}: {code} even when it is not hostile")


def _fill(made: Attack, turn: int) -> None:
    """Write the texts of a turn into the fields, and the fields into files."""
    for slot in made.slots:
        text = _at(slot, turn)
        if text:
            slot.field.put(text)
        else:
            slot.field.holder.pop(slot.field.key, None)
        made.texts[token(slot.number)] = text
        made.names[token(slot.number)] = slot.field.name
    write_parts(made.parts, made.root)


def _blamed(error: Diagnostic, slots: list[Slot]) -> Slot | None:
    """The field that a finding is about, if any."""
    path = tuple(error.finding.path)
    fitting = (slot for slot in slots if slot.field.path == path[: len(slot.field.path)])
    return next(fitting, None)


def _at(slot: Slot, turn: int) -> str:
    """The full text; else the plain one with the hostile one as a remark; else the plain one."""
    full = hostile(slot.number, turn, slot.plain or _NO_TEXT)
    if slot.level == 0:
        return full
    remark = full.replace("(", "[").replace(")", "]")
    return f"{slot.plain} ({remark})" if slot.level == 1 and slot.plain else slot.plain


def _spare_names(parts: dict[str, Any]) -> None:
    """Let cells go on naming agencies by a name that is not hostile."""
    for agency in parts["registry/agencies"]["agencies"].values():
        agency.setdefault("aliases", []).append(agency["name"])


def commit_attack(root: Path, turn: int) -> Attack:
    """A hostile project with a history: another turn's texts came before this one's."""
    made = attack(root, turn)
    _fill(made, turn + 1)
    start_repository(root)
    commit(root, "2026-01-05T08:00:00+07:00")
    _fill(made, turn)
    commit(root, "2026-02-05T08:00:00+07:00")
    return made
