"""What changed between two states of the plans, by meaning: typed changes, and sentences.

`compare` takes two libraries and gives the changes, the most important first; `sentence` says one
of them. Nothing here reads, runs checks or writes.
"""

from generator.changes.compare import compare, in_order_of_importance
from generator.changes.kinds import Item, Kind, Level
from generator.changes.sentences import details, sentence
from generator.changes.values import Change, Subject

__all__ = [
    "Change",
    "Item",
    "Kind",
    "Level",
    "Subject",
    "compare",
    "details",
    "in_order_of_importance",
    "sentence",
]
