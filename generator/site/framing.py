"""The frame of the theme around finished pages, without a second pass through MkDocs.

MkDocs builds the hand-written pages and those about everything. The pages of plans are many and
all alike, so they only borrow its environment and its navigation.
"""

from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.toc import TableOfContents, get_toc

from generator.pages import Page
from generator.pages.addresses import WHOLE
from generator.site.inert import inert
from generator.site.toc import toc_tokens

_TEMPLATE = "main.html"


@dataclass(frozen=True, slots=True)
class Framed:
    """A page as the templates of the theme know one.

    Attributes:
        title: As HTML.
        content: Its body.
        toc: Its contents.
        url: Its address below the site's root.
        canonical_url: Its address in the world; None when that is not known.
        meta: What the head tells of it.
        is_homepage: It never is.
    """

    title: str
    content: str
    toc: TableOfContents
    url: str
    canonical_url: str | None
    meta: dict[str, Any] = field(default_factory=dict)
    is_homepage: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page is framed with.

    Attributes:
        environment: The theme's templates.
        config: Settings of the site.
        navigation: Of the hand-written pages and those about everything.
    """

    environment: Environment
    config: MkDocsConfig
    navigation: Navigation

    def around(self, page: Page, feed: str) -> str:
        """Frame a page.

        Args:
            page: The page.
            feed: Path of the feed that tells of its changes; empty for none.

        Returns:
            The page as MkDocs would write it.
        """
        framed = Framed(
            title=inert(page.title),
            content=str(page.body),
            toc=contents_of(page),
            url=page.address,
            canonical_url=f"{self.config.site_url}{page.address}" if self.config.site_url else None,
            meta=meta_of(page, feed),
        )
        # The templates ask no more of a page than `Framed` has.
        context = get_context(self.navigation, (), self.config, framed)  # type: ignore[arg-type]
        return self.environment.get_template(_TEMPLATE).render(context)


def meta_of(page: Page, feed: str) -> dict[str, Any]:
    """What the head tells of one of our pages, as HTML."""
    return {
        "title": inert(page.title),
        "description": inert(page.description),
        "running_head": inert(page.running_head),
        "robots": "noindex" if page.address.endswith(f"/{WHOLE}") else "",
        "feed": feed,
    }


def contents_of(page: Page) -> TableOfContents:
    """A page's headings as the theme's table of contents."""
    return get_toc(toc_tokens(page.toc))
