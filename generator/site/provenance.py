"""Which commit the data comes from, asked of git."""

import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Provenance:
    """The commit that a site is built from.

    Attributes:
        commit: Full hash, or None outside a git repository or before the first commit.
        committed_at: Moment of the commit in UTC; the start of 1980 when there is none, so
            that a build never depends on the clock.
    """

    commit: str | None
    committed_at: datetime


NOWHERE = Provenance(None, datetime(1980, 1, 1, tzinfo=UTC))


def provenance(root: Path) -> Provenance:
    """Ask git for the commit that is checked out.

    Args:
        root: Folder of the project.

    Returns:
        The commit and its moment.
    """
    command = ["git", "-C", str(root), "log", "-1", "--format=%H %ct"]
    try:
        answer = subprocess.run(  # noqa: S603 - fixed words and our own root
            command, capture_output=True, text=True, timeout=30, check=True
        )
        commit, seconds = answer.stdout.split()
    except (OSError, subprocess.SubprocessError, ValueError):
        return NOWHERE
    return Provenance(commit, datetime.fromtimestamp(int(seconds), UTC))
