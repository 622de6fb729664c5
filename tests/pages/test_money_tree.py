"""The money of a plan as a picture and as a tree: every row, to scale, and what is missing said."""

import re
from dataclasses import replace

import pytest

from generator.model import Group, Library, Plan, walk_tasks
from generator.pages import SiteData, budget
from generator.pages.charts.icicle import HEIGHT, WIDTH, Room, icicle, wrap
from generator.pages.views.shares import percent_of
from generator.pages.views.totals import row_total
from generator.pages.views.tree import leaves, main_groups, money_tree
from tests.pages.conftest import Pages
from tests.pages.html_tree import Element, parse

LONG_AN = "long-an/nq-hdnd-2025"
TAY_NINH = "tay-ninh/1330-da-ubnd-2025"
ROOM = re.compile(r"M(?P<x>[\d.]+) (?P<y>[\d.]+)h(?P<width>[\d.]+)v(?P<height>[\d.]+)h-")


def plan_of(data: SiteData, plan_id: str) -> Plan:
    """A plan of the repository."""
    return next(plan for plan in data.library.plans if plan.id == plan_id)


def draw(*rooms: Room) -> Element:
    """A picture as a tree."""
    svg = icicle(rooms, name="x", title="Tên", description="Lời.")
    assert svg is not None
    return parse(svg)


def heights(picture: Element, column: int) -> list[float]:
    """Heights of the rooms of a column, from the top."""
    found = (ROOM.match(e.attributes["d"]) for e in picture.classed(f"kh-i-{column}"))
    return [float(match["height"]) for match in found if match]


def only(data: SiteData, plan: Plan) -> Element:
    """The page of money of one plan."""
    (page,) = budget.pages(SiteData(Library((plan,), data.library.registry)))
    return parse(page.body)


@pytest.fixture
def plan(base_data: SiteData) -> Plan:
    """The example's only plan."""
    return base_data.library.plans[0]


def with_annex(plan: Plan, **changes: object) -> Plan:
    """The example with another annex."""
    annex = plan.annexes["phu-luc-1"].model_copy(update=changes)
    return replace(plan, annexes={"phu-luc-1": annex})


@pytest.mark.parametrize("plan_id", [TAY_NINH, LONG_AN])
def test_every_row_with_money_is_in_the_tree_with_its_amount(
    real_data: SiteData, real_pages: Pages, plan_id: str
) -> None:
    """Each task has its anchor, its title and its exact amount; one without money has none."""
    tree = parse(real_pages[f"{plan_id}/kinh-phi/"].body)
    rows = {e.attributes["id"]: e for e in tree.classed("kh-tree__task")}
    plan = plan_of(real_data, plan_id)
    found = [
        (f"{annex_id}.{task.task.lower()}", task, row_total(annex, task))
        for annex_id, annex in plan.annexes.items()
        for task, _ in walk_tasks(annex.rows)
    ]
    paid = [(anchor, task, amount) for anchor, task, amount in found if amount is not None]
    assert len(paid) > 90
    assert set(rows) == {anchor for anchor, _, _ in paid}
    for anchor, task, amount in paid:
        text = rows[anchor].text.replace("\u00a0", " ")
        assert task.title in text
        printed = f"{amount:,} triệu đồng".replace(",", ".")
        assert printed in text, anchor


def test_the_tree_works_without_script_and_links_to_each_row(real_pages: Pages) -> None:
    """Groups are native disclosures, annexes are open, and a task leads to its own row."""
    tree = parse(real_pages[f"{TAY_NINH}/kinh-phi/"].body)
    groups = tree.classed("kh-tree__group")
    assert {group.tag for group in groups} == {"details"}
    assert all(group.children and group.all("summary") for group in groups)
    assert sum("open" in group.attributes for group in groups) == 3
    task = tree.by_id("phu-luc-1-2.12")
    assert "../nhiem-vu/#phu-luc-1-2.12" in [a.attributes["href"] for a in task.all("a")]


def test_shares_are_of_the_row_above(real_pages: Pages) -> None:
    """The percentages of the rows right below one row make 100, give or take their rounding."""
    tree = parse(real_pages[f"{TAY_NINH}/kinh-phi/"].body)
    levels = [
        ul for ul in tree.classed("kh-tree") if "kh-tree--splits" not in ul.attributes["class"]
    ]
    checked = 0
    for level in levels:
        shares = [_own_share(li) for li in level.children if isinstance(li, Element)]
        if all(share is not None for share in shares):
            checked += 1
            total = sum(share for share in shares if share is not None)
            assert total == pytest.approx(100, abs=0.05 * len(shares) + 0.06)
    assert checked > 10


@pytest.mark.parametrize("plan_id", [LONG_AN, TAY_NINH])
def test_an_annex_has_one_share_on_every_page(real_pages: Pages, plan_id: str) -> None:
    """The page of money says the share of the plan's total that the overview says, and words too."""
    bars = parse(real_pages[f"{plan_id}/"].body).classed("kh-bars")[0]
    shares = re.findall(r"\d+(?:,\d)? %", bars.text)
    money = parse(real_pages[f"{plan_id}/kinh-phi/"].body)
    annexes = [li for li in money.classed("kh-tree")[0].children if isinstance(li, Element)]
    assert [item.classed("kh-tree__share")[0].text for item in annexes] == shares
    told = money.classed("kh-icicle")[0].all("desc")[0].text
    assert all(f"đồng, {share}." in told for share in shares), told


