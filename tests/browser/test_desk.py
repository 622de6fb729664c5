"""The editing desk in a real browser: it opens a pull request with exactly one changed line."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from generator.authoring.formatting import format_part
from generator.authoring.formatting.quoting import written
from generator.pipeline import Checked, check
from generator.project import Project
from generator.site.desk import desk_files
from generator.site.desk.rules import rules
from tests.browser.hosting import API, REPOSITORY, Hosting, serve

PLAN = "tay-ninh/1330-da-ubnd-2025"
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.xdist_group("desk")


@pytest.fixture(scope="module")
def checked(project: Project) -> Checked:
    """The plans of this repository."""
    return check(project)


@pytest.fixture(scope="module")
def desk(checked: Checked, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the desk."""
    folder = tmp_path_factory.mktemp("desk")
    parts = frozenset(s.file for sources in checked.sources.values() for s in sources.values())
    for path, content in desk_files(checked.library, parts, f"https://github.com/{REPOSITORY}"):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    with serve(folder) as address:
        yield f"{address}quan-tri/"


@pytest.fixture
def hosting() -> Hosting:
    """The made-up platform, with the plans of this repository."""
    return Hosting(ROOT)


@pytest.fixture
def editor(browser: Browser, desk: str, hosting: Hosting) -> Iterator[Page]:
    """The desk, signed in, in Vietnamese; any request to another host fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN")
    page = context.new_page()
    strangers: list[str] = []
    page.on("request", lambda r: _note_stranger(strangers, desk, r.url))
    page.route(f"{API}/**", hosting.answer)
    page.route("https://www.githubstatus.com/**", lambda route: route.fulfill(json={}))
    page.goto(desk)
    page.get_by_role("button", name="Đăng nhập bằng mã truy cập").click()
    page.locator("input").first.fill("ghp_" + "0" * 36)
    page.keyboard.press("Enter")
    page.get_by_text("Chuyên mục").first.wait_for()
    yield page
    context.close()
    assert strangers == []


def _note_stranger(strangers: list[str], desk: str, url: str) -> None:
    ours = (desk.removesuffix("quan-tri/"), API, "https://www.githubstatus.com/", "data:", "blob:")
    if not url.startswith(ours):
        strangers.append(url)


def change(page: Page, file: str, key: str, value: str, opened: int) -> None:
    """Open a file, unfold its lists as often as needed, change one field, save."""
    page.evaluate(f"location.hash = '#/collections/{PLAN.replace('/', '--')}/entries/{file}'")
    for _ in range(opened):
        page.get_by_role("button", name="Mở rộng tất cả").first.click()
        page.wait_for_timeout(300)
    box = page.locator(f'[data-key-path="{key}"]').locator("input, textarea").first
    box.fill(value)
    page.get_by_role("button", name="Lưu", exact=True).click()


def changed_lines(before: str, after: str) -> list[tuple[str, str]]:
    """Lines that differ between two texts of as many lines."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    return [(old.strip(), new.strip()) for old, new in pairs if old != new]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("file", "part", "key", "value", "old", "new"),
    [
        (
            "budget",
            "budget",
            "statements.0.amount",
            "6856961",
            "amount: 6856988000000",
            "amount: 6856961",
        ),
        ("objectives", "objectives", "objectives.0.place", "Phần I", None, "place: Phần I"),
    ],
)
def test_a_change_on_the_desk_is_a_pull_request_of_one_line(
    editor: Page,
    hosting: Hosting,
    file: str,
    part: str,
    key: str,
    value: str,
    old: str | None,
    new: str,
) -> None:
    """The commit holds the file in the common form with the one changed line, on its own branch."""
    change(editor, file, key, value, opened=1)
    for _ in range(50):
        if hosting.pulls:
            break
        editor.wait_for_timeout(100)
    path = f"plans/{PLAN}/{part}.yaml"
    ((committed, text),) = hosting.commits
    assert committed == path
    assert format_part(part, text) == text
    ((was, now),) = changed_lines((ROOT / path).read_text("utf-8"), text)
    assert now == new
    assert old is None or was == old
    (pull,) = hosting.pulls
    assert pull["base"] == "main"
    assert pull["head"] in hosting.branches


