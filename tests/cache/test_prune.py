"""Pruning: what nobody uses goes, and the cache does not grow without end."""

import os
import time
from pathlib import Path

from generator.cache import Cache, fingerprint

DAY = 24 * 3600


def filled(folder: Path, ages: dict[str, float]) -> dict[str, str]:
    """A cache with an entry of a thousand bytes for each name, last asked for so many days ago."""
    cache, keys = Cache(folder), {}
    for name, days in ages.items():
        keys[name] = fingerprint([name.encode()])
        cache.put(keys[name], name * 1000)
        file = folder / keys[name][:2] / keys[name][2:]
        os.utime(file, (time.time() - days * DAY,) * 2)
    return keys


def kept(folder: Path, keys: dict[str, str]) -> set[str]:
    """Names whose entry is there."""
    return {name for name, key in keys.items() if Cache(folder).get(key) is not None}


def test_what_nobody_asked_for_in_two_weeks_goes(tmp_path: Path) -> None:
    """A day less than that stays."""
    keys = filled(tmp_path, {"a": 13, "b": 15})
    Cache(tmp_path).prune()
    assert kept(tmp_path, keys) == {"a"}


def test_beyond_its_size_the_oldest_go(tmp_path: Path) -> None:
    """Room for two entries keeps the two that were asked for last."""
    keys = filled(tmp_path, {"a": 3, "b": 1, "c": 2})
    Cache(tmp_path).prune(most=2500)
    assert kept(tmp_path, keys) == {"b", "c"}


def test_no_cache_has_nothing_to_prune() -> None:
    """And it does not fail."""
    Cache(None).prune()
