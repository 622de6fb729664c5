"""The site while plans are edited: an edited plan's pages at once, everything else behind them."""

from generator.site.preview.background import Order
from generator.site.preview.preview import Preview, PreviewError

__all__ = ["Order", "Preview", "PreviewError"]
