"""Văn bản được trích dẫn không có trong sổ văn bản.

Mã văn bản ở căn cứ pháp lý, văn bản được thực hiện, văn bản thay thế và bị thay thế, và văn bản
thành lập tỉnh trong sổ tỉnh đều phải có trong plans/registry/documents.yaml.

Vì sao: số, ngày và tên của văn bản chỉ được ghi một lần trong sổ; mã không có trong sổ thì người
đọc không biết đó là văn bản nào.

Cách sửa: sửa mã cho đúng, hoặc thêm văn bản vào sổ với số, ngày và trích yếu như in.
"""

from collections.abc import Iterator

from generator.checks._documents import cited_documents
from generator.checks._near import suggestion
from generator.diagnostics import Finding, Path, Rule, Severity
from generator.model import Plan, Registry

RULE = Rule("R103", "unknown-document", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report every document id of the plan that the registry does not hold."""
    for cited in cited_documents(plan):
        if cited.document not in registry.documents:
            yield _unknown(cited.path, cited.document, registry)


def check_registry(registry: Registry) -> Iterator[Finding]:
    """Report founding documents of provinces that the registry does not hold."""
    for province_id, province in registry.provinces.items():
        if province.document is not None and province.document not in registry.documents:
            path = ("registry/provinces", "provinces", province_id, "document")
            yield _unknown(path, province.document, registry)


def _unknown(path: Path, document: str, registry: Registry) -> Finding:
    return Finding(
        RULE,
        path,
        f"Không có văn bản nào mang mã «{document}» trong sổ văn bản.",
        suggestion(
            document,
            registry.documents,
            "Dùng mã có trong plans/registry/documents.yaml, hoặc thêm văn bản vào đó.",
        ),
    )
