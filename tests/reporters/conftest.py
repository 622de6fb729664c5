"""Made-up results of a check, some of them hostile."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from generator.diagnostics import Diagnostic, Extent, Figures, Finding, Rule, Severity, Status
from generator.model import Registry, Unit

ROW_SUM = Rule(
    "B101",
    "row-sum-mismatch",
    Severity.ERROR,
    "Dòng cộng sai.\n\nVì sao: để biết.\n\nCách sửa: sửa.",
)
UNCLEAR = Rule("D104", "unclear-task", Severity.NOTE, "Nhiệm vụ chưa rõ.\n\nVì sao: để biết.")
UNITS = {"million-vnd": Unit(name="triệu đồng", kind="money", factor_vnd=10**6)}


@dataclass(frozen=True)
class FakeResult:
    """What a check hands to the reporters."""

    diagnostics: tuple[Diagnostic, ...] = ()
    registry: Registry = field(default_factory=lambda: Registry(units=UNITS))
    extent: Extent = field(default_factory=lambda: Extent(plans=1, files=3))


def make(**changes: object) -> Diagnostic:
    """An open error with figures, in which anything can be changed."""
    finding = {
        "rule": ROW_SUM,
        "path": ("annexes/x", "rows", 0),
        "message": "Dòng 1 in 5.000, cộng được 4.900.",
        "hint": "Xem lại văn bản.",
        "figures": Figures(5000, 4900, "million-vnd"),
    }
    diagnostic: dict[str, object] = {
        "file": "plans/a/b/annexes/x.yaml",
        "line": 12,
        "column": 7,
        "place": "annexes/x/rows/1/amounts/total",
        "plan_id": "a/b",
        "addend_lines": (13, 14, 15, 20),
    }
    for key, value in changes.items():
        (finding if key in finding else diagnostic)[key] = value
    return Diagnostic(finding=Finding(**finding), **diagnostic)  # type: ignore[arg-type]


NOTE = make(
    rule=UNCLEAR, message="Có 3 nhiệm vụ không ghi thời hạn.", figures=None, hint="", line=1
)
ACCEPTED = make(
    status=Status.ACCEPTED,
    reason="Văn bản in như vậy.",
    figures=Figures(Decimal("42.05"), Decimal("42.5")),
    line=30,
)


@pytest.fixture
def result() -> Callable[..., FakeResult]:
    """Makes results from diagnostics."""
    return lambda *diagnostics: FakeResult(diagnostics)


@pytest.fixture
def error() -> Callable[..., Diagnostic]:
    """Makes open errors."""
    return make


@pytest.fixture
def note() -> Diagnostic:
    """An open note without figures."""
    return NOTE


@pytest.fixture
def accepted() -> Diagnostic:
    """An accepted error with decimal figures without unit."""
    return ACCEPTED
