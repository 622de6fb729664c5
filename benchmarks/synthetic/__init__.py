"""A made-up project as large as wanted, as rich as a real one, the same bytes for the same seed.

Nothing in it was promised by anybody: titles and figures are put together from the lists in
`words.py` by a seeded generator, and nobody signs. The registry is the repository's own, with what the
plans need beyond it.
"""

from benchmarks.synthetic.project import SEED, write_project

__all__ = ["SEED", "write_project"]
