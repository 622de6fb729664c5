"""Pieces of sentences."""

from collections.abc import Sequence
from decimal import Decimal

from generator.changes.money import Money, difference, percent_change
from generator.changes.values import Subject
from generator.diagnostics import Number
from generator.model import Unit
from generator.vietnamese import format_integer, format_percent
from generator.words import measured

_WHOLE = 120
"""Longest text that is quoted whole beside another one."""
_CONTEXT = 4
"""Words around what differs in a longer one."""
_MOST = 200
_MOST_LISTED = 12


def upper_first(text: str) -> str:
    """A text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def full_name(subject: Subject) -> str:
    """What a change is about, with its place in the document."""
    return f"{subject.name} ({subject.where})" if subject.where else subject.name


def exchange(old: str, new: str) -> str:
    """`từ «…» thành «…»`; of long texts only what differs, with a few words around it."""
    before, after = excerpts(old, new)
    return f"từ «{before}» thành «{after}»"


def then_now(old: str, new: str) -> str:
    """`trước là …; nay là …`, for values that may begin with "từ" themselves; empty for none."""
    before = f"trước là {old}" if old else "trước không ghi"
    return f"{before}; nay {f'là {new}' if new else 'không ghi'}"


def excerpts(old: str, new: str) -> tuple[str, str]:
    """Cut two texts down to what differs between them.

    Args:
        old: One text.
        new: Another one.

    Returns:
        Both, whole where they are short; else from a few words before the first difference to a
        few words after the last one, with an ellipsis where something was left out.
    """
    if max(len(old), len(new)) <= _WHOLE:
        return old, new
    olds, news = old.split(" "), new.split(" ")
    head = _common(olds, news)
    tail = _common(olds[head:][::-1], news[head:][::-1])
    start = max(0, head - _CONTEXT)
    cut = max(0, tail - _CONTEXT)
    return _between(olds, start, cut), _between(news, start, cut)


def _common(olds: Sequence[str], news: Sequence[str]) -> int:
    """How many words are the same at the beginning."""
    pairs = enumerate(zip(olds, news, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(olds), len(news)))


def _between(words: Sequence[str], start: int, cut: int) -> str:
    middle = " ".join(words[start : len(words) - cut])
    clipped = middle if len(middle) <= _MOST else middle[:_MOST].rstrip() + "…"
    return f"{'…' if start else ''}{clipped}{'…' if cut and clipped == middle else ''}"


def listed(words: Sequence[str], most: int = _MOST_LISTED) -> str:
    """`1, 2, 3`; of a long list the beginning, and how many more there are."""
    if len(words) <= most:
        return ", ".join(words)
    return f"{', '.join(words[:most])} và {format_integer(len(words) - most)} nữa"


def signed(number: Number, words: str) -> str:
    """A difference in words with its sign, a true minus; the words hold the figure."""
    return f"+{words}" if number > 0 else words


def shift(old: Money | None, new: Money | None) -> str:
    """`(+4.050 triệu đồng, +900 %)`; empty where two amounts cannot be compared."""
    moved = difference(old, new)
    if moved is None or old is None or new is None or not moved.amount:
        return ""
    percent = percent_change(*_comparable(old, new))
    parts = [signed(moved.amount, moved.words)]
    if percent:
        parts.append(signed(percent, format_percent(percent)))
    return f" ({', '.join(parts)})"


def _comparable(old: Money, new: Money) -> tuple[Number, Number]:
    """Both in one unit: their own where it is one, else in đồng."""
    if old.unit_id == new.unit_id or old.vnd is None or new.vnd is None:
        return old.amount, new.amount
    return old.vnd, new.vnd


def money_words(money: Money | None) -> str:
    """An amount, or that there is none."""
    return "để trống" if money is None else money.words


def points(number: Decimal, unit: Unit) -> str:
    """How far two figures lie apart: shares by points, ranks by places."""
    if unit.kind == "rank":
        return measured(number, "bậc")
    return measured(number, "điểm phần trăm" if unit.name.startswith("%") else unit.name)
