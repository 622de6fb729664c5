"""Pictures: to scale, the right way up, the same bytes every time."""

import subprocess
import sys
from decimal import Decimal
from itertools import pairwise

import pytest

from generator.pages import SiteData
from generator.pages.charts.bars import share_bar
from generator.pages.charts.labels import Box, Label, place
from generator.pages.charts.lines import lines_between
from generator.pages.charts.marks import Point
from generator.pages.charts.path import HEIGHT, WIDTH, path_chart
from generator.pages.charts.scale import Scale, round_ticks
from generator.pages.views.paths import legend_of, picture_of, points_of
from tests.pages.conftest import ROOT, Pages
from tests.pages.html_tree import Element, parse


def point(year: int, value: str, series: int = 0, end: int | None = None) -> Point:
    """A point whose label is its value."""
    return Point(year, end or year, Decimal(value), Decimal(value), value, series)


def reached(year: int, value: str, toward: int = 0, *, each_year: bool = False) -> Point:
    """A target that may be open to one side or be one of every year."""
    figure = Decimal(value)
    return Point(year, year, figure, figure, value, toward=toward, each_year=each_year)


def draw(*points: Point, rank: bool = False) -> Element:
    """A chart as a tree."""
    svg = path_chart(points, name="x", title="Tên", description="Lời.", rank=rank)
    assert svg is not None
    return parse(svg).children[0]  # type: ignore[return-value]


def discs(chart: Element) -> list[tuple[float, float]]:
    """Middles of the discs, from left to right."""
    found = [(float(c.attributes["cx"]), float(c.attributes["cy"])) for c in chart.all("circle")]
    return sorted(found)


def test_targets_stand_at_their_year_and_value() -> None:
    """Distances in the picture are in proportion to years and values."""
    (x0, y0), (x1, y1), (x2, y2) = discs(
        draw(point(2025, "37"), point(2026, "40"), point(2030, "46"))
    )
    assert (x2 - x0) / (x1 - x0) == pytest.approx(5, abs=0.02)
    assert (y0 - y2) / (y0 - y1) == pytest.approx(3, abs=0.02)


def test_a_greater_value_stands_higher() -> None:
    """The axis grows upwards for figures that are no ranks."""
    (_, low), (_, high) = discs(draw(point(2025, "37"), point(2030, "45")))
    assert high < low


def test_a_better_rank_stands_higher() -> None:
    """Rank 10 is above rank 25, and the first tick, on top, is rank 1."""
    chart = draw(point(2025, "25"), point(2030, "10"), rank=True)
    (_, worse), (_, better) = discs(chart)
    assert better < worse
    ticks = {e.text: float(e.attributes["y"]) for e in chart.classed("kh-c-tick")}
    assert ticks["1"] < ticks["10"] < ticks["20"]


def test_the_axis_of_ranks_begins_at_one() -> None:
    """There is no rank 0."""
    chart = draw(point(2025, "20"), point(2030, "4"), rank=True)
    assert "0" not in {e.text for e in chart.classed("kh-c-tick")}
    assert "1" in {e.text for e in chart.classed("kh-c-tick")}


def test_a_tick_stands_at_the_height_of_its_value() -> None:
    """A point of 40 lies on the line that is labelled 40, on an axis that begins at 0."""
    chart = draw(point(2025, "40"), point(2030, "45"))
    (_, y), _ = discs(chart)
    tick = next(e for e in chart.classed("kh-c-tick") if e.text == "40")
    assert float(tick.attributes["y"]) - 4 == pytest.approx(y)


def test_a_span_is_as_long_as_its_years() -> None:
    """A target for 2026–2030 is a bar from 2026 to 2030 at its value."""
    chart = draw(point(2025, "40"), point(2026, "55", end=2030))
    (x0, _), (x1, y1) = discs(chart)
    (bar,) = chart.classed("kh-c-span")
    start, end = bar.attributes["d"].removeprefix("M").split("H")
    left, height = (float(part) for part in start.split())
    assert float(end) == x1
    assert height == y1
    assert (x1 - left) / (x1 - x0) == pytest.approx(4 / 5, abs=0.01)


def test_baselines_of_different_areas_have_different_shapes() -> None:
    """Ring, square and diamond are told apart without colour."""
    chart = draw(
        point(2024, "42", 1), point(2024, "31", 2), point(2024, "35", 3), point(2030, "45")
    )
    assert len(chart.all("circle")) == 2
    assert len(chart.all("rect")) == 1
    assert len([e for e in chart.classed("kh-c-s3") if e.tag == "path"]) == 1


