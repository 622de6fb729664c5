"""Made-up plan files: odd texts in the places of a plan, written in many ways."""

import io
import random
from typing import Any

import yaml
from hypothesis import strategies as st
from ruamel.yaml import YAML

ODD_TEXTS = (
    "no",
    "Yes",
    "on",
    "y",
    "null",
    "~",
    "true",
    "1.10",
    "1.000",
    "01",
    "0x1F",
    "1e3",
    "12:30",
    "1_000",
    "2025",
    "2025-09-22",
    "2025-09-22 10:00:00",
    "2026-2030",
    "=",
    "<<",
    ">=",
    "≥ 50%",
    "- Sở Nội vụ",
    "-5",
    "? hỏi",
    "! nhấn",
    "& Đào tạo",
    "* sao",
    "# không phải chú thích",
    "a # b",
    "a#b",
    "a: b",
    "a:b",
    "hết:",
    "http://vi.du/a?b=c#d",
    "[Dự thảo] Kế hoạch",
    "{a}",
    "một, hai",
    "“ngoặc” «kép» 'đơn' \"kép\"",
    "\\n không phải xuống dòng",
    " đầu cách",
    "cuối cách ",
    "hai  cách",
    "xuống\ndòng",
    "xuống\n\nhai dòng\n",
    "…",
    "...",
    "--- gạch",
    "%",
    "@",
    "`",
    "|",
    "> 5",
    "🇻🇳 🚀",
    "Ủy ban nhân dân",
    "",
    "\u00a0cách cứng\u00a0",
    "dài " * 300,
)

TEXTS = st.one_of(
    st.sampled_from(ODD_TEXTS),
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"]),
        max_size=40,
    ),
    st.text(" :#-,[]{}\"'\\&*!|>%@`?=\nanô1.0", max_size=12),
)

NUMBERS = st.one_of(
    st.integers(0, 10**15),
    st.integers(-50, 50),
    st.floats(allow_nan=False, allow_infinity=False, width=32).map(lambda f: round(f, 3)),
    st.booleans(),
)

SCALARS = st.one_of(TEXTS, NUMBERS)


def record(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Some of the fields, in any order."""
    return st.lists(st.sampled_from(sorted(fields)), unique=True, min_size=1).flatmap(
        lambda keys: st.fixed_dictionaries({key: fields[key] for key in keys})
    )


AMOUNTS = st.dictionaries(
    st.sampled_from(("total", "y2025", "y2026", "khac", "2025")), st.integers(0, 10**12), max_size=4
)
TASK = record(
    task=SCALARS, title=TEXTS, lead=TEXTS, amounts=AMOUNTS, note=TEXTS, la=SCALARS, schedule=TEXTS
)
ROWS = st.recursive(
    st.lists(TASK, max_size=3),
    lambda rows: st.lists(
        st.one_of(TASK, record(group=TEXTS, title=TEXTS, stated=AMOUNTS, rows=rows)), max_size=3
    ),
    max_leaves=4,
)
ANNEX = record(
    title=TEXTS,
    unit=TEXTS,
    columns=st.lists(
        record(id=TEXTS, label=TEXTS, period=SCALARS, adds=st.lists(TEXTS, max_size=3)), max_size=3
    ),
    stated=AMOUNTS,
    rows=ROWS,
    note=TEXTS,
)
TARGET = record(period=SCALARS, comparator=TEXTS, value=SCALARS, text=TEXTS, note=TEXTS)
INDICATORS = st.fixed_dictionaries(
    {
        "indicators": st.lists(
            record(
                id=TEXTS,
                code=SCALARS,
                name=TEXTS,
                targets=st.lists(TARGET, max_size=3),
                baselines=st.lists(TARGET, max_size=2),
            ),
            max_size=3,
        )
    }
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(TEXTS.filter(lambda text: len(text) < 100), inner, max_size=3),
    ),
    max_leaves=8,
)
PARTS = st.one_of(
    st.tuples(st.just("annexes/phu-luc-1"), ANNEX),
    st.tuples(st.just("indicators"), INDICATORS),
    st.tuples(st.just("registry/agencies"), ANYTHING),
)


def written_by_pyyaml(data: object, *, flow: bool | None, width: int, style: str | None) -> str:
    """A file as PyYAML writes it."""
    text: str = yaml.safe_dump(
        data,
        allow_unicode=True,
        default_flow_style=flow,
        width=width,
        default_style=style,
        sort_keys=False,
    )
    return text


def written_by_ruamel(data: object, *, width: int, indent: int) -> str:
    """A file as ruamel.yaml writes it."""
    writer = YAML()
    writer.width = width
    writer.indent(mapping=indent, sequence=indent + 2, offset=indent)
    stream = io.StringIO()
    writer.dump(data, stream)
    return stream.getvalue()


def with_remarks(text: str, seed: int) -> str:
    """The file with comments and blank lines strewn between its lines and after them."""
    chance = random.Random(seed)  # noqa: S311 - a test, no secret
    lines = []
    for line in text.split("\n"):
        if chance.random() < 0.15:
            lines.append(" " * chance.randrange(0, 9) + f"# ghi {chance.randrange(1000)}")
        if chance.random() < 0.1:
            lines.append("")
        beside = f"  # cạnh {chance.randrange(1000)}" if chance.random() < 0.15 else ""
        lines.append(line + beside)
    return "\n".join(lines)
