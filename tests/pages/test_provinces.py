"""A reader of a former province is led to today's unit, and back."""

import pytest

from tests.pages.conftest import Pages


@pytest.mark.parametrize(
    ("former", "today"),
    [
        ("long-an", "tay-ninh"),
        ("tien-giang", "dong-thap"),
        ("ca-mau", "ca-mau-2025"),
    ],
)
def test_former_and_present_units_link_to_each_other(
    real_pages: Pages, former: str, today: str
) -> None:
    """The former unit's page links to today's, which links back and shows the earlier plans."""
    assert f'href="../{today}/"' in real_pages[f"{former}/"].body
    assert f'href="../{former}/"' in real_pages[f"{today}/"].body
    plan = next(a for a in real_pages if a.startswith(f"{former}/") and a.count("/") == 2)
    assert f'href="../{plan}"' in real_pages[f"{today}/"].body


def test_namesakes_are_told_apart(real_pages: Pages) -> None:
    """A unit whose name went on to another one carries its last day in its title."""
    assert real_pages["ca-mau/"].title == "Tỉnh Cà Mau (đến 30/06/2025)"
    assert real_pages["ca-mau-2025/"].title == "Tỉnh Cà Mau"
    assert real_pages["long-an/"].title == "Tỉnh Long An"
