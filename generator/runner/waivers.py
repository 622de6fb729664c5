"""Sets the waivers of a plan against what the checks found."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from generator.checks.waiver_rules import (
    WAIVER_FIGURES_CHANGED,
    WAIVER_MATCHES_NOTHING,
    WAIVER_REPEATED,
)
from generator.diagnostics import Diagnostic, Figures, Finding, Number, Status
from generator.model import Waiver
from generator.vietnamese import format_decimal

Numbered = tuple[int, Waiver]
"""A waiver with its position in `waivers.yaml`, from 0."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict of the waivers.

    Attributes:
        diagnostics: The diagnostics, each open or accepted.
        findings: What is wrong with the waivers themselves.
    """

    diagnostics: tuple[Diagnostic, ...]
    findings: tuple[Finding, ...]


def judge(diagnostics: Sequence[Diagnostic], waivers: Iterable[Numbered]) -> Judged:
    """Accept the diagnostics that a waiver names with the same figures.

    Args:
        diagnostics: What the checks found in the plan.
        waivers: The plan's waivers.

    Returns:
        The diagnostics with their status, and findings about waivers that match nothing, name
        other figures, or say again what another one says.
    """
    numbered = tuple(waivers)
    return Judged(
        tuple(_verdict(diagnostic, numbered) for diagnostic in diagnostics),
        tuple(_faults(numbered, diagnostics)),
    )


def _verdict(diagnostic: Diagnostic, waivers: Iterable[Numbered]) -> Diagnostic:
    for _, waiver in waivers:
        if _names(waiver, diagnostic) and _agrees(waiver, diagnostic.finding.figures):
            return replace(diagnostic, status=Status.ACCEPTED, reason=waiver.reason)
    return diagnostic


def _names(waiver: Waiver, diagnostic: Diagnostic) -> bool:
    return (waiver.code, waiver.path) == (diagnostic.finding.rule.code, diagnostic.place)


def _agrees(waiver: Waiver, figures: Figures | None) -> bool:
    found = (figures.stated, figures.computed) if figures else (None, None)
    return (waiver.stated, waiver.computed) == found


def _faults(waivers: Iterable[Numbered], diagnostics: Sequence[Diagnostic]) -> Iterator[Finding]:
    seen: dict[object, int] = {}
    for position, waiver in waivers:
        first = seen.setdefault(
            (waiver.code, waiver.path, waiver.stated, waiver.computed), position
        )
        named = [d for d in diagnostics if _names(waiver, d)]
        if first != position:
            yield _repeated(position, waiver, first)
        elif not named:
            yield _matches_nothing(position, waiver, diagnostics)
        elif not any(_agrees(waiver, d.finding.figures) for d in named):
            yield _figures_changed(position, waiver, named[0].finding.figures)


def _path(position: int) -> tuple[str | int, ...]:
    return ("waivers", "waivers", position, "path")


def _repeated(position: int, waiver: Waiver, first: int) -> Finding:
    return Finding(
        WAIVER_REPEATED,
        _path(position),
        f"Mục chấp nhận thứ {position + 1} lặp lại mục thứ {first + 1}: cùng {waiver.code} "
        f"ở «{waiver.path}», cùng con số.",
        "Giữ một mục với lý do đầy đủ, xóa mục kia.",
    )


def _matches_nothing(position: int, waiver: Waiver, diagnostics: Sequence[Diagnostic]) -> Finding:
    return Finding(
        WAIVER_MATCHES_NOTHING,
        _path(position),
        f"Mục chấp nhận thứ {position + 1} nói tới {waiver.code} ở «{waiver.path}» nhưng kiểm tra "
        f"không thấy {waiver.code} nào ở đó.",
        _where_to_look(waiver, diagnostics),
    )


def _where_to_look(waiver: Waiver, diagnostics: Sequence[Diagnostic]) -> str:
    places = [d.place for d in diagnostics if d.finding.rule.code == waiver.code]
    nearest = get_close_matches(waiver.path, places, n=1, cutoff=0.8)
    gone = "nếu sai lệch không còn thì xóa mục này."
    if nearest:
        return f"Có {waiver.code} ở «{nearest[0]}»: nếu muốn nói chỗ đó thì chép lại chỗ; {gone}"
    return f"Nếu chép nhầm thì chép lại mã và chỗ; {gone}"


def _figures_changed(position: int, waiver: Waiver, figures: Figures | None) -> Finding:
    found = _pair(figures.stated, figures.computed) if figures else _pair(None, None)
    return Finding(
        WAIVER_FIGURES_CHANGED,
        _path(position),
        f"Mục chấp nhận thứ {position + 1} ({waiver.code} ở «{waiver.path}») ghi "
        f"{_pair(waiver.stated, waiver.computed)}; bây giờ kiểm tra thấy {found}.",
        f"Đọc lại văn bản gốc; nếu vẫn giữ nguyên thì {_correction(figures)} và xem lại lý do.",
    )


def _pair(stated: Number | None, computed: Number | None) -> str:
    if stated is None and computed is None:
        return "không có con số"
    return f"in {_words(stated)}, tính được {_words(computed)}"


def _words(number: Number | None) -> str:
    return "(không ghi)" if number is None else format_decimal(number)


def _correction(figures: Figures | None) -> str:
    if figures is None:
        return "bỏ stated và computed"
    return f"ghi stated: {figures.stated}, computed: {figures.computed}"
