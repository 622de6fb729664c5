"""YAML read so that nothing is lost unseen, every value with its line and column.

The loader keeps the core schema of YAML 1.2, refuses what programs drop in silence or what
cannot be seen on a screen, and bounds size, depth and number of values.
"""

from generator.located.document import Located, Mark, Problem, Reading, Spot
from generator.located.formulas import is_formula
from generator.located.plain import is_in_word_quotes
from generator.located.reader import events_of, read
from generator.located.rules import RULES
from generator.located.scalars import resolve

__all__ = [
    "RULES",
    "Located",
    "Mark",
    "Problem",
    "Reading",
    "Spot",
    "events_of",
    "is_formula",
    "is_in_word_quotes",
    "read",
    "resolve",
]
