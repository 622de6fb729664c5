"""The files of a new check: its module, a bad and a good example, and its line in the registry."""

import re
from dataclasses import dataclass
from string import Template
from typing import Literal

Sees = Literal["plan", "registry", "library"]
"""What a check looks at: one plan, the registry, or all plans beside each other."""

CODE_AND_NAME = re.compile(r"([RBTPDX][1-9][0-9]{2})-([a-z0-9]+(?:-[a-z0-9]+)+)")
"""Families whose rules are modules, and the name of the bad pattern in kebab case."""

_SIGNATURES: dict[Sees, tuple[str, str]] = {
    "plan": ("check_plan(plan: Plan, registry: Registry)", "Plan, Registry"),
    "registry": ("check_registry(registry: Registry)", "Registry"),
    "library": ("check_library(library: Library)", "Library"),
}
"""What the function of a check is called and takes, and what it imports from the model."""

_BODIES: dict[Sees, str] = {
    "plan": '''\
    """Report summaries that are still the placeholder."""
    del registry
    if plan.meta.summary == PLACEHOLDER:
        yield _finding(("plan", "summary"))
''',
    "registry": '''\
    """Report concepts whose definition is still the placeholder."""
    for concept_id, concept in registry.concepts.items():
        if concept.definition == PLACEHOLDER:
            yield _finding(("registry/concepts", "concepts", concept_id, "definition"))
''',
    "library": '''\
    """Report summaries that are still the placeholder."""
    for plan in library.plans:
        if plan.meta.summary == PLACEHOLDER:
            yield _finding((f"{plan.id}/plan", "summary"))
''',
}

_MODULE = Template('''\
"""Câu giữ chỗ chưa được thay.

Viết ở đây điều được kiểm tra, bằng tiếng Việt cho người biên tập đọc. Mẫu này chỉ tìm câu giữ chỗ.

Vì sao: viết ở đây điều gì sẽ sai nếu không kiểm tra.

Cách sửa: viết ở đây người biên tập phải làm gì.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Path, Rule, Severity
from generator.model import $models

RULE = Rule("$code", "$name", Severity.$severity, doc=__doc__)

PLACEHOLDER = "$placeholder"


def $signature -> Iterator[Finding]:
$body

def _finding(path: Path) -> Finding:
    return Finding(RULE, path, f"«{PLACEHOLDER}» là câu giữ chỗ.", "Viết câu thật vào đây.")
''')

_EXAMPLE_FILES: dict[Sees, tuple[str, str]] = {
    "plan": ("plans/vi-du/01-kh-2025/plan.yaml", "summary"),
    "library": ("plans/vi-du/01-kh-2025/plan.yaml", "summary"),
    "registry": ("plans/registry/concepts.yaml", "definition"),
}
"""File of the base example that the examples overlay, and the key whose first value they change."""


@dataclass(frozen=True, slots=True)
class CheckDraft:
    """A check that is to be written.

    Attributes:
        code: Code of its rule, `B110`.
        name: Name of its rule, `total-not-round`.
        sees: What it looks at.
        is_note: Whether its findings are notes, which stop nothing.
    """

    code: str
    name: str
    sees: Sees = "plan"
    is_note: bool = False

    @property
    def module(self) -> str:
        """Name of its module."""
        return f"{self.code.lower()}_{self.name.replace('-', '_')}"

    @property
    def base_file(self) -> str:
        """File of the base example that its examples overlay."""
        return _EXAMPLE_FILES[self.sees][0]


def check_files(draft: CheckDraft, base: str) -> dict[str, str]:
    """Make the files of a check.

    Args:
        draft: The check.
        base: Text of its `base_file` in the base example.

    Returns:
        File name below `generator/checks/` to text. The examples pass the tests as they are.
    """
    examples = f"examples/{draft.code}-{draft.name}"
    key = _EXAMPLE_FILES[draft.sees][1]
    line = re.compile(rf"^( *)({key}): .*$", re.MULTILINE)
    bad = line.sub(rf"\1\2: {_placeholder(draft)}  # <- {draft.code}", base, count=1)
    good = line.sub(r"\1\2: Câu thật, không phải câu giữ chỗ.", base, count=1)
    return {
        f"{draft.module}.py": _module(draft),
        f"{examples}/bad/{draft.base_file}": bad,
        f"{examples}/good/{draft.base_file}": good,
    }


def _placeholder(draft: CheckDraft) -> str:
    """A sentence that no other new check looks for."""
    return f"Thay câu này ({draft.code})."


def _module(draft: CheckDraft) -> str:
    signature, models = _SIGNATURES[draft.sees]
    return _MODULE.substitute(
        code=draft.code,
        name=draft.name,
        severity="NOTE" if draft.is_note else "ERROR",
        models=models,
        signature=signature,
        body=_BODIES[draft.sees],
        placeholder=_placeholder(draft),
    )


def registered(registry: str, module: str) -> str:
    """Write a check into the registry.

    Args:
        registry: Text of `generator/checks/__init__.py`.
        module: Name of the check's module.

    Returns:
        The text with the module imported in order and named after the last of its family.

    Raises:
        ValueError: The registry is not written as it used to be.
    """
    head, opening, rest = registry.partition("from generator.checks import (\n")
    imports, closing, tail = rest.partition(")\n")
    before, checks, after = tail.partition("CHECKS: tuple[ModuleType, ...] = (\n")
    named, end, last = after.partition(")\n")
    if not (opening and closing and checks and end):
        raise ValueError
    line = f"    {module},\n"
    in_order = "".join(sorted([*imports.splitlines(keepends=True), line]))
    lines = named.splitlines(keepends=True)
    family = [at for at, other in enumerate(lines, 1) if other.strip()[:1] == module[0]]
    lines.insert(family[-1] if family else len(lines), line)
    return f"{head}{opening}{in_order}{closing}{before}{checks}{''.join(lines)}{end}{last}"
