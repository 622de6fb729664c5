"""The theme's stylesheet, cut down."""

import gzip

from generator.site.theme_style import is_kept, rules, selectors, theme_style


def test_rules_are_split_with_what_is_nested_in_them() -> None:
    """A rule goes to its own closing brace, a statement to its semicolon."""
    css = '@charset "UTF-8";a{b:c}@media print{d{e:f}g{h:i}}'
    assert list(rules(css)) == ['@charset "UTF-8";', "a{b:c}", "@media print{d{e:f}g{h:i}}"]


def test_selectors_are_split_at_outer_commas_only() -> None:
    """A comma in brackets belongs to its selector."""
    assert selectors("a:is(.b,.c),d[e=f],g") == ["a:is(.b,.c)", "d[e=f]", "g"]


def test_only_parts_that_pages_have_are_kept() -> None:
    """A selector about a part that is not there goes, one about elements alone stays."""
    assert is_kept(".md-typeset table:not([class])")
    assert is_kept("[data-md-color-accent=custom]")
    assert not is_kept(".md-typeset .tabbed-set")
    assert not is_kept("[dir=rtl] .md-typeset")
    assert not is_kept("[data-md-color-primary=red]")


def test_the_sheet_is_small_and_calls_nothing_by_data() -> None:
    """What is left is under 8 kB compressed; its icons are SVG files with an address each."""
    style = theme_style()
    assert "data:" not in style.css
    assert len(gzip.compress(style.css.encode())) < 8_000
    assert len(style.icons) > 5
    for path, svg in style.icons.items():
        assert f"url({path})" in style.css
        assert svg.startswith("<svg ")
        assert svg.endswith("</svg>")
