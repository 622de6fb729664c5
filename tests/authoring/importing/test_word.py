"""Word tables are read as they are seen on paper."""

import pytest

from generator.authoring.importing import ImportRefusedError, read_source
from generator.authoring.importing.source import Line
from tests.authoring.importing.files import (
    cell,
    draft,
    grid_of,
    messages,
    paragraph,
    part_of,
    repacked,
    texts_of,
    word,
    word_table,
)

HEAD = ("TT", "Tên nhiệm vụ", "Cơ quan chủ trì")


def span(columns: int) -> str:
    """Properties of a cell that is merged to the right."""
    return f'<w:gridSpan w:val="{columns}"/>'


def test_a_cell_merged_across_covers_the_columns_to_its_right() -> None:
    """A merged cell stands once, and the columns that it covers know it."""
    content = word(word_table(HEAD, (cell("I"), cell("Nhóm", span(2))), ("1", "Việc", "Sở Y tế")))
    rows = grid_of("a.docx", content)
    assert [c.merged for c in rows[1]] == ["", "", "left"]
    assert [c.own for c in rows[1]] == ["I", "Nhóm", ""]
    assert [c.own for c in rows[2]] == ["1", "Việc", "Sở Y tế"]


def test_a_cell_merged_downwards_says_the_same_in_each_row() -> None:
    """The text of a cell that is merged downwards holds for every row, with a doubt."""
    start, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    content = word(
        word_table(
            HEAD,
            ("1", "Việc một", cell("Sở Y tế", start)),
            ("2", "Việc hai", cell("", more)),
        )
    )
    made = draft("a.docx", content)
    assert [row["lead"] for row in made.data["rows"]] == ["Sở Y tế", "Sở Y tế"]
    assert "bảng 1, dòng 3" in messages(made)
    assert "gộp với dòng trên" in made.data["rows"][1]["note"]
    assert "note" not in made.data["rows"][0]


def test_text_is_what_is_seen_when_changes_are_accepted() -> None:
    """Inserted text is read, deleted text is not, and the cell is marked."""
    changed = (
        "<w:p><w:r><w:t>Sở</w:t><w:tab/></w:r>"
        '<w:del w:id="1"><w:r><w:delText>Nội vụ</w:delText><w:tab/></w:r></w:del>'
        '<w:moveFrom w:id="3"><w:r><w:t>Nội vụ</w:t></w:r></w:moveFrom>'
        '<w:ins w:id="2"><w:r><w:t>Y tế</w:t></w:r></w:ins></w:p>'
    )
    content = word(word_table(HEAD, (cell("1"), cell("Việc"), cell(changed))))
    made = draft("a.docx", content)
    assert made.data["rows"][0]["lead"] == "Sở Y tế"
    assert "Track Changes" in messages(made)


def test_line_breaks_tabs_and_special_hyphens_are_read() -> None:
    """A break in a cell becomes a space, a hyphen that does not break a hyphen."""
    broken = (
        "<w:p><w:r><w:t>Dòng một</w:t><w:br/><w:t>dòng hai</w:t><w:tab/><w:t>ba</w:t>"
        "<w:noBreakHyphen/><w:t>bốn</w:t></w:r></w:p><w:p><w:r><w:t>đoạn hai</w:t></w:r></w:p>"
    )
    rows = texts_of("a.docx", word(word_table(HEAD, (cell("1"), cell(broken), "Sở Y tế"))))
    assert rows[1][1] == "Dòng một dòng hai ba-bốn đoạn hai"


NUMBERING = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2"/></w:lvl>
</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""


def numbered(level: int) -> str:
    """A cell whose number Word makes."""
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'
    return cell(paragraph("", properties))


def test_automatic_numbers_are_counted() -> None:
    """Numbers that Word makes are not in the text of a cell, but they are printed."""
    content = word(
        word_table(
            HEAD,
            (numbered(0), "Nhóm một", ""),
            (numbered(1), "Việc một", "Sở Y tế"),
            (numbered(1), "Việc hai", "Sở Y tế"),
            (numbered(0), "Nhóm hai", ""),
            (numbered(1), "Việc ba", "Sở Y tế"),
        )
    )
    content = repacked(content, {"word/numbering.xml": NUMBERING.encode()})
    if b"numbering.xml" not in part_of(content, "word/_rels/document.xml.rels"):
        pytest.fail("the template of python-docx no longer has a numbering part")
    rows = draft("a.docx", content).data["rows"]
    assert [row["group"] for row in rows] == ["I", "II"]
    assert [row["task"] for row in rows[0]["rows"]] == ["1", "2"]
    assert [row["task"] for row in rows[1]["rows"]] == ["1"]


def test_a_table_in_a_cell_is_joined_to_it() -> None:
    """A table within a cell is told, and its words are kept."""
    inner = "<w:p/>" + word_table(("Sở Y tế",)) + "<w:p/>"
    rows = grid_of("a.docx", word(word_table(HEAD, (cell("1"), cell("Việc"), cell(inner)))))
    assert rows[1][2].text == "Sở Y tế"
    assert any("bảng khác" in doubt for doubt in rows[1][2].doubts)


def test_fonts_of_old_codings_are_told() -> None:
    """Text in a TCVN3 font reads wrong, and the whole file says so."""
    run = '<w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>Së Y tÕ</w:t></w:r>'
    made = draft("a.docx", word(f"<w:p>{run}</w:p>", word_table(HEAD, ("1", "Việc", "Sở Y tế"))))
    assert "TCVN3" in messages(made)
    assert "TCVN3" in made.data["note"]


def test_a_table_that_a_page_break_parts_goes_on() -> None:
    """A second table without heading right below the first is its continuation."""
    content = word(
        word_table(HEAD, ("1", "Việc một", "Sở Y tế")), word_table(("2", "Việc hai", "Sở Y tế"))
    )
    assert [row["task"] for row in draft("a.docx", content).data["rows"]] == ["1", "2"]


def test_paragraphs_keep_their_order_around_tables() -> None:
    """Lines above a table are those between it and the table before."""
    content = word(paragraph("PHỤ LỤC I"), word_table(HEAD), paragraph("PHỤ LỤC II"))
    (section,) = read_source("a.docx", content).sections
    lines = [item.text for item in section.items if isinstance(item, Line)]
    assert lines == ["PHỤ LỤC I", "PHỤ LỤC II"]


def test_a_file_that_only_claims_to_be_word_is_refused() -> None:
    """Text under the name of a document is refused in one sentence."""
    with pytest.raises(ImportRefusedError, match="tệp hỏng"):
        read_source("a.docx", b"khong phai Word")
