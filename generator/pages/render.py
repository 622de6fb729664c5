"""The template environment: every value is escaped, an unknown name is an error."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.diagnostics import Number
from generator.pages.addresses import relative
from generator.pages.headings import headings_of
from generator.pages.page import Page
from generator.pages.views.downloads import download_links
from generator.pages.views.money import human_money
from generator.tables.shown import ShownTable
from generator.vietnamese import format_date, format_decimal, format_integer
from generator.words import period_words


@cache
def environment() -> Environment:
    """The one environment of all pages.

    Returns:
        An environment that escapes always, whatever a template is called.
    """
    env = Environment(
        loader=PackageLoader("generator.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals["link"] = _link
    env.globals["download_links"] = _download_links
    env.filters["integer"] = format_integer
    env.filters["decimal"] = format_decimal
    env.filters["date"] = format_date
    env.filters["money"] = human_money
    env.filters["period"] = period_words
    env.filters["signed"] = _signed
    return env


def render(template: str, here: str, context: Mapping[str, Any]) -> Markup:
    """Lay out one page's body.

    Args:
        template: Name of the template.
        here: Address of the page, from which links are made.
        context: What the template lays out.

    Returns:
        Finished HTML. It holds no literal brace, so that no later stage can take plan text
        for a template's.
    """
    html = environment().get_template(template).render({**context, "here": here})
    return Markup(_without_braces(html))  # noqa: S704 - made by the escaping environment


def _without_braces(html: str) -> str:
    """Twenty times as fast as `str.translate`, which shows on pages of half a megabyte."""
    return html.replace("{", "&#123;").replace("}", "&#125;")


def make_page(
    address: str,
    template: str,
    title: str,
    description: str,
    *,
    downloads: tuple[ShownTable, ...] = (),
    **context: Any,
) -> Page:
    """Lay out a page with the table of contents of its own headings.

    Args:
        address: Address of the page.
        template: Name of the template.
        title: Title, plain text.
        description: One sentence, plain text.
        downloads: The page's tables as files.
        **context: What the template lays out.

    Returns:
        The finished page.
    """
    body = render(template, address, {"title": title, **context})
    chrome = context.get("chrome")
    head = chrome.print_line if chrome else ""
    return Page(address, title, description, body, headings_of(body), downloads, head)


def _signed(figure: Number) -> str:
    """A difference with its sign: `+1.184`, or `1.184` after a true minus sign."""
    return f"{'+' if figure > 0 else ''}{format_decimal(figure)}"


@pass_context
def _download_links(context: Context, table: ShownTable) -> tuple[tuple[str, str, str], ...]:
    return download_links(table, context["here"])


@pass_context
def _link(context: Context, target: str) -> str:
    return relative(context["here"], target)
