"""The coverage-guided fuzzer: `make fuzz SECONDS=600`.

Each way in (`targets.py`) is tried for its share of the time in a process of its own, from real files
as beginnings, with limits of memory and of time for one input. An input on which the program breaks
its promise is kept as a file, and its name is printed.

Run it with the interpreter of the fuzzer's own environment, which has atheris.
"""

import argparse
import importlib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

NAMES = (
    "check", "yaml", "fmt", "correct", "diff", "csv", "txt", "archive", "docx", "xlsx", "words",
)  # fmt: skip
MOST_SECONDS = 60
"""For one input, under instruments that slow the program down several times."""

MOST_MIB = 2048
LONGEST = 20_000
"""Bytes of an input."""

_RUNS = re.compile(r"stat::number_of_executed_units:\s*([0-9]+)")


def beginnings(name: str) -> Iterator[bytes]:
    """Inputs to begin from: real files and parts of office files."""
    from tests.hostile import targets

    files = [
        bytes([at]) + (targets.BASE / file).read_bytes() for at, file in enumerate(targets.FILES)
    ]
    if name in {"check", "yaml", "fmt"}:
        yield from files
    elif name == "diff":
        yield from (one + b"\0" + one[1:] for one in files)
    elif name == "correct":
        at = targets.FILES.index(f"{targets.PLAN}/annexes/phu-luc-1.yaml")
        yield bytes([at]) + b"annexes/phu-luc-1/rows/I/rows/1/amounts/y2025\x001.000"
    elif name in {"docx", "xlsx"}:
        parts = targets.WORD_PARTS if name == "docx" else targets.EXCEL_PARTS
        for at, part in enumerate(parts):
            yield bytes([at]) + targets.part_of_office(name, part)
    elif name in {"csv", "txt"}:
        form = "{}" if name == "csv" else "| {} |"
        sign = ";" if name == "csv" else " | "
        yield "\n".join(form.format(sign.join(row)) for row in targets.ROWS).encode()
    elif name == "words":
        yield from (text.encode() for text in _WORDS)


_WORDS = (
    "Quý I/2026",
    "2025 - 2030, mỗi năm 1 lần",
    "Sở Y tế; Công an tỉnh (chủ trì, phối hợp)",
    "1.184.374,05",
    "Hai trăm mười lăm tỷ, sáu triệu đồng",
    "trước ngày 15/12 hằng năm; sau khi Chính phủ ban hành",
)


def fuzz_one(name: str, seconds: int, kept: Path) -> None:
    """Fuzz one way in; the library ends the process."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["generator"]):
        targets = importlib.import_module("tests.hostile.targets")
    corpus = Path(tempfile.mkdtemp(prefix="kehoach-fuzz-"))
    for number, content in enumerate(beginnings(name)):
        (corpus / str(number)).write_bytes(content)
    options = {
        "max_total_time": seconds,
        "timeout": MOST_SECONDS,
        "rss_limit_mb": MOST_MIB,
        "max_len": LONGEST,
        "print_final_stats": 1,
        "artifact_prefix": f"{kept}/{name}-",
    }
    words = [sys.argv[0], str(corpus), *(f"-{key}={value}" for key, value in options.items())]
    atheris.Setup(words, targets.TARGETS[name])
    atheris.Fuzz()


def fuzz_all(seconds: int, names: Sequence[str], kept: Path) -> int:
    """Fuzz each way in for its share of the time.

    Returns:
        1 when an input broke a promise, else 0.
    """
    kept.mkdir(parents=True, exist_ok=True)
    share = max(1, seconds // len(names))
    failed = []
    for name in names:
        command = [sys.executable, "-m", "tests.hostile.fuzz", "--one", name]
        done = subprocess.run(
            [*command, "--seconds", str(share), "--keep", str(kept)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "KEHOACH_JOBS": "1"},
            check=False,
        )
        runs = _RUNS.search(done.stderr)
        sys.stdout.write(f"{name}: {runs[1] if runs else 0} inputs, exit code {done.returncode}\n")
        if done.returncode:
            failed.append(name)
            sys.stdout.write("\n".join(done.stderr.splitlines()[-40:]) + "\n")
    sys.stdout.write(
        f"Broken: {', '.join(failed)}; inputs in {kept}\n" if failed else "All kept.\n"
    )
    return int(bool(failed))


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--one", choices=NAMES, help="fuzz in this process")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-findings"))
    parser.add_argument("names", nargs="*", default=NAMES)
    words = parser.parse_args()
    if words.one:
        fuzz_one(words.one, words.seconds, words.keep)
        return 0
    return fuzz_all(words.seconds, words.names, words.keep)


if __name__ == "__main__":
    sys.exit(main())
