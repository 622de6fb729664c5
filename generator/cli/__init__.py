"""The command `kehoach`: the only code that reads arguments, prints, and sets exit codes."""

import atexit
import gc

# Hardly anything that a command makes refers to itself, and all of it goes with the process. So the
# search for what does is made rare before the imports, which make most, and left out at the end.
gc.set_threshold(100_000)
atexit.register(gc.freeze)

from generator.cli.main import main  # noqa: E402

__all__ = ["main"]
