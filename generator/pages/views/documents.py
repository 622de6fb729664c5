"""Legal documents as they are cited."""

from dataclasses import dataclass
from datetime import date

from generator.model import Citation, LegalDocument, Registry


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A legal document.

    Attributes:
        name: `Nghị quyết 57-NQ/TW`; the kind alone when it has no number.
        title: Its title.
        issuer: Who issued it.
        issued_on: When.
        note: Editor's note.
        code: Number printed before the citation.
        place: Where the plan cites it.
        text: The citation as printed, where it differs from the registry.
    """

    name: str
    title: str
    issuer: str | None = None
    issued_on: date | None = None
    note: str | None = None
    code: str | None = None
    place: str | None = None
    text: str | None = None


def document_view(document: LegalDocument) -> DocumentView:
    """Make a document of the registry ready to be laid out."""
    name = f"{document.kind} {document.number}" if document.number else document.kind
    return DocumentView(name, document.title, document.issuer, document.issued_on, document.note)


def document_by_id(registry: Registry, document_id: str) -> DocumentView:
    """Look a document up; its id stands for one that the registry does not know."""
    document = registry.documents.get(document_id)
    return document_view(document) if document else DocumentView(document_id, "")


def citation_view(registry: Registry, citation: Citation) -> DocumentView:
    """Make a citation ready: the document of the registry, and how the plan cites it."""
    known = document_by_id(registry, citation.document)
    return DocumentView(
        name=known.name,
        title=known.title,
        issuer=known.issuer,
        issued_on=known.issued_on,
        note=known.note,
        code=citation.code,
        place=citation.place,
        text=citation.text,
    )
