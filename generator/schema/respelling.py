"""Finds numbers that YAML took otherwise than they were meant: rule Y401.

Only the model knows that an integer or a code belongs somewhere, so the rule of family Y is
told here.
"""

import re
from collections.abc import Collection, Iterator

from generator.diagnostics import Finding, Path
from generator.located import Located
from generator.located.rules import NUMBER_CHANGED
from generator.schema.mistakes import Mistake, value_at
from generator.schema.wording import Verdict, label

_THOUSANDS = re.compile(r"[-+]?[0-9]{1,3}\.[0-9]{3}")


def verdict_of(mistake: Mistake, raw: str | None, respelled: bool) -> Verdict | None:
    """Say whether a mistake comes from YAML's reading of a number.

    Args:
        mistake: A mistake of the model.
        raw: Source text of the value.
        respelled: Whether the number is not written the shortest way.

    Returns:
        What to say instead of the model's complaint; None when the number was not changed.
    """
    value = mistake.value
    if raw is None or isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if mistake.kind == "string_type" and (respelled or isinstance(value, float)):
        return _verdict(mistake.path, value, raw, f'Đặt trong dấu nháy: "{raw}"')
    wants_integer = mistake.kind in {"int_type", "period_value"}
    if wants_integer and isinstance(value, float) and _looks_whole(value, raw):
        return _verdict(mistake.path, value, raw, _whole_hint(value, raw))
    return None


def changed_numbers(located: Located, told: Collection[Path]) -> Iterator[Finding]:
    """Find numbers that the model accepts although they were meant otherwise: `01`, `1.000`.

    Args:
        located: The data.
        told: Paths that already have a finding.

    Yields:
        Findings whose paths lack the part.
    """
    for path in located.respelled:
        value, raw = value_at(located.data, path), located.spots[path].raw or ""
        # A figure with three decimals, not written the shortest way, is a Vietnamese thousand.
        if path not in told and (isinstance(value, int) or _THOUSANDS.fullmatch(raw)):
            verdict = _verdict(path, value, raw, _whole_hint(value, raw))
            yield Finding(verdict.rule, path, verdict.message, verdict.hint)


def _looks_whole(value: float, raw: str) -> bool:
    return value.is_integer() or bool(_THOUSANDS.fullmatch(raw))


def _whole_hint(value: int | float, raw: str) -> str:
    if _THOUSANDS.fullmatch(raw):
        return (
            f"Nếu dấu chấm ngăn hàng nghìn thì viết liền {raw.replace('.', '')}; "
            f"nếu là số lẻ thì viết {value:g}."
        )
    return f"Viết {int(value)}."


def _verdict(path: Path, value: int | float, raw: str, hint: str) -> Verdict:
    message = f"{label(path)} viết là {raw} nhưng YAML hiểu là số {value}."
    if repr(value) == raw:
        message = f"{label(path)} viết là {raw}, YAML hiểu đó là một số thập phân."
    return Verdict(NUMBER_CHANGED, message, hint)
