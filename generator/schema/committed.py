"""Compares the JSON Schema files of a project with the models that they are made from."""

from pathlib import Path

from generator.project import SCHEMA
from generator.schema.generate import generate


def drift(project_root: Path) -> tuple[str, ...]:
    """Find JSON Schema files that no longer say what the models say.

    Args:
        project_root: Folder that holds `schema/`.

    Returns:
        A Vietnamese sentence for each file that is missing, differs or is one too many, in
        order of name; empty when all agree.
    """
    folder = project_root / SCHEMA
    wanted = generate()
    there = {file.name: file.read_bytes() for file in folder.glob("*.json")}
    verdicts = ((name, _verdict(name, wanted, there)) for name in sorted({*wanted, *there}))
    return tuple(f"{SCHEMA}/{name} {verdict}" for name, verdict in verdicts if verdict)


def _verdict(name: str, wanted: dict[str, str], there: dict[str, bytes]) -> str:
    if name not in there:
        return "chưa có: chạy kehoach schema."
    if name not in wanted:
        return "không ứng với loại tệp nào: xóa đi."
    if there[name] != wanted[name].encode():
        return "khác với mô hình: chạy kehoach schema."
    return ""
