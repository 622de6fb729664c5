"""The command `kehoach`: the only code that reads arguments, prints, and sets exit codes."""

from generator.cli.main import main

__all__ = ["main"]
