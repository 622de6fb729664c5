"""For code scanning: a SARIF 2.1.0 log with the rules, their help, and every finding."""

import json
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.checks import RULES
from generator.diagnostics import Diagnostic, Rule, Severity, Status
from generator.reporters.view import View, rule_address, write_figures

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "PROJECTROOT"
_LEVELS = {Severity.ERROR: "error", Severity.NOTE: "note"}


def render(view: View) -> str:
    """Write one run of the tool.

    Args:
        view: What was found.

    Returns:
        A SARIF log in UTF-8; accepted findings are in it as suppressed ones.
    """
    found = {
        diagnostic.finding.rule.code: diagnostic.finding.rule for diagnostic in view.diagnostics
    }
    rules = tuple(({rule.code: rule for rule in RULES} | found).values())
    positions = {rule.code: position for position, rule in enumerate(rules)}
    run = {
        "tool": {"driver": _driver(rules)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "Thư mục của dự án"}}},
        "results": [_result(view, diagnostic, positions) for diagnostic in view.diagnostics],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _driver(rules: tuple[Rule, ...]) -> dict[str, Any]:
    return {
        "name": "kehoach",
        "semanticVersion": __version__,
        "language": "vi",
        "rules": [_rule(rule) for rule in rules],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": _first_paragraph(rule)},
        "help": {"text": rule.doc.strip()},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"page": rule_address(rule.code)},
    }


def _first_paragraph(rule: Rule) -> str:
    """What is checked, on one line; the title where a page has nothing more."""
    paragraphs = rule.doc.strip().split("\n\n")
    return " ".join(paragraphs[min(1, len(paragraphs) - 1)].split())


def _result(view: View, diagnostic: Diagnostic, positions: dict[str, int]) -> dict[str, Any]:
    rule = diagnostic.finding.rule
    return {
        "ruleId": rule.code,
        "ruleIndex": positions[rule.code],
        "level": _LEVELS[rule.severity],
        "message": {"text": _message(view, diagnostic)},
        "locations": [_location(diagnostic)],
        "partialFingerprints": {"place/v1": _fingerprint(diagnostic)},
        "suppressions": _suppressions(diagnostic),
    }


def _message(view: View, diagnostic: Diagnostic) -> str:
    finding = diagnostic.finding
    figures = write_figures(finding.figures, view.units) if finding.figures else ""
    return "\n".join(text for text in (finding.message, figures, finding.hint) if text)


def _location(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {
                "uri": quote(diagnostic.file, errors="surrogateescape"),
                "uriBaseId": _ROOT,
            },
            "region": {"startLine": diagnostic.line, "startColumn": diagnostic.column},
        },
        "logicalLocations": [{"fullyQualifiedName": diagnostic.place}],
    }


def _fingerprint(diagnostic: Diagnostic) -> str:
    """The same while the place stays the same, however the lines move."""
    words = (diagnostic.plan_id, diagnostic.finding.rule.code, diagnostic.place)
    return sha256("\0".join(words).encode(errors="surrogatepass")).hexdigest()


def _suppressions(diagnostic: Diagnostic) -> list[dict[str, str]]:
    if diagnostic.status is not Status.ACCEPTED:
        return []
    return [{"kind": "external", "status": "accepted", "justification": diagnostic.reason}]
