"""The same plans give the same bytes, wherever and whenever they are exported."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.exports import BESIDE_PAGES, FORMATS, render
from tests.exports.sample import sample_input

RENDERERS = (*FORMATS.values(), *BESIDE_PAGES.values())
ROOT = Path(__file__).parents[2]
SCRIPT = "from tests.exports.test_reproducible import digest; print(digest())"


def digest() -> str:
    """Paths and bytes of every exported file as one hash."""
    total = hashlib.sha256()
    for renderer in RENDERERS:
        for path, content in renderer(sample_input()):
            total.update(f"{path} {len(content)} ".encode() + content)
    return total.hexdigest()


def test_two_renders_are_equal() -> None:
    """Rendering twice gives the same files, byte for byte."""
    first, second = dict(render(sample_input())), dict(render(sample_input()))
    assert list(first) == list(second)
    assert first == second


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "vi_VN.UTF-8"},
    ],
    ids=["seed 1", "seed 4242"],
)
def test_hash_seed_zone_and_locale_change_nothing(environment: dict[str, str]) -> None:
    """Another process with another seed, zone and locale gives the same bytes."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env={**os.environ, **environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == digest()
