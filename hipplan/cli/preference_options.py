"""An option for every preference, made from its one declaration and shown in groups."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from hipplan.cli.help_page import Command
from hipplan.preference_guide import GROUPS, Entry, entries

_OWN_GROUP = "Output and help"
_GUIDE = {entry.key: entry for entry in entries()}


class PreferencesCommand(Command):
    """A command whose --help shows the options in groups."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a section for each group instead of one long list."""
        groups: dict[str, list[tuple[str, str]]] = {title: [] for title in (*GROUPS.values(), _OWN_GROUP)}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
            entry = _GUIDE.get(param.name or "")
            if record:
                groups[GROUPS[entry.group] if entry else _OWN_GROUP].append(record)
        for title, records in groups.items():
            with formatter.section(title):
                formatter.write_dl(records)


def takes_preferences(command: Callable[..., None]) -> Callable[..., None]:
    """Add the preferences file and an option for every preference; what was given arrives as ctx.obj."""
    for entry in reversed(_GUIDE.values()):
        command = _option(entry)(command)
    file = click.Path(path_type=Path)
    return click.argument("preferences_file", metavar="[PREFERENCES.toml]", required=False, type=file)(command)


def _option(entry: Entry) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a plain string option, because Pydantic converts and reports every problem at once."""
    default = "" if entry.default is None else f"  [default: {entry.default}]"
    names = f"{entry.option}/--no-{entry.option[2:]}" if entry.kind == "switch" else entry.option
    return click.option(
        names,
        entry.key,
        default=None,
        metavar=None if entry.kind == "switch" else entry.placeholder,
        multiple=entry.kind == "list",
        type=bool if entry.kind == "switch" else str,
        help=f"{entry.description}{default}",
        expose_value=False,
        callback=_remember,
        shell_complete=partial(_choices, entry.choices) if entry.choices else None,
    )


def _remember(ctx: click.Context, param: click.Parameter, value: object) -> None:
    """Keep what was given; None or no item means that nothing was."""
    given = ctx.ensure_object(dict)
    if value is not None and value != ():
        given[param.name] = value


def _choices(
    choices: tuple[str, ...],
    ctx: click.Context,  # noqa: ARG001  Click passes it
    param: click.Parameter,  # noqa: ARG001  Click passes it
    incomplete: str,
) -> list[CompletionItem]:
    return [CompletionItem(choice) for choice in choices if choice.startswith(incomplete)]
