"""How an import ends when it cannot give a draft."""

from generator.errors import KehoachError


class ImportRefusedError(KehoachError):
    """A file, or a table in it, that no draft can be made from; the text says why and what to do."""