def test_one_figure_makes_no_picture() -> None:
    """A path needs two points."""
    assert path_chart([point(2030, "45")], name="x", title="t", description="d", rank=False) is None


@pytest.mark.parametrize("same", ["0", "7", "1000000"])
def test_equal_figures_still_make_a_picture(same: str) -> None:
    """A flat path has an axis of some height."""
    (_, y0), (_, y1) = discs(draw(point(2025, same), point(2030, same)))
    assert y0 == y1


def test_the_axis_begins_at_nothing_so_that_heights_are_in_proportion() -> None:
    """Twice the figure stands twice as high above the line of 0, however close they are."""
    chart = draw(point(2025, "44"), point(2030, "88"))
    (_, low), (_, high) = discs(chart)
    (line,) = chart.classed("kh-c-zero")
    zero = float(line.attributes["d"].partition(" ")[2].partition("H")[0])
    assert (zero - high) / (zero - low) == pytest.approx(2, abs=0.02)


@pytest.mark.parametrize(("first", "second"), [("-4", "2"), ("-4", "-2")])
def test_figures_below_zero_stand_below_its_line(first: str, second: str) -> None:
    """The line of 0 is always in the picture, and a lesser figure stands lower."""
    chart = draw(point(2025, first), point(2030, second))
    (_, lower), (_, upper) = discs(chart)
    (line,) = chart.classed("kh-c-zero")
    zero = float(line.attributes["d"].partition(" ")[2].partition("H")[0])
    assert upper < lower
    assert lower > zero
    assert (upper > zero) == (Decimal(second) < 0)


def test_every_year_has_a_tick_at_its_place() -> None:
    """Unequal distances between milestones are seen: 5 years, then 15, in equal steps."""
    chart = draw(point(2025, "1"), point(2030, "2"), point(2045, "3"))
    (ticks,) = chart.classed("kh-c-year")
    places = [float(part.split(" ")[0]) for part in ticks.attributes["d"].split("M")[1:]]
    assert len(places) == 21
    steps = {round(b - a, 1) for a, b in pairwise(places)}
    assert max(steps) - min(steps) <= 0.11
    xs = [x for x, _ in discs(chart)]
    assert [places[0], places[5], places[20]] == xs


@pytest.mark.parametrize(
    ("toward", "rank", "up"),
    [(1, False, True), (-1, False, False), (-1, True, True), (1, True, False)],
)
def test_an_open_target_points_to_where_else_it_is_met(toward: int, rank: bool, up: bool) -> None:
    """At least 45 points up, at most 45 down; within the first ten ranks points up, to rank 1."""
    chart = draw(reached(2025, "40"), reached(2030, "45", toward), rank=rank)
    (triangle,) = chart.classed("kh-c-toward")
    top = float(triangle.attributes["d"].split(" ")[1].partition("l")[0])
    ((_, disc),) = discs(chart)
    tick = {e.text: float(e.attributes["y"]) - 4 for e in chart.classed("kh-c-tick")}
    height = disc + (tick["50"] - tick["40"]) / 2
    assert top == pytest.approx(height - 6 if up else height + 6, abs=0.15)


def test_a_range_reaches_from_its_lower_to_its_upper_figure() -> None:
    """60–70 is a bar between the lines of 60 and 70, without a mark that claims one figure."""
    span = Point(2030, 2030, Decimal(60), Decimal(70), "60–70")
    chart = draw(point(2025, "50"), span)
    (bar,) = chart.classed("kh-c-span")
    tick = {e.text: float(e.attributes["y"]) - 4 for e in chart.classed("kh-c-tick")}
    numbers = bar.attributes["d"].partition("M")[2].partition("M")[0]
    start, end = numbers.split(" ")[1].split("V")
    middle = (tick["60"] + tick["80"]) / 2
    assert float(start) == pytest.approx(tick["60"], abs=0.1)
    assert float(end) == pytest.approx(middle, abs=0.1)
    caps = [part.split("h") for part in bar.attributes["d"].split("M")[2:]]
    assert [float(place.split(" ")[1]) for place, _ in caps] == [float(start), float(end)]
    assert len(discs(chart)) == 1


def test_lines_are_solid_only_between_years_that_follow_each_other() -> None:
    """Nothing is drawn as stated for years that the document does not name."""
    chart = draw(point(2025, "1"), point(2026, "2"), point(2030, "3"))
    assert len(chart.classed("kh-c-way")) == 1
    assert len(chart.classed("kh-c-from")) == 1


def test_no_line_joins_a_figure_of_every_year_to_one_reached_once() -> None:
    """Five in all in 2025 and at least 4 a year in 2030 are not on one way."""
    mixed = (reached(2025, "5"), reached(2030, "4", each_year=True), reached(2035, "15"))
    assert lines_between(mixed) == ()
    assert len(lines_between((mixed[1], reached(2031, "6", each_year=True)))) == 1