def _own_share(item: Element) -> float | None:
    share = item.classed("kh-tree__share")[0].text
    return None if "dưới" in share else float(share.split()[0].replace(",", "."))


def test_a_tree_says_where_the_rows_do_not_make_the_printed_total(
    base_data: SiteData, plan: Plan
) -> None:
    """Less and more are told with both amounts; nothing is said where they agree."""
    annex = plan.annexes["phu-luc-1"]
    for stated, words in (
        (2130, ""),
        (2230, "cộng lại được 2,13 tỷ đồng, ít hơn số in 100 triệu đồng"),
        (2030, "cộng lại được 2,13 tỷ đồng, nhiều hơn số in 100 triệu đồng"),
    ):
        changed = with_annex(plan, stated={**annex.stated, "total": stated})
        (branch,) = money_tree(changed, base_data.library.registry)
        assert words in branch.remark.replace("\u00a0", " ")
        assert bool(branch.remark) == bool(words)


def test_tasks_without_an_amount_are_counted(base_data: SiteData, plan: Plan) -> None:
    """They are not in the picture, and the page says how many they are."""
    annex = plan.annexes["phu-luc-1"]
    first, *others = annex.rows
    assert isinstance(first, Group)
    rows = tuple(
        row.model_copy(update={"amounts": {}}) if at == 0 else row
        for at, row in enumerate(first.rows)
    )
    silent = with_annex(plan, rows=(first.model_copy(update={"rows": rows}), *others))
    text = only(base_data, silent).text
    assert "1 nhiệm vụ không ghi số tiền nên không có ở đây" in text
    assert "không ghi số tiền" not in only(base_data, plan).text


def test_years_and_sources_are_told_beside_the_whole(real_pages: Pages) -> None:
    """An annex says what goes to which years or comes from which source, with shares."""
    north = parse(real_pages[f"{TAY_NINH}/kinh-phi/"].body).classed("kh-tree--splits")
    south = parse(real_pages[f"{LONG_AN}/kinh-phi/"].body).classed("kh-tree--splits")
    plain = [ul.text.replace("\u00a0", " ") for ul in (north[0], south[0])]
    assert plain[0] == ("năm 2025 2,8 tỷ đồng 0,3 % giai đoạn 2026–2030 855,4 tỷ đồng 99,7 %")
    assert plain[1] == "Ngân sách nhà nước 5.862 tỷ đồng 93,8 % Nguồn khác 390 tỷ đồng 6,2 %"


def test_printed_zero_is_shown_and_a_blank_is_not(base_data: SiteData, plan: Plan) -> None:
    """A task with a printed 0 is a row of the tree; one with a blank cell is none."""
    annex = plan.annexes["phu-luc-1"]
    first = annex.rows[0]
    assert isinstance(first, Group)
    zero = first.rows[0].model_copy(update={"amounts": {"total": 0}})
    changed = with_annex(plan, rows=(first.model_copy(update={"rows": (zero,)}),))
    tree = only(base_data, changed)
    assert (
        "0\u00a0đồng"
        in tree.by_id("phu-luc-1.1").classed("kh-tree__figure")[0].all("strong")[0].children
    )


def test_rooms_are_as_high_as_their_amounts() -> None:
    """Heights are in proportion within each column and across columns."""
    picture = draw(
        Room(60, "I", "một", "60", (Room(45, "1", "a", "45"), Room(15, "2", "b", "15"))),
        Room(20, "II", "hai", "20"),
    )
    assert heights(picture, 0) == [HEIGHT * 0.75, HEIGHT * 0.25]
    assert heights(picture, 1) == [HEIGHT * 45 / 80, HEIGHT * 15 / 80]


def test_rooms_follow_each_other_and_stand_beside_what_holds_them() -> None:
    """No two rooms of a column overlap, and a room begins where the one that holds it does."""
    picture = draw(
        Room(60, "I", "một", "60", (Room(60, "1", "a", "60"),)),
        Room(20, "II", "hai", "20", (Room(5, "2", "b", "5"), Room(5, "3", "c", "5"))),
    )
    tops = [
        [
            float(m["y"])
            for e in picture.classed(f"kh-i-{n}")
            if (m := ROOM.match(e.attributes["d"]))
        ]
        for n in (0, 1)
    ]
    assert tops == [[0, HEIGHT * 0.75], [0, HEIGHT * 0.75, HEIGHT * 65 / 80]]


def test_what_no_row_accounts_for_stays_empty() -> None:
    """The rooms in a room do not fill it when they make less than its amount."""
    picture = draw(Room(100, "I", "một", "100", (Room(70, "1", "a", "70"),)))
    assert heights(picture, 1) == [HEIGHT * 0.7]


def test_no_room_vanishes() -> None:
    """A room of almost nothing is still a line in the picture."""
    picture = draw(Room(10**9, "I", "a", "x"), Room(1, "II", "b", "y"))
    assert len(picture.classed("kh-i-room")) == 2


