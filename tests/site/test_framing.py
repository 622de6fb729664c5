"""The frame of plan pages, which MkDocs does not build, is the one that it makes of all others."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from generator.model import Plan
from generator.pages import Page, SiteData, plan_pages, shares
from generator.pages.addresses import WHOLE, plan_addresses
from generator.pipeline import check
from generator.project import Project
from generator.site import assembly
from generator.site.build import build_site
from generator.site.cards import SITE_CARD
from generator.site.csp import add_policy
from generator.site.plan_part import Setting
from generator.site.social import Shared, add_social

pytestmark = pytest.mark.xdist_group("site")


def test_a_page_is_framed_as_mkdocs_frames_it(
    example: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that MkDocs wrote, and that stands outside the navigation, is the same to the byte."""
    given: dict[str, Any] = {}

    def spy(data: SiteData, pages: Iterable[Page], _c: object, setting: Setting, *_: object) -> Any:
        given.update(pages={page.address: page for page in pages}, setting=setting)
        return assembly.Laid()

    monkeypatch.setattr("generator.site.plugin.lay", spy)
    build_site(example, tmp_path / "site", check(example), lambda _step: None)
    for address in ("kiem-tra/B101/", "co-quan/so-y-te/"):
        page = given["pages"][address]
        html = given["setting"].frame.around(page, "")
        told = Shared(address, page.title, page.description, SITE_CARD)
        framed = add_policy(add_social(html, told, None))
        written = (tmp_path / "site" / address / "index.html").read_text(encoding="utf-8")
        assert framed == written


def test_the_addresses_of_a_plan_are_those_of_its_pages(example: Project) -> None:
    """The site map names each page of a plan but the one to be printed."""
    checked = check(example)
    (share,) = shares(SiteData(checked.library, checked.diagnostics, checked.sources))
    plan: Plan = share.library.plans[0]
    made = [page.address for page in plan_pages(share)]
    assert sorted(made) == sorted([*plan_addresses(plan), f"{plan.id}/{WHOLE}"])
