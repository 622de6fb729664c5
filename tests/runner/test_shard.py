"""Shares of the provinces, for machines that divide the work."""

import pytest

from generator.errors import UsageError
from generator.project import Shard

PROVINCES = ("ca-mau", "long-an", "quang-ngai", "tay-ninh", "tien-giang")


@pytest.mark.parametrize("count", [1, 2, 3, 5, 7])
def test_every_province_is_in_one_share(count: int) -> None:
    """All shares together hold every province once, and none is two larger than another."""
    shares = [Shard(number, count).provinces(PROVINCES) for number in range(1, count + 1)]
    assert sorted(province for share in shares for province in share) == sorted(PROVINCES)
    sizes = [len(share) for share in shares]
    assert max(sizes) - min(sizes) <= 1


def test_share_does_not_depend_on_order_or_repetition() -> None:
    """Provinces in another order, or named once for each plan, give the same share."""
    assert Shard(2, 3).provinces(reversed(PROVINCES * 2)) == Shard(2, 3).provinces(PROVINCES)


def test_share_holds_its_provinces_and_no_other() -> None:
    """`holds` says of each province what `provinces` lists."""
    shard = Shard(2, 3)
    held = tuple(province for province in PROVINCES if shard.holds(province, PROVINCES))
    assert held == shard.provinces(PROVINCES) == ("long-an", "tien-giang")


def test_share_is_read_as_it_is_written() -> None:
    """`2/5` is the second of five, and is written so again."""
    assert Shard.parse("2/5") == Shard(2, 5)
    assert str(Shard.parse("2/5")) == "2/5"


@pytest.mark.parametrize(
    "text", ["", "2", "0/3", "4/3", "1/0", "-1/3", "1/3/5", "a/b", "¹/3", "1 /3"]
)
def test_wrong_share_is_refused_with_what_was_typed(text: str) -> None:
    """What is no share is wrong use, told with the text and the right form."""
    with pytest.raises(UsageError, match="k/n") as refused:
        Shard.parse(text)
    assert f"«{text}»" in str(refused.value)
