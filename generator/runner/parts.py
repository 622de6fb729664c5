"""Reads the parts of a folder: bytes, located YAML, validated records, and what is wrong."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from generator import located, schema
from generator.cache import fingerprint
from generator.diagnostics import Diagnostic, Finding, Rule
from generator.model import Record
from generator.project import ANNEXES, PLAN_PARTS, PLANS, REGISTRY, REGISTRY_PARTS, SUFFIX
from generator.runner.files import (
    YAML_SUFFIXES,
    Entry,
    RawFile,
    UnreadableError,
    list_entries,
    read_entry,
    real_place,
)
from generator.runner.places import Source, diagnose
from generator.vietnamese import fold, slugify

_RULES = {rule.code: rule for rule in schema.RULES}
UNKNOWN_FILE: Rule = _RULES["S106"]
MISSING_PLAN_FILE: Rule = _RULES["S107"]


@dataclass(frozen=True, slots=True)
class Home:
    """The folder whose parts are read.

    Attributes:
        root: The project's root.
        folder: The folder.
        plan_id: Plan that it holds; empty for the registry.
    """

    root: Path
    folder: Path
    plan_id: str = ""

    @property
    def prefix(self) -> str:
        """What stands before a file's name in the name of its part."""
        return "" if self.plan_id else f"{REGISTRY}/"

    def part_name(self, entry: Entry) -> str:
        """Name of the part that a file of the folder would be."""
        return self.prefix + entry.name.removesuffix(SUFFIX)

    def relative(self, file: Path) -> str:
        """Path of a file from the root, with forward slashes."""
        return file.relative_to(self.root).as_posix()


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a folder.

    Attributes:
        name: Part name, `annexes/phu-luc-1-1`.
        source: The file and, when it is YAML, its data.
        record: The validated data; None when it does not validate.
        diagnostics: What is wrong with the file.
    """

    name: str
    source: Source
    record: Record | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class RawFolder:
    """What lies in the folder of a plan or of the registry.

    Attributes:
        home: The folder.
        files: Every file in order of name; those that are no part have no content.
    """

    home: Home
    files: tuple[RawFile, ...]

    @property
    def fingerprint(self) -> str:
        """Names all that reading depends on: the plan's id, the files' names, bytes and faults."""
        texts = (self.home.plan_id, *(t for f in self.files for t in (f.entry.name, f.entry.fault)))
        contents = (file.content for file in self.files)
        return fingerprint((os.fsencode("\0".join(texts)), *contents))


def read_folder(home: Home) -> RawFolder:
    """Read the bytes of every file of a plan or of the registry.

    Args:
        home: The folder.

    Returns:
        What lies in it; nothing of it has been understood yet.
    """
    plans = home.root / PLANS
    real = real_place(plans)
    files = (_raw(home, entry, plans, real) for entry in list_entries(home.folder))
    return RawFolder(home, tuple(files))


def _raw(home: Home, entry: Entry, plans: Path, real_plans: str) -> RawFile:
    if entry.fault or not _is_known(home.part_name(entry), entry):
        return RawFile(entry, b"")
    try:
        return RawFile(entry, read_entry(entry, plans, real_plans))
    except UnreadableError as error:
        return RawFile(replace(entry, fault=str(error)), b"")


class SourcesAgain(Mapping[str, Source]):
    """Sources of a folder's parts, each read again when it is asked for.

    Few plans have a finding across plans, and only its part has to be looked into.
    """

    def __init__(self, files: RawFolder) -> None:
        self._files = {
            files.home.part_name(file.entry): file for file in files.files if not file.entry.fault
        }
        self._home = files.home
        self._sources: dict[str, Source] = {}

    def __getitem__(self, part: str) -> Source:
        if part not in self._sources:
            file = self._files[part]
            data = located.read(file.content).located
            self._sources[part] = Source(self._home.relative(file.entry.file), data)
        return self._sources[part]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def parts_of(folder: RawFolder) -> tuple[Part, ...]:
    """Make data of the files of a plan or of the registry.

    Args:
        folder: What lies in the folder.

    Returns:
        A part for each file, in order of name, known or not, readable or not.
    """
    return tuple(_part(folder.home, file) for file in folder.files)


def _part(home: Home, file: RawFile) -> Part:
    entry, name = file.entry, home.part_name(file.entry)
    if entry.fault:
        return _faulty(home, entry, _unreadable(name, entry, entry.fault))
    if not _is_known(name, entry):
        return _faulty(home, entry, _unknown(home, name, entry))
    return _understand(home, name, home.relative(entry.file), file.content)


def _is_known(name: str, entry: Entry) -> bool:
    return entry.name.endswith(SUFFIX) and schema.model_for(name) is not None


def _faulty(home: Home, entry: Entry, finding: Finding) -> Part:
    source = Source(home.relative(entry.file), None)
    return Part(str(finding.path[0]), source, None, (diagnose(finding, {}, source, home.plan_id),))


def _understand(home: Home, name: str, file: str, content: bytes) -> Part:
    reading = located.read(content)
    source = Source(file, reading.located)
    found = [_from_problem(problem, name, source, home) for problem in reading.problems]
    if reading.located is None:
        return Part(name, source, None, tuple(found))
    validated = schema.validate(name, reading.located)
    found += [
        diagnose(finding, {name: source}, source, home.plan_id) for finding in validated.findings
    ]
    return Part(name, source, validated.record, tuple(found))


def _from_problem(problem: located.Problem, name: str, source: Source, home: Home) -> Diagnostic:
    return Diagnostic(
        finding=Finding(problem.rule, (name,), problem.message, problem.hint),
        file=source.file,
        line=problem.line,
        column=problem.column,
        place=name,
        plan_id=home.plan_id,
    )


def _unreadable(name: str, entry: Entry, why: str) -> Finding:
    return Finding(
        UNKNOWN_FILE,
        (name,),
        f"Không đọc được «{entry.name or entry.file.name}»: {why}.",
        "Để ở đây một tệp YAML thường mà ai cũng đọc được; không cần thì xóa đi.",
    )


def _unknown(home: Home, name: str, entry: Entry) -> Finding:
    what = "sổ dùng chung" if home.prefix else "một kế hoạch"
    return Finding(
        UNKNOWN_FILE,
        (name,),
        f"Tệp «{entry.name}» không phải là phần nào của {what}.",
        _advice(home, entry),
    )


_LEFT_BY_PROGRAMS = re.compile(r"~\$|.*(~|\.(bak|old|orig|rej|tmp|swp))$", re.IGNORECASE)
"""Names of what an editor or a merge leaves beside a file."""


def _advice(home: Home, entry: Entry) -> str:
    name = Path(entry.name).name
    if _LEFT_BY_PROGRAMS.match(name):
        return "Đây là bản tạm hoặc bản lưu do chương trình soạn thảo để lại: xóa tệp này đi."
    if Path(name).suffix in YAML_SUFFIXES - {SUFFIX}:
        return f"Đổi đuôi tệp thành {SUFFIX}."
    if not home.prefix and entry.name.startswith(f"{ANNEXES}/"):
        return (
            f"Tệp phụ lục nằm ngay trong {ANNEXES}/ và tên chỉ gồm chữ thường không dấu, số và "
            f"gạch nối: {ANNEXES}/phu-luc-1{SUFFIX}."
        )
    if not home.prefix and fold(name).startswith(("phu-luc", "phu luc", "phu_luc", "phuluc")):
        return (
            f"Phụ lục thì chuyển tệp vào {ANNEXES}/: {ANNEXES}/{slugify(Path(name).stem)}{SUFFIX}."
        )
    known = tuple(f"{part}{SUFFIX}" for part in (REGISTRY_PARTS if home.prefix else PLAN_PARTS))
    nearest = get_close_matches(entry.name, known, n=1)
    if nearest:
        return f"Có phải muốn viết «{nearest[0]}»?"
    listed = ", ".join(known if home.prefix else (*known, f"{ANNEXES}/<mã phụ lục>{SUFFIX}"))
    return f"Các tệp được dùng: {listed}. Chuyển tệp này ra khỏi {PLANS}/ hoặc xóa đi."


def stray_files(root: Path) -> Iterator[Diagnostic]:
    """Find YAML files that lie in `plans/` or in a province's folder, where nobody reads them.

    Args:
        root: The project's root.

    Yields:
        A diagnostic for each.
    """
    for file in sorted((*(root / PLANS).glob("*"), *(root / PLANS).glob("*/*"))):
        if file.suffix in YAML_SUFFIXES and file.parent.name != REGISTRY and not file.is_dir():
            source = Source(file.relative_to(root).as_posix(), None)
            yield diagnose(_stray(file), {}, source)


def _stray(file: Path) -> Finding:
    return Finding(
        UNKNOWN_FILE,
        (file.name,),
        f"Tệp «{file.name}» nằm ngoài thư mục của một kế hoạch nên không được đọc.",
        f"Chuyển vào thư mục {PLANS}/<tỉnh>/<kế hoạch>/ của kế hoạch đó, hoặc xóa đi.",
    )
