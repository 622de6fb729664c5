"""Hai cơ quan cùng chung một tên.

Trong sổ cơ quan, không tên hay cách viết nào (aliases) được thuộc về hai cơ quan, kể cả khi chỉ
khác nhau ở chữ hoa, chữ thường hay dấu.

Vì sao: tên chung thì không biết ô cơ quan trong văn bản nói tới ai, và việc sẽ được ghi cho cơ
quan đứng sau trong sổ.

Cách sửa: bỏ cách viết đó ở một trong hai cơ quan, hoặc viết đầy đủ hơn để phân biệt.
"""

from collections.abc import Iterator

from generator.checks._text import quoted
from generator.diagnostics import Finding, Path, Rule, Severity
from generator.model import Agency, Registry
from generator.vietnamese import fold

RULE = Rule("R109", "alias-clash", Severity.ERROR, doc=__doc__)


def check_registry(registry: Registry) -> Iterator[Finding]:
    """Report every name that an agency earlier in the registry already has."""
    owners: dict[str, str] = {}
    for agency_id, agency in registry.agencies.items():
        for path, name in _names(agency_id, agency):
            owner = owners.setdefault(fold(name), agency_id)
            if owner != agency_id:
                yield Finding(
                    RULE,
                    path,
                    f"Tên {quoted(name)} của «{agency_id}» trùng với một tên của «{owner}» (không "
                    "kể chữ hoa và dấu).",
                    "Bỏ tên này ở một trong hai cơ quan, hoặc viết đầy đủ hơn.",
                )


def _names(agency_id: str, agency: Agency) -> Iterator[tuple[Path, str]]:
    path = ("registry/agencies", "agencies", agency_id)
    yield (*path, "name"), agency.name
    for index, alias in enumerate(agency.aliases):
        yield (*path, "aliases", index), alias
