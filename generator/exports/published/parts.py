"""Published actions, money in the prose, and organisation."""

from generator.exports.published.references import agencies, unit
from generator.exports.published.values import JsonObject, day, words
from generator.model import (
    ActionGroup,
    Budget,
    BudgetStatement,
    Duty,
    FundingSource,
    Organisation,
    Report,
)
from generator.tables import TableInput


def published_action(group: ActionGroup) -> JsonObject:
    """Make the published form of a group of tasks and solutions in the prose.

    Args:
        group: The group.

    Returns:
        The group with its items and the groups below it.
    """
    return {
        "id": group.id,
        "code": group.code,
        "title": group.title,
        "place": group.place,
        "summary": group.summary,
        "announced": [
            {"text": told.text, "count": told.count, "of": told.of} for told in group.announced
        ],
        "items": [
            {"code": item.code, "title": item.title, "summary": item.summary, "note": item.note}
            for item in group.items
        ],
        "groups": [published_action(child) for child in group.groups],
        "note": group.note,
    }


def published_budget(data: TableInput, budget: Budget) -> JsonObject:
    """Make the published form of the money that the prose tells of.

    Args:
        data: The library.
        budget: The statements and sources.

    Returns:
        Totals and funding sources, each with its amount in its unit and in đồng.
    """
    return {
        "place": budget.place,
        "statements": [_statement(data, item) for item in budget.statements],
        "sources": [_source(data, item) for item in budget.sources],
        "sources_of": budget.sources_of,
    }


def published_organisation(data: TableInput, organisation: Organisation) -> JsonObject:
    """Make the published form of who does what and who reports when.

    Args:
        data: The library.
        organisation: Duties and reports.

    Returns:
        Duties with their agencies resolved, and reports.
    """
    return {
        "duties": [_duty(data, duty) for duty in organisation.duties],
        "reporting": [_report(report) for report in organisation.reporting],
    }


def _statement(data: TableInput, item: BudgetStatement) -> JsonObject:
    return {
        "id": item.id,
        "title": item.title,
        "place": item.place,
        "unit": unit(data.library.registry, item.unit),
        "amount": item.amount,
        "amount_vnd": data.vnd(item.amount, item.unit),
        "words": item.words,
        "adds": [{"annex": total.annex, "column": total.column} for total in item.adds],
        "part_of": item.part_of,
        "note": item.note,
    }


def _source(data: TableInput, item: FundingSource) -> JsonObject:
    return {
        "code": item.code,
        "title": item.title,
        "unit": unit(data.library.registry, item.unit),
        "amount": item.amount,
        "amount_vnd": data.vnd(item.amount, item.unit),
        "words": item.words,
        "note": item.note,
    }


def _duty(data: TableInput, duty: Duty) -> JsonObject:
    named = data.reader.read(duty.agency)
    return {
        "id": duty.id,
        "code": duty.code,
        "agencies": agencies(data.library.registry, named.leads + named.coordinators),
        "agency_text": duty.agency,
        "place": duty.place,
        "requested": duty.requested,
        "summary": words(duty.summary),
        "note": duty.note,
    }


def _report(report: Report) -> JsonObject:
    return {
        "place": report.place,
        "cycle": report.cycle,
        "from": report.from_,
        "to": report.to,
        "days": words(report.days),
        "due": [day(due) for due in report.due],
        "text": report.text,
    }
