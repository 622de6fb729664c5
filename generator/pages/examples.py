"""Reads the examples that lie beside the checks, to show them on the page of their rule."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

CONTEXT = 4
"""Lines shown before and after what matters."""

_BASE = "base"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an example; `number` is None for a gap."""

    number: int | None
    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of a file.

    Attributes:
        file: Path of the file from the project's root.
        lines: The lines that matter and those around them.
    """

    file: str
    lines: tuple[Line, ...]


def examples_of(code: str, kind: str) -> tuple[Example, ...]:
    """Read the examples of a rule.

    Args:
        code: Code of the rule.
        kind: `bad` or `good`.

    Returns:
        One example for each folder of that kind, in order of name; none for a rule that has
        no folder.
    """
    found = (_example(folder, code) for folder in _folders(code) if folder.name.startswith(kind))
    return tuple(example for example in found if example)


def _root() -> Traversable:
    return files("generator.checks") / "examples"


def _folders(code: str) -> Iterator[Traversable]:
    for rule in _sorted(_root()):
        if rule.name.startswith(f"{code}-"):
            yield from _sorted(rule)


def _sorted(folder: Traversable) -> list[Traversable]:
    if not folder.is_dir():
        return []
    return sorted(folder.iterdir(), key=lambda entry: entry.name)


def _example(folder: Traversable, code: str) -> Example | None:
    """The file that carries the mark of the rule; without one, the first that differs."""
    texts = dict(_texts(folder, ""))
    if not texts:
        return None
    mark = f"# <- {code}"
    file = next((name for name, text in texts.items() if mark in text), min(texts))
    lines = texts[file].splitlines()
    marked = [index for index, line in enumerate(lines) if mark in line]
    shown = marked or _changed(lines, _base_lines(file))
    return Example(file, tuple(_excerpt(lines, shown, set(marked))))


def _texts(folder: Traversable, prefix: str) -> Iterator[tuple[str, str]]:
    for entry in _sorted(folder):
        if entry.is_dir():
            yield from _texts(entry, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry.read_bytes().decode("utf-8", errors="replace")


@cache
def _base_texts() -> dict[str, str]:
    return dict(_texts(_root() / _BASE, ""))


def _base_lines(file: str) -> list[str]:
    return _base_texts().get(file, "").splitlines()


def _changed(lines: Sequence[str], base: Sequence[str]) -> list[int]:
    """Indices of lines that the valid project does not have; all when it lacks the file."""
    blocks = SequenceMatcher(a=base, b=lines, autojunk=False).get_opcodes()
    changed = [i for tag, _, _, start, end in blocks if tag != "equal" for i in range(start, end)]
    return changed or list(range(min(len(lines), 2 * CONTEXT)))


def _excerpt(lines: Sequence[str], shown: Sequence[int], marked: set[int]) -> Iterator[Line]:
    wanted = sorted(
        {i for at in shown for i in range(at - CONTEXT, at + CONTEXT + 1) if 0 <= i < len(lines)}
    )
    previous = -1
    for index in wanted:
        if index != previous + 1:
            yield Line(None, "…")
        text = lines[index].split("# <- ")[0].rstrip() if index in marked else lines[index]
        yield Line(index + 1, text, index in marked)
        previous = index
    if wanted and previous != len(lines) - 1:
        yield Line(None, "…")
