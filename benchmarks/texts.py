"""Figures as the page prints them."""


def seconds(value: float) -> str:
    """`0.42 s`, `12.3 s`; milliseconds below a tenth of a second."""
    if value < 0.1:
        return f"{value * 1000:.1f} ms"
    return f"{value:.2f} s" if value < 10 else f"{value:.1f} s"


def megabytes(value: float) -> str:
    """`312 MB`."""
    return f"{value / 1e6:,.0f} MB"


def kilobytes(value: float) -> str:
    """`31 kB`."""
    return f"{value / 1e3:,.0f} kB"


def times(value: float) -> str:
    """`3.1 ×`."""
    return f"{value:.2f} ×"


def plans(count: int) -> str:
    """`1,000`."""
    return f"{count:,}"