@pytest.mark.browser
def test_no_way_to_sign_in_leads_to_a_service_that_is_not_there(
    browser: Browser, desk: str
) -> None:
    """With an access code and in a folder of one's own, but not through a third party."""
    page = browser.new_page(locale="vi-VN")
    page.goto(desk)
    page.get_by_role("button", name="Đăng nhập bằng mã truy cập").wait_for()
    ways = [name for name in page.get_by_role("button").all_inner_texts() if "Đăng nhập" in name]
    page.close()
    assert ways == ["Đăng nhập bằng mã truy cập"]


@pytest.mark.browser
def test_the_desk_lists_every_plan_in_vietnamese(editor: Page, checked: Checked) -> None:
    """Each plan is a collection under its own name, and the settings have no fault."""
    body = editor.locator("body")
    for plan in checked.library.plans:
        expect(body).to_contain_text(plan.meta.short_title, use_inner_text=True, timeout=60_000)
    assert "lỗi" not in body.inner_text()


def node(script: str, given_: object) -> object:
    """Run a piece of JavaScript that has the desk's writer and gets and gives JSON."""
    head = (
        f'import {{ Form }} from "{(ROOT / "generator/site/desk/format.js").as_uri()}";\n'
        f'import yaml from "{(ROOT / "node_modules/js-yaml/dist/js-yaml.mjs").as_uri()}";\n'
        'import { readFileSync } from "node:fs";\n'
        'const given = JSON.parse(readFileSync(0, "utf8"));\n'
    )
    done = subprocess.run(
        ["node", "--input-type=module", "--no-warnings", "-e", head + script],
        input=json.dumps(given_),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)


def test_the_desk_writes_every_file_as_fmt_does(checked: Checked) -> None:
    """Each plan file, read and written by the desk's own code, keeps its bytes."""
    files = [
        (source.file, "annex" if part.startswith("annexes/") else part)
        for sources in checked.sources.values()
        for part, source in sources.items()
        if not part.startswith("registry/")
    ]
    texts = [(kind, (ROOT / name).read_text("utf-8")) for name, kind in files]
    script = """
const read = (text) => yaml.load(text, { schema: yaml.CORE_SCHEMA });
console.log(JSON.stringify(given.files.map(([kind, text]) => {
  const form = new Form(given.rules, kind);
  return form.write(form.settle(read(text))) === text;
})));
"""
    assert len(texts) > 30
    assert node(script, {"rules": rules(), "files": texts}) == [True] * len(texts)


WORDS = (
    "yes",
    "no",
    "on",
    "Off",
    "y",
    "N",
    "null",
    "Null",
    "~",
    "true",
    "FALSE",
    "12:30",
    "1:20:30.5",
    "1_000",
    "0b101",
    "0o17",
    "0x1F",
    "017",
    "+5",
    "-3",
    ".5",
    "5.",
    "1e3",
    "“3”",
    "‘kép’",
    "“a”",
    "“b”",
    ".inf",
    "-.INF",
    ".nan",
    "<<",
    "=",
    "2025-09-22",
    "2025-9-2",
    "2025-09-22T10:00:00Z",
    "---",
    "...",
    "a:b",
    "a:",
    "a#b",
    "1.184",
    "42,05",
    "II.1",
)
ODD = st.sampled_from(WORDS) | st.text(
    st.one_of(
        st.sampled_from(list(" :#-?[]{},&*!|>'\"%@`=~.+0123456789eExnyYNtf\n\t\\/ăđĐ\u0301")),
        st.characters(exclude_categories=["Cs", "Cc"]),
    ),
    max_size=12,
)


@settings(max_examples=5, deadline=None)
@given(st.lists(ODD, min_size=300, max_size=300))
def test_the_desk_quotes_what_fmt_quotes(texts: list[str]) -> None:
    """Any text is written the same way by both writers, alone and in brackets."""
    script = """
const form = new Form(given.rules, "plan");
const title = (text) => form.write({ title: text }).slice("title: ".length, -1);
console.log(JSON.stringify(given.texts.map(title)));
"""
    kept = [text for text in texts if text]
    assert node(script, {"rules": rules(), "texts": kept}) == [
        written(text, in_brackets=False) for text in kept
    ]
