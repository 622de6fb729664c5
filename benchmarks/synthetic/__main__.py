"""`python -m benchmarks.synthetic --plans 200 --out DIR`: write a made-up project."""

from argparse import ArgumentParser
from pathlib import Path

from benchmarks.synthetic.project import SEED, write_project


def main() -> None:
    """Write the project that the arguments ask for."""
    parser = ArgumentParser(prog="python -m benchmarks.synthetic", description=__doc__)
    parser.add_argument("--plans", type=int, required=True, help="how many plans")
    parser.add_argument("--out", type=Path, required=True, help="an empty or missing folder")
    parser.add_argument("--seed", type=int, default=SEED, help=f"default: {SEED}")
    wanted = parser.parse_args()
    write_project(wanted.out, wanted.plans, wanted.seed)


if __name__ == "__main__":
    main()
