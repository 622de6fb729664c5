"""Gathers what is wrong with one file, no more of a kind than a reader can use."""

from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from generator.diagnostics import Rule
from generator.located.document import Lines, Problem

MOST_OF_A_KIND = 20
"""Problems of one rule that are told; the last one says how many more there are."""


class Refusal(NamedTuple):
    """What is wrong, without its place."""

    rule: Rule
    message: str
    hint: str


class Collector:
    """The problems of a text.

    Attributes:
        lines: The text that the positions belong to.
    """

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self._told: list[Problem] = []
        self._counts: Counter[str] = Counter()

    def add(self, refusal: Refusal, index: int) -> None:
        """Take in one problem.

        Args:
            refusal: What is wrong.
            index: Position in the text.
        """
        code = refusal.rule.code
        self._counts[code] += 1
        if self._counts[code] <= MOST_OF_A_KIND:
            mark = self.lines.mark(index)
            self._told.append(Problem(refusal.rule, *mark, refusal.message, refusal.hint))

    def problems(self) -> tuple[Problem, ...]:
        """What was taken in, at most `MOST_OF_A_KIND` of each rule, in order of arrival."""
        last = {problem.rule.code: at for at, problem in enumerate(self._told)}
        return tuple(
            self._with_rest(problem) if last[problem.rule.code] == at else problem
            for at, problem in enumerate(self._told)
        )

    def _with_rest(self, problem: Problem) -> Problem:
        rest = self._counts[problem.rule.code] - MOST_OF_A_KIND
        if rest <= 0:
            return problem
        return replace(problem, hint=f"{problem.hint} Trong tệp còn {rest} chỗ nữa.")
