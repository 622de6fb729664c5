"""The Vietnamese of public plans: numerals in words, figures, text, times. Pure functions."""

from generator.vietnamese.groups import NumeralError
from generator.vietnamese.numbers import (
    FigureError,
    format_date,
    format_decimal,
    format_integer,
    format_money,
    format_percent,
    format_signed_integer,
    format_vnd_exact,
    numbers_in,
    parse_decimal,
    parse_integer,
)
from generator.vietnamese.numerals import read_amount, read_number
from generator.vietnamese.schedules import ScheduleReading, read_schedule
from generator.vietnamese.spelling import Spelling, spell_number
from generator.vietnamese.text import (
    fold,
    nearest,
    normalise_spaces,
    shorten,
    slugify,
    sort_key,
)
from generator.vietnamese.titles import schedule_in_title

__all__ = [
    "FigureError",
    "NumeralError",
    "ScheduleReading",
    "Spelling",
    "fold",
    "format_date",
    "format_decimal",
    "format_integer",
    "format_money",
    "format_percent",
    "format_signed_integer",
    "format_vnd_exact",
    "nearest",
    "normalise_spaces",
    "numbers_in",
    "parse_decimal",
    "parse_integer",
    "read_amount",
    "read_number",
    "read_schedule",
    "schedule_in_title",
    "shorten",
    "slugify",
    "sort_key",
    "spell_number",
]
