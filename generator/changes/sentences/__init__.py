"""Changes in plain Vietnamese sentences, for comments, pages and feeds.

Nothing here escapes: what comes out is text, and holds text of plans.
"""

from collections.abc import Callable, Mapping

from generator.changes.sentences.figures import (
    amount_sentence,
    baseline_sentence,
    target_sentence,
    total_sentence,
)
from generator.changes.sentences.items import (
    added_sentence,
    dropped_sentence,
    field_sentence,
    moved_sentence,
    partly_sentence,
    renamed_sentence,
    renumbered_sentence,
    reordered_sentence,
)
from generator.changes.sentences.rows import (
    agencies_sentence,
    deadline_sentence,
    reading_sentence,
)
from generator.changes.sentences.totals import carried_totals
from generator.changes.values import (
    Added,
    AgenciesChanged,
    AmountChanged,
    BaselineChanged,
    Change,
    DeadlineChanged,
    Dropped,
    FieldChanged,
    Moved,
    PartlyChanged,
    ReadingChanged,
    Renamed,
    Renumbered,
    Reordered,
    TargetChanged,
    TotalChanged,
)

__all__ = ["details", "sentence"]

_SENTENCES: Mapping[type[Change], Callable[..., str]] = {
    Added: added_sentence,
    AgenciesChanged: agencies_sentence,
    AmountChanged: amount_sentence,
    BaselineChanged: baseline_sentence,
    DeadlineChanged: deadline_sentence,
    Dropped: dropped_sentence,
    FieldChanged: field_sentence,
    Moved: moved_sentence,
    PartlyChanged: partly_sentence,
    ReadingChanged: reading_sentence,
    Renamed: renamed_sentence,
    Renumbered: renumbered_sentence,
    Reordered: reordered_sentence,
    TargetChanged: target_sentence,
    TotalChanged: total_sentence,
}


def sentence(change: Change) -> str:
    """Say a change.

    Args:
        change: The change.

    Returns:
        One Vietnamese sentence that names what changed, the old and the new value with their
        units, and the difference.
    """
    return _SENTENCES[type(change)](change)


def details(change: Change) -> tuple[str, ...]:
    """Say what else a reviewer should know of a change.

    Args:
        change: The change.

    Returns:
        Further sentences: which printed totals contain an amount and whether they moved along;
        that the printed words of a target stayed. Often none.
    """
    match change:
        case AmountChanged():
            return tuple(carried_totals(change.carries))
        case TargetChanged() if change.difference and change.old.text == change.new.text:
            return (f"Câu chữ như in không đổi: «{change.new.text}».",)
        case _:
            return ()
