"""Writes the page of figures for developers, and the table in the guide for citizens."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.power.counts import Bound, Count, beyond_reach, total
from benchmarks.power.reasons import REASONS

PAGE = Path("docs/dev/detection-power.md")
GUIDE = Path("docs/huong-dan/kiem-tra-tim-duoc-gi.md")
BEGIN, END = "<!-- make power: from here -->", "<!-- make power: to here -->"

KINDS = {
    "digit": "another digit",
    "digits-swapped": "two neighbouring digits swapped",
    "times-1000": "×1,000",
    "by-1000": "÷1,000, even",
    "by-1000-fraction": "÷1,000, leaving a fraction",
    "unit": "another unit of money",
    "column-slip": "one column to the side",
    "figures-exchanged": "figures of two neighbours exchanged",
    "target-lowered": "target made easier by a tenth",
    "row-dropped": "row dropped",
    "row-doubled": "row doubled",
    "rows-swapped": "two neighbouring rows swapped",
    "agency-misspelt": "agency misspelt",
    "deadline-outside": "time moved outside the plan",
}
"""What went wrong, in the order of the page."""

HEAD = """---
title: Detection power
description: How many slips of a hand the checks find in the five plans, by which rule, and which nothing could find.
---

# Detection power

`make power` makes every error of the kinds below in the five plans, one at a time, in the text of the
file as a hand would, and asks the program what `kehoach check` asks: reading, schema, checks, waivers,
and the checks across plans. An error is *found* when an open error appears that was not there before; a
waiver that no longer fits counts, by its rule W1xx. A new *note* stops nothing and is counted apart.

The whole page is written by the program. Which digit comes instead of another,
and which letter is lost, is drawn from a seed that depends on the place alone, so a second run gives the
same bytes.
"""

HOW = """
## How the errors are made

- **Another digit**: at each digit of each figure, one other digit, drawn by seed.
- **Number only, number and words**: a figure of an indicator stands twice in the data, as a number and in
  its printed words. A slip while typing touches one of them; a misreading of the document goes into both,
  and only another place of the document can tell.
- **×1,000, ÷1,000**: every amount but 0. What does not divide evenly leaves a fraction, which no amount may
  have; it is counted apart, because it is found by its form.
- **One column to the side**: all amounts of a row, to the right and to the left; what slips over the edge is
  lost.
- **Figures of two neighbours exchanged**: the amounts of two tasks in each other's place.
- **Target made easier by a tenth**: against the direction of its indicator, by one step at least.
- **Rows**: dropped, doubled, or swapped with the next one of the same list, with all that stands in them.
- **Agency misspelt**: in each cell that names agencies, one letter lost, two neighbouring letters swapped,
  one tone mark lost, each at one place drawn by seed.
- **Time moved outside**: the last year of a schedule to five years after the plan's last year, or all of its
  years to before the first; the year of a target to five years after.

## What the figures do not say

