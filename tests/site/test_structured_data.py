"""Datasets are described for search engines, exactly and harmlessly."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.pipeline import check
from generator.project import Project
from generator.site.provenance import NOWHERE, Provenance
from generator.site.structured_data import add_dataset, datasets

pytestmark = pytest.mark.xdist_group("site")

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def test_each_plan_and_the_page_of_open_data_describe_their_data(
    site: Path, project: Project
) -> None:
    """The block on a page is valid JSON, names the dataset, and its downloads exist."""
    plans = check(project).library.plans
    for address in (*(plan.id for plan in plans), "du-lieu"):
        page = site / address / "index.html"
        (block,) = BLOCK.findall(page.read_text("utf-8"))
        dataset = json.loads(block)
        assert dataset["@type"] == "Dataset"
        assert dataset["license"].startswith("https://creativecommons.org/licenses/by/4.0")
        for download in dataset["distribution"]:
            assert (page.parent / download["contentUrl"]).resolve().is_file()


def test_hostile_text_cannot_leave_the_block(example: Project) -> None:
    """A title that closes a script element stays inside the JSON, word for word."""
    library = check(example).library
    plan = library.plans[0]
    evil = "</script><script>alert(1)</script>{{7*7}}"
    spoilt = replace(plan, meta=plan.meta.model_copy(update={"title": evil}))
    text = datasets(replace(library, plans=(spoilt,)), NOWHERE)[f"{plan.id}/"]
    assert "<" not in text
    assert json.loads(text)["name"] == evil


def test_the_date_is_the_commit_s() -> None:
    """A dataset is dated by its commit, and not at all outside a repository."""
    origin = Provenance("abc", datetime(2026, 1, 2, tzinfo=UTC))
    library = check(Project(Path(__file__).parents[2])).library
    assert json.loads(datasets(library, origin)["du-lieu/"])["dateModified"] == "2026-01-02"
    assert "dateModified" not in json.loads(datasets(library, NOWHERE)["du-lieu/"])


def test_a_page_without_data_has_no_block() -> None:
    """Nothing is added where there is nothing to describe."""
    assert add_dataset("<head></head>", None) == "<head></head>"
