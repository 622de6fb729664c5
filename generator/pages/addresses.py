"""Addresses of pages, and links from one page to another.

An address is a path below the site's root that ends with a slash; the home page's is empty.
Links are relative, because the site may be served below any path.
"""

from functools import lru_cache
from posixpath import relpath

from generator.model import Plan

PLAN_SECTIONS: tuple[tuple[str, str], ...] = (
    ("", "Tổng quan"),
    ("muc-tieu/", "Mục tiêu"),
    ("chi-tieu/", "Chỉ tiêu"),
    ("nhiem-vu/", "Nhiệm vụ"),
    ("kinh-phi/", "Kinh phí"),
    ("to-chuc/", "Tổ chức thực hiện"),
    ("nguon/", "Nguồn"),
)
"""Sections of a plan with their names, in the order of the tabs."""

ORIGINS = "nguon/tung-dong/"
"""The page below a plan that tells the place of each of its rows."""

HOME = ""
QUALITY = "kiem-tra/"
AGENCIES = "co-quan/"
COMPARISON = "so-sanh/"
PLAN_COMPARISON = "so-sanh/ke-hoach/"
CALENDAR = "lich/"
SEARCH = "tim-kiem/"
WHOLE = "in/"
DATA = "du-lieu/"
RECENT = "thay-doi/"
GUIDE = "huong-dan/"
FILES = "data/v1/"
TABLES = "data/tables/"


def relative(here: str, target: str) -> str:
    """Link from one address to another.

    Args:
        here: Address of the page that holds the link.
        target: Address of a page or file, with or without `#anchor`.

    Returns:
        A relative reference; only the anchor when the target is on the same page.
    """
    path, hash_sign, anchor = target.partition("#")
    if path == here and hash_sign:
        return f"#{anchor}"
    return f"{_way(here, path)}{hash_sign}{anchor}"


@lru_cache(maxsize=10_000)
def _way(here: str, path: str) -> str:
    """Pages link again and again to the same few others."""
    link = relpath(f"/{path}", f"/{here}")
    return f"{link}/" if path == "" or path.endswith("/") else link


def province_address(province_id: str) -> str:
    """Address of a province's page."""
    return f"{province_id}/"


def plan_address(plan: Plan, section: str = "") -> str:
    """Address of a plan's page; `section` is one of `PLAN_SECTIONS`."""
    return f"{plan.id}/{section}"


def plan_addresses(plan: Plan) -> tuple[str, ...]:
    """Addresses of a plan's pages, without the one that joins them all to be printed."""
    sections = (section for section, _ in PLAN_SECTIONS)
    return tuple(plan_address(plan, below) for below in (*sections, ORIGINS))


def agency_address(agency_id: str) -> str:
    """Address of an agency's page."""
    return f"{AGENCIES}{agency_id}/"


def rule_address(code: str) -> str:
    """Address of a rule's page."""
    return f"{QUALITY}{code}/"


def quality_address(plan: Plan) -> str:
    """Address of a plan's findings on the page of data quality."""
    return f"{QUALITY}#{plan_anchor(plan)}"


def plan_anchor(plan: Plan) -> str:
    """Anchor of a plan on a page about several; the dot keeps it apart from every slug."""
    return plan.id.replace("/", ".")


def concept_address(concept_id: str) -> str:
    """Address of a concept's page: one measure across provinces."""
    return f"{COMPARISON}{concept_id}/"


def succession_address(old: Plan, new: Plan) -> str:
    """Address of what became of a plan in another one.

    Two hyphens stand between the parts; a slug holds no two, so no two pairs share an address.
    """
    parts = (*old.id.split("/"), *new.id.split("/"))
    return f"{PLAN_COMPARISON}{'--'.join(parts)}/"


def calendar_address(province_id: str) -> str:
    """Address of a province's calendar."""
    return f"{CALENDAR}{province_id}/"


def agency_part_address(agency_id: str, province_id: str) -> str:
    """Address of what an agency does in one province, where its own page would be too long."""
    return f"{agency_address(agency_id)}{province_id}/"
