"""Which files of plans and of the registry the words of a command name."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import UsageError
from generator.project import PLANS, REGISTRY, SUFFIX, PlanFolder, Project
from generator.runner.files import UnreadableError, list_entries, read_file
from generator.schema import kind_of
from generator.vietnamese import nearest


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A file below `plans/`.

    Attributes:
        file: Where it is.
        name: Path from the project's root, with forward slashes.
        part: Its part: `annexes/phu-luc-1`, `registry/agencies`.
        plan_id: Its plan; empty for the registry.
    """

    file: Path
    name: str
    part: str
    plan_id: str

    def read(self, project: Project) -> bytes:
        """Read it.

        Raises:
            UsageError: It cannot be read, or lies elsewhere by a link.
        """
        try:
            return read_file(self.file, project.root / PLANS)
        except UnreadableError as error:
            raise UsageError(f"Không đọc được «{self.name}»: {error}.") from error


def plan_folder(project: Project, plan_id: str) -> PlanFolder:
    """Find a plan by what the user wrote.

    Args:
        project: The project.
        plan_id: Its id, or the path of its folder from the root.

    Returns:
        The plan's folder.

    Raises:
        UsageError: There is none; the message names the nearest one.
    """
    wanted = plan_id.strip("/").removeprefix(f"{PLANS}/")
    folders = {folder.plan_id: folder for folder in project.plan_folders()}
    if wanted in folders:
        return folders[wanted]
    alike = nearest(wanted, folders)
    hint = f"Có phải muốn viết «{alike}»?" if alike else "Tạo kế hoạch trước bằng kehoach new plan."
    raise UsageError(f"Không có kế hoạch «{plan_id}» trong {PLANS}/. {hint}")


def plan_files(project: Project, paths: tuple[Path, ...]) -> tuple[PlanFile, ...]:
    """Find the files that are parts of plans or of the registry.

    Args:
        project: The project.
        paths: Files and folders, from here or else from the project's root; nothing means
            all of `plans/`.

    Returns:
        The files in order of name, each once. Other files in the folders are left to
        `kehoach check`.

    Raises:
        UsageError: A path is not there, lies outside `plans/`, or is a file that is no part.
    """
    files = (f for path in paths or (project.root / PLANS,) for f in _below(project, path))
    return tuple({file.name: file for file in sorted(files, key=lambda f: f.name)}.values())


def _below(project: Project, path: Path) -> Iterator[PlanFile]:
    place = _place(project, path)
    if place.is_dir():
        entries = (_plan_file(project, entry.file) for entry in list_entries(place))
        yield from (file for file in entries if file)
    elif file := _plan_file(project, place):
        yield file
    else:
        raise UsageError(f"«{path}» không phải là tệp của kế hoạch nào hay của sổ dùng chung.")


def _place(project: Project, path: Path) -> Path:
    """A relative path counts from here, then from the root."""
    for base in (Path.cwd(), project.root):
        place = Path(os.path.abspath(base / path))  # noqa: PTH100 - resolve() would follow a link
        if os.path.lexists(place):
            real = place.parent.resolve() / place.name
            if not real.is_relative_to(project.root / PLANS):
                raise UsageError(f"«{path}» nằm ngoài thư mục «{PLANS}/» của dự án.")
            return real
    raise UsageError(f"Không có tệp hay thư mục nào tên «{path}».")


def _plan_file(project: Project, file: Path) -> PlanFile | None:
    """None for what is no part of anything, and for a folder that cannot be listed."""
    words = file.relative_to(project.root / PLANS).parts
    in_registry = words[:1] == (REGISTRY,)
    part = "/".join(words if in_registry else words[2:]).removesuffix(SUFFIX)
    if file.suffix != SUFFIX or kind_of(part) is None or part.startswith(REGISTRY) != in_registry:
        return None
    plan_id = "" if in_registry else "/".join(words[:2])
    return PlanFile(file, project.relative(file), part, plan_id)
