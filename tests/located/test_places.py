"""Lines and columns: of values, of keys, of what is missing."""

import pickle
from pathlib import Path

import pytest

from generator.located import Located, Mark, Spot, read

ROOT = Path(__file__).parents[2]

TEXT = """\
# chú thích
tên: Đề án "số"
số: [1, 2.50, "ba"]
bảng:
  - mã: '1'
    tiền: {a: 01, b: }
  - |
    nhiều
    dòng
  - câu chữ
    hai dòng
"""


@pytest.fixture
def located() -> Located:
    """The text above, read."""
    reading = read(TEXT.encode())
    assert reading.problems == ()
    assert reading.located is not None
    return reading.located


@pytest.mark.parametrize(
    ("path", "spot"),
    [
        ((), Spot(None, Mark(2, 1), None)),
        (("tên",), Spot(Mark(2, 1), Mark(2, 6), 'Đề án "số"')),
        (("số",), Spot(Mark(3, 1), Mark(3, 5), None)),
        (("số", 0), Spot(None, Mark(3, 6), "1")),
        (("số", 1), Spot(None, Mark(3, 9), "2.50")),
        (("số", 2), Spot(None, Mark(3, 15), None)),
        (("bảng", 0), Spot(None, Mark(5, 5), None)),
        (("bảng", 0, "mã"), Spot(Mark(5, 5), Mark(5, 9), None)),
        (("bảng", 0, "tiền", "a"), Spot(Mark(6, 12), Mark(6, 15), "01")),
        (("bảng", 0, "tiền", "b"), Spot(Mark(6, 19), Mark(6, 22), "")),
        (("bảng", 1), Spot(None, Mark(7, 5), None)),
        (("bảng", 2), Spot(None, Mark(10, 5), "câu chữ\n    hai dòng")),
    ],
)
def test_spot_of_a_value(located: Located, path: tuple[str | int, ...], spot: Spot) -> None:
    """Each value knows where it and its key start, and what is written when it is plain."""
    assert located.spots[path] == spot


def test_every_value_has_a_spot(located: Located) -> None:
    """There are as many spots as values, the document itself included."""
    assert len(located.spots) == len(list(located.spots)) == 14


def test_mark_of_a_key_and_of_a_value(located: Located) -> None:
    """A mark is that of the value, or of the key when asked for."""
    path = ("bảng", 0, "tiền")
    assert located.mark(path) == Mark(6, 11)
    assert located.mark(path, key=True) == Mark(6, 5)
    assert located.mark(("bảng", 0), key=True) == Mark(5, 5)


@pytest.mark.parametrize("key", [True, False])
def test_mark_of_what_is_not_there_is_that_of_the_nearest_thing_above(
    located: Located, key: bool
) -> None:
    """A missing key is marked at the mapping that lacks it, down to the whole document."""
    assert located.mark(("bảng", 0, "thiếu", "sâu"), key=key) == Mark(5, 5)
    assert located.mark(("không", "có"), key=key) == Mark(2, 1)


def test_text_that_is_one_value_has_a_spot() -> None:
    """A document that is a single scalar is marked at its start."""
    reading = read(b"\n  abc\n")
    assert reading.located is not None
    assert reading.located.data == "abc"
    assert dict(reading.located.spots) == {(): Spot(None, Mark(2, 3), "abc")}


def test_columns_count_characters_beyond_the_basic_plane() -> None:
    """A character outside the basic plane and letters with marks take one column each."""
    reading = read("[😀ệ, x]\n".encode())
    assert reading.located is not None
    assert reading.located.mark((1,)) == Mark(1, 6)


def test_every_place_is_found_alone_as_in_order() -> None:
    """A path that is asked for by itself stands where going through the whole file puts it."""
    file = ROOT / "plans/tay-ninh/1330-da-ubnd-2025/annexes/phu-luc-1-1.yaml"
    content = file.read_bytes()
    located, again = read(content).located, read(content).located
    assert located
    assert again
    paths = list(located.spots)
    assert len(paths) == len(located.spots) > 300
    starts = [located.spots[path].value for path in paths]
    assert starts == sorted(starts)
    assert [again.spots[path] for path in reversed(paths)] == [
        located.spots[path] for path in reversed(paths)
    ]


def test_places_can_be_sent_to_another_process() -> None:
    """What was read is the same after pickling, whatever was asked of it before."""
    located = read(b"a:\n  - {b: 1}\n  - c\n").located
    assert located
    assert located.mark(("a", 0, "b")) == Mark(2, 9)
    copy = pickle.loads(pickle.dumps(located))  # noqa: S301 - our own bytes
    assert copy.data == located.data
    assert dict(copy.spots) == dict(located.spots)
