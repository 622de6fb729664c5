"""What is downloaded from a hostile site: other readers find the texts exact, and nothing active."""

import csv
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import icalendar
from PIL import Image

from generator.exports.csv_files import csv_text
from generator.located import is_formula
from tests.injection.conftest import REPOSITORY, SITE_URL, Built
from tests.injection.fields import values_of

NOT_IN_TABLES = {"Announced.text", "Source.note", "Waiver.source", "Waiver.path"}
"""Fields that are in the JSON of a plan, or on its pages, and in no table."""

NOT_IN_JSON = {"Waiver.source", "Waiver.path"}
"""Fields that only the pages show."""

_ACTIVE = {"f", "hyperlink", "externalReference", "ddeLink", "oleLink", "drawing"}
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ATOM = "{http://www.w3.org/2005/Atom}"


def lost(built: Built, found: Iterator[str]) -> set[str]:
    """Kinds of fields whose text is not among these, to the letter."""
    whole = "\n".join(found)
    marked = {mark: text for mark, text in built.attack.texts.items() if mark in text}
    assert len(marked) > 200
    return {
        built.attack.names[mark]
        for mark, text in marked.items()
        if text not in whole and text.replace("\\", "\\\\").replace(";", "\\;") not in whole
    }


def csv_cells(folder: Path) -> Iterator[str]:
    """Every cell of every CSV file, as Python's reader gives it."""
    for file in sorted(folder.rglob("*.csv")):
        with file.open(newline="", encoding="utf-8") as lines:
            rows = list(csv.reader(lines, strict=True))
        assert len({len(row) for row in rows}) == 1, file
        yield from (cell for row in rows for cell in row)


def test_csv_is_exact_and_inert(built: Built) -> None:
    """Every text is in the tables to the letter, and no cell of any table is a formula."""
    assert lost(built, csv_cells(built.site / "data" / "v1")) <= NOT_IN_TABLES
    cells = list(csv_cells(built.site))
    assert sum(cell[:1] in "=+-@＝" for cell in cells if cell) > 50
    assert [cell for cell in cells if is_formula(cell)] == []
    whole = set(built.attack.texts.values())
    guarded = [cell for cell in cells if cell[:1] == "'" and is_formula(cell[1:])]
    assert guarded or built.attack.turn > 0
    assert [cell for cell in guarded if cell[1:] in whole] == []


def test_a_cell_that_became_a_formula_is_guarded() -> None:
    """An apostrophe stands before what would be carried out, and before nothing else."""
    row = ("=HYPERLINK(A1)", "- Sở Y tế (chủ trì)", "-", -5)
    assert csv_text(["+cmd|' /C calc'!A0"], [row]) == (
        b"'+cmd|' /C calc'!A0\n" + "'=HYPERLINK(A1),- Sở Y tế (chủ trì),-,-5\n".encode()
    )


def test_workbooks_are_exact_and_inert(built: Built) -> None:
    """In no workbook is a formula, a link or another file; texts are cells of text, exact."""
    texts: list[str] = []
    for file in sorted(built.site.rglob("*.xlsx")):
        with zipfile.ZipFile(file) as book:
            names = book.namelist()
            parts = {name: ET.fromstring(book.read(name)) for name in names}  # noqa: S314
        assert all(re.fullmatch(r"[\w./\[\]]+", name) and ".." not in name for name in names)
        for root in parts.values():
            for element in root.iter():
                assert element.tag.rpartition("}")[2] not in _ACTIVE
                assert "TargetMode" not in element.attrib
                if element.tag == f"{_MAIN}c" and element.findtext(f".//{_MAIN}t"):
                    assert element.get("t") in ("inlineStr", "s")
                texts += [element.text or ""] if element.tag == f"{_MAIN}t" else []
    assert lost(built, iter(texts)) <= NOT_IN_TABLES


def test_json_is_exact(built: Built) -> None:
    """A plan's own file and the whole hold each text as it is."""
    data = built.site / "data"
    files = [json.loads(file.read_text("utf-8")) for file in sorted(data.rglob("*.json"))]
    assert lost(built, (text for read in files for text in values_of(read))) <= NOT_IN_JSON


def test_calendars_hold_only_their_own_lines(built: Built) -> None:
    """A text makes no line, no event and no property of its own; lines have at most 75 bytes."""
    seen = 0
    for file in sorted(built.site.rglob("*.ics")):
        raw = file.read_bytes()
        assert b"\n" not in raw.replace(b"\r\n", b"")
        assert max(map(len, raw.split(b"\r\n"))) <= 75
        events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
        lines = raw.replace(b"\r\n ", b"").split(b"\r\n")
        assert lines.count(b"BEGIN:VEVENT") == len(events)
        for event in events:
            assert "X" not in event
            assert "ATTACH" not in event
            assert str(event["URL"]).startswith(SITE_URL)
            told = f"{event['SUMMARY']} {event['DESCRIPTION']}"
            marks = [mark for mark in built.attack.texts if mark in told]
            seen += sum(built.attack.texts[mark] in told for mark in marks)
    assert seen > 5


def test_feeds_are_text(built: Built) -> None:
    """Titles and contents are plain or escaped; links lead to the site, and no entry is added."""
    feeds = sorted(built.site.rglob("*.atom"))
    assert feeds
    for file in feeds:
        root = ET.fromstring(file.read_bytes())  # noqa: S314 - made by ourselves
        assert len(root.findall(f"{_ATOM}entry")) == 2
        for element in root.iter():
            assert element.tag.startswith(_ATOM)
            assert element.get("type") in (None, "text", "text/html", "application/atom+xml")
            if "href" in element.attrib:
                assert element.attrib["href"].startswith((SITE_URL, REPOSITORY))
        assert "x-pwn" in "".join(root.itertext())


class _Data(HTMLParser):
    """Collects the blocks of data in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._open = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Begin a block."""
        self._open = tag == "script" and ("type", "application/ld+json") in attributes

    def handle_endtag(self, tag: str) -> None:
        """End it."""
        self._open = self._open and tag != "script"

    def handle_data(self, data: str) -> None:
        """Keep what is in it."""
        if self._open:
            self.blocks.append(data)


def test_descriptions_for_search_engines_are_exact(built: Built) -> None:
    """The JSON-LD of a plan is one block, which holds its title and summary as they are."""
    reader = _Data()
    reader.feed(built.html["vi-du/nul/"])
    (block,) = reader.blocks
    plan = built.attack.parts["plan"]
    told = json.loads(block)
    assert (told["name"], told["description"]) == (plan["title"], plan["summary"])


def test_other_xml_and_pictures_are_sound(built: Built) -> None:
    """StratML holds texts as text, the map of the site only addresses of it, cards are pictures."""
    (stratml,) = (built.site / "data" / "v1" / "stratml").rglob("*.xml")
    root = ET.fromstring(stratml.read_bytes())  # noqa: S314
    assert len({element.tag.partition("}")[0] for element in root.iter()}) == 1
    assert built.attack.parts["plan"]["title"] in "\n".join(root.itertext())
    sitemap = ET.fromstring((built.site / "sitemap.xml").read_bytes())  # noqa: S314
    addresses = [(e.text or "").strip() for e in sitemap.iter() if e.tag.endswith("}loc")]
    assert all(address.startswith(SITE_URL) for address in addresses)
    for card in built.site.rglob("*.png"):
        with Image.open(card) as picture:
            picture.verify()
