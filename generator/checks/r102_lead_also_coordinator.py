"""Cơ quan vừa chủ trì vừa phối hợp trong cùng một nhiệm vụ.

Cơ quan chủ trì của một nhiệm vụ thì không đứng trong ô cơ quan phối hợp của chính nhiệm vụ đó.
Tên chỉ chung nhiều cơ quan (các sở, ngành; các xã, phường) thì được, vì mỗi cơ quan chủ trì phần
của mình và phối hợp phần của cơ quan khác.

Vì sao: khi một cơ quan đứng ở cả hai ô thì không rõ ai chịu trách nhiệm chính, hoặc một trong hai
ô bị nhập lệch dòng.

Cách sửa: đối chiếu hai ô với văn bản. Nếu văn bản in đúng như vậy thì giữ nguyên và khai trong
waivers.yaml.
"""

from collections.abc import Iterator

from generator.checks._agencies import reader_of
from generator.checks._rows import all_tasks
from generator.checks._text import KEEP_AS_PRINTED, quoted, row_name
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry
from generator.model.derived import task_agencies

RULE = Rule("R102", "lead-also-coordinator", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report every single agency that leads a task and coordinates it too."""
    reader = reader_of(registry)
    for row in all_tasks(plan):
        named = task_agencies(reader, row.annex, row.groups, row.task)
        for agency_id in named.leads:
            agency = registry.agencies[agency_id]
            if agency.collective or agency_id not in named.coordinators:
                continue
            yield Finding(
                RULE,
                (*row.path, "coordinators"),
                f"{row_name(row.task)}: {quoted(agency.name)} vừa là cơ quan chủ trì vừa là cơ "
                "quan phối hợp.",
                KEEP_AS_PRINTED,
            )
