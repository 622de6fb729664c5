"""Which plan of the library a citation means."""

from typing import Any

import pytest

from generator.model import Citation, Documents, Library, Plan, PlanMeta, Provinces, Registry
from generator.model.replacements import plan_of, replacements

PROVINCES = {
    "moi": {"name": "Mới", "kind": "tỉnh", "predecessors": ["cu", "xua"]},
    "cu": {"name": "Cũ", "kind": "tỉnh"},
    "xua": {"name": "Xưa", "kind": "tỉnh"},
    "la": {"name": "Lạ", "kind": "tỉnh"},
}
META: dict[str, Any] = {
    "kind": "ke-hoach",
    "title": "Kế hoạch",
    "short_title": "Kế hoạch",
    "issuer": "ubnd-tinh",
    "period": "2025-2030",
    "summary": "Không có thật.",
    "source": {"description": "Không có."},
    "coverage": {},
}


def plan(plan_id: str, number: str | None = None, day: str | None = None, **meta: Any) -> Plan:
    """A plan of a province, with a number and a day."""
    keys = {"number": number, "issued_on": day}
    given = {key: value for key, value in keys.items() if value is not None}
    province, slug = plan_id.split("/")
    return Plan(province, slug, PlanMeta.model_validate({**META, **given, **meta}))


def library(*plans: Plan, **document: Any) -> Library:
    """Plans, with one document `d` numbered 05/KH-UBND."""
    card = {"kind": "Kế hoạch", "title": "Kế hoạch", "number": "05/KH-UBND", **document}
    return Library(
        plans,
        Registry(
            provinces=Provinces.model_validate({"provinces": PROVINCES}).provinces,
            documents=Documents.model_validate({"documents": {"d": card}}).documents,
        ),
    )


CITING = plan("moi/01", "01/KH-UBND", "2025-09-01")


def meant(*others: Plan, citing: Plan = CITING, **document: Any) -> str | None:
    """Id of the plan that is meant when one plan says that it replaces `d`."""
    found = plan_of(
        library(citing, *others, **document), citing, "replaces", Citation(document="d")
    )
    return found.id if found else None


def test_a_plan_is_known_by_its_number() -> None:
    """The plan with the document's number is meant, however its case and marks are typed."""
    assert meant(plan("moi/02", "05/kh-ubnd"), plan("moi/03", "06/KH-UBND")) == "moi/02"
    assert meant(plan("moi/02", "7/KH"), aliases=["7/KH"]) == "moi/02"


def test_a_plan_without_a_number_is_not_known() -> None:
    """Neither a plan nor a document that leaves its number blank is recognised."""
    assert meant(plan("moi/02")) is None
    assert meant(plan("moi/02", "05/KH-UBND"), number=None) is None


@pytest.mark.parametrize(("province", "known"), [("moi", True), ("cu", True), ("la", False)])
def test_a_plan_replaces_those_of_its_province_and_of_its_predecessors(
    province: str, known: bool
) -> None:
    """The same number in a province that has nothing to do with it is another document."""
    assert (meant(plan(f"{province}/02", "05/KH-UBND")) is not None) is known


def test_a_merger_has_a_direction() -> None:
    """A plan of a former province replaces none of the merged one, but gives way to it."""
    old, new = plan("cu/01", "01/KH"), plan("moi/02", "05/KH-UBND")
    assert meant(new, citing=old) is None
    found = plan_of(library(old, new), old, "replaced_by", Citation(document="d"))
    assert found is not None
    assert found.id == "moi/02"


def test_numbers_begin_anew_each_year() -> None:
    """A plan of another year with the same number is another document."""
    other = plan("moi/02", "05/KH-UBND", "2024-02-01")
    assert meant(other, issued_on="2025-02-01") is None
    assert meant(other, issued_on="2024-03-01") == "moi/02"
    assert meant(other) == "moi/02"


def test_the_day_then_the_issuer_decide_among_several() -> None:
    """Two former provinces may have given the same number in the same year."""
    two = (plan("cu/02", "05/KH-UBND", "2025-02-01"), plan("xua/02", "05/KH-UBND", "2025-03-01"))
    assert meant(*two) is None
    assert meant(*two, issued_on="2025-03-01") == "xua/02"
    assert meant(*two, issuer="UBND tỉnh Cũ") == "cu/02"


def test_a_plan_does_not_replace_itself() -> None:
    """A plan that cites its own number means another document or is wrong elsewhere."""
    assert meant(citing=plan("moi/01", "05/KH-UBND")) is None


def test_an_unknown_document_is_no_plan() -> None:
    """A citation that another rule reports is passed over here."""
    citing = plan("moi/01", replaces=[{"document": "khong-co"}])
    assert list(replacements(library(citing, plan("moi/02", "05/KH-UBND")))) == []


def test_a_replacement_tells_which_plan_gives_way() -> None:
    """Whichever side cites, the one replaced and the one replacing are the same."""
    new = plan("moi/01", "01/KH", replaces=[{"document": "d"}])
    old = plan("cu/02", "05/KH-UBND")
    (one,) = replacements(library(new, old))
    assert (one.replacing.id, one.replaced.id, one.index) == ("moi/01", "cu/02", 0)
    old = plan("cu/02", "02/KH", replaced_by=[{"document": "d"}])
    (one,) = replacements(library(plan("moi/01", "05/KH-UBND"), old))
    assert (one.replacing.id, one.replaced.id, one.role) == ("moi/01", "cu/02", "replaced_by")
