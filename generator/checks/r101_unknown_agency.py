"""Tên cơ quan không có trong sổ cơ quan.

Mọi ô cơ quan chủ trì, cơ quan phối hợp, cơ quan theo dõi chỉ tiêu, cơ quan được giao trách nhiệm,
tên nhóm khi bảng chia theo cơ quan, và mã cơ quan ban hành đều phải đọc được hết bằng tên hoặc
cách viết khác (aliases) trong plans/registry/agencies.yaml. Mã cơ quan tiền thân trong sổ cũng
phải có thật.

Vì sao: trang của mỗi cơ quan liệt kê mọi việc cơ quan đó phải làm; một tên không nhận ra thì việc
ấy không thuộc về ai.

Cách sửa: nếu nhập sai thì sửa theo văn bản; nếu văn bản viết như vậy thì thêm cách viết đó vào
aliases của cơ quan, hoặc thêm cơ quan mới vào sổ.
"""

from collections.abc import Iterator

from generator.checks._agencies import agency_cells, reader_of
from generator.checks._near import suggestion
from generator.checks._text import quoted
from generator.diagnostics import Finding, Path, Rule, Severity
from generator.model import Plan, Registry
from generator.vietnamese import nearest

RULE = Rule("R101", "unknown-agency", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report every piece of a cell that no name of the registry covers."""
    reader = reader_of(registry)
    if plan.meta.issuer not in registry.agencies:
        yield _unknown_id(("plan", "issuer"), plan.meta.issuer, registry)
    for path, cell in agency_cells(plan):
        for piece in reader.read(cell).unknown:
            names = [name for a in registry.agencies.values() for name in (a.name, *a.aliases)]
            yield Finding(
                RULE,
                path,
                f"Không nhận ra {quoted(piece)} trong ô cơ quan {quoted(cell)}.",
                suggestion(
                    cell if nearest(cell, names) else piece,
                    names,
                    "Sửa theo văn bản, hoặc thêm cách viết này vào aliases của cơ quan trong "
                    "plans/registry/agencies.yaml.",
                ),
            )


def check_registry(registry: Registry) -> Iterator[Finding]:
    """Report predecessors that are not in the registry."""
    for agency_id, agency in registry.agencies.items():
        for index, former in enumerate(agency.predecessors):
            if former not in registry.agencies:
                path = ("registry/agencies", "agencies", agency_id, "predecessors", index)
                yield _unknown_id(path, former, registry)


def _unknown_id(path: Path, agency_id: str, registry: Registry) -> Finding:
    return Finding(
        RULE,
        path,
        f"Không có cơ quan nào mang mã «{agency_id}» trong sổ cơ quan.",
        suggestion(
            agency_id,
            registry.agencies,
            "Dùng mã có trong plans/registry/agencies.yaml, hoặc thêm cơ quan vào đó.",
        ),
    )