def test_no_line_leads_to_a_year_with_two_figures() -> None:
    """When a document prints 50 and 70 for 2040, the picture shows both and takes neither."""
    points = (point(2035, "20"), point(2040, "50"), point(2040, "70"), point(2045, "60"))
    assert lines_between(points) == ()
    chart = draw(*points)
    assert len(discs(chart)) == 4


def test_what_was_measured_is_joined_area_by_area() -> None:
    """Each area has its own way, and only its last figure leads to the first target."""
    points = (
        point(2023, "44", 1),
        point(2024, "42", 1),
        point(2024, "31", 2),
        point(2025, "45"),
    )
    joined = {(a.start.label, a.end.label, a.style) for a in lines_between(points)}
    assert joined == {("44", "42", "was"), ("42", "45", "from"), ("31", "45", "from")}


def test_baselines_alone_make_no_path() -> None:
    """A path leads to a target."""
    baselines = [point(2023, "44", 1), point(2024, "42", 1)]
    assert path_chart(baselines, name="x", title="t", description="d", rank=False) is None


def test_words_are_no_points(base_data: SiteData) -> None:
    """A target in words is not drawn, even where a figure stands beside them."""
    indicator = base_data.library.plans[0].indicators.indicators[0]
    unit = base_data.library.registry.units[indicator.unit]
    first, *others = indicator.targets
    told = first.model_copy(update={"comparator": "qualitative"})
    changed = indicator.model_copy(update={"targets": (told, *others)})
    assert len(points_of(changed, unit)) == len(points_of(indicator, unit)) - 1


def test_labels_keep_inside_and_apart() -> None:
    """Text neither leaves the picture nor covers other text, even where points crowd."""
    values = [Decimal(40 + i % 2) for i in range(6)]
    crowd = [Point(2025 + i, 2025 + i, v, v, "1.500–2.000") for i, v in enumerate(values)]
    chart = draw(*crowd)
    labels = [
        Label(Decimal(e.attributes["x"]), Decimal(e.attributes["y"]), e.text)
        for e in chart.classed("kh-c-label")
    ]
    assert labels
    picture = Box(Decimal(0), Decimal(0), Decimal(WIDTH), Decimal(HEIGHT))
    assert all(picture.holds(label.box) for label in labels)
    pairs = [(a, b) for i, a in enumerate(labels) for b in labels[i + 1 :]]
    assert not [pair for pair in pairs if pair[0].box.hits(pair[1].box)]


@pytest.mark.parametrize("value", ["1", "1000", "1500000"])
def test_figures_at_the_axis_have_room(value: str) -> None:
    """The longest figure at the axis begins inside the picture."""
    chart = draw(point(2025, "0"), point(2030, value))
    ends = [e for e in chart.classed("kh-c-tick") if e.attributes["text-anchor"] == "end"]
    assert ends
    assert all(float(e.attributes["x"]) - 7 * len(e.text) >= 0 for e in ends)


FRAME = Box(Decimal(0), Decimal(0), Decimal(100), Decimal(100))
SPOT = Box(Decimal(50), Decimal(50), Decimal(50), Decimal(50))


def test_a_label_without_room_is_left_out() -> None:
    """When both places are taken the label is dropped, not drawn over another."""
    taken = [Label(Decimal(50), Decimal(41), "aaa"), Label(Decimal(50), Decimal(70), "aaa")]
    assert place(SPOT, "bbb", taken, [], FRAME) is None


def test_a_label_goes_below_rather_than_over_a_mark() -> None:
    """Above comes first; a mark there sends it below; between two marks it stays above."""
    above = Box(Decimal(45), Decimal(28), Decimal(55), Decimal(40))
    below = Box(Decimal(45), Decimal(60), Decimal(55), Decimal(72))
    heights = [
        label.y if (label := place(SPOT, "bbb", [], marks, FRAME)) else None
        for marks in ([], [above], [above, below])
    ]
    assert heights == [41, 70, 41]


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        ("36.69", "55", ["35", "40", "45", "50", "55"]),
        ("0", "30", ["0", "10", "20", "30"]),
        ("10", "33", ["10", "15", "20", "25", "30", "35"]),
        ("0.2", "0.9", ["0.2", "0.4", "0.6", "0.8", "1"]),
        ("0", "2000", ["0", "500", "1000", "1500", "2000"]),
    ],
)
def test_ticks_are_round_and_cover_the_figures(low: str, high: str, ticks: list[str]) -> None:
    """Steps are 1, 2 or 5 times a power of ten."""
    assert [str(tick) for tick in round_ticks(Decimal(low), Decimal(high))] == ticks


