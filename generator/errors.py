"""Failures that end a command: the caller's mistakes, told apart from our own bugs."""


class KehoachError(Exception):
    """Base of every failure that is told to the user in one Vietnamese sentence.

    Anything else that escapes is a bug of ours and ends with exit code 3.
    """


class UsageError(KehoachError):
    """The command was called wrongly: a path that is not there, a root without plans/."""
