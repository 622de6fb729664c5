"""A bar that shows a share. Its figures always stand beside it as text."""

from decimal import Decimal

from markupsafe import Markup

from generator.pages.charts.element import element
from generator.pages.charts.scale import tenth


def share_bar(part: Decimal | int, whole: Decimal | int) -> Markup:
    """Draw one part of a whole as a horizontal bar.

    Args:
        part: The part, not negative.
        whole: The whole, which fills the bar; a part beyond it is cut off.

    Returns:
        An SVG that stretches to the width of its place. It is hidden from screen readers,
        because it repeats a figure that stands beside it.
    """
    share = Decimal(part) / Decimal(whole) * 100 if whole else Decimal(0)
    width = tenth(min(share, Decimal(100)))
    return element(
        '<svg class="kh-bar" viewBox="0 0 100 6" preserveAspectRatio="none" '
        'aria-hidden="true" focusable="false"><rect class="kh-bar-all" width="100" height="6"/>'
        '<rect class="kh-bar-part" width="{}" height="6"/></svg>',
        width,
    )
