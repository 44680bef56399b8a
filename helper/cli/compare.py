"""visionfit compare"""
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from helper.cli.options import FORMATS, chosen_profile, out_option, profile_option, put_out

if TYPE_CHECKING:
    from helper.report.comparison import Row
    from nlp.contract import Brief, Profile


@click.command()
@click.argument("sources", metavar="COMPANY...", nargs=-1, required=True)
@profile_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@out_option
def compare(sources: tuple[str, ...], profile_file: Path | None, form: str, out: Path | None) -> None:
    """Hold a few companies against each other, and against your aspirations.

    COMPANY is the domain of a saved company, or a brief as JSON, such as `research` writes.
    """
    if len(sources) < 2:
        raise click.UsageError("name two companies at least")
    from helper.report.comparison import ranked, row_of

    profile = chosen_profile(profile_file)
    briefs = [_brief(source, profile if profile_file else None) for source in sources]
    rows = ranked(row_of(f"c{number}", brief, profile) for number, brief in enumerate(briefs))
    put_out(_rendered(rows, form, out), out)


def _brief(source: str, profile: Profile | None) -> Brief:
    """A saved company is matched with `profile`, or else with the saved one. A file is taken as it is."""
    if Path(source).is_file():
        return _from_file(Path(source))
    from helper import briefing
    from helper.store import Store

    with Store() as store:
        if profile is None:
            return briefing.saved_brief(store, source)
        reading = store.companies.reading(source)
        if reading is None:
            raise briefing.no_company(source)
        from nlp.brief import from_reading

        with briefing.core_errors():
            return from_reading(reading, profile)


def _from_file(path: Path) -> Brief:
    from pydantic import ValidationError

    from helper.errors import WRONG_USE, Problem
    from nlp.contract import Brief

    try:
        return Brief.model_validate_json(path.read_bytes())
    except (ValidationError, OSError) as error:
        raise Problem("bad_brief", f"{path} is no brief.", "`visionfit brief --format json` and `research` write them.",
                      exit_status=WRONG_USE) from error


def _rendered(rows: list[Row], form: str, out: Path | None) -> str:
    from helper.report.distinctive import Distinctive

    if form == "json":
        from pydantic import TypeAdapter

        from helper.report.comparison import Row

        return TypeAdapter(list[Row]).dump_json(rows, indent=1).decode() + "\n"
    if form == "md":
        from helper.report.markdown import comparison_markdown

        return comparison_markdown(rows, Distinctive(rows))
    if form == "html":
        from helper.report.html import comparison_html

        return comparison_html(rows, [], Distinctive(rows))
    import sys
    from shutil import get_terminal_size

    from helper.report.side_by_side import MAX_WIDTH, text

    return text(rows, width=get_terminal_size((MAX_WIDTH, 24)).columns if out is None and sys.stdout.isatty() else MAX_WIDTH)
