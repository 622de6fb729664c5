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

from generator.checks._rows import all_tasks
from generator.checks._text import KEEP_AS_PRINTED, quoted, row_name
from generator.diagnostics import Finding, Rule, Severity
from generator.model import Plan, Registry
from generator.model.agencies import AgencyReader
from generator.model.derived import task_reading

RULE = Rule("R102", "lead-also-coordinator", Severity.ERROR, doc=__doc__)


def check_plan(plan: Plan, registry: Registry) -> Iterator[Finding]:
    """Report every single agency that leads a task and coordinates it too."""
    reader = AgencyReader(registry.agencies)
    for row in all_tasks(plan):
        reading = task_reading(reader, row.annex, row.groups, row.task)
        for agency_id in reading.leads:
            agency = registry.agencies[agency_id]
            if agency.collective or agency_id not in reading.coordinators:
                continue
            yield Finding(
                RULE,
                (*row.path, "coordinators"),
                f"{row_name(row.task)}: {quoted(agency.name)} vừa là cơ quan chủ trì vừa là cơ "
                "quan phối hợp.",
                KEEP_AS_PRINTED,
            )
