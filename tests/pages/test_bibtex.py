"""The entry of a bibliography below each page: whole, true, and no command of TeX from outside."""

import re
from dataclasses import replace
from datetime import date

from generator.model import Plan
from generator.pages import SiteData
from generator.pages.views.bibtex import bibtex
from tests.pages.conftest import Pages
from tests.pages.html_tree import parse

HOSTILE = "}} \\input{/etc/passwd} \\write18{rm} 100% & #1 $x$ a_b ~ ^ {"


def test_every_page_has_its_entry(real_pages: Pages) -> None:
    """One each, with a key that no other page has, and braces that match."""
    keys = []
    for page in real_pages.values():
        (entry,) = (e.text for e in parse(page.body).classed("kh-bib"))
        found = re.match(r"@misc\{([a-z0-9.-]+), author", entry, re.IGNORECASE)
        assert found, entry
        keys.append(found[1])
        plain = re.sub(r"\\[{}]", "", entry)
        assert plain.count("{") == plain.count("}")
    assert len(keys) == len(set(keys)) > 100


def test_an_entry_names_issuer_year_and_address(real_data: SiteData) -> None:
    """The document's own year, not that of the data; the address where it is published."""
    data = replace(
        real_data, site_url="https://vi-du.vn/", commit="c" * 40, commit_date=date(2030, 1, 2)
    )
    plan = next(p for p in data.library.plans if p.id == "tay-ninh/1330-da-ubnd-2025")
    entry = bibtex(data, plan, "", f"{plan.id}/chi-tieu/")
    assert "author = {{Ủy ban nhân dân tỉnh Tây Ninh}}" in entry
    assert "year = {2025}" in entry
    assert r"\url{https://vi-du.vn/tay-ninh/1330-da-ubnd-2025/chi-tieu/}" in entry
    assert "Phiên bản dữ liệu cccccccccc, ngày 02/01/2030. CC BY 4.0" in entry


def test_text_of_a_plan_cannot_reach_tex(base_data: SiteData) -> None:
    """Signs that TeX acts upon come out as text, so no field ends early and nothing is called."""
    plan: Plan = base_data.library.plans[0]
    spoilt = replace(plan, meta=plan.meta.model_copy(update={"title": HOSTILE}))
    entry = bibtex(base_data, spoilt, "", "x/")
    title = next(line for line in entry.splitlines() if line.startswith("  title"))
    bare = re.sub(r"\\textbackslash\{\}|\\textasciitilde\{\}|\\textasciicircum\{\}", "", title)
    assert not re.search(r"\\[a-z]", bare)
    bare = re.sub(r"\\[{}%&#$_]", "", bare)
    assert (bare.count("{"), bare.count("}")) == (1, 1)
    assert not set("%&#$~^") & set(bare)
