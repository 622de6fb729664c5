"""What a shared link shows (Open Graph), and what search engines are told."""

from dataclasses import dataclass

from generator.site.cards import SIZE
from generator.site.inert import inert
from generator.vietnamese import shorten

_BEHIND = "</head>"
_SITE = "Kế hoạch mở"
_LONGEST = 290
"""Characters of a description: no reader of links shows more than about 300."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A page as it is shared.

    Attributes:
        address: Address below the site's root.
        title: Title, plain text.
        description: One sentence, plain text.
        card: Path of its card below the site's root.
    """

    address: str
    title: str
    description: str
    card: str


def add_social(html: str, page: Shared, site_url: str | None) -> str:
    """Put title, description and card into a page's head.

    Args:
        html: A whole page.
        page: What to tell of it.
        site_url: Address of the site, with a slash at its end; None when it is not known. Then
            the card is named from the page, which some readers of links do not follow.

    Returns:
        The page with Open Graph elements, which the other networks read as well.
    """
    # A page of its own name, such as 404.html, is shown at any depth.
    here = "/" if page.address.endswith(".html") else "../" * page.address.count("/")
    root = site_url or here
    told = {
        "og:type": "website",
        "og:locale": "vi_VN",
        "og:site_name": _SITE,
        "og:title": page.title,
        "og:description": shorten(page.description, _LONGEST),
        "og:image": f"{root}{page.card}",
        "og:image:width": str(SIZE[0]),
        "og:image:height": str(SIZE[1]),
        "og:image:alt": page.title,
        **({"og:url": f"{site_url}{page.address}"} if site_url else {}),
    }
    elements = "".join(
        f'<meta property="{name}" content="{inert(text)}">' for name, text in told.items()
    )
    card = '<meta name="twitter:card" content="summary_large_image">'
    return html.replace(_BEHIND, elements + card + _BEHIND, 1)


def robots(site_url: str | None) -> str:
    """The file `robots.txt`: everything may be read; the editing desk is no content."""
    lines = ["User-agent: *", "Disallow: /quan-tri/"]
    if site_url:
        lines.append(f"Sitemap: {site_url}sitemap.xml")
    return "\n".join(lines) + "\n"