def test_nothing_makes_no_picture() -> None:
    """Amounts of 0 have no picture."""
    assert icicle((Room(0, "I", "a", "0"),), name="x", title="t", description="d") is None


def test_lettering_keeps_inside_its_room() -> None:
    """Lines end above the lower edge, and none is longer than its column is wide."""
    long = "Phát triển hạ tầng và nâng cao tiềm lực khoa học công nghệ " * 2
    rooms = tuple(Room(size, str(size), long, "1.189 tỷ") for size in (1, 3, 10, 40, 200))
    picture = draw(Room(254, "Phụ lục I", "", "12,35 nghìn tỷ", rooms))
    edges = [
        (float(m["x"]), float(m["y"]), float(m["width"]), float(m["height"]))
        for e in picture.classed("kh-i-room")
        if (m := ROOM.match(e.attributes["d"]))
    ]
    texts = picture.all("text")
    assert texts
    for text in texts:
        x, y = float(text.attributes["x"]), float(text.attributes["y"])
        assert any(
            left <= x
            and x + 6.9 * len(text.text) <= left + width + 0.1
            and top < y - 10
            and y + 3 <= top + height
            for left, top, width, height in edges
        ), text.text
        assert x + 6.9 * len(text.text) <= WIDTH


@pytest.mark.parametrize(
    ("text", "letters", "lines", "wrapped"),
    [
        ("một hai ba", 7, 2, ("một hai", "ba")),
        ("một hai ba", 7, 1, ("một ha…",)),
        ("một hai ba", 20, 3, ("một hai ba",)),
        ("mộthaibabốn", 5, 2, ("mộth…",)),
        ("một hai ba", 7, 0, ()),
    ],
)
def test_names_are_broken_into_lines_and_cut_with_an_ellipsis(
    text: str, letters: int, lines: int, wrapped: tuple[str, ...]
) -> None:
    """No line is longer than it may be, and what is cut shows that it is."""
    assert wrap(text, letters, lines) == wrapped


@pytest.mark.parametrize("plan_id", [TAY_NINH, LONG_AN])
def test_the_picture_nests_and_adds_up(real_data: SiteData, plan_id: str) -> None:
    """In the real plans no room is smaller than what is in it, and no task is left out."""
    for annex in money_tree(plan_of(real_data, plan_id), real_data.library.registry):
        groups = tuple(main_groups(annex))
        assert sum(group.extent for group in groups) <= annex.extent
        drawn = [leaf.anchor for group in groups for leaf in leaves(group)]
        assert drawn == [leaf.anchor for leaf in leaves(annex)]
        for group in groups:
            assert sum(leaf.extent for leaf in leaves(group)) <= group.extent


def test_the_picture_is_told_in_words(real_pages: Pages) -> None:
    """Those who do not see it read each annex with its share, and its largest groups."""
    picture = parse(real_pages[f"{TAY_NINH}/kinh-phi/"].body).classed("kh-icicle")[0]
    told = picture.all("desc")[0].text.replace("\u00a0", " ")
    assert "Phụ lục I, mục II: 5.698 tỷ đồng, 83,1 %." in told
    assert "II.1 Tập trung xây dựng hoàn thiện chính quyền số: 2.765 tỷ đồng" in told


def test_a_gap_in_the_picture_is_explained(real_pages: Pages) -> None:
    """Long An prints a total that its rows do not make up; Tây Ninh does not."""
    words = "Chỗ trống là tiền có trong tổng in"
    assert words in parse(real_pages[f"{LONG_AN}/kinh-phi/"].body).text
    assert words not in parse(real_pages[f"{TAY_NINH}/kinh-phi/"].body).text


def test_a_column_without_a_total_is_added_up_and_said_to_be(real_data: SiteData) -> None:
    """Long An's first annex has two sources and no column that adds them."""
    first, _ = money_tree(plan_of(real_data, LONG_AN), real_data.library.registry)
    assert first.across
    assert first.vnd == (5_861_734 + 390_000) * 10**6
    assert first.branches[0].computed


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (1, 3, "33,3 %"),
        (0, 3, "0 %"),
        (1, 10**9, "dưới 0,1 %"),
        (3, 3, "100 %"),
        (1, 0, ""),
        (1, 2000, "0,1 %"),
    ],
)
def test_shares_are_told_to_a_tenth(part: int, whole: int, words: str) -> None:
    """A small share is never told to be nothing, and without a whole there is no share."""
    assert percent_of(part, whole).replace("\u00a0", " ") == words


def test_no_plan_without_money_has_a_picture(real_pages: Pages) -> None:
    """Plans that print no amount say so and show neither picture nor tree."""
    for plan_id in ("tien-giang/69-kh-ubnd-2025", "ca-mau/120-kh-ubnd-2025"):
        tree = parse(real_pages[f"{plan_id}/kinh-phi/"].body)
        assert tree.classed("kh-icicle") == []
        assert tree.classed("kh-tree") == []
        assert "Không tìm thấy số tiền nào trong bản nguồn." in tree.text
