"""Pictures: to scale, the right way up, the same bytes every time."""

import subprocess
import sys
from decimal import Decimal

import pytest

from generator.pages import SiteData
from generator.pages.charts.bars import share_bar
from generator.pages.charts.labels import Frame, Label, place
from generator.pages.charts.path import HEIGHT, WIDTH, Point, path_chart
from generator.pages.charts.scale import Scale, round_ticks
from generator.pages.views.paths import legend_of, picture_of
from tests.pages.conftest import ROOT, Pages
from tests.pages.html_tree import Element, parse


def point(year: int, value: str, series: int = 0, end: int | None = None) -> Point:
    """A point whose label is its value."""
    return Point(year, end or year, Decimal(value), Decimal(value), value, series)


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
    """Rank 10 is above rank 25, and the first tick is rank 1 or better than every figure."""
    chart = draw(point(2025, "25"), point(2030, "10"), rank=True)
    (_, worse), (_, better) = discs(chart)
    assert better < worse
    ticks = {e.text: float(e.attributes["y"]) for e in chart.classed("kh-c-tick")}
    assert ticks["10"] < ticks["25"]


def test_the_axis_of_ranks_begins_at_one() -> None:
    """There is no rank 0."""
    chart = draw(point(2025, "20"), point(2030, "4"), rank=True)
    assert "0" not in {e.text for e in chart.classed("kh-c-tick")}
    assert "1" in {e.text for e in chart.classed("kh-c-tick")}


def test_a_tick_stands_at_the_height_of_its_value() -> None:
    """A point of 40 lies on the line that is labelled 40."""
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
    for label in labels:
        assert label.x - label.half >= 0
        assert label.x + label.half <= WIDTH
        assert 0 < label.y <= HEIGHT
    pairs = [(a, b) for i, a in enumerate(labels) for b in labels[i + 1 :]]
    assert not [pair for pair in pairs if pair[0].hits(pair[1])]


def test_a_label_without_room_is_left_out() -> None:
    """When both places are taken the label is dropped, not drawn over another."""
    frame = Frame(Decimal(0), Decimal(0), Decimal(100), Decimal(100))
    taken = [Label(Decimal(50), Decimal(41), "aaa"), Label(Decimal(50), Decimal(70), "aaa")]
    assert place(Decimal(50), Decimal(50), "bbb", taken, frame) is None


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
    ]
