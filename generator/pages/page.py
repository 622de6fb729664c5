"""What a page is, and what pages are made from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from markupsafe import Markup

from generator.diagnostics import Diagnostic, Path
from generator.history import Revision
from generator.model import Library
from generator.tables.shown import ShownTable


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the page's table of contents.

    Attributes:
        level: 1 for the page's own heading, which always comes first.
        id: Anchor.
        title: Plain text: whoever puts it into HTML must escape it.
    """

    level: int
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page.

    Attributes:
        address: Path below the site's root, ending with a slash; empty for the home page.
        title: Title for browser and search results, plain text.
        description: One sentence for search results, plain text.
        body: Finished HTML with exactly one h1; never Markdown, never a template.
        toc: Headings in page order.
        downloads: Its tables as files, which the site writes below `data/tables/`.
    """

    address: str
    title: str
    description: str
    body: Markup
    toc: tuple[Heading, ...] = ()
    downloads: tuple[ShownTable, ...] = ()
    running_head: str = ""


class SourceFile(Protocol):
    """A file that a part of a plan was read from."""

    @property
    def file(self) -> str:
        """Path from the project's root."""

    def line(self, path: Path) -> int | None:
        """Line of the value at a path below the plan; None when the file has no lines.

        Args:
            path: The part, then keys and positions in it, `("indicators", "indicators", 0)`.
        """

    def places(self, paths: Iterable[Path]) -> Iterator[str]:
        """Paths by the items' own ids and codes, `indicators/indicators/pii`."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What the pages of a plan tell of what lies beside it.

    Attributes:
        comparisons: Title and address of each page that sets the plan beside the one that it
            took over from, or gave way to.
        news: Address of what changed last in the plan; None when no told commit touched it.
    """

    comparisons: tuple[tuple[str, str], ...] = ()
    news: str | None = None


@dataclass(frozen=True, slots=True)
class SiteData:
    """Everything that pages are made from.

    Attributes:
        library: Every plan and the registry.
        diagnostics: Everything that the checks found, accepted or not.
        sources: Plan id to part to the file it was read from.
        commit: Hash of the commit that the data comes from; None outside a repository.
        commit_date: Day of that commit.
        repository: Address of the repository on GitHub, without a slash at its end; None
            when the project names none.
        site_url: Address at which the site is published, with a slash at its end; None
            when the project names none.
        revisions: What the last commits changed, the newest first; empty when it is not known.
        beside: Only in a plan's share, see `shares`.
    """

    library: Library
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, Mapping[str, SourceFile]] = field(default_factory=dict)
    commit: str | None = None
    commit_date: date | None = None
    repository: str | None = None
    site_url: str | None = None
    revisions: tuple[Revision, ...] = ()
    beside: Beside = Beside()

    def findings_of(self, plan_id: str) -> tuple[Diagnostic, ...]:
        """What the checks found in one plan."""
        return tuple(d for d in self.diagnostics if d.plan_id == plan_id)
