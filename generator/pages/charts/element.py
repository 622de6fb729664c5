"""Puts values into the markup of a picture."""

from decimal import Decimal

from markupsafe import Markup, escape


def element(markup: str, *values: object, **named: object) -> Markup:
    """Fill in markup, several times as fast as `Markup.format`, which shows on pages full of pictures.

    Args:
        markup: SVG with `{}` for values; none of it comes from a plan.
        *values: Numbers, markup, or texts, which are escaped.
        **named: The same by name.

    Returns:
        The markup.
    """
    filled = markup.format(*map(_inert, values), **{k: _inert(v) for k, v in named.items()})
    return Markup(filled)  # noqa: S704 - every text in it is escaped


def _inert(value: object) -> object:
    return value if isinstance(value, int | Decimal) else escape(value)
