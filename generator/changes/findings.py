"""Findings of the checks before and now: new ones, gone ones, and those that stayed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.changes.pairing import Pairing
from generator.changes.waivers import translate
from generator.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class FindingChanges:
    """What became of the findings.

    Every finding is set against the others by itself, also one that has the same cause as another.

    Attributes:
        new: Findings that were not there.
        gone: Findings that are no longer there.
        changed: The same finding at the same place with other figures, or accepted before and
            open now, or the other way round.
        same: How many stayed as they were; one cause counts once.
    """

    new: tuple[Diagnostic, ...] = ()
    gone: tuple[Diagnostic, ...] = ()
    changed: tuple[tuple[Diagnostic, Diagnostic], ...] = ()
    same: int = 0

    @property
    def new_errors(self) -> int:
        """Open errors that were not there, or not with these figures; one cause counts once."""
        found = (*self.new, *(now for _, now in self.changed))
        return sum(one.blocks for one in leading(found))

    @property
    def gone_errors(self) -> int:
        """Open errors that are gone, or accepted now; one cause counts once."""
        accepted = (then for then, now in self.changed if not now.blocks)
        return sum(one.blocks for one in leading((*self.gone, *accepted)))


def leading(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Of findings with one cause, those that name it, where they are among the others."""
    several = tuple(found)
    led = {id(one) for each in several for one in each.same_cause}
    return tuple(one for one in several if id(one) not in led)


def each(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Every finding, one that leads others before them."""
    for one in diagnostics:
        yield one
        yield from each(one.same_cause)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A finding with its place as it is called now."""

    diagnostic: Diagnostic
    place: tuple[str, str, str]


def compare_findings(
    old: Iterable[Diagnostic],
    new: Iterable[Diagnostic],
    moved: Mapping[str, str],
    addresses: Mapping[str, Mapping[str, str]],
) -> FindingChanges:
    """Set the findings of two states against each other.

    A finding is the same when its rule and its place are; a place is followed through rows that
    carry another number.

    Args:
        old: Findings before.
        new: Findings now.
        moved: Id before to id now of plans that have another one.
        addresses: Plan id now to address before to address now.

    Returns:
        What became of them.
    """
    befores = [_placed(one, moved, addresses) for one in old]
    afters = [_placed(one, {}, {}) for one in new]
    pairing = Pairing(befores, afters)
    pairing.by(lambda one: (one.place, _figures(one.diagnostic), one.diagnostic.status))
    pairing.by(lambda one: (one.place, _figures(one.diagnostic)))
    pairs = pairing.by(lambda one: one.place).pairs()
    both = [(one.diagnostic, other.diagnostic) for one, other in pairs.both]
    changed = tuple(pair for pair in both if not _same(*pair))
    return FindingChanges(
        tuple(one.diagnostic for one in pairs.added),
        tuple(one.diagnostic for one in pairs.dropped),
        changed,
        len(leading(now for then, now in both if _same(then, now))),
    )


def _placed(
    one: Diagnostic, moved: Mapping[str, str], addresses: Mapping[str, Mapping[str, str]]
) -> _Placed:
    plan_id = moved.get(one.plan_id, one.plan_id)
    place = translate(one.place, addresses.get(plan_id, {}))
    return _Placed(one, (plan_id, one.finding.rule.code, place))


def _figures(one: Diagnostic) -> object:
    figures = one.finding.figures
    return figures and (figures.stated, figures.computed, figures.unit)


def _same(old: Diagnostic, new: Diagnostic) -> bool:
    return _figures(old) == _figures(new) and old.status is new.status
