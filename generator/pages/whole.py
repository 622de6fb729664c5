"""A whole plan on one page, to be printed or saved as a document.

It is joined from the finished pages of the plan's sections, so it says what they say. Made with
patterns instead of a parser, for the reason given in `headings.py`.
"""

import re
from collections.abc import Iterator, Mapping
from posixpath import join, normpath

from markupsafe import Markup

from generator.model import Plan
from generator.pages.addresses import PLAN_SECTIONS, WHOLE, plan_address, relative
from generator.pages.foot import with_foot
from generator.pages.headings import headings_of
from generator.pages.page import Page, SiteData
from generator.pages.render import render
from generator.pages.views.chrome import Crumb, plan_chrome, province_title

ON_SCREEN = (
    "kh-print",
    "kh-crumbs",
    "kh-tabs",
    "kh-filter",
    "kh-hint",
    "kh-down",
    "kh-jump",
    "kh-fold",
    "kh-src",
    "kh-foot",
)
"""Classes of what leads on from a page and has no place in a document."""

_FOLDED = '<details class="kh-indicator__fold">'
"""What a page folds for want of space is open in a document, whatever the browser."""

_DROPPED = re.compile(
    r"<(nav|p|footer|form|a|button)\b[^>]*\sclass=\"(?:[^\"]*\s)?(?:"
    + "|".join(ON_SCREEN)
    + r")[\s\"][^>]*>.*?</\1>|<h2 id=\"phan\.doc-tiep\">.*?</ul>",
    re.DOTALL,
)
_TAG = re.compile(r"<[a-z][^<>]*>|</h[1-6]>")
_LEVEL = re.compile(r"^(</?h)([1-6])\b")
_REFERENCE = re.compile(
    r"\s(?P<name>id|for|href|aria-labelledby|aria-describedby|aria-controls|data-kh-[a-z-]+)"
    r"=\"(?P<value>[^\"]*)\""
)


def whole_plans(data: SiteData, pages: Mapping[str, Page]) -> Iterator[Page]:
    """Join the sections of each plan.

    Args:
        data: What the pages are made from.
        pages: Finished pages by address.

    Yields:
        One page a plan, at `in/` below it.
    """
    plans = {plan.id: plan for plan in data.library.plans}
    for plan in data.library.plans:
        yield with_foot(_whole_plan(data, plan, pages), data, plans)


def _whole_plan(data: SiteData, plan: Plan, pages: Mapping[str, Page]) -> Page:
    here = plan_address(plan, WHOLE)
    chrome = plan_chrome(data.library, plan, "")
    sections = [
        _section(plan, address, pages[plan_address(plan, address)]) for address, _ in PLAN_SECTIONS
    ]
    crumbs = (*chrome.crumbs[:-1], Crumb(chrome.plan_title, chrome.plan_address), Crumb("Bản in"))
    body = render("whole.html", here, {"crumbs": crumbs, "sections": sections})
    return Page(
        address=here,
        title=f"Bản in – {plan.meta.short_title} – {province_title(data.library, plan.province_id)}",
        description=f"Toàn bộ kế hoạch trong một trang để in: {plan.meta.summary}",
        body=body,
        toc=headings_of(body),
        running_head=chrome.print_line,
    )


def _section(plan: Plan, section: str, page: Page) -> Markup:
    """The body of a section with its headings a level lower, except the overview's."""
    name, lower = _name(section), 1 if section else 0

    def moved(tag: re.Match[str]) -> str:
        lowered = _LEVEL.sub(lambda h: f"{h[1]}{min(int(h[2]) + lower, 6)}", tag[0])
        return _REFERENCE.sub(lambda r: _reference(plan, page.address, name, r), lowered)

    body = _TAG.sub(moved, _DROPPED.sub("", page.body)).replace(_FOLDED, f"{_FOLDED[:-1]} open>")
    return Markup(body)  # noqa: S704 - made of finished pages


def _reference(plan: Plan, address: str, name: str, reference: re.Match[str]) -> str:
    kind, value = reference["name"], reference["value"]
    if kind.startswith("data-kh-"):
        return ""  # what scripts start from
    if kind == "href":
        return f' href="{_link(plan, address, value)}"'
    return f' {kind}="{" ".join(f"{name}.{each}" for each in value.split())}"'


def _link(plan: Plan, address: str, href: str) -> str:
    """A link of a section's page, from the joined page."""
    if "://" in href or href.startswith("mailto:"):
        return href
    path, hash_sign, anchor = href.partition("#")
    target = _resolved(address, path)
    section = target.removeprefix(plan_address(plan))
    if target.startswith(plan_address(plan)) and section in dict(PLAN_SECTIONS):
        return f"#{_name(section)}.{anchor or 'phan.dau-trang'}"
    return relative(plan_address(plan, WHOLE), f"{target}{hash_sign}{anchor}")


def _resolved(address: str, path: str) -> str:
    if not path:
        return address
    full = normpath(join("/", address, path)).lstrip("/")
    return f"{full}/" if full and path.endswith("/") else full


def _name(section: str) -> str:
    return section.rstrip("/") or "tong-quan"
