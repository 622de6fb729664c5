"""What became of the printed totals that contain an amount."""

from collections.abc import Iterator, Sequence

from generator.changes.sentences.text import money_words
from generator.changes.values import TotalMove, TotalVerdict, Way

_HEADS = {
    TotalVerdict.FOLLOWED: "Tổng đã đổi theo",
    TotalVerdict.OTHERWISE: "Tổng đổi nhưng không khớp với phần hợp thành",
    TotalVerdict.LEFT: "Tổng chưa đổi theo",
    TotalVerdict.SETTLED: "Tổng giữ nguyên và nay khớp",
    TotalVerdict.UNCOMPARED: "Tổng giữ nguyên, không còn số nào để cộng lại",
    TotalVerdict.STILL: "Tổng giữ nguyên vì số khác bù lại",
}
_TOLD_WITH_SUMS = frozenset({TotalVerdict.OTHERWISE, TotalVerdict.LEFT})


def carried_totals(moves: Sequence[TotalMove]) -> Iterator[str]:
    """Tell which totals contain an amount, and which of them moved along.

    Args:
        moves: The totals.

    Yields:
        A sentence for each verdict.
    """
    found = {move.verdict for move in moves}
    for verdict, head in _HEADS.items():
        several = [move for move in moves if move.verdict is verdict]
        if verdict is TotalVerdict.STILL and TotalVerdict.LEFT in found:
            head = "Tổng chưa đổi vì tổng bên dưới chưa đổi"
        if several:
            with_sums = verdict in _TOLD_WITH_SUMS
            yield f"{head}: {'; '.join(_one(move, with_sums=with_sums) for move in several)}."


def _one(move: TotalMove, *, with_sums: bool) -> str:
    printed = (
        f"{money_words(move.old)} → {money_words(move.new)}"
        if move.printed_moved
        else f"vẫn {money_words(move.new)}"
    )
    sums = [f"cộng {way.name} được {money_words(way.new)}" for way in disagreeing(move)]
    return f"{move.label} ({', '.join((printed, *(sums if with_sums else ())))})"


def disagreeing(move: TotalMove) -> tuple[Way, ...]:
    """The ways in which a total does not add up now."""
    return tuple(
        way
        for way in move.ways
        if way.new is not None and (move.new is None or way.new.amount != move.new.amount)
    )
