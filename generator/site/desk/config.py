"""Settings of the editing desk: one collection a plan, one form a file."""

from typing import Any

from generator.model import Annex, Group, Library, Plan
from generator.pages.views.chrome import province_title
from generator.project import ANNEXES, PLAN_PARTS, PLANS, SUFFIX
from generator.schema import expected_at_top, kind_of
from generator.site.desk.fields import Form, fields_of

BRANCH = "main"
PART_TITLES = {
    "plan": "Văn bản",
    "objectives": "Mục tiêu",
    "indicators": "Chỉ tiêu",
    "actions": "Nhiệm vụ trong lời văn",
    "budget": "Kinh phí trong lời văn",
    "organisation": "Tổ chức thực hiện",
    "waivers": "Sai lệch đã chấp nhận",
}
_GITHUB = "https://github.com/"
_LEVELS_TO_ADD = 1
"""An editor may put groups one level deeper than the annex has them today."""


def config(library: Library, parts: frozenset[str], repository: str) -> dict[str, Any]:
    """Make the settings.

    Args:
        library: Every plan.
        parts: Path from the root of each file that exists.
        repository: Address of the repository on GitHub.

    Returns:
        Settings as Sveltia CMS reads them. Whoever may not write to the repository works in a
        copy of their own; every change becomes a pull request.
    """
    return {
        "load_config_file": False,
        "backend": {
            "name": "github",
            "repo": repository.removeprefix(_GITHUB),
            "branch": BRANCH,
            "open_authoring": True,
            "auth_methods": ["token"],  # the other way needs a service that nobody here runs
            "auth_scope": "public_repo",
            "commit_messages": {"update": "Sửa {{path}} trên bàn biên tập"},
        },
        "publish_mode": "editorial_workflow",
        "app_title": "Bàn biên tập – Kế hoạch mở",
        "media_folder": "docs/assets",
        "output": {"omit_empty_optional_fields": True},
        "collections": [_collection(library, plan, parts) for plan in library.plans],
    }


def _collection(library: Library, plan: Plan, parts: frozenset[str]) -> dict[str, Any]:
    names = [*PLAN_PARTS, *(f"{ANNEXES}/{annex_id}" for annex_id in plan.annexes)]
    files = {name: f"{PLANS}/{plan.id}/{name}{SUFFIX}" for name in names}
    return {
        "name": plan.id.replace("/", "--"),
        "label": f"{province_title(library, plan.province_id)}: {plan.meta.short_title}",
        "editor": {"preview": False},
        "files": [_file(plan, name, path) for name, path in files.items() if path in parts],
    }


def _file(plan: Plan, part: str, path: str) -> dict[str, Any]:
    kind = kind_of(part) or ""
    annex = plan.annexes.get(part.removeprefix(f"{ANNEXES}/"))
    form = Form(kind, _columns(annex), _depth(annex)) if annex else Form(kind)
    return {
        "name": part.replace("/", "--"),
        "label": PART_TITLES.get(part) or (annex.title if annex else part),
        "file": path,
        "format": path,
        "fields": fields_of(form, expected_at_top(kind, {})),
    }


def _columns(annex: Annex) -> tuple[str, ...]:
    return tuple(column.id for column in annex.columns)


def _depth(annex: Annex) -> int:
    return max(map(_levels, annex.rows), default=0) + _LEVELS_TO_ADD


def _levels(row: object) -> int:
    return 1 + max(map(_levels, row.rows), default=0) if isinstance(row, Group) else 0
