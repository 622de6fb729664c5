"""The catalogue of rules: complete, in order, written in Vietnamese, with examples."""

import pkgutil
import re
from collections import Counter
from types import ModuleType

import pytest

from generator import checks
from generator.checks import CHECKS, RULES
from generator.checks.waiver_rules import WAIVER_RULES
from generator.diagnostics import Rule
from tests.checks.examples import EXAMPLES

FAMILIES = "YSRBTPDXW"
FUNCTIONS = ("check_plan", "check_registry", "check_library")
VIETNAMESE = re.compile(
    r"[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.I
)
ENGLISH = re.compile(
    r"\b(the|is|are|of|and|or|with|must|should|value of|error|warning|this|that|file|not|from)\b"
)
NAMED_IN_PLANS = re.compile(r"not-in-source|not-encoded|not_comparable|plans/\S+|\w+\.yaml")
"""Keys and file names are English; a page may name them."""

TOO_LARGE_TO_KEEP = {"Y301", "Y303"}
"""Rules that only a file of megabytes breaks; test_examples.py makes one."""

ids = [rule.code for rule in RULES]


def _module_name(rule: Rule) -> str:
    return f"{rule.code.lower()}_{rule.name.replace('-', '_')}"


def test_every_module_in_the_folder_is_registered() -> None:
    """A rule whose module nobody registered would never run."""
    found = {m.name for m in pkgutil.iter_modules(checks.__path__) if re.match(r"[a-z]\d", m.name)}
    assert {module.__name__.rsplit(".", 1)[1] for module in CHECKS} == found


def test_codes_are_unique_and_in_order() -> None:
    """Codes appear once each, family by family and number by number."""
    codes = [rule.code for rule in RULES]
    assert [code for code, times in Counter(codes).items() if times > 1] == []
    for letter in FAMILIES:
        family = [code for code in codes if code[0] == letter]
        assert family == sorted(family)
    assert [rule for rule in RULES if rule.code[0] == "W"] == list(WAIVER_RULES)


def test_names_are_unique() -> None:
    """A name stands for one rule."""
    assert [n for n, times in Counter(rule.name for rule in RULES).items() if times > 1] == []


@pytest.mark.parametrize("module", CHECKS, ids=lambda module: module.RULE.code)
def test_module_is_named_after_its_rule_and_has_a_check(module: ModuleType) -> None:
    """A module is found by its rule's code and name, and checks something."""
    assert module.__name__ == f"generator.checks.{_module_name(module.RULE)}"
    assert module.RULE.doc == module.__doc__
    assert any(callable(getattr(module, name, None)) for name in FUNCTIONS)


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_code_and_name_have_their_form(rule: Rule) -> None:
    """A code is a known letter and three digits, a name English words in kebab case."""
    assert re.fullmatch(rf"[{FAMILIES}][1-9]\d\d", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.name)


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_page_has_title_reason_and_remedy(rule: Rule) -> None:
    """A page has a one-line title, what is checked, why, and how to mend it."""
    title, *paragraphs = re.split(r"\n\s*\n", rule.doc.strip())
    assert "\n" not in title
    assert rule.title
    assert len(rule.title) <= 90
    kinds = [next((k for k in ("Vì sao:", "Cách sửa:") if p.startswith(k)), "") for p in paragraphs]
    assert kinds[0] == ""
    assert kinds.count("Vì sao:") == 1
    assert kinds.count("Cách sửa:") == 1
    assert kinds.index("Vì sao:") < kinds.index("Cách sửa:")


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_page_is_plain_vietnamese(rule: Rule) -> None:
    """A page is Vietnamese with its marks, without English sentences or markup."""
    for paragraph in re.split(r"\n\s*\n", rule.doc.strip()):
        assert VIETNAMESE.search(paragraph), paragraph
    text = NAMED_IN_PLANS.sub("", rule.doc)
    assert ENGLISH.findall(text) == []
    assert re.findall(r"[`*<>{}]|^#|\[[^]]+\]\(", text) == []


@pytest.mark.parametrize(
    "rule", [r for r in RULES if r.code not in TOO_LARGE_TO_KEEP], ids=lambda rule: rule.code
)
def test_rule_has_a_bad_and_a_good_example(rule: Rule) -> None:
    """Every rule shows a case that it finds and a near one that it lets pass."""
    folder = EXAMPLES / f"{rule.code}-{rule.name}"
    cases = [case.name for case in folder.iterdir()] if folder.is_dir() else []
    assert any(case.startswith("bad") for case in cases)
    assert any(case.startswith("good") for case in cases)
    assert all(case.startswith(("bad", "good")) for case in cases)


def test_every_example_folder_belongs_to_a_rule() -> None:
    """A folder left behind by a rule that is gone would be run for nothing."""
    known = {f"{rule.code}-{rule.name}" for rule in RULES} | {"base"}
    assert {folder.name for folder in EXAMPLES.iterdir()} - known == set()
