"""Kills builds at random moments and looks at what is published.

Two projects take turns in one folder, so that old and new can be told apart. A moment is a share of
the files of the new site that have been written when the signal comes, so it does not depend on how
fast the machine is; a share above 1 means: just after the new site has been put in place.

Run `python -m tests.honest.killing --rounds 200` for a long run.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.honest.trees import command, digest, environment, make_project, run

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
_PAUSE = 0.01
_GONE_WITHIN = 30.0


@dataclass
class Scene:
    """A folder in which two projects are published in turn.

    Attributes:
        home: Folder that holds the projects and the site.
        sites: Digest of the whole site, and the root of the project that it is made from.
        files: How many files a site has.
        tally: What happened how often.
    """

    home: Path
    sites: dict[str, Path] = field(default_factory=dict)
    files: int = 0
    tally: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """Make both projects and build each once; the second is published."""
        for name in ("mot", "hai"):
            root = make_project(self.home / "du-an" / name, f"Cổng dịch vụ số {name}")
            self._build(root)
            self.sites[digest(self.out)] = root
        self.files = sum(file.is_file() for file in self.out.rglob("*"))
        if len(self.sites) != 2:
            raise AssertionError("the two sites cannot be told apart")

    @property
    def out(self) -> Path:
        """The published folder."""
        return self.home / "trang" / "site"

    @property
    def fresh(self) -> Path:
        """Where a build makes the new site."""
        return self.out.with_name(".site.kehoach") / "new"

    def _build(self, root: Path) -> None:
        done = run("build", "--root", str(root), "--out", str(self.out))
        if done.returncode != 0:
            raise AssertionError(done.stderr)

    def kill_one(self, share: float, by: signal.Signals) -> None:
        """Start building the project that is not published, kill it, look at the folder.

        Args:
            share: When: share of the files written; below 0 for before the first, above 1 for
                after the swap.
            by: The signal, sent to the process alone as a scheduler would, or, for an interrupt,
                to its whole group as a terminal does.

        Raises:
            AssertionError: The folder is neither of the two sites, was away for a moment, or a
                process has outlived the build.
        """
        before = digest(self.out)
        root = next(root for seen, root in self.sites.items() if seen != before)
        build = subprocess.Popen(
            [*command("build", "--root", str(root), "--out", str(self.out))],
            env=environment(KEHOACH_JOBS="2"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._wait_for(build, share)
        (os.killpg if by is signal.SIGINT else os.kill)(build.pid, by)
        ended = build.wait()
        after = digest(self.out)
        if after not in self.sites:
            raise AssertionError(f"neither site stands after {by.name} at {share:.2f}")
        _await(lambda: _is_gone(build.pid), f"a process outlived {by.name} at {share:.2f}")
        self.tally[by.name] += 1
        self.tally["finished before" if ended == 0 else "cut off"] += 1
        self.tally["old stands" if after == before else "new stands"] += 1
        self.tally["left a workshop"] += self.fresh.parent.exists()

    def build_both_at_once(self) -> None:
        """Start a build while another one is at work: it is refused, and the first one's is whole.

        Raises:
            AssertionError: The two were mixed, or the refusal was not told.
        """
        seen, root = next(item for item in self.sites.items() if item[0] != digest(self.out))
        words = ("build", "--root", str(root), "--out", str(self.out))
        first = subprocess.Popen(command(*words), env=environment(), stderr=subprocess.DEVNULL)
        self._wait_for(first, 0.5)
        first.send_signal(signal.SIGSTOP)
        second = run(*words)
        first.send_signal(signal.SIGCONT)
        if second.returncode != 2 or "Đang có một lệnh khác ghi vào" not in second.stderr:
            raise AssertionError(f"ended with {second.returncode}: {second.stderr}")
        if first.wait() != 0 or digest(self.out) != seen:
            raise AssertionError("the refused build has spoilt the other one's")
        self.tally["two at once"] += 1

    def build_again(self) -> None:
        """Build to the end: it works, gives the right site, and clears what was left behind."""
        published = digest(self.out)
        seen, root = next(item for item in self.sites.items() if item[0] != published)
        self._build(root)
        beside = [path.name for path in self.out.parent.iterdir()]
        if digest(self.out) != seen or beside != ["site"]:
            raise AssertionError(f"the next build did not clear up: {beside}")
        self.tally["built again"] += 1

    def _wait_for(self, build: subprocess.Popen[bytes], share: float) -> None:
        place = self.out.stat().st_ino
        while build.poll() is None:
            if not (self.out / "index.html").is_file():
                raise AssertionError("the site was away for a moment")
            if share < 0 or self.out.stat().st_ino != place:
                return
            if share <= 1 and self._written() >= max(1, share * self.files):
                return
            time.sleep(_PAUSE)

    def _written(self) -> int:
        return sum(len(files) for _, _, files in os.walk(self.fresh))


def _is_gone(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


def _await(truth: Callable[[], bool], otherwise: str) -> None:
    end = time.monotonic() + _GONE_WITHIN
    while not truth():
        if time.monotonic() > end:
            raise AssertionError(otherwise)
        time.sleep(_PAUSE)


def kill_many(home: Path, rounds: int, seed: int, every: int = 1) -> Counter[str]:
    """Kill builds at random moments.

    Args:
        home: An empty folder to work in.
        rounds: How many.
        seed: Decides the moments.
        every: After how many kills a build is let run to its end.

    Returns:
        What happened how often.

    Raises:
        AssertionError: A promise was broken.
    """
    moments = random.Random(seed)  # noqa: S311 - no secret
    scene = Scene(home)
    for number in range(rounds):
        scene.kill_one(moments.uniform(-0.1, 1.2), SIGNALS[number % len(SIGNALS)])
        if (number + 1) % every == 0:
            scene.build_again()
    scene.build_both_at_once()
    return scene.tally


def _main() -> None:
    words = argparse.ArgumentParser(description="Kill builds at random moments.")
    words.add_argument("--rounds", type=int, default=200)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--every", type=int, default=5, help="build to the end after so many kills")
    asked = words.parse_args()
    with TemporaryDirectory(prefix="kehoach-kill-") as home:
        tally = kill_many(Path(home), asked.rounds, asked.seed, asked.every)
    sys.stdout.writelines(f"{count:6}  {what}\n" for what, count in sorted(tally.items()))


if __name__ == "__main__":
    _main()
