"""Click in Vietnamese: headings of the help pages and messages about wrong use."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import click

_HEADINGS = {"Options": "Tùy chọn", "Commands": "Lệnh"}


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Cách dùng: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command whose help and complaints are Vietnamese."""

    context_class = _Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[TÙY CHỌN]")
        super().__init__(*args, **kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Describe `--help` in Vietnamese."""
        return _in_vietnamese(super().get_help_option(ctx))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse words too many in Vietnamese."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            ctx.fail(f"Thừa tham số: {' '.join(rest)}.")
        return rest


class Group(click.Group):
    """A group of commands whose help and complaints are Vietnamese."""

    context_class = _Context
    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[TÙY CHỌN]")
        kwargs.setdefault("subcommand_metavar", "LỆNH [THAM SỐ]...")
        super().__init__(*args, **kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Describe `--help` in Vietnamese."""
        return _in_vietnamese(super().get_help_option(ctx))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Refuse an unknown command in Vietnamese, with the nearest known one."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            ctx.fail(f"Không có lệnh «{name}».{_nearest(name, self.list_commands(ctx))}")
        return super().resolve_command(ctx, args)


def _in_vietnamese(option: click.Option | None) -> click.Option | None:
    if option:
        option.help = "Hiện hướng dẫn này rồi thoát."
    return option


def _nearest(name: str, known: Sequence[str]) -> str:
    matches = get_close_matches(name, known, n=1)
    return f" Có phải muốn viết «{matches[0]}»?" if matches else ""


def explain(error: click.UsageError) -> str:
    """Say in Vietnamese how a command was called wrongly.

    Args:
        error: What click or one of our commands refused.

    Returns:
        How to call the command, and what was wrong.
    """
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    sentence = f"Lỗi: {_sentence(error)}"
    if error.ctx is None:
        return sentence
    path = error.ctx.command_path
    return f"{error.ctx.get_usage()}\nXem hướng dẫn: {path} --help\n\n{sentence}"


def _sentence(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return f"Không có tùy chọn «{error.option_name}».{_similar(error)}"
        case click.BadOptionUsage():
            return _option_usage(error)
        case click.MissingParameter():
            return f"Thiếu {error.param.human_readable_name if error.param else 'tham số'}."
        case _:
            return error.message


def _similar(error: click.NoSuchOption) -> str:
    return f" Có phải muốn viết «{error.possibilities[0]}»?" if error.possibilities else ""


def _option_usage(error: click.BadOptionUsage) -> str:
    """Click tells the two mistakes apart by its message alone."""
    if "does not take a value" in error.message:
        return f"Tùy chọn «{error.option_name}» không nhận giá trị."
    return f"Tùy chọn «{error.option_name}» cần một giá trị đi sau."
