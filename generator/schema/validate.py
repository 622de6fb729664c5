"""Validates the data of a file against its model and says in Vietnamese what is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pydantic import ValidationError

from generator.diagnostics import Finding, Path
from generator.located import Located
from generator.model import Record
from generator.schema import rules
from generator.schema.files import MODELS, kind_of
from generator.schema.mistakes import BAD_KEY, UNKNOWN, Mistake, mistakes_in
from generator.schema.outline import expected_at
from generator.schema.respelling import changed_numbers, verdict_of
from generator.schema.wording import empty, tell

MOST_FINDINGS = 500
"""Findings that are told of one file; nobody mends more at a time."""


@dataclass(frozen=True, slots=True)
class Validated:
    """What came of validating a file.

    Attributes:
        record: The data as the model has it; None when there is any finding.
        findings: What is wrong, with paths that start with the part's name.
    """

    record: Record | None
    findings: tuple[Finding, ...]


def validate(part: str, located: Located) -> Validated:
    """Validate the data of one part.

    Args:
        part: `plan`, `annexes/phu-luc-1-1`, `registry/agencies`.
        located: Its data.

    Returns:
        The record, or what keeps it from being one. One mistake gives one finding.
    """
    kind = kind_of(part)
    if kind is None:
        return Validated(None, (_unknown_part(part),))
    record, mistakes = _parse(kind, located.data)
    found = tuple(islice(_findings(kind, located, mistakes), MOST_FINDINGS))
    if not found and record is not None:
        return Validated(record, ())
    return Validated(None, tuple(_below(part, finding) for finding in found))


def _unknown_part(part: str) -> Finding:
    message = f"Tệp «{part}» không phải là phần nào của một kế hoạch hay của sổ dùng chung."
    return Finding(rules.UNKNOWN_FILE, (part,), message, "Đổi tên tệp hoặc xóa đi.")


def _parse(kind: str, data: object) -> tuple[Record | None, tuple[Mistake, ...]]:
    try:
        return MODELS[kind].model_validate(data), ()
    except ValidationError as error:
        return None, mistakes_in(kind, data, error.errors(include_url=False)[:MOST_FINDINGS])


def _findings(kind: str, located: Located, mistakes: tuple[Mistake, ...]) -> Iterator[Finding]:
    strange = {mistake.path for mistake in mistakes if mistake.kind in {UNKNOWN, BAD_KEY}}
    empties = {path for path in located.nulls if not _within(path, strange)}
    respelled = frozenset(located.respelled)
    yield from (_empty(kind, located.data, path) for path in sorted(empties, key=located.mark))
    left = [mistake for mistake in mistakes if not _within(mistake.path, empties)]
    yield from (_finding(mistake, located, mistake.path in respelled) for mistake in left)
    yield from changed_numbers(located, {*empties, *strange, *(m.path for m in left)})


def _within(path: Path, places: set[Path]) -> bool:
    return bool(places) and any(path[:end] in places for end in range(len(path) + 1))


def _empty(kind: str, data: object, path: Path) -> Finding:
    required = path[-1:] and path[-1] in expected_at(kind, data, path[:-1]).get("required", ())
    about = expected_at(kind, data, path).get("description", "") if required else ""
    verdict = empty(path, bool(required), about)
    return Finding(verdict.rule, path, verdict.message, verdict.hint)


def _finding(mistake: Mistake, located: Located, respelled: bool) -> Finding:
    spot = located.spots.get(mistake.path)
    raw = spot.raw if spot else None
    verdict = verdict_of(mistake, raw, respelled) or tell(mistake, raw)
    return Finding(verdict.rule, mistake.path, verdict.message, verdict.hint)


def _below(part: str, finding: Finding) -> Finding:
    return Finding(finding.rule, (part, *finding.path), finding.message, finding.hint)
