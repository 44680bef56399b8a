"""What several commands share: whose profile, which format, where to."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from nlp.contract import Brief, Profile

FORMATS = ("text", "json", "md", "html")

profile_option = click.option(
    "--profile", "profile_file", type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A profile as JSON. Without it, the saved one is used.",
)
format_option = click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
out_option = click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file instead of the terminal."
)


def chosen_profile(file: Path | None) -> Profile | None:
    """The profile in `file`, else the saved one, else None. Says on stderr when the saved one should be looked at again."""
    from helper import profiles
    from helper.cli.own_profile import remind
    from helper.settings import DATABASE, data_folder

    if file:
        return profiles.load(file)
    if not (data_folder() / DATABASE).exists():  # nothing saved: no reason to make a data folder
        return None
    from helper.store import Store

    with Store() as store:
        saved = store.profiles.current()
        remind(store)
    return saved.profile if saved else None


def put_out(content: str, out: Path | None) -> None:
    """Results go to `out`, else to stdout. Raises Problem(no_output)."""
    if out is None:
        try:
            click.echo(content, nl=not content.endswith("\n"), color=True)
        except BrokenPipeError:  # whoever reads has enough: click ends it quietly
            raise
        except OSError as error:
            from helper.errors import Problem

            raise Problem("no_output", f"The output cannot be written ({error.strerror}).",
                          "Make room, or choose another place with --out.") from error
        return
    from helper.files import write_file

    write_file(out, content)


def rendered(brief: Brief, profile: Profile | None, form: str, out: Path | None) -> str:
    """`brief` in one of FORMATS; text is as wide, and as coloured, as the terminal it goes to."""
    if form == "json":
        return brief.to_json() + "\n"
    if form == "md":
        from helper.report.markdown import markdown

        return markdown(brief, profile)
    if form == "html":
        from helper.report.html import html

        return html(brief, profile)
    import sys
    from shutil import get_terminal_size

    from helper.report.text import MAX_WIDTH, text

    terminal = out is None and sys.stdout.isatty()
    width = get_terminal_size((MAX_WIDTH, 24)).columns if terminal else MAX_WIDTH
    return text(brief, profile, width=width, colour=terminal)


def as_begun(context: click.Context, folder: Path) -> Callable[[str], Any]:
    """An option as it is given, or else as the run in `folder` was begun with."""
    from helper.research.journal import recall

    begun = recall(folder)

    def option(name: str) -> Any:
        given = name in context.params and context.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT
        return context.params[name] if given else begun.get(name, context.params.get(name))

    return option
