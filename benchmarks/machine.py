"""Where and when it was measured."""

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

from benchmarks.rivals.builders import versions

_LIBRARIES: Final = ("PyYAML", "pydantic", "jsonschema", "check-jsonschema")


def facts(repeats: int) -> dict[str, str]:
    """Facts of this run.

    Args:
        repeats: How often each measure was taken.
    """
    cores = len(os.sched_getaffinity(0))
    libraries = {name: version(name) for name in _LIBRARIES} | versions()
    return {
        "day": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "processor": f"{cores} cores, {_model()}, {_memory()} GB of memory, {platform.system()}",
        "Python": platform.python_version(),
        "versions": ", ".join(f"{name} {number}" for name, number in libraries.items()),
        "repeats": str(repeats),
        "load at the start": f"{os.getloadavg()[0]:.1f}",
    }


def _model() -> str:
    for line in _lines("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _memory() -> str:
    for line in _lines("/proc/meminfo"):
        if line.startswith("MemTotal"):
            return f"{int(line.split()[1]) / 1e6:.0f}"
    return "?"


def _lines(file: str) -> list[str]:
    path = Path(file)
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []
