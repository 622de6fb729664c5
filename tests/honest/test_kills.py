"""A build killed at any moment leaves the old site or the new one, and nothing in the next one's way."""

import subprocess
import sys
import time
from pathlib import Path

from tests.honest.killing import kill_many
from tests.honest.trees import ROOT, environment


def test_a_killed_build_leaves_a_whole_site(tmp_path: Path) -> None:
    """After each of six kills at random moments a whole site stands; the next build clears up.

    Then two builds at once: the second is refused, and the first one's site is whole.
    """
    tally = kill_many(tmp_path, rounds=6, seed=7, every=3)
    assert tally["old stands"] + tally["new stands"] == 6
    assert tally["built again"] == 2
    assert tally["left a workshop"] > 0
    assert tally["two at once"] == 1


_FOREVER = """
import os, sys, time
from generator.workers import share_out
def rest(_):
    print(os.getpid(), flush=True)
    time.sleep(600)
list(share_out(rest, range(4)))
"""


def test_workers_die_with_their_parent() -> None:
    """When the process that shares work out is killed, its workers end too."""
    parent = subprocess.Popen(
        [sys.executable, "-c", _FOREVER],
        cwd=ROOT,
        env=environment(KEHOACH_JOBS="2"),
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    assert parent.stdout
    workers = {int(parent.stdout.readline()) for _ in range(2)}
    assert len(workers) == 2
    parent.kill()
    parent.wait()
    end = time.monotonic() + 30
    while alive := {worker for worker in workers if Path(f"/proc/{worker}").exists()}:
        assert time.monotonic() < end, f"still there: {alive}"
        time.sleep(0.05)
    parent.stdout.close()
