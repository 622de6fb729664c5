"""Shapes of the published JSON, as JSON Schema 2020-12: closed objects with every key required.

They say what `generator.exports.published` writes. A test validates every published plan against
them, so the two cannot part.
"""

from typing import get_args

from generator.diagnostics import Severity, Status
from generator.exports.published.values import Json, JsonObject, words
from generator.model import (
    Announced,
    Comparator,
    Coverage,
    Indicator,
    Objective,
    PlanMeta,
    Section,
)
from generator.tables.spec import words_of

STRING: JsonObject = {"type": "string"}
INTEGER: JsonObject = {"type": "integer"}
NUMBER: JsonObject = {"type": "number"}
BOOLEAN: JsonObject = {"type": "boolean"}
DAY: JsonObject = {"type": "string", "format": "date"}


def ref(name: str) -> JsonObject:
    """A reference to a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def obj(**properties: JsonObject) -> JsonObject:
    """A closed object; every key is always there."""
    required: list[Json] = list(properties)
    members: JsonObject = dict(properties)
    return {
        "type": "object",
        "properties": members,
        "required": required,
        "additionalProperties": False,
    }


def array(items: JsonObject) -> JsonObject:
    """A list."""
    return {"type": "array", "items": items}


def maybe(shape: JsonObject) -> JsonObject:
    """A value that may be null: the document does not say."""
    return {"anyOf": [shape, {"type": "null"}]}


def one_of(values: tuple[str, ...]) -> JsonObject:
    """One of a few words."""
    return {"type": "string", "enum": words(values)}


def _mapping(values: JsonObject) -> JsonObject:
    return {"type": "object", "additionalProperties": values}


_VALUE = {
    "period": ref("Period"),
    "comparator": one_of(get_args(Comparator)),
    "value": maybe(NUMBER),
    "value_max": maybe(NUMBER),
    "text": STRING,
}

_MONEY = {"unit": maybe(ref("Unit")), "amount": maybe(INTEGER), "amount_vnd": maybe(INTEGER)}

HEAD = {
    "schema_version": STRING,
    "generated_from": maybe(STRING),
    "data_date": maybe(DAY),
    "license": ref("Licence"),
}

PLAN = {
    "id": STRING,
    "address": STRING,
    "province": maybe(ref("ProvinceName")),
    "number": maybe(STRING),
    "kind": one_of(words_of(PlanMeta, "kind")),
    "title": STRING,
    "short_title": STRING,
    "issuer": ref("AgencyName"),
    "signer": maybe(obj(name=STRING, role=maybe(STRING))),
    "issued_on": maybe(DAY),
    "effective_on": maybe(DAY),
    "period": ref("Period"),
    "vision_year": maybe(INTEGER),
    "summary": STRING,
    "legal_bases": array(ref("Citation")),
    "implements": array(ref("Document")),
    "replaces": array(ref("Citation")),
    "replaced_by": array(ref("Citation")),
    "source": obj(description=STRING, url=maybe(STRING), note=maybe(STRING)),
    "coverage": array(
        obj(
            section=one_of(get_args(Section)),
            state=one_of(words_of(Coverage, "state")),
            note=maybe(STRING),
        )
    ),
    "notes": array(obj(place=STRING, text=STRING)),
    "previous_ids": array(STRING),
    "objectives": array(ref("Objective")),
    "indicators": array(ref("Indicator")),
    "actions": array(ref("ActionGroup")),
    "annexes": array(ref("Annex")),
    "budget": obj(
        place=maybe(STRING),
        statements=array(ref("Statement")),
        sources=array(ref("FundingSource")),
        sources_of=maybe(STRING),
    ),
    "organisation": obj(duties=array(ref("Duty")), reporting=array(ref("Report"))),
    "findings": array(ref("Finding")),
}

COMPONENTS: dict[str, JsonObject] = {
    "Licence": obj(name=STRING, title=STRING, url=STRING),
    "Period": obj(start=INTEGER, end=INTEGER),
    "ProvinceName": obj(id=STRING, name=maybe(STRING), kind=maybe(STRING)),
    "AgencyName": obj(id=STRING, name=maybe(STRING)),
    "Unit": obj(id=STRING, name=maybe(STRING), kind=maybe(STRING), factor_vnd=maybe(INTEGER)),
    "Document": obj(
        id=STRING,
        kind=maybe(STRING),
        number=maybe(STRING),
        title=maybe(STRING),
        issuer=maybe(STRING),
        issued_on=maybe(DAY),
    ),
    "Citation": obj(
        document=ref("Document"), code=maybe(STRING), place=maybe(STRING), text=maybe(STRING)
    ),
    "Objective": obj(
        id=STRING,
        address=STRING,
        kind=one_of(words_of(Objective, "kind")),
        code=maybe(STRING),
        place=STRING,
        wording=one_of(words_of(Objective, "wording")),
        text=STRING,
        indicators=array(STRING),
        states=array(obj(indicator=STRING, **_VALUE)),
        note=maybe(STRING),
    ),
    "Indicator": obj(
        id=STRING,
        address=STRING,
        code=STRING,
        name=STRING,
        place=STRING,
        unit=ref("Unit"),
        theme=maybe(STRING),
        owners=array(ref("AgencyName")),
        owner_text=maybe(STRING),
        better=one_of(words_of(Indicator, "better")),
        concept=maybe(obj(id=STRING, name=maybe(STRING))),
        not_comparable=maybe(STRING),
        baselines=array(
            obj(
                **_VALUE,
                area=maybe(ref("ProvinceName")),
                rank=maybe(INTEGER),
                rank_of=maybe(INTEGER),
                note=maybe(STRING),
            )
        ),
        targets=array(obj(**_VALUE, per_year=BOOLEAN, note=maybe(STRING))),
        note=maybe(STRING),
    ),
    "ActionGroup": obj(
        id=STRING,
        code=maybe(STRING),
        title=maybe(STRING),
        place=STRING,
        summary=maybe(STRING),
        announced=array(obj(text=STRING, count=INTEGER, of=one_of(words_of(Announced, "of")))),
        items=array(obj(code=STRING, title=STRING, summary=maybe(STRING), note=maybe(STRING))),
        groups=array(ref("ActionGroup")),
        note=maybe(STRING),
    ),
    "Annex": obj(
        id=STRING,
        title=STRING,
        place=STRING,
        unit=maybe(ref("Unit")),
        group_by=STRING,
        columns=array(
            obj(
                id=STRING,
                label=STRING,
                period=maybe(ref("Period")),
                funding_source=maybe(STRING),
                adds=array(STRING),
            )
        ),
        total_label=maybe(STRING),
        stated=ref("Amounts"),
        rows=array(ref("Row")),
        note=maybe(STRING),
    ),
    "Amounts": _mapping(obj(amount=INTEGER, amount_vnd=maybe(INTEGER))),
    "Row": {"oneOf": [ref("Group"), ref("Task")], "discriminator": {"propertyName": "type"}},
    "Group": obj(
        type={"const": "group"},
        code=STRING,
        title=STRING,
        address=STRING,
        stated=ref("Amounts"),
        rows=array(ref("Row")),
        note=maybe(STRING),
    ),
    "Task": obj(
        type={"const": "task"},
        code=STRING,
        title=STRING,
        address=STRING,
        leads=array(ref("AgencyName")),
        coordinators=array(ref("AgencyName")),
        unknown_agencies=array(STRING),
        lead_text=maybe(STRING),
        coordinator_text=maybe(STRING),
        agency_remark=maybe(STRING),
        schedule=obj(
            text=maybe(STRING),
            start=maybe(INTEGER),
            end=maybe(INTEGER),
            due=maybe(DAY),
            recurrence=maybe(STRING),
            condition=maybe(STRING),
            note=maybe(STRING),
        ),
        result=maybe(STRING),
        amounts=ref("Amounts"),
        remark=maybe(STRING),
        note=maybe(STRING),
    ),
    "Statement": obj(
        id=STRING,
        title=STRING,
        place=STRING,
        **_MONEY,
        words=maybe(STRING),
        adds=array(obj(annex=STRING, column=STRING)),
        part_of=maybe(STRING),
        note=maybe(STRING),
    ),
    "FundingSource": obj(
        code=maybe(STRING), title=STRING, **_MONEY, words=maybe(STRING), note=maybe(STRING)
    ),
    "Duty": obj(
        id=STRING,
        code=maybe(STRING),
        agencies=array(ref("AgencyName")),
        agency_text=STRING,
        place=STRING,
        requested=BOOLEAN,
        summary=array(STRING),
        note=maybe(STRING),
    ),
    "Report": obj(
        place=STRING,
        cycle=STRING,
        **{"from": maybe(STRING)},
        to=maybe(STRING),
        days=array(STRING),
        due=array(DAY),
        text=STRING,
    ),
    "Finding": obj(
        code=STRING,
        rule=STRING,
        severity=one_of(tuple(item.value for item in Severity)),
        status=one_of(tuple(item.value for item in Status)),
        path=STRING,
        message=STRING,
        hint=maybe(STRING),
        stated=maybe(NUMBER),
        computed=maybe(NUMBER),
        difference=maybe(NUMBER),
        unit=maybe(STRING),
        reason=maybe(STRING),
        file=STRING,
        line=INTEGER,
    ),
    "Registry": obj(
        provinces=array(ref("Province")),
        agencies=array(ref("Agency")),
        documents=array(ref("RegisteredDocument")),
        units=array(ref("Unit")),
        concepts=array(ref("Concept")),
    ),
    "Province": obj(
        id=STRING,
        name=STRING,
        kind=STRING,
        code=maybe(STRING),
        valid_from=maybe(DAY),
        valid_to=maybe(DAY),
        predecessors=array(STRING),
        document=maybe(STRING),
        note=maybe(STRING),
    ),
    "Agency": obj(
        id=STRING,
        name=STRING,
        kind=STRING,
        collective=BOOLEAN,
        aliases=array(STRING),
        predecessors=array(STRING),
        note=maybe(STRING),
    ),
    "RegisteredDocument": obj(
        id=STRING,
        kind=STRING,
        number=maybe(STRING),
        title=maybe(STRING),
        issuer=maybe(STRING),
        issued_on=maybe(DAY),
        aliases=array(STRING),
        note=maybe(STRING),
    ),
    "Concept": obj(
        id=STRING,
        name=STRING,
        definition=maybe(STRING),
        unit=maybe(STRING),
        better=STRING,
        note=maybe(STRING),
    ),
    "PublishedPlan": obj(**PLAN),
    "PlanFile": obj(**HEAD, **PLAN),
    "Everything": obj(
        **HEAD,
        title=STRING,
        plans=array(ref("PublishedPlan")),
        registry=ref("Registry"),
        findings=array(ref("Finding")),
    ),
    "Index": obj(
        **HEAD,
        version=STRING,
        files=_mapping(STRING),
        plans=array(
            obj(
                id=STRING,
                province_id=STRING,
                number=maybe(STRING),
                kind=one_of(words_of(PlanMeta, "kind")),
                short_title=STRING,
                issued_on=maybe(DAY),
                period=ref("Period"),
                page=STRING,
                json=STRING,
                stratml=STRING,
            )
        ),
        tables=array(obj(name=STRING, title=STRING, rows=INTEGER, csv=STRING, json=STRING)),
    ),
    "Changelog": array(obj(version=STRING, date=DAY, changes=array(STRING))),
}
"""Every named shape but those of tables, which follow from their columns."""
