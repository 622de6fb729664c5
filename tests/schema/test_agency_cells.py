"""The pattern that editors check cells with says what the reader of cells says."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks._agencies import agency_cells
from generator.model import Agency
from generator.model.agencies import AgencyReader
from generator.pipeline import check
from generator.project import Project
from generator.schema.agency_cells import cell_pattern

AGENCIES = {
    "so-noi-vu": Agency(name="Sở Nội vụ", kind="government", aliases=("SNV",)),
    "so-van-hoa": Agency(name="Sở Văn hóa, Thể thao và Du lịch", kind="government"),
    "cac-so": Agency(name="Các sở, ngành", kind="collective", aliases=("Các sở",)),
    "doan": Agency(name="Văn phòng ĐĐBQH&HĐND tỉnh", kind="government"),
}
PATTERN = re.compile(cell_pattern(AGENCIES))
READER = AgencyReader(AGENCIES)


def is_known(cell: str) -> bool:
    """What the check says of a cell."""
    return not READER.read(cell).unknown


@pytest.mark.parametrize(
    ("cell", "fits"),
    [
        ("Sở Nội vụ", True),
        ("sở nội vụ", True),
        ("SỞ NỘI VỤ", True),
        ("Sở  Nội vụ; SNV", True),
        ("Sở Văn hóa, Thể thao và Du lịch và Sở Nội vụ", True),
        ("Chủ trì: Sở Nội vụ; phối hợp: các sở, ngành (cấp tỉnh)", True),
        ("Văn phòng ĐĐBQH & HĐND tỉnh", True),
        ("Sở Nội vụ tỉnh", False),
        ("Sở Nội vụx", False),
        ("SNVA", False),
        ("Sở Vũ trụ", False),
        ("", False),
    ],
)
def test_cells_fit_the_pattern_when_every_word_is_known(cell: str, fits: bool) -> None:
    """Names, spellings, roles, connectors and remarks fit; anything else does not."""
    assert bool(PATTERN.match(cell)) is fits
    assert not cell or is_known(cell) is fits


PIECES = st.sampled_from(
    [
        "Sở Nội vụ",
        "SNV",
        "các sở",
        "ngành",
        "và",
        "cùng",
        ", ",
        "; ",
        " ",
        "(ghi)",
        "chủ trì",
        "x",
        "Du lịch",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=6).map("".join))
def test_pattern_and_reader_agree(cell: str) -> None:
    """However pieces are put together, the pattern takes what the reader reads whole."""
    if cell.strip():
        assert bool(PATTERN.match(cell)) is is_known(cell)


def test_every_cell_of_the_plans_fits(project: Project) -> None:
    """Nothing that the check accepts in the plans of this repository would be underlined."""
    library = check(project).library
    pattern = re.compile(cell_pattern(library.registry.agencies))
    cells = [cell for plan in library.plans for _, cell in agency_cells(plan)]
    assert len(cells) > 200
    assert [cell for cell in cells if not pattern.match(cell)] == []