Errors are made one at a time; two that cancel each other out are not made. Words of titles and summaries
are not touched: nothing but the [second reading](../huong-dan/doi-chieu.md) tells those. And the five
plans are what they are: a plan whose tables print no totals would leave more unseen.
"""


def page(counts: Sequence[Count], held: Sequence[Bound]) -> str:
    """The page for developers, from front matter to the last line."""
    return "\n".join(
        (
            HEAD,
            *_totals(counts),
            *_by_kind(counts),
            *_by_plan(counts),
            *_by_reason(counts),
            *_bounds(held),
            HOW,
        )
    )


def _totals(counts: Sequence[Count]) -> Iterator[str]:
    whole = total(counts)
    reach = whole.made - beyond_reach(whole)
    yield (
        f"**{whole.made:,} errors were made; {whole.errors:,} were found ({_share(whole.errors, whole.made)}), "
        f"{whole.notes:,} more were told by a note only. {beyond_reach(whole):,} could be told by "
        f"nothing in the document; of the {reach:,} others {_share(whole.errors, reach)} were found.**\n"
    )


def _by_kind(counts: Sequence[Count]) -> Iterator[str]:
    yield "## By kind of error\n"
    yield "| error | with | made | found | note only | not found | told mostly by |"
    yield "|---|---|---|---|---|---|---|"
    for kind, words in KINDS.items():
        for thing in sorted({one.thing for one in counts if one.kind == kind}):
            row = total(one for one in counts if (one.kind, one.thing) == (kind, thing))
            yield _row((words, thing), row, _rules(row))
    yield ""


def _by_plan(counts: Sequence[Count]) -> Iterator[str]:
    yield "## By plan\n"
    yield "| plan | made | found | note only | not found | told mostly by |"
    yield "|---|---|---|---|---|---|"
    for plan_id in sorted({one.plan_id for one in counts}):
        row = total(one for one in counts if one.plan_id == plan_id)
        yield _row((f"`{plan_id}`",), row, _rules(row))
    yield ""


def _row(names: tuple[str, ...], row: Count, rules: str) -> str:
    figures = (row.made, row.errors, row.notes, row.missed)
    return "| " + " | ".join((*names, *(f"{n:,}" for n in figures), rules)) + " |"


def _rules(row: Count) -> str:
    most = sorted(row.rules.items(), key=lambda rule: (-rule[1], rule[0]))[:3]
    return ", ".join(f"{code} ({_share(number, row.errors)})" for code, number in most) or "—"


def _by_reason(counts: Sequence[Count]) -> Iterator[str]:
    yield "## Why the others were not found\n"
    yield (
        "Told by the program from the data around each error; those that a note tells are in here too. What the document alone could tell, were there "
        "a rule for it, is marked: that is where the checks can still grow.\n"
    )
    yield "| why | errors | could be told |"
    yield "|---|---|---|"
    for at, reason in enumerate(REASONS):
        with_it = [one for one in counts if str(at) in one.reasons]
        number = sum(one.reasons[str(at)] for one in with_it)
        if number:
            kinds = sorted({_named(one) for one in with_it})
            could = f"**yes**: {'; '.join(kinds)}" if reason.findable else "no"
            yield f"| {reason.words} | {number:,} | {could} |"
    yield ""


def _named(one: Count) -> str:
    return f"{KINDS[one.kind]}, {one.thing}"


def _bounds(held: Sequence[Bound]) -> Iterator[str]:
    yield "## What holds a figure\n"
    yield (
        "For an amount: the additions that it takes part in (columns of its row, rows of its group or table, "
        "totals of the prose, an amount in words). For a figure of an indicator: the other places that repeat "
        "it. Told from the record, not by the checks. A figure that nothing holds can be anything, unless the "
        "order of the targets or 100 % happens to be crossed.\n"
    )
    yield "| figures | all | held by nothing | once | twice | three times or more |"
    yield "|---|---|---|---|---|---|"
    for one in held:
        yield (
            f"| {one.thing} | {sum(one.held):,} | " + " | ".join(f"{n:,}" for n in one.held) + " |"
        )


def _share(part: int, whole: int) -> str:
    """A share in per cent, never rounded up to all."""
    if not whole:
        return "0 %"
    tenths = part * 1000 // whole
    return "100 %" if part == whole else f"{tenths // 10}.{tenths % 10} %"


_MONEY = ("amount of a task", "printed total", "total in the prose")
_LINES: tuple[tuple[str, Callable[[Count], bool]], ...] = (
    (
        "Số tiền trong bảng và trong lời văn: sai một chữ số, hoặc đảo hai chữ số cạnh nhau",
        lambda c: c.kind in {"digit", "digits-swapped"} and c.thing in _MONEY,
    ),
    (
        "Số tiền nhầm đơn vị (gấp hoặc chia một nghìn lần), hoặc nhầm đơn vị của cả bảng",
        lambda c: c.kind in {"times-1000", "by-1000", "by-1000-fraction", "unit"},
    ),
    ("Cả dòng tiền lệch sang cột bên cạnh", lambda c: c.kind == "column-slip"),
    (
        "Số tiền của hai nhiệm vụ liền nhau bị đổi chỗ cho nhau",
        lambda c: c.kind == "figures-exchanged",
    ),
    (
        "Mục tiêu gõ sai một chữ số hoặc đảo chữ số, nguyên văn bên cạnh vẫn đúng",
        lambda c: c.kind in {"digit", "digits-swapped"} and c.thing == "target, number only",
    ),
    (
        "Mục tiêu đọc sai một chữ số, nguyên văn bên cạnh cũng sai theo",
        lambda c: c.kind in {"digit", "digits-swapped"} and c.thing == "target, number and words",
    ),
    (
        "Mục tiêu bị làm cho dễ hơn một phần mười, cả con số lẫn nguyên văn",
        lambda c: c.kind == "target-lowered" and c.thing.endswith("words"),
    ),
    (
        "Hiện trạng đọc sai, nguyên văn bên cạnh cũng sai theo",
        lambda c: c.thing == "baseline, number and words",
    ),
    ("Tên cơ quan sai một chữ hoặc thiếu một dấu", lambda c: c.kind == "agency-misspelt"),
    (
        "Thời gian hoặc năm của mục tiêu bị chuyển ra ngoài kế hoạch",
        lambda c: c.kind == "deadline-outside",
    ),
    (
        "Một nhiệm vụ hoặc một nhóm trong bảng bị bỏ sót",
        lambda c: c.kind == "row-dropped" and c.thing.endswith("of a table"),
    ),
    (
        "Một nhiệm vụ hoặc một nhóm trong bảng bị chép hai lần",
        lambda c: c.kind == "row-doubled" and c.thing.endswith("of a table"),
    ),
    (
        "Hai nhiệm vụ hoặc hai nhóm liền nhau trong bảng bị đổi chỗ",
        lambda c: c.kind == "rows-swapped" and c.thing.endswith("of a table"),
    ),
    (
        "Một chỉ tiêu bị bỏ sót",
        lambda c: c.kind == "row-dropped" and c.thing == "indicator",
    ),
    (
        "Một mốc của chỉ tiêu bị bỏ sót",
        lambda c: c.kind == "row-dropped" and c.thing == "target of an indicator",
    ),
    (
        "Một mục tiêu bằng lời bị bỏ sót",
        lambda c: c.kind == "row-dropped" and c.thing == "objective",
    ),
)
"""What a citizen may ask, and the kinds of error that answer it."""


def table_for_citizens(counts: Sequence[Count]) -> str:
    """The table of the guide, with figures as Vietnamese readers write them."""
    lines = ["| Lỗi được tạo ra | Số lần thử | Tìm được |", "|---|---|---|"]
    for words, belongs in _LINES:
        row = total(one for one in counts if belongs(one))
        found = f"{_dotted(row.errors)} ({_share(row.errors, row.made).replace('.', ',')})"
        lines.append(f"| {words} | {_dotted(row.made)} | {found} |")
    whole = total(counts)
    share = _share(whole.errors, whole.made).replace(".", ",")
    lines.append(
        f"| **Mọi lỗi đã thử, kể cả các loại không nêu ở trên** | **{_dotted(whole.made)}** "
        f"| **{_dotted(whole.errors)} ({share})** |"
    )
    return "\n".join(lines)


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def with_table(guide: str, table: str) -> str:
    """The guide with its table replaced."""
    before, _, rest = guide.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{table}\n\n{END}{after}"
