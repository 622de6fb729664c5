"""Markdown as its reader sees it, and texts that try to be more than text."""

from html.parser import HTMLParser

from markdown_it import MarkdownIt

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</details><h1>x",
    "a | b | c",
    "[chữ](https://example.org)",
    "![ảnh](https://example.org/x.png)",
    "`mã` **đậm** _nghiêng_ ~~gạch~~",
    "dòng 1\n\n# đề mục\n- mục",
    "\\| \\` &lt;b&gt; &#60;",
    "https://example.org www.example.org a@example.org",
    "<!-- ẩn -->",
    "{{ 7*7 }} $x$",
]


class Reader(HTMLParser):
    """Collects the text, the tags and the targets of links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        """Note a tag."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Note what is read."""
        self.text += data


def read(source: str) -> Reader:
    """What a reader of Markdown sees."""
    reader = Reader()
    reader.feed(MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(source))
    return reader