def test_a_scale_is_exact_at_its_ends() -> None:
    """Low and high fall on start and end."""
    scale = Scale(Decimal(10), Decimal(20), Decimal(100), Decimal(0))
    assert [scale(10), scale(15), scale(20)] == [100, 50, 0]


@pytest.mark.parametrize(
    ("part", "whole", "width"), [(1, 4, "25"), (0, 4, "0"), (9, 4, "100"), (1, 0, "0")]
)
def test_a_bar_is_as_long_as_its_share(part: int, whole: int, width: str) -> None:
    """Half of the whole is half of the width; nothing is longer than the whole."""
    (bar,) = parse(share_bar(part, whole)).classed("kh-bar-part")
    assert bar.attributes["width"] == width


def test_charts_are_small(real_pages: Pages) -> None:
    """A chart of a real indicator is a few kilobytes at most."""
    body = real_pages["tay-ninh/1330-da-ubnd-2025/chi-tieu/"].body
    charts = [part.split("</svg>")[0] for part in body.split('<svg class="kh-chart"')[1:]]
    assert len(charts) >= 5
    assert max(len(chart.encode()) for chart in charts) < 5000


_PRINT_ALL = """
import sys
from hashlib import sha256
from pathlib import Path
from generator.pages import SiteData, render_pages
from generator.pipeline import check
from generator.project import Project
checked = check(Project(Path(sys.argv[1])))
data = SiteData(checked.library, checked.diagnostics, checked.sources)
print(sha256("".join(p.address + p.body for p in render_pages(data)).encode()).hexdigest())
"""


def test_pages_are_the_same_bytes_whatever_the_hash_seed() -> None:
    """Two processes with different seeds and locales render the same pages."""
    digests = {
        subprocess.run(
            [sys.executable, "-c", _PRINT_ALL, str(ROOT)],
            env={"PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, locale in (("1", "C"), ("2", "C.UTF-8"))
    }
    assert len(digests) == 1


def test_a_rank_that_stands_beside_no_value_is_drawn(base_data: SiteData) -> None:
    """A baseline whose cell prints only a rank is a point of a chart of ranks."""
    indicator = base_data.library.plans[0].indicators.indicators[1]
    unit = base_data.library.registry.units["rank"]
    only_rank = indicator.baselines[0].model_copy(update={"value": None, "rank": 25})
    changed = indicator.model_copy(update={"baselines": (only_rank,)})
    before, after = picture_of(indicator, unit, "x"), picture_of(changed, unit, "x")
    assert before is not None
    assert after == before


def test_the_legend_names_the_area_of_each_baseline(real_data: SiteData) -> None:
    """Each shape of the picture is explained by the province that it stands for."""
    (plan,) = [p for p in real_data.library.plans if p.slug == "1330-da-ubnd-2025"]
    indicator = plan.indicators.indicators[0]
    unit = real_data.library.registry.units[indicator.unit]
    names = {i: p.name for i, p in real_data.library.registry.provinces.items()}
    assert [(entry.shape, entry.words) for entry in legend_of(indicator, unit, names)] == [
        ("disc", "mục tiêu"),
        ("ring", "hiện trạng Long An"),
        ("square", "hiện trạng Tây Ninh"),
        ("dashes", "chỉ nối hai mốc, văn bản không nêu số ở giữa"),
    ]


@pytest.mark.parametrize(
    ("comparator", "unit", "entry"),
    [
        ("=", "percent", ("disc", "mục tiêu")),
        (">=", "percent", ("up", "mục tiêu: ít nhất")),
        (">", "percent", ("up", "mục tiêu: trên")),
        ("<=", "percent", ("down", "mục tiêu: không quá")),
        ("<", "percent", ("down", "mục tiêu: dưới")),
        ("range", "percent", ("range", "mục tiêu: trong khoảng")),
        ("rank-within", "rank", ("up", "mục tiêu: trong nhóm")),
    ],
)
def test_the_legend_says_comparators_in_words(
    base_data: SiteData, comparator: str, unit: str, entry: tuple[str, str]
) -> None:
    """Each shape of a target is explained, and for ranks up is better."""
    indicator = base_data.library.plans[0].indicators.indicators[0]
    target = indicator.targets[-1].model_copy(
        update={"comparator": comparator, "value": Decimal(5), "value_max": Decimal(7)}
    )
    changed = indicator.model_copy(update={"targets": (target,), "baselines": ()})
    (found,) = legend_of(changed, base_data.library.registry.units[unit], {})
    assert (found.shape, found.words) == entry
