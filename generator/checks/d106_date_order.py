"""Các ngày trái thứ tự thời gian.

Ngày có hiệu lực không được sớm hơn ngày ban hành. Căn cứ pháp lý, văn bản được thực hiện và văn
bản bị thay thế không được ban hành sau kế hoạch; văn bản thay thế kế hoạch không được ban hành
trước kế hoạch. Trong sổ tỉnh, ngày cuối cùng tồn tại không được sớm hơn ngày hình thành.

Vì sao: văn bản không thể căn cứ vào điều chưa có; trái thứ tự thường do nhập nhầm ngày hoặc nhầm
văn bản.

Cách sửa: đối chiếu các ngày với văn bản và với plans/registry/documents.yaml. Nếu văn bản in đúng
như vậy thì giữ nguyên và khai trong waivers.yaml.
"""

from collections.abc import Iterator
from datetime import date

from generator.checks._documents import Cited, Role, cited_documents
from generator.checks._text import KEEP_AS_PRINTED
from generator.diagnostics import Finding, Rule, Severity
from generator.model import LegalDocument, Plan, Registry
from generator.vietnamese import format_date, format_integer

RULE = Rule("D106", "date-order", Severity.ERROR, doc=__doc__)

_ROLES: dict[Role, str] = {
    "legal_bases": "Căn cứ pháp lý",
    "implements": "Văn bản được thực hiện",
    "replaces": "Văn bản bị thay thế",
    "replaced_by": "Văn bản thay thế",
}


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report dates of the plan and of what it cites that cannot follow each other."""
    issued, effective = plan.meta.issued_on, plan.meta.effective_on
    if issued is None:
        return
    if effective is not None and effective < issued:
        yield Finding(
            RULE,
            ("plan", "effective_on"),
            f"Ngày có hiệu lực {format_date(effective)} sớm hơn ngày ban hành "
            f"{format_date(issued)} là {format_integer((issued - effective).days)} ngày.",
            KEEP_AS_PRINTED,
        )
    for cited in cited_documents(plan):
        document = registry.documents.get(cited.document)
        if document is not None and document.issued_on is not None:
            yield from _compare(cited, document, document.issued_on, issued)


def check_registry(registry: Registry) -> Iterator[Finding]:
    """Report provinces that end before they begin."""
    for province_id, province in registry.provinces.items():
        first, last = province.valid_from, province.valid_to
        if first is not None and last is not None and last < first:
            yield Finding(
                RULE,
                ("registry/provinces", "provinces", province_id, "valid_to"),
                f"{province.name}: ngày cuối cùng tồn tại {format_date(last)} sớm hơn ngày hình "
                f"thành {format_date(first)} là {format_integer((first - last).days)} ngày.",
                "Kiểm tra valid_from và valid_to.",
            )


def _compare(cited: Cited, document: LegalDocument, day: date, issued: date) -> Iterator[Finding]:
    later = cited.role != "replaced_by"
    if day <= issued if later else day >= issued:
        return
    side = "sau" if later else "trước"
    name = f"{document.kind} {document.number or document.title}"
    yield Finding(
        RULE,
        cited.path,
        f"{_ROLES[cited.role]} {name} ban hành ngày {format_date(day)}, {side} kế hoạch này "
        f"({format_date(issued)}) {format_integer(abs((day - issued).days))} ngày.",
        KEEP_AS_PRINTED,
    )
