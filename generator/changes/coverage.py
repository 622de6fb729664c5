"""How much of each section of the document is in the data, before and now."""

from collections.abc import Iterator
from typing import cast

from generator.changes.kinds import Item
from generator.changes.plain import field_changed
from generator.changes.sides import At, Sides, subject
from generator.changes.values import Added, Change, Dropped
from generator.model import Coverage, PlanMeta, Record
from generator.words import COVERAGE_STATES, SECTIONS


def coverage_changes(sides: Sides, old: Record, new: Record, at: At) -> Iterator[Change]:
    """Compare how much of each section has been encoded."""
    before, after = cast(PlanMeta, old).coverage, cast(PlanMeta, new).coverage
    for section in dict.fromkeys((*before, *after)):
        here = At(
            Item.COVERAGE,
            f"{at.old}/coverage/{section}",
            f"{at.new}/coverage/{section}",
            f"độ đầy đủ của phần «{SECTIONS[section]}»",
        )
        then, now = before.get(section), after.get(section)
        if then is None and now is not None:
            yield Added(subject(sides, here), COVERAGE_STATES[now.state])
        elif then is not None and now is None:
            yield Dropped(subject(sides, here), COVERAGE_STATES[then.state])
        elif then is not None and now is not None:
            for key in Coverage.model_fields:
                if getattr(then, key) != getattr(now, key):
                    yield field_changed(sides, here, key, then, now)
