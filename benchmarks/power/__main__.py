"""`make power`: make every error, ask for every verdict, write the figures and both pages."""

import sys
from pathlib import Path

from benchmarks.power.counts import bounds, count, keep
from benchmarks.power.judge import Judge
from benchmarks.power.report import GUIDE, PAGE, page, table_for_citizens, with_table
from benchmarks.power.run import judge_all

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Re-make the figures."""
    judge = Judge(ROOT)
    judged = judge_all(judge, judge.texts)
    counts, held = count(judge.texts, judged), bounds(judge.texts.values())
    keep(counts, held)
    (ROOT / PAGE).write_text(page(counts, held), "utf-8")
    guide = ROOT / GUIDE
    guide.write_text(with_table(guide.read_text("utf-8"), table_for_citizens(counts)), "utf-8")
    sys.stdout.write(f"{len(judged)} errors made; see {PAGE}\n")


if __name__ == "__main__":
    main()
