"""Cells of agencies are taken apart by the names that the registry knows."""

import pytest

from generator.model import Agency
from generator.model.agencies import AgencyReader, CellReading


def agency(name: str, *aliases: str) -> Agency:
    """An agency with its spellings."""
    return Agency(name=name, kind="government", aliases=aliases)


READER = AgencyReader(
    {
        "khcn": agency("Sở Khoa học và Công nghệ", "Sở KH&CN"),
        "vhttdl": agency("Sở Văn hóa, Thể thao và Du lịch"),
        "tc": agency("Sở Tài chính"),
        "vp": agency("Văn phòng UBND tỉnh"),
        "dbqh": agency("Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Văn phòng ĐĐBQH&HĐND tỉnh"),
        "sn": agency("Các sở, ngành", "Các sở ngành", "các sở ngành, địa phương"),
    }
)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (None, CellReading()),
        ("-", CellReading()),
        ("Sở Tài chính", CellReading(("tc",))),
        ("sở tài CHÍNH", CellReading(("tc",))),
        ("Sở Khoa học và Công nghệ; Sở Tài chính", CellReading(("khcn", "tc"))),
        ("Sở Văn hóa, Thể thao và Du lịch", CellReading(("vhttdl",))),
        ("Sở KH&CN và Sở Văn hóa, Thể thao và Du lịch", CellReading(("khcn", "vhttdl"))),
        (
            "Sở Tài chính chủ trì, phối hợp Sở Khoa học và Công nghệ",
            CellReading(("tc",), ("khcn",)),
        ),
        (
            "Chủ trì: Sở Tài chính. Phối hợp: Văn phòng UBND tỉnh",
            CellReading(("tc",), ("vp",)),
        ),
        ("Sở Tài chính (kêu gọi đầu tư)", CellReading(("tc",), remark="kêu gọi đầu tư")),
        (
            "Văn phòng ĐĐBQH&HĐND tỉnh, Văn phòng UBND tỉnh và các sở ngành",
            CellReading(("dbqh", "vp", "sn")),
        ),
        ("Các sở ngành, địa phương", CellReading(("sn",))),
        (
            "Sở Lạ, Sở Tài chính và Bưu điện tỉnh",
            CellReading(("tc",), unknown=("Sở Lạ", "Bưu điện tỉnh")),
        ),
        ("Sở GD&ĐT; Sở Tài chính", CellReading(("tc",), unknown=("Sở GD&ĐT",))),
        ("Sở Tài chính & Sở KH&CN", CellReading(("tc", "khcn"))),
        ("khcn", CellReading(unknown=("khcn",))),
        ("Sở Tài chính, phối hợp Sở Tài chính", CellReading(("tc",))),
    ],
)
def test_a_cell_is_read_as_a_person_would(cell: str | None, expected: CellReading) -> None:
    """Names with commas stay whole, roles and remarks are told apart, strangers are reported."""
    assert READER.read(cell) == expected


def test_decomposed_accents_name_the_same_agency() -> None:
    """A cell typed with combining accents is the same name."""
    assert READER.read("Sở Tài chính").leads == ("tc",)


def test_a_misspelt_name_is_not_guessed() -> None:
    """A wrong accent makes another word, which the registry does not know."""
    assert READER.read("Sở Tai chính").unknown == ("Sở Tai chính",)


def test_an_id_is_found_by_any_spelling() -> None:
    """`id_of` knows names and aliases, and nothing else."""
    assert READER.id_of("sở kh&cn") == "khcn"
    assert READER.id_of("Sở Lạ") is None
