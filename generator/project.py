"""Where things lie on disk: the project's root, plan folders and their parts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import UsageError

PLANS = "plans"
SCHEMA = "schema"
REGISTRY = "registry"

PLAN_PARTS = ("plan", "objectives", "indicators", "actions", "budget", "organisation", "waivers")
"""Parts of a plan that are one file each, in the order in which a reader meets them."""

ANNEXES = "annexes"
REGISTRY_PARTS = ("provinces", "agencies", "documents", "units", "concepts")
SUFFIX = ".yaml"

_SHARD = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")


@dataclass(frozen=True, slots=True)
class PlanFolder:
    """The folder of one plan: `plans/<province>/<plan>/`."""

    root: Path
    province_id: str
    plan_slug: str

    @property
    def plan_id(self) -> str:
        """Path, id and address of the plan, `tay-ninh/1330-da-ubnd-2025`."""
        return f"{self.province_id}/{self.plan_slug}"

    @property
    def path(self) -> Path:
        """The folder itself."""
        return self.root / PLANS / self.province_id / self.plan_slug


@dataclass(frozen=True, slots=True)
class Shard:
    """One share of the provinces, for machines that divide the work among them.

    The provinces, in order of id, are dealt out in turn: the first to shard 1, the next to
    shard 2. So every province belongs to exactly one shard, and who does not know the others'
    shares can still tell his own.

    Attributes:
        number: Which share, from 1.
        count: How many shares there are.
    """

    number: int
    count: int

    @classmethod
    def parse(cls, text: str) -> "Shard":
        """Read `2/5`.

        Args:
            text: Which share and how many there are.

        Returns:
            The shard.

        Raises:
            UsageError: Not of that form, or no such share.
        """
        match = _SHARD.fullmatch(text)
        if match is None or not 1 <= int(match[1]) <= int(match[2]):
            raise UsageError(
                f"«{text}» không phải là một phần việc. Viết k/n với k từ 1 đến n, ví dụ 2/5 là "
                "phần thứ 2 trong 5 phần."
            )
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        """`2/5`."""
        return f"{self.number}/{self.count}"

    def provinces(self, province_ids: Iterable[str]) -> tuple[str, ...]:
        """Pick the provinces of this share.

        Args:
            province_ids: Every province that has plans, in any order, repeated or not.

        Returns:
            Those of this share, in order of id.
        """
        return tuple(sorted(set(province_ids))[self.number - 1 :: self.count])

    def holds(self, province_id: str, province_ids: Iterable[str]) -> bool:
        """Whether a province is in this share, `province_ids` being all that have plans."""
        return province_id in self.provinces(province_ids)


@dataclass(frozen=True, slots=True)
class Project:
    """A folder that holds `plans/` and `schema/`."""

    root: Path

    @property
    def registry_folder(self) -> Path:
        """Folder of the shared registries."""
        return self.root / PLANS / REGISTRY

    def plan_folders(self) -> tuple[PlanFolder, ...]:
        """Every plan folder, in order of address."""
        provinces = (p for p in sorted((self.root / PLANS).iterdir()) if p.is_dir())
        return tuple(
            PlanFolder(self.root, province.name, plan.name)
            for province in provinces
            if province.name != REGISTRY and not province.name.startswith(".")
            for plan in sorted(province.iterdir())
            if plan.is_dir() and not plan.name.startswith(".")
        )

    def relative(self, file: Path) -> str:
        """Path of a file from the root, with forward slashes on every system."""
        return file.relative_to(self.root).as_posix()


def find_root(start: Path) -> Project:
    """Find the project that holds a folder, looking upwards.

    Args:
        start: Folder to start from.

    Returns:
        The nearest project at or above `start`.

    Raises:
        UsageError: No folder on the way up holds both `plans/` and `schema/`.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / PLANS).is_dir() and (folder / SCHEMA).is_dir():
            return Project(folder)
    raise UsageError(
        f"Không tìm thấy thư mục dự án: từ «{start}» trở lên không có thư mục nào chứa cả "
        f"«{PLANS}/» và «{SCHEMA}/». Hãy chạy trong thư mục dự án hoặc thêm --root DIR."
    )


def part_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """List the YAML files below a plan's or the registry's folder.

    Args:
        folder: A plan folder or the registry folder.

    Yields:
        Part name (path below the folder without its suffix, `annexes/phu-luc-1`) and file,
        in alphabetical order.
    """
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix in {SUFFIX, ".yml"}:
            yield file.relative_to(folder).with_suffix("").as_posix(), file
