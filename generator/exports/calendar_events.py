"""Events of calendar feeds (RFC 5545), one for each thing that is due.

Every event is a whole day. What a document tells by the quarter or the year stands on the last
day of it, and the description says what the document says; what has no date is no event.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from icalendar import Event

from generator.model import Registry
from generator.model.agenda import PlanAgenda
from generator.model.deadlines import PlacedTask
from generator.model.milestones import Milestone
from generator.model.reporting import ReportDuty, reporting_span
from generator.vietnamese import format_date, shorten
from generator.vietnamese.yearly_days import YearlyDay
from generator.words import document_name, period_title, province_name, target_words, unit_of

DOMAIN = "ke-hoach-mo"
_LONGEST_SUMMARY = 120


@dataclass(frozen=True, slots=True)
class EventMaker:
    """Makes events of one plan.

    Attributes:
        agenda: The plan by date.
        registry: Names.
        stamp: Moment of the commit that holds the plan, in UTC.
        site_url: Where the site is published, with a slash at its end; None when that is not
            known, and then events carry no address.
    """

    agenda: PlanAgenda
    registry: Registry
    stamp: datetime
    site_url: str | None

    def task(self, task: PlacedTask) -> Event | None:
        """The deadline of a task; None when it has none."""
        if task.due is None:
            return None
        kind = "Hết thời gian thực hiện" if task.runs else "Hạn"
        return self._event(
            key=task.row.anchor,
            day=task.due.last,
            summary=f"{kind}: {task.task.title}",
            lines=(task.task.title, *self._task_lines(task)),
            address=f"nhiem-vu/#{task.row.anchor}",
            category="Nhiệm vụ",
        )

    def report(self, duty: ReportDuty) -> Iterator[Event]:
        """Days of a report: one event for each day that comes back, one for each whole date."""
        first, last = reporting_span(self.agenda.plan)
        for number, day in enumerate(duty.days, start=1):
            start = next(day.between(first, last), None)
            if start is not None:
                event = self._report(duty, start, f"{duty.anchor}.{number}")
                event.add("rrule", _rule(day, last))
                yield event
        for due in duty.report.due:
            yield self._report(duty, due, f"{duty.anchor}.{due.isoformat()}")

    def targets(self, year: int, items: Sequence[Milestone], suffix: str = "") -> Event:
        """The targets of a year, together in one event; `suffix` tells a part of them apart."""
        count = len({item.indicator.id for item in items})
        return self._event(
            key=f"muc-tieu.{year}{suffix}",
            day=date(year, 12, 31),
            summary=f"Năm {year}: {count} chỉ tiêu có mục tiêu",
            lines=(f"Mục tiêu ghi cho năm {year}:", *(self._target(item) for item in items)),
            address="chi-tieu/",
            category="Chỉ tiêu",
        )

    def _report(self, duty: ReportDuty, day: date, key: str) -> Event:
        report = duty.report
        days = "; ".join((*report.days, *(format_date(day) for day in report.due)))
        told = (("Ai báo cáo", report.from_), ("Báo cáo cho", report.to), ("Chu kỳ", report.cycle))
        return self._event(
            key=key,
            day=day,
            summary=f"Báo cáo: {report.text}",
            lines=(
                report.text,
                f"Ngày ghi trong văn bản: {days}",
                *(f"{name}: {text}" for name, text in told if text),
                report.place,
            ),
            address=f"to-chuc/#{duty.anchor}",
            category="Báo cáo",
        )

    def _event(
        self,
        *,
        key: str,
        day: date,
        summary: str,
        lines: Sequence[str],
        address: str,
        category: str,
    ) -> Event:
        plan = self.agenda.plan
        province = self._province()
        gone = "[Kế hoạch đã bị thay thế] " if self.agenda.replaced_by else ""
        event = Event()
        event.add("uid", f"{plan.id.replace('/', '.')}.{key}@{DOMAIN}")
        event.add("dtstamp", self.stamp)
        event.add("dtstart", day)
        event.add("summary", f"{gone}{shorten(summary, _LONGEST_SUMMARY)} ({province})")
        event.add("description", "\n".join((*lines, *self._source())))
        event.add("categories", [category, province])
        event.add("transp", "TRANSPARENT")
        if self.site_url:
            event.add("url", f"{self.site_url}{plan.id}/{address}")
        return event

    def _task_lines(self, task: PlacedTask) -> Iterator[str]:
        when, printed = task.reading.schedule, task.reading.schedule_text
        if task.due is not None:
            kind = "Thời gian" if task.runs else "Hạn"
            yield f"{kind} ghi trong văn bản: {task.due.words}"
        if when is not None:
            yield from (
                f"Kèm theo: {words}" for words in (when.recurrence, when.condition) if words
            )
        if printed:
            yield f"Văn bản in: «{printed}»"
        for name, ids in (
            ("Chủ trì", task.reading.leads),
            ("Phối hợp", task.reading.coordinators),
        ):
            known = [self.registry.agencies[i].name for i in ids if i in self.registry.agencies]
            if known:
                yield f"{name}: {'; '.join(known)}"
        yield f"{task.annex.place}, số {task.task.task}"

    def _target(self, item: Milestone) -> str:
        unit = unit_of(self.registry, item.indicator.unit)
        words = target_words(item.target, unit)
        return f"– {item.indicator.name}: {words} ({period_title(item.target.period)})"

    def _source(self) -> Iterator[str]:
        plan = self.agenda.plan
        yield f"Theo {document_name(plan)}, {dated_province(self.registry, plan.province_id)}"
        for other in self.agenda.replaced_by:
            name = dated_province(self.registry, other.province_id)
            yield f"Kế hoạch này đã được thay bằng {document_name(other)}, {name}."

    def _province(self) -> str:
        plan = self.agenda.plan
        province = self.registry.provinces.get(plan.province_id)
        return province_name(province) if province else plan.province_id


def dated_province(registry: Registry, province_id: str) -> str:
    """`tỉnh Tây Ninh`, `tỉnh Long An (đến 30/06/2025)`; the id where the registry has none."""
    province = registry.provinces.get(province_id)
    if province is None:
        return province_id
    name = province_name(province)
    return f"{name} (đến {format_date(province.valid_to)})" if province.valid_to else name


def _rule(day: YearlyDay, last: date) -> dict[str, object]:
    return {
        "freq": "yearly",
        "until": last,
        "bymonth": list(day.months),
        "bymonthday": [day.day],
    }
