"""What validation refuses: formulas, controls and bidi signs anywhere, free text in ids and codes."""

import copy
import json

import pytest

from generator import located, schema
from generator.located import is_formula
from tests.injection.attack import all_fields, base_parts
from tests.injection.payloads import CONTROLS, FORMULAS, INLINE, LIST_ITEMS

IDS = (
    "../../etc/passwd",
    "/etc/passwd",
    "..",
    ".",
    "%2e%2e",
    "a\\b",
    "con.yaml",
    "C:",
    "a b",
    "<script>",
    "A",
    "ạ",
    "",
    "-a",
    "a--b",
)
"""What could be a path, or another file's name, and is no id."""


_CODES = {"A", "a--b", "con.yaml"}
"""Those that could be a printed number."""


def codes(part: str, data: object, ascii_only: bool = False) -> set[str]:
    """Rules that refuse some data of a part, as it would stand in a file."""
    text = json.dumps(data, ensure_ascii=ascii_only)
    reading = located.read(text.encode("utf-8", "surrogatepass"))
    found = {problem.rule.code for problem in reading.problems}
    if reading.located is not None:
        found |= {finding.rule.code for finding in schema.validate(part, reading.located).findings}
    return found


@pytest.fixture(scope="module")
def parts() -> dict[str, object]:
    """The data of a project without faults."""
    return base_parts()


def test_every_free_field_refuses_formulas(parts: dict[str, object]) -> None:
    """Whatever field a formula stands in, the file is refused with the rule for formulas."""
    count = 0
    for number, place in enumerate(all_fields(copy.deepcopy(parts))):
        fresh = copy.deepcopy(parts)
        field = all_fields(fresh)[number]
        field.put(FORMULAS[number % len(FORMULAS)])
        assert "Y402" in codes(str(place.path[0]), fresh[str(place.path[0])]), place.path
        count += 1
    assert count > 290


@pytest.mark.parametrize("formula", FORMULAS)
def test_formulas_are_known(formula: str) -> None:
    """Each kind of formula is told from text, also with a text of a document behind it."""
    assert is_formula(formula)
    assert is_formula(f"{formula} Nâng cấp cổng dịch vụ công")


@pytest.mark.parametrize("text", [*LIST_ITEMS, *INLINE])
def test_what_documents_print_is_no_formula(text: str) -> None:
    """A dash, a list's item, a figure with its sign pass; so does what does not begin like one."""
    assert not is_formula(text)


@pytest.mark.parametrize("control", CONTROLS, ids=lambda sign: f"U+{ord(sign[0]):04X}")
@pytest.mark.parametrize("ascii_only", [False, True], ids=["as it is", "escaped"])
def test_controls_are_refused(control: str, ascii_only: bool) -> None:
    """Signs that hide or turn text are refused, written as they are or as an escape."""
    found = codes("plan", {"title": f"a{control}b"}, ascii_only)
    assert found & {"Y101", "Y103", "Y104", "Y105", "Y201"}


@pytest.mark.parametrize("name", IDS)
def test_ids_and_codes_refuse_paths(parts: dict[str, object], name: str) -> None:
    """No id, code or key of a mapping can be a path: each such field is tried."""
    tried = 0
    for number, place in enumerate(all_fields(copy.deepcopy(parts))):
        if place.free or place.name in {"Source.url", "Waiver.code"}:
            continue
        if name in _CODES and place.name.split(".")[1] in {"code", "group", "task"}:
            continue  # a printed number may be a letter; it is no address
        fresh = copy.deepcopy(parts)
        all_fields(fresh)[number].put(name)
        found = codes(str(place.path[0]), fresh[str(place.path[0])])
        assert any(code.startswith("S") for code in found), place.path
        tried += 1
    assert tried > 40


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "//evil.example", " https://a", "https://a b", "x"],
)
def test_addresses_are_of_the_web(parts: dict[str, object], address: str) -> None:
    """An address that a page would link to begins with http and holds no space."""
    plan = copy.deepcopy(parts["plan"])
    assert isinstance(plan, dict)
    plan["source"]["url"] = address
    assert {code[0] for code in codes("plan", plan)} == {"S"}
