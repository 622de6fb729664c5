"""Addresses of pages, and links from one page to another.

An address is a path below the site's root that ends with a slash; the home page's is empty.
Links are relative, because the site may be served below any path.
"""

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

HOME = ""
QUALITY = "kiem-tra/"
AGENCIES = "co-quan/"
DATA = "du-lieu/"
GUIDE = "huong-dan/"
FILES = "data/v1/"


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
    link = relpath(f"/{path}", f"/{here}")
    if path == "" or path.endswith("/"):
        link = f"{link}/"
    return f"{link}{hash_sign}{anchor}"


def province_address(province_id: str) -> str:
    """Address of a province's page."""
    return f"{province_id}/"


def plan_address(plan: Plan, section: str = "") -> str:
    """Address of a plan's page; `section` is one of `PLAN_SECTIONS`."""
    return f"{plan.id}/{section}"


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
