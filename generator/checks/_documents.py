"""Where a plan cites documents of the registry."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.diagnostics import Path
from generator.model import Plan

Role = Literal["legal_bases", "implements", "replaces", "replaced_by"]


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation: which document, in what role, where."""

    document: str
    role: Role
    path: Path


def cited_documents(plan: Plan) -> Iterator[Cited]:
    """Every document that the plan's card cites, in the order of its keys."""
    for index, citation in enumerate(plan.meta.legal_bases):
        path = ("plan", "legal_bases", index, "document")
        yield Cited(citation.document, "legal_bases", path)
    for index, document in enumerate(plan.meta.implements):
        yield Cited(document, "implements", ("plan", "implements", index))
    for index, citation in enumerate(plan.meta.replaces):
        yield Cited(citation.document, "replaces", ("plan", "replaces", index, "document"))
    for index, citation in enumerate(plan.meta.replaced_by):
        yield Cited(citation.document, "replaced_by", ("plan", "replaced_by", index, "document"))
