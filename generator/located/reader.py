"""Reads the bytes of a YAML file into data with places, or says why it cannot."""

from collections.abc import Iterator
from typing import Any

import yaml
from yaml import Event, YAMLError

from generator.located import refusals, rules
from generator.located.builder import Builder
from generator.located.collector import Collector
from generator.located.document import Lines, Located, Problem, Reading, Spots
from generator.located.layout import check_binary, check_layout
from generator.located.syntax import explain
from generator.located.text import check_text, decode, readable

PARSER: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
"""libyaml's parser where PyYAML was built with it, otherwise the one written in Python."""

_LEAVES_DATA_WHOLE = frozenset({rules.BYTE_ORDER_MARK.code, rules.NOT_NFC.code})
_MAY_BREAK_SYNTAX = frozenset(
    {rules.NOT_UTF8.code, rules.TAB_CHARACTER.code, rules.CONTROL_CHARACTER.code}
)


def read(content: bytes) -> Reading:
    """Read a YAML file so that nothing in it is lost or changed unseen.

    Args:
        content: The file's bytes, whatever they are.

    Returns:
        The data, unless a problem leaves open what they are, and every problem found: those
        of the characters and of the structure (at most 20 of a kind), and one of the syntax.
        Never raises for bad content.
    """
    if len(content) > refusals.LARGEST:
        collector = Collector(Lines(""))
        collector.add(refusals.too_large(len(content)), 0)
        return Reading(None, collector.problems())
    if binary := check_binary(content):
        collector = Collector(Lines(""))
        collector.add(binary, 0)
        return Reading(None, collector.problems())
    text, at_start = decode(content)
    collector = Collector(Lines(text))
    if at_start:
        collector.add(at_start, 0)
    if at_start and at_start.rule is rules.NOT_UTF8:
        return Reading(None, collector.problems())
    check_text(collector)
    if check_layout(collector):
        return Reading(None, tuple(sorted(collector.problems(), key=_place)))
    return _read_text(text, collector)


def _read_text(text: str, collector: Collector) -> Reading:
    builder = Builder(collector)
    of_text = _codes(collector.problems())
    wrong = _build(builder, readable(text) if of_text else text, collector.lines)
    if builder.root is None and not wrong and _leave_data_whole(collector.problems()):
        collector.add(refusals.no_document(), 0)
    problems = collector.problems()
    if wrong and not of_text & _MAY_BREAK_SYNTAX:
        # Otherwise a tab or the like, which is told already, is the likely cause.
        problems = (*problems, wrong)
    located = None
    if not wrong and _leave_data_whole(problems):
        spots = Spots(collector.lines, builder.root, builder.places)
        located = Located(builder.root, spots, tuple(builder.respelled), tuple(builder.nulls))
    return Reading(located, tuple(sorted(problems, key=_place)))


def _build(builder: Builder, text: str, lines: Lines) -> Problem | None:
    parser = PARSER(text)
    try:
        builder.build(parser.get_event)
    except YAMLError as error:
        return explain(error, lines)
    finally:
        parser.dispose()
    return None


def events_of(text: str) -> Iterator[Event]:
    """Parse a text.

    Args:
        text: What is to be read as YAML.

    Yields:
        The parser's events with their marks.

    Raises:
        YAMLError: The text is not YAML.
    """
    parser = PARSER(text)
    try:
        while (event := parser.get_event()) is not None:
            yield event
    finally:
        parser.dispose()


def _leave_data_whole(problems: tuple[Problem, ...]) -> bool:
    return _codes(problems) <= _LEAVES_DATA_WHOLE


def _codes(problems: tuple[Problem, ...]) -> frozenset[str]:
    return frozenset(problem.rule.code for problem in problems)


def _place(problem: Problem) -> tuple[int, int, str]:
    return problem.line, problem.column, problem.rule.code
