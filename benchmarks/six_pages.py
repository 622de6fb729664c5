"""`python -m benchmarks.six_pages ROOT OUT`: our build, cut down to six pages a plan.

The site that Hugo and stock Material make of the same plans has no more: no pages about all plans,
no downloads, no pictures for social networks, no pages of origins. What is left is checked, rendered,
framed, indexed for search and laid down by the code that always does it.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from unittest.mock import patch

from markupsafe import Markup

from generator import pages
from generator.pages import Page, SiteData
from generator.pipeline import check
from generator.project import Project
from generator.site import assembly, build, plan_part, plugin

_MODULES: Final = (
    pages.overview,
    pages.objectives,
    pages.indicators,
    pages.tasks,
    pages.budget,
    pages.organisation,
)
_IN_NAVIGATION: Final = ("", "so-sanh/", "lich/", "co-quan/", "kiem-tra/", "thay-doi/", "du-lieu/")


def main() -> None:
    """Build what the arguments name."""
    root, out = (Path(word) for word in sys.argv[1:])
    project = Project(root)
    with (
        patch.object(plugin, "site_pages", _empty_pages),
        patch.object(plan_part, "plan_pages", _six),
        patch.object(plan_part, "_beside", lambda *_: ()),
        patch.object(assembly, "LIBRARY_FORMATS", {}),
        patch.object(assembly, "BESIDE_PAGES", {}),
    ):
        build.build_site(project, out, check(project, wants_plans=True), lambda _: None)


def _empty_pages(_: SiteData) -> Iterator[Page]:
    """The pages that the navigation needs."""
    return (Page(address, "Trang", "", Markup()) for address in (*_IN_NAVIGATION, "tim-kiem/"))


def _six(share: SiteData) -> Iterator[Page]:
    return (page for module in _MODULES for page in pages._pages_of(module, share))


if __name__ == "__main__":
    main()
