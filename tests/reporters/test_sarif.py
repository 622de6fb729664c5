"""The log for code scanning."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from generator.checks import RULES
from generator.diagnostics import Diagnostic
from generator.reporters import report

Make = Callable[..., Any]


def _run(text: str) -> dict[str, Any]:
    log = json.loads(text)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run  # type: ignore[no-any-return]


def test_every_rule_is_there_with_its_help(result: Make) -> None:
    """A log lists every rule once with id, name, title, help and level, even when clean."""
    run = _run(report("sarif", result()))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    for written, rule in zip(rules, RULES, strict=True):
        assert written["shortDescription"]["text"] == rule.title
        assert written["help"]["text"] == rule.doc.strip()
        assert "\n" not in written["fullDescription"]["text"]
        assert written["fullDescription"]["text"] != rule.title
        assert written["defaultConfiguration"]["level"] == str(rule.severity)
    assert run["results"] == []


def test_error_has_rule_level_message_and_region(result: Make, error: Make) -> None:
    """A result points to its rule and to the line and column of its file."""
    run = _run(report("sarif", result(error())))
    (found,) = run["results"]
    assert run["tool"]["driver"]["rules"][found["ruleIndex"]]["id"] == found["ruleId"] == "B101"
    assert found["level"] == "error"
    assert found["message"]["text"].startswith("Dòng 1 in 5.000, cộng được 4.900.")
    (location,) = found["locations"]
    physical = location["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "plans/a/b/annexes/x.yaml"
    assert physical["region"] == {"startLine": 12, "startColumn": 7}
    assert location["logicalLocations"] == [
        {"fullyQualifiedName": "annexes/x/rows/1/amounts/total"}
    ]
    assert found["suppressions"] == []


def test_accepted_finding_is_suppressed_with_its_reason(result: Make, accepted: Diagnostic) -> None:
    """An accepted finding is in the log, suppressed, with the waiver's reason."""
    (found,) = _run(report("sarif", result(accepted)))["results"]
    assert found["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "Văn bản in như vậy."}
    ]


def test_file_name_is_a_uri(result: Make, error: Make) -> None:
    """Spaces, Vietnamese letters, percent signs and bytes that are no text are encoded."""
    (found,) = _run(report("sarif", result(error(file="plans/ở đây %41\udcff.yaml"))))["results"]
    uri = found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "plans/%E1%BB%9F%20%C4%91%C3%A2y%20%2541%FF.yaml"


def test_fingerprint_stays_when_lines_move(result: Make, error: Make) -> None:
    """The fingerprint depends on plan, rule and place, not on the line."""

    def fingerprint(diagnostic: Diagnostic) -> object:
        return _run(report("sarif", result(diagnostic)))["results"][0]["partialFingerprints"]

    assert fingerprint(error()) == fingerprint(error(line=99, message="Khác."))
    assert fingerprint(error()) != fingerprint(error(place="annexes/x/rows/2/amounts/total"))
    assert fingerprint(error()) != fingerprint(replace(error(), plan_id="a/c"))
