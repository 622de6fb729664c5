"""A published plan: its card, then its parts.

Keys, in order: `id`, `address`, `province`, `number`, `kind`, `title`, `short_title`,
`issuer`, `signer`, `issued_on`, `effective_on`, `period`, `vision_year`, `summary`,
`legal_bases`, `implements`, `replaces`, `replaced_by`, `source`, `coverage`, `notes`,
`previous_ids`, `objectives`, `indicators`, `actions`, `annexes`, `budget`, `organisation`,
`findings`.
"""

from typing import get_args

from generator.exports.published.annexes import published_annex
from generator.exports.published.findings import findings_of
from generator.exports.published.parts import (
    published_action,
    published_budget,
    published_organisation,
)
from generator.exports.published.references import agency, document, province
from generator.exports.published.targets import published_indicator, published_objective
from generator.exports.published.values import Json, JsonObject, day, span, words
from generator.model import Citation, Plan, PlanMeta, Registry, Section
from generator.tables import TableInput
from generator.tables.common import address


def published_plan(data: TableInput, plan: Plan) -> JsonObject:
    """Make the published form of a plan.

    Args:
        data: The library that holds the plan, and what the checks found.
        plan: The plan.

    Returns:
        The plan as JSON.
    """
    registry = data.library.registry
    indicators = plan.indicators.indicators
    return {
        "id": plan.id,
        "address": address(plan, ""),
        "province": province(registry, plan.province_id),
        **_card(registry, plan.meta),
        "objectives": [published_objective(plan, item) for item in plan.objectives.objectives],
        "indicators": [published_indicator(data, plan, item) for item in indicators],
        "actions": [published_action(group) for group in plan.actions.groups],
        "annexes": [published_annex(data, plan, annex_id) for annex_id in plan.annexes],
        "budget": published_budget(data, plan.budget),
        "organisation": published_organisation(data, plan.organisation),
        "findings": findings_of(data.diagnostics, plan.id),
    }


def _card(registry: Registry, meta: PlanMeta) -> JsonObject:
    return {
        "number": meta.number,
        "kind": meta.kind,
        "title": meta.title,
        "short_title": meta.short_title,
        "issuer": agency(registry, meta.issuer),
        "signer": {"name": meta.signer.name, "role": meta.signer.role} if meta.signer else None,
        "issued_on": day(meta.issued_on),
        "effective_on": day(meta.effective_on),
        "period": span(meta.period),
        "vision_year": meta.vision_year,
        "summary": meta.summary,
        "legal_bases": [_citation(registry, item) for item in meta.legal_bases],
        "implements": [document(registry, item) for item in meta.implements],
        "replaces": [_citation(registry, item) for item in meta.replaces],
        "replaced_by": [_citation(registry, item) for item in meta.replaced_by],
        "source": {
            "description": meta.source.description,
            "url": meta.source.url,
            "note": meta.source.note,
        },
        "coverage": _coverage(meta),
        "notes": [{"place": note.place, "text": note.text} for note in meta.notes],
        "previous_ids": words(meta.previous_ids),
    }


def _coverage(meta: PlanMeta) -> list[Json]:
    sections: tuple[Section, ...] = get_args(Section)
    return [
        {"section": section, "state": covered.state, "note": covered.note}
        for section in sections
        if (covered := meta.coverage.get(section))
    ]


def _citation(registry: Registry, cited: Citation) -> JsonObject:
    return {
        "document": document(registry, cited.document),
        "code": cited.code,
        "place": cited.place,
        "text": cited.text,
    }
