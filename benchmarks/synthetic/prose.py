"""What the text around the tables gives: objectives, work in prose, money in words, duties."""

from collections.abc import Mapping, Sequence
from typing import cast

from benchmarks.synthetic import words
from benchmarks.synthetic.annexes import MONEY, MoneyAnnex
from benchmarks.synthetic.data import Data, Value
from benchmarks.synthetic.phrases import printed, shares, split, work
from benchmarks.synthetic.slots import Slot
from generator.vietnamese import slugify, spell_number

_MILLION = 10**6


def objectives(slot: Slot, indicators: Sequence[Data]) -> list[Data]:
    """Viewpoints, a general objective, and specific ones that repeat figures of the table."""
    viewpoints = [
        _objective(f"quan-diem-{n}", "viewpoint", n, f"Phần II, mục I, điểm {n}", f"{work(slot)}.")
        for n in range(1, 6)
    ]
    first, last = slot.period
    general = (
        f"Đến năm {last}, {slot.topic} của {slot.place.kind} có chuyển biến rõ so với {first}."
    )
    chosen = slot.rng.sample([one for one in indicators if one["unit"] != "rank"], 12)
    return [
        *viewpoints,
        _objective("muc-tieu-chung", "general", 1, "Phần II, mục II", general),
        *(_specific(at, indicator) for at, indicator in enumerate(chosen, 1)),
    ]


def _objective(key: str, kind: str, code: int, place: str, text: str) -> Data:
    data: Data = {"id": key, "kind": kind, "place": place, "wording": "summary", "text": text}
    return data | ({"code": str(code)} if kind != "general" else {})


def _specific(number: int, indicator: Data) -> Data:
    target = cast(list[Data], indicator["targets"])[-1]
    figure = printed(target["value"])  # type: ignore[arg-type]
    words_of_figure = f"đạt {figure} vào năm {target['period']}"
    key = f"muc-tieu-{number}"
    place = f"Phần II, mục III, điểm {number}"
    text = f"{indicator['name']} {words_of_figure}."
    stated: Data = {"indicator": indicator["id"], "text": words_of_figure}
    stated |= {name: target[name] for name in ("period", "comparator", "value")}
    data = _objective(key, "specific", number, place, text)
    return data | {"indicators": [indicator["id"]], "states": [stated]}


def actions(slot: Slot) -> list[Data]:
    """The work that the prose tells, in groups that announce how many items they have."""
    sizes = split(slot.rng, 45, 6)
    groups: list[Value] = [
        _action_group(slot, number, size) for number, size in enumerate(sizes, 1)
    ]
    return [
        {
            "id": "nhiem-vu-giai-phap",
            "title": "Nhiệm vụ và giải pháp",
            "place": "Phần IV",
            "announced": [{"text": "06 nhóm nhiệm vụ", "count": 6, "of": "groups"}],
            "groups": groups,
        }
    ]


def _action_group(slot: Slot, number: int, size: int) -> Data:
    title = words.GROUPS[number - 1].format(topic=slot.topic)
    return {
        "id": f"nhom-{number}",
        "code": str(number),
        "title": title,
        "place": f"Phần IV, mục {number}",
        "summary": f"{work(slot)}; {slot.rng.choice(words.ALSO)}.",
        "announced": [{"text": f"{size:02} nội dung", "count": size, "of": "items"}],
        "items": [
            {"code": str(item), "title": work(slot), "summary": f"{work(slot)}."}
            for item in range(1, size + 1)
        ],
    }


def budget(slot: Slot, annex: MoneyAnnex) -> Data:
    """The total in digits and words, one part of it, and sources that add up to it."""
    total = annex.stated["total"]
    names = ("Ngân sách trung ương", "Ngân sách địa phương", "Nguồn hợp pháp khác")
    parts = shares(slot.rng, total, len(names), 10)
    column = next(iter(annex.stated))
    statements: list[Data] = [
        _statement("tong-kinh-phi", "Tổng kinh phí thực hiện", total, "total"),
        _statement(
            "phan-thu-nhat", "Trong đó, phần kinh phí thứ nhất", annex.stated[column], column
        )
        | {"part_of": "tong-kinh-phi"},
    ]
    sources: list[Data] = [
        {"code": str(at), "title": name, "unit": "million-vnd", "amount": part}
        for at, (name, part) in enumerate(zip(names, parts, strict=True), 1)
    ]
    return {
        "statements": statements,
        "sources": sources,
        "sources_of": "tong-kinh-phi",
        "place": "Phần V, mục II",
    }


def _statement(key: str, title: str, millions: int, column: str) -> Data:
    spelled = spell_number(millions * _MILLION)
    return {
        "id": key,
        "title": title,
        "place": "Phần V, mục I",
        "unit": "vnd",
        "amount": millions * _MILLION,
        "words": f"{spelled[0].upper()}{spelled[1:]} đồng",
        "adds": [{"annex": MONEY, "column": column}],
    }


def organisation(slot: Slot) -> Data:
    """Duties of ten bodies, and two reports."""
    agencies = slot.rng.sample(words.LEADS, 10)
    duties: list[Data] = [
        {
            "id": slugify(agency),
            "code": str(at),
            "agency": agency,
            "place": f"Phần VI, điểm {at}",
            "summary": [f"{work(slot)}." for _ in range(slot.rng.randint(1, 3))],
        }
        for at, agency in enumerate(agencies, 1)
    ]
    return {
        "duties": duties,
        "reporting": [_report(agencies[0], c) for c in ("hằng năm", "6 tháng")],
    }


def _report(agency: str, cycle: str) -> Data:
    return {
        "place": "Phần VI",
        "cycle": cycle,
        "from": agency,
        "to": "UBND tỉnh",
        "text": f"{agency} tổng hợp kết quả thực hiện, báo cáo {cycle}.",
    }


def waivers(annex: MoneyAnnex) -> list[Data]:
    """The accepted discrepancy of a plan that has one."""
    if annex.misplaced is None:
        return []
    return [
        {
            "code": "P102",
            "path": annex.misplaced.path,
            "stated": annex.misplaced.amount,
            "computed": 0,
            "reason": "Bảng in tiền ở cột của năm chưa thực hiện; các tổng đều đã tính khoản này.",
            "source": "Phụ lục I",
        }
    ]


def coverage() -> Mapping[str, Data]:
    """Everything is in the data but the context."""
    complete = ("objectives", "indicators", "actions", "tasks", "budget", "organisation")
    context: Data = {"state": "not-encoded", "note": "Phần bối cảnh, hiện trạng chưa mã hóa."}
    return {"context": context, **{section: {"state": "complete"} for section in complete}}
