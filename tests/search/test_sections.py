"""Sections of hand-written pages."""

import unicodedata

from generator.pages.search import Section, sections_of

PAGE = """
<p>Trước.</p>
<h1 id="dau">Sửa một con số</h1>
<p>Mở <a href="x">tệp</a>&nbsp;ấy.</p>
<h2 id="buoc-1">Bước <code>1</code></h2>
<ul><li>Một.</li><li>Hai.</li></ul>
<table><thead><tr><th>Khóa</th><th>Nghĩa</th></tr></thead><tr><td>id</td><td>mã</td></tr></table>
<script>var a = "không";</script>
<h3 id="rong">Trống</h3>
"""


def test_a_page_is_taken_apart_by_its_headings() -> None:
    """Each heading leads to its own anchor, with paragraphs, items and cells as texts."""
    assert sections_of("huong-dan/sua/", "Tên trang", PAGE) == (
        Section("Sửa một con số", "Tên trang", "huong-dan/sua/", ("Trước.",)),
        Section("Sửa một con số", "Sửa một con số", "huong-dan/sua/", ("Mở tệp ấy.",)),
        Section(
            "Sửa một con số",
            "Bước 1",
            "huong-dan/sua/#buoc-1",
            ("Một.", "Hai.", "Khóa", "Nghĩa", "id", "mã"),
        ),
        Section("Sửa một con số", "Trống", "huong-dan/sua/#rong", ()),
    )


def test_a_page_without_headings_is_one_section() -> None:
    """Its text belongs to the page; a page without text gives nothing."""
    assert sections_of("a/", "Trang", "<p>Chữ.</p>") == (
        Section("Trang", "Trang", "a/", ("Chữ.",)),
    )
    assert sections_of("a/", "Trang", "") == ()


def test_decomposed_text_is_composed() -> None:
    """A page written in NFD is found and marked like any other."""
    decomposed = unicodedata.normalize("NFD", "ngân sách")
    (section,) = sections_of("a/", "Trang", f"<p>{decomposed}</p>")
    assert section.texts == ("ngân sách",)
