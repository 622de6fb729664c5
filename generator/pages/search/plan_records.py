"""Records of what a plan is and aims at: its overview, indicators, objectives, legal bases."""

import re
from collections.abc import Iterator

from generator.model import Indicator, Registry, Unit
from generator.model.anchors import objective_anchors
from generator.pages.search.record import (
    BASIS,
    INDICATOR,
    OBJECTIVE,
    PLAN,
    REMARK,
    PlanContext,
    Record,
    part,
)
from generator.pages.views.documents import citation_view
from generator.vietnamese import format_date
from generator.words import (
    OBJECTIVE_KINDS,
    PLAN_KINDS,
    baseline_words,
    document_name,
    period_words,
    target_words,
    unit_of,
)

_DIGITS = re.compile(r"^([0-9]*).*")


def plan_records(context: PlanContext) -> Iterator[Record]:
    """The overview, indicators, objectives and legal bases of a plan."""
    yield _overview(context)
    yield _remarks(context)
    yield from _indicators(context)
    yield from _objectives(context)
    yield from _bases(context)


def _overview(context: PlanContext) -> Record:
    meta = context.plan.meta
    issuer = context.registry.agencies.get(meta.issuer)
    return context.record(
        PLAN,
        meta.short_title,
        "",
        (
            part("Tên đầy đủ", meta.title),
            part("", meta.summary),
            part("Ban hành", issuer.name if issuer else meta.issuer),
            part("Người ký", meta.signer.name if meta.signer else None),
            part("Ngày ban hành", format_date(meta.issued_on) if meta.issued_on else None),
            part("Giai đoạn", period_words(meta.period)),
        ),
        names=tuple(_names(context)),
        agencies=(meta.issuer,),
    )


def _remarks(context: PlanContext) -> Record:
    """What editors say of the record, apart from the plan's own words, which come first."""
    meta = context.plan.meta
    return context.record(
        REMARK,
        f"Điều cần biết: {meta.short_title}",
        "#phan.luu-y" if meta.notes else "#phan.do-day-du",
        (
            part("Nguồn", meta.source.description),
            part("Ghi chú", " ".join(note.text for note in meta.notes)),
            part("Phần đã nhập", " ".join(entry.note or "" for entry in meta.coverage.values())),
        ),
    )


def _names(context: PlanContext) -> Iterator[str]:
    """What people call a plan: by its number, whole or not, or by its kind and province."""
    meta, province = context.plan.meta, context.registry.provinces.get(context.plan.province_id)
    yield document_name(context.plan)
    if meta.number:
        digits = _DIGITS.sub(r"\1", meta.number)
        yield from (meta.number, digits, f"{PLAN_KINDS[meta.kind]} {digits}")
    if province:
        yield f"{PLAN_KINDS[meta.kind]} {province.name}"


def _indicators(context: PlanContext) -> Iterator[Record]:
    registry = context.registry
    for indicator in context.plan.indicators.indicators:
        unit = unit_of(registry, indicator.unit)
        owner = context.reader.read(indicator.owner)
        concept = registry.concepts.get(indicator.concept or "")
        yield context.record(
            INDICATOR,
            indicator.name,
            f"chi-tieu/#{indicator.id}",
            (
                part("Hiện trạng", _baselines(registry, indicator, unit)),
                part("Mục tiêu", _targets(indicator, unit)),
                part("In trong văn bản", _printed(indicator)),
                part("Nhóm", indicator.theme),
                part("Theo dõi", indicator.owner),
                part("Đo", concept.name if concept else None),
            ),
            place=f"{indicator.place}, số {indicator.code}",
            agencies=(*owner.leads, *owner.coordinators),
        )


def _baselines(registry: Registry, indicator: Indicator, unit: Unit) -> str:
    return "; ".join(
        f"{_area(registry, item.area)}{period_words(item.period)}: {baseline_words(item, unit)}"
        for item in indicator.baselines
    )


def _area(registry: Registry, area: str | None) -> str:
    province = registry.provinces.get(area or "")
    return f"{province.name} " if province else ""


def _targets(indicator: Indicator, unit: Unit) -> str:
    return "; ".join(
        f"{period_words(item.period)}: {target_words(item, unit)}" for item in indicator.targets
    )


def _printed(indicator: Indicator) -> str:
    """The printed words of figures, each once, unless they are nothing but the figure."""
    texts = (
        *(item.text for item in indicator.baselines),
        *(item.text for item in indicator.targets),
    )
    return "; ".join(dict.fromkeys(text for text in texts if any(c.isalpha() for c in text)))


def _objectives(context: PlanContext) -> Iterator[Record]:
    items = context.plan.objectives.objectives
    for item, anchor in zip(items, objective_anchors(context.plan), strict=True):
        place = f"{OBJECTIVE_KINDS[item.kind]}, {item.place}"
        yield context.record(OBJECTIVE, item.text, f"muc-tieu/#{anchor}", place=place)


def _bases(context: PlanContext) -> Iterator[Record]:
    for citation in context.plan.meta.legal_bases:
        view = citation_view(context.registry, citation)
        yield context.record(
            BASIS,
            f"{view.name}: {view.title}" if view.title else view.name,
            "nguon/#phan.can-cu",
            (
                part("Cơ quan ban hành", view.issuer),
                part("Ngày", format_date(view.issued_on) if view.issued_on else None),
                part("In trong văn bản", view.text),
            ),
            view.place or "Căn cứ pháp lý",
        )
