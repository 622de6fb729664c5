"""A hostile site in a real browser: nothing runs, and every text is shown as the text that it is."""

import re

import pytest
from playwright.sync_api import Browser

from tests.injection.attack import URL
from tests.injection.conftest import (
    DESK,
    REPOSITORY,
    SITE_URL,
    Built,
    Sight,
    look,
    look_again,
    served,
    watched,
)
from tests.injection.payloads import TOKEN

NOT_SHOWN = {
    "Agency.aliases[]": "for reading cells of agencies; in the data",
    "PlanMeta.previous_ids[]": "old addresses; in the data",
    "Province.code": "in the data",
    "Province.note": "in the data; shown for a province that has plans",
}
"""Fields that no page shows, or not for every record, and where else they are."""

MADE_OF_TEXT = {"x-pwn", "img", "iframe", "base", "textarea", "object", "embed", "math"}
"""Elements that the texts name and that no page has of its own."""

OURS = (SITE_URL, SITE_URL.replace("https:", "webcal:"), REPOSITORY, URL[:20])
"""What links with a scheme lead to: the site, its calendars, its repository, a plan's source."""

REFUSED = {
    "BudgetStatement.words": {"B107"},
    "Duty.agency": {"R101"},
    "FundingSource.words": {"B107"},
    "Indicator.owner": {"R101"},
    "Task.coordinators": {"R101"},
    "Task.lead": {"R101"},
    "Task.schedule": {"P106"},
    "Waiver.path": {"W101"},
}
"""Fields whose text a check reads, and the rule that refused the hostile one as it is."""


def spaced(text: str) -> str:
    """A text as a browser lays it out."""
    return " ".join(text.split())


def assert_calm(sight: Sight) -> None:
    """Nothing ran, nothing was said, stopped or asked for elsewhere, nothing grew out of a text."""
    assert sight.found["ran"] == [], sight.path
    assert sight.found["blocked"] == [], sight.path
    assert sight.said == [], sight.path
    assert sight.found["code"] == 0, sight.path
    assert sight.found["handlers"] == [], sight.path
    assert MADE_OF_TEXT.isdisjoint(sight.found["names"]), sight.path
    (origin,) = re.findall(r"^http://127\.0\.0\.1:\d+/", sight.asked[0])
    assert [url for url in sight.asked if not url.startswith(origin)] == [], sight.path
    for tag, name, address in sight.found["links"]:
        assert not re.match(r"\s*(javascript|data|vbscript|file):", address, re.IGNORECASE)
        if re.match(r"\s*([a-z][a-z0-9+.-]*:|//)", address, re.IGNORECASE):
            assert address.startswith(OURS), (sight.path, tag, name)
    for anchor in sight.found["ids"]:
        assert not TOKEN.search(anchor)
        assert not set(anchor) & set("<>\"'{} ")


def test_what_the_checks_refuse(built: Built) -> None:
    """Only fields that a check reads refuse a hostile text; all others take it whole."""
    assert built.attack.refused == REFUSED
    assert len(built.attack.texts) > 200
    whole = sum(mark in text for mark, text in built.attack.texts.items())
    assert whole > 0.95 * len(built.attack.texts)


def test_nothing_runs_and_nothing_is_fetched(built: Built) -> None:
    """On no page did a script run, a message appear, the policy stop anything, a link mislead."""
    assert len(built.sights) > 25
    for sight in built.sights:
        assert_calm(sight)


def test_every_text_is_shown_as_it_is(built: Built) -> None:
    """Each field's text stands on some page to the letter, but for the few that no page shows."""
    shown = "\n".join(spaced(sight.found["text"]) for sight in built.sights)
    lost = {
        built.attack.names[mark]
        for mark, text in built.attack.texts.items()
        if mark in text and spaced(text) not in shown
    }
    assert lost <= set(NOT_SHOWN)


def test_other_pages_carry_no_text_of_a_plan(built: Built) -> None:
    """A page that was not looked at holds nothing of the texts, not even unmarked pieces."""
    seen = {sight.path for sight in built.sights}
    for path, html in built.html.items():
        if path not in seen:
            assert "x-pwn" not in html, path
            assert "__ran" not in html, path


def test_nothing_is_written_elsewhere(built: Built) -> None:
    """The build changed nothing around the site, and no name in the site is made of a text."""
    before, after = built.outside
    assert before == after
    names = [path.relative_to(built.site).as_posix() for path in built.site.rglob("*")]
    assert len(names) > 200
    assert [name for name in names if not re.fullmatch(r"[A-Za-z0-9_./@+=-]+", name)] == []
    assert not [path for path in built.site.rglob("*") if path.is_symlink()]


MOVES = {
    "tim-kiem/?q=TASK": [],
    "tim-kiem/?q=script+onerror+window": [],
    "tim-kiem/?q=%3Cimg+src%3Dx+onerror%3Dwindow.__ran%3D1%3E": [],
    "vi-du/nul/nhiem-vu/?tim=script": [],
    "vi-du/nul/nhiem-vu/?tim=%22%3E%3Cimg%20src%3Dx%20onerror%3Dwindow.__ran%3D1%3E": [],
    "vi-du/nul/nhiem-vu/?co-quan=%3Cscript%3E&nam=x&sap=%27%3E%3Csvg%2Fonload%3Dwindow.__ran%3D1%3E": [],
    "vi-du/nul/nhiem-vu/#%3Cscript%3Ewindow.__ran=1%3C/script%3E": [],
    "vi-du/nul/nhiem-vu/": ["th[data-sort] button"],
    "lich/vi-du/": ["input[type=checkbox], select"],
}
"""Address to what is pressed there."""


@pytest.mark.parametrize("built", [0], indirect=True)
@pytest.mark.parametrize("path", MOVES)
def test_moving_about_runs_nothing(built: Built, browser: Browser, path: str) -> None:
    """Searching for hostile rows, and for hostile words, filtering and sorting them, is calm."""
    with served(built.site) as address, watched(browser) as context:
        page = context.new_page()
        task = next(mark for mark, name in built.attack.names.items() if name == "Task.title")
        sight = look(page, address, path.replace("TASK", task))
        for what in MOVES[path]:
            for control in page.locator(what).all()[:4]:
                if control.is_visible():
                    control.focus()
                    page.keyboard.press("Enter")
        page.wait_for_timeout(400)
        look_again(page, sight)
        assert_calm(sight)
        if "TASK" in path:
            assert f"{task} <script>" in spaced(sight.found["text"])


@pytest.mark.parametrize("built", [0], indirect=True)
def test_the_desk_opens(built: Built, browser: Browser) -> None:
    """The editing desk, which has a wider policy of its own, runs nothing that a plan says."""
    with served(built.site) as address, watched(browser) as context:
        page = context.new_page()
        page.route(lambda url: not url.startswith(address), lambda route: route.abort())
        sight = look(page, address, DESK)
        page.wait_for_timeout(500)
        assert [name for name in page.evaluate("Object.keys(window)") if "__ran" in name] == []
        assert sight.found["ran"] == []
        assert sight.found["blocked"] == []
