"""Building blocks of the models: strict frozen records and the few types they share."""

import os
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    Strict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

T = TypeVar("T")

FIRST_YEAR, LAST_YEAR = 1945, 2100

# What a plan may hold is not for a plugin of another package to change; and looking for one would
# read about every package that is installed.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


class Record(BaseModel):
    """A closed, frozen, strictly typed piece of a plan: an unknown key is an error.

    Its validator is built when it is first asked for: most are only ever a part of another one.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


Items = Annotated[tuple[T, ...], Strict(False)]
"""A YAML sequence, frozen."""

Text = Annotated[str, StringConstraints(pattern=r"^\S(.*\S)?$", max_length=5000)]
"""One line of text, as printed or as summarised, without white space at its ends."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""An id: lower-case ASCII words joined by hyphens. It is an address, so it never changes."""

Code = Annotated[
    str, StringConstraints(pattern=r"^[0-9A-Za-zĐđ]+([.)(/-]*[0-9A-Za-zĐđ]+)*$", max_length=20)
]
"""A number as printed before a row, `II.1` or `1.10`. Always a string."""

Amount = Annotated[int, Field(ge=0, le=10**17)]
"""An amount of money in the unit of its table; exact."""


def _parse_number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise PydanticCustomError("number_type", "cần một số, không đặt trong dấu nháy")
    return Decimal(str(value))


Number = Annotated[Decimal, PlainValidator(_parse_number), WithJsonSchema({"type": "number"})]
"""An exact decimal figure, written with a point in YAML: `42.05`."""


def _parse_date(value: object) -> date:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError(
        "date_value", "cần một ngày có thật, viết theo thứ tự năm-tháng-ngày: 2025-09-22"
    )


IsoDate = Annotated[
    date,
    PlainValidator(_parse_date),
    WithJsonSchema(
        {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
    ),
]
"""A calendar day, `2025-09-22`."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A year or a span of years, both ends included."""

    start: int
    end: int

    def __str__(self) -> str:
        """`2025` or `2026-2030`, as written in YAML."""
        return str(self.start) if self.start == self.end else f"{self.start}-{self.end}"

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share a year."""
        return self.start <= other.end and other.start <= self.end

    def contains(self, other: "Period") -> bool:
        """Whether the other lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


def parse_period(value: object) -> Period:
    """Read a period as YAML gives it.

    Args:
        value: A year as an integer or string, or `YYYY-YYYY`.

    Returns:
        The period.

    Raises:
        PydanticCustomError: Not a year or span, years out of reach, or the wrong way round.
    """
    match = (
        re.fullmatch(r"([0-9]{4})(?:-([0-9]{4}))?", str(value))
        if isinstance(value, int | str) and not isinstance(value, bool)
        else None
    )
    if match:
        start = int(match[1])
        end = int(match[2] or match[1])
        if FIRST_YEAR <= start <= end <= LAST_YEAR:
            return Period(start, end)
    raise PydanticCustomError(
        "period_value", "cần một năm (2025) hoặc một giai đoạn từ năm trước đến năm sau (2026-2030)"
    )


PeriodField = Annotated[
    Period,
    PlainValidator(parse_period),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
                {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{4})?$"},
            ]
        }
    ),
]

Better = Literal["higher", "lower", "none"]
Comparator = Literal["=", ">=", ">", "<=", "<", "range", "rank-within", "qualitative"]


def discriminate_row(value: Any) -> str:
    """Tell a group from a task by the key that carries its code, or else by its rows."""
    keys = value if isinstance(value, dict) else getattr(value, "__dict__", {})
    return "group" if "group" in keys or ("rows" in keys and "task" not in keys) else "task"
