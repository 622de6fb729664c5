"""The report for programs."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from generator.diagnostics import Diagnostic, Figures
from generator.reporters import report

Make = Callable[..., Any]

KEYS = [
    "code",
    "severity",
    "status",
    "file",
    "line",
    "column",
    "path",
    "message",
    "hint",
    "stated",
    "computed",
    "difference",
    "unit",
]


def test_keys_are_those_of_the_contract(
    result: Make, error: Make, note: Diagnostic, accepted: Diagnostic
) -> None:
    """Every finding has the same keys in the same order, whatever it is about."""
    data = json.loads(report("json", result(error(), note, accepted)))
    assert list(data) == ["findings", "summary"]
    assert [list(finding) for finding in data["findings"]] == [KEYS] * 3


def test_error_is_written_with_its_values(result: Make, error: Make) -> None:
    """Code, place and figures are values that a program can use."""
    (finding,) = json.loads(report("json", result(error())))["findings"]
    assert finding == {
        "code": "B101",
        "severity": "error",
        "status": "open",
        "file": "plans/a/b/annexes/x.yaml",
        "line": 12,
        "column": 7,
        "path": "annexes/x/rows/1/amounts/total",
        "message": "Dòng 1 in 5.000, cộng được 4.900.",
        "hint": "Xem lại văn bản.",
        "stated": 5000,
        "computed": 4900,
        "difference": 100,
        "unit": "million-vnd",
    }


def test_figures_are_exact_numbers(result: Make, error: Make) -> None:
    """Large whole figures keep every digit; decimals are written as they are."""
    large, decimal = 10**17 + 1, Figures(Decimal("42.05"), Decimal("40.10"), "percent")
    text = report("json", result(error(figures=Figures(large, 1, "vnd")), error(figures=decimal)))
    first, second = json.loads(text)["findings"]
    assert (first["stated"], first["difference"]) == (large, large - 1)
    assert (second["stated"], second["computed"], second["difference"]) == (42.05, 40.1, 1.95)


def test_finding_without_figures_has_nulls(result: Make, note: Diagnostic) -> None:
    """Where a rule is not about figures, the four keys are null."""
    (finding,) = json.loads(report("json", result(note)))["findings"]
    assert [finding[key] for key in ("stated", "computed", "difference", "unit")] == [None] * 4
    assert finding["severity"] == "note"


def test_all_findings_are_in_it(
    result: Make, error: Make, note: Diagnostic, accepted: Diagnostic
) -> None:
    """Notes and accepted ones are always in the JSON, and the counts add up."""
    data = json.loads(report("json", result(error(), note, accepted)))
    assert [f["status"] for f in data["findings"]] == ["open", "open", "accepted"]
    summary = data["summary"]
    assert summary == {
        "plans": 1,
        "files": 3,
        "tasks": 0,
        "indicators": 0,
        "errors": 1,
        "notes": 1,
        "accepted": 1,
        "by_code": {"B101": 2, "D104": 1},
    }


def test_any_text_survives(result: Make, error: Make) -> None:
    """Quotes, line feeds, control characters and bad file names come back unchanged."""
    hostile = 'a"b\\\n\x1b\u202e</script>\udcff'
    (finding,) = json.loads(report("json", result(error(message=hostile, file=hostile))))[
        "findings"
    ]
    assert (finding["message"], finding["file"]) == (hostile, hostile)
