"""A page as an entry of a bibliography, for programs that keep references."""

from collections.abc import Mapping

from generator.model import Plan
from generator.pages.page import SiteData
from generator.pages.views.citations import LICENCE, SITE, edition, issuer_name, published
from generator.words import document_name

_SIGNS: Mapping[int, str] = {
    **{ord(sign): f"\\{sign}" for sign in "{}%&#$_"},
    ord("\\"): "\\textbackslash{}",
    ord("~"): "\\textasciitilde{}",
    ord("^"): "\\textasciicircum{}",
}
"""Signs that mean something to TeX, and how a text writes them."""


def bibtex(data: SiteData, plan: Plan | None, title: str, address: str) -> str:
    """Make the entry.

    Args:
        data: Everything that pages are made from.
        plan: The plan that the page belongs to; None for a page about several.
        title: Title of such a page.
        address: Address of the page.

    Returns:
        An entry of BibTeX, one field a line. Text of the plan cannot end a field or call a
        command: every sign that TeX acts upon is escaped.
    """
    issued = plan.meta.issued_on if plan else None
    when = issued or data.commit_date
    made_from = edition(data)
    fields = {
        "author": f"{{{_text(issuer_name(data.library, plan))}}}" if plan else f"{{{SITE}}}",
        "title": _text(f"{document_name(plan)}: {plan.meta.title}" if plan else title),
        "year": str(when.year) if when else "",
        "howpublished": f"{SITE}, \\url{{{published(data, address)}}}",
        "note": _text(f"Phiên bản dữ liệu {made_from}. {LICENCE}" if made_from else LICENCE),
    }
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{_key(address)}{lines}\n}}"


def _key(address: str) -> str:
    return f"ke-hoach-mo.{address.strip('/').replace('/', '.')}".rstrip(".")


def _text(words: str) -> str:
    return " ".join(words.split()).translate(_SIGNS)
