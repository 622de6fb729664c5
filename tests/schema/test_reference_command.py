"""The widely used command check-jsonschema accepts our plans and rejects our bad examples."""

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from generator.schema import kind_of, schema_name
from tests.schema.samples import BASE, EXAMPLES, ROOT, part_files

COMMAND = Path(sys.executable).with_name("check-jsonschema")
BAD = [
    (part, file)
    for code in ("S101", "S102", "S103", "S104", "S105")
    for case in sorted(EXAMPLES.glob(f"{code}-*/bad*"))
    for part, file in part_files(case)
]


def run(kind: str, *files: Path) -> subprocess.CompletedProcess[str]:
    """Check files with the command."""
    schema = ROOT / "schema" / schema_name(kind)
    return subprocess.run(
        [COMMAND, "--schemafile", schema, *files], capture_output=True, text=True, check=False
    )


def files_by_kind() -> dict[str, list[Path]]:
    """Every file of the project's plans and of the base example."""
    found: dict[str, list[Path]] = defaultdict(list)
    for root in (ROOT, BASE):
        for part, file in part_files(root):
            found[kind_of(part) or ""].append(file)
    return found


@pytest.mark.parametrize(("kind", "files"), sorted(files_by_kind().items()))
def test_plans_are_accepted(kind: str, files: list[Path]) -> None:
    """Every file under plans/ is of a known kind and valid for the command."""
    assert kind
    outcome = run(kind, *files)
    assert outcome.returncode == 0, outcome.stdout


def test_all_bad_examples_take_part() -> None:
    """Each of the five rules that a schema can see has bad examples here."""
    assert {file.relative_to(EXAMPLES).parts[0][:4] for _, file in BAD} == {
        "S101", "S102", "S103", "S104", "S105"
    }  # fmt: skip


@pytest.mark.parametrize(("part", "file"), BAD, ids=lambda value: str(value)[-60:])
def test_bad_examples_are_rejected(part: str, file: Path) -> None:
    """Every bad example of a rule that a schema can see is invalid for the command."""
    kind = kind_of(part)
    assert kind is not None
    outcome = run(kind, file)
    assert outcome.returncode == 1
    assert "Schema validation errors" in outcome.stdout
