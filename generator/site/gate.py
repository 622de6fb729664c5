"""The last look at built pages: exit codes of other people's tools are not enough.

A macro that fails may print its error into the page and let the build succeed, so built pages
are searched for what a finished page never holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_TAG = r"<[a-z][a-z0-9-]*(?:\s+[^\s\"'<>/=]+(?:=\"[^\"]*\"|=[^\s\"'<>]+)?)*?\s+"
"""A tag up to one of its attributes; what stands in quotes is text, whatever it looks like."""


@dataclass(frozen=True, slots=True)
class _Attribute:
    """An attribute of a tag, looked for only where its letters stand at all: most pages hold none."""

    letters: re.Pattern[str]
    in_tag: re.Pattern[str]

    def search(self, html: str) -> re.Match[str] | None:
        return self.in_tag.search(html) if self.letters.search(html) else None


def _attribute(pattern: str) -> _Attribute:
    return _Attribute(re.compile(r"\s" + pattern), re.compile(_TAG + pattern))


_SIGNS: tuple[tuple[re.Pattern[str] | _Attribute, str], ...] = (
    (re.compile(r"\{\{|\{%|\{#"), "còn dấu của mẫu chưa dựng"),
    (re.compile(r"Macro (Syntax |Rendering )?Error"), "macro báo lỗi"),
    (re.compile(r"<(?:script|img|iframe|source)[^>]+src=\"(?:https?:)?//[^>]*>"), "gọi ra ngoài"),
    (
        re.compile(
            r"<link (?![^>]*rel=\"(?:canonical|alternate)\")[^>]*href=\"(?:https?:)?//[^>]*>"
        ),
        "gọi ra ngoài",
    ),
    (re.compile(r"<style[ >]"), "có định dạng viết thẳng trong trang"),
    (_attribute(r"style="), "có định dạng viết thẳng trong trang"),
    (_attribute(r"on[a-z]+="), "có mã chạy viết thẳng trong trang"),
    (_attribute(r"(?:src|href)=\"(?:data|javascript):"), "có mã trong địa chỉ"),
    (
        re.compile(r"<script(?![^>]*\s(?:src=|type=\"application/(?:ld\+)?json\"))[^>]*>"),
        "có mã chạy viết thẳng trong trang",
    ),
)
"""What a finished page never holds: leftovers, calls to other hosts, and what a policy of
`default-src 'self'` would stop."""

_CODE = re.compile(r"(<(script|code)[^>]*>).*?</\2>", re.DOTALL)


def faults(html: str) -> Iterator[str]:
    """Signs that a page is not finished.

    Args:
        html: A whole built page.

    Yields:
        A Vietnamese description of each kind of sign, with the text found.
    """
    visible = _CODE.sub(r"\1", html)
    for sign, meaning in _SIGNS:
        if match := sign.search(visible):
            yield f"{meaning}: «{match[0]}»"


def faulty_pages(site: Path, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """Look at every page of a built site.

    Args:
        site: Folder of the built site.
        seen: Files below it that have been looked at.

    Yields:
        One line for each fault, page first.
    """
    for page in sorted(site.rglob("*.html")):
        path = page.relative_to(site).as_posix()
        if path not in seen:
            for fault in faults(page.read_text(encoding="utf-8")):
                yield f"{path}: {fault}"
