"""The records of this repository's plans, their index, and Node to search it."""

import pytest

from generator.pages import SiteData, plan_pages, shares, site_pages
from generator.pages.search.files import index_of, indexed
from generator.pages.search.parts import Sizes
from generator.pages.search.record import KINDS, Record
from generator.pages.search.records import records_of_plan, records_of_site
from generator.pipeline import check
from generator.project import Project
from tests.search.node import Node

SMALL = Sizes(block=256, part=1500, common=100, longest=300)
"""Pieces so small that this repository's few plans need many, as hundreds of plans would."""


@pytest.fixture(scope="session")
def data(project: Project) -> SiteData:
    """The plans of this repository."""
    checked = check(project)
    return SiteData(checked.library, checked.diagnostics, checked.sources)


@pytest.fixture(scope="session")
def records(data: SiteData) -> tuple[Record, ...]:
    """Everything that can be found, without hand-written pages."""
    plans = (records_of_plan(share, plan_pages(share)) for share in shares(data))
    site = records_of_site(data, site_pages(data), ())
    found = (*site, *(record for records in plans for record in records))
    return tuple(sorted(found, key=lambda record: KINDS.index(record.kind)))


@pytest.fixture(scope="session")
def node(tmp_path_factory: pytest.TempPathFactory) -> Node:
    """The search of the browser, without an index."""
    return Node(tmp_path_factory.mktemp("node"))


@pytest.fixture(scope="session")
def searched(tmp_path_factory: pytest.TempPathFactory, records: tuple[Record, ...]) -> Node:
    """The search of the browser over all records."""
    node = Node(tmp_path_factory.mktemp("search"))
    node.serve(index_of([indexed(records)]))
    return node


@pytest.fixture(scope="session")
def cut_small(tmp_path_factory: pytest.TempPathFactory, records: tuple[Record, ...]) -> Node:
    """The same over an index in small pieces."""
    node = Node(tmp_path_factory.mktemp("small"))
    node.serve(index_of([indexed(records)], SMALL))
    return node
