"""Puts the cells of a row into its columns where the row has too few or too many of them."""

import re
from collections.abc import Sequence
from functools import cache
from math import inf
from typing import Final

from generator.authoring.importing.roles import Role
from generator.vietnamese import fold, read_schedule

_AGENCY: Final = re.compile(
    r"^(cac |mot so )?(so|ban|bo|ubnd|uy ban|cong an|van phong|ngan hang|bao|dai|truong|vien|hoi|cuc"
    r"|chi cuc|thanh tra|tinh|thanh pho|huyen|xa|phuong|dia phuong|co quan|don vi|doanh nghiep"
    r"|trung tam|lien doan|kho bac|bhxh|bao hiem|mat tran|hdnd|hoi dong|vpubnd|nganh|to chuc)\b"
)
_AMOUNT: Final = re.compile(r"[0-9][0-9.,]*")
_LONG: Final = 45


def align(texts: Sequence[str], roles: Sequence[Role]) -> list[int]:
    """Find the column of each cell, in order.

    Args:
        texts: The cells that are there.
        roles: Role of each column.

    Returns:
        Column of each cell, from 0. Several cells share a column only when there are more cells
        than columns. Of two ways that are as good the one further left is taken.
    """
    count, width = len(texts), len(roles)
    share = count > width
    best = [[inf] * (width + 1) for _ in range(count + 1)]
    best[count] = [0.0] * (width + 1)
    pick = [[0] * (width + 1) for _ in range(count)]
    for at in reversed(range(count)):
        for first in reversed(range(width)):
            for column in range(first, width):
                after = column if share else column + 1
                cost = -_affinity(texts[at], roles[column]) + best[at + 1][after]
                cost += _skipped(roles[first:column]) + (0.4 if share and column == first else 0)
                if cost < best[at][first]:
                    best[at][first], pick[at][first] = cost, column
    return list(_picked(pick, share))


def _skipped(roles: Sequence[Role]) -> float:
    """What it costs to leave columns empty: a row always has a name."""
    return 0.01 * len(roles) + 5 * (Role.TITLE in roles)


def _picked(pick: list[list[int]], share: bool) -> list[int]:
    first, columns = 0, []
    for row in pick:
        columns.append(row[first])
        first = row[first] if share else row[first] + 1
    return columns


@cache
def _affinity(text: str, role: Role) -> float:
    """How well a text fits a column, from -3 to 2."""
    plain = fold(text)
    if not plain:
        return 0
    amount = bool(_AMOUNT.fullmatch(plain))
    agency = bool(_AGENCY.match(plain))
    match role:
        case Role.MONEY:
            return 2 if amount else -3
        case Role.SCHEDULE:
            return 2 if _tells_time(text) else -1.5
        case Role.LEAD | Role.COORDINATORS:
            return 1.5 if agency else -2 if amount or _tells_time(text) else -0.5
        case Role.TITLE:
            return 1 if len(plain) > _LONG else 0.2 if not amount else -2
        case Role.UNIT:
            return 1 if _is_unit_like(plain) and not amount and not agency else -1.5
        case Role.TARGET | Role.BASELINE:
            return 1 if any(sign.isdigit() for sign in plain) else -0.3
        case _:
            return 0 if not amount else -0.5


def _is_unit_like(plain: str) -> bool:
    """A unit is a word or two and names one thing."""
    return len(plain) < 25 and "," not in plain and ";" not in plain


def _tells_time(text: str) -> bool:
    plain = fold(text)
    return bool(re.search(r"(19|20)[0-9]{2}|thuong xuyen|hang nam|hang nam|\bquy\b", plain)) or (
        read_schedule(text) is not None
    )
