"""visionfit research"""
from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from helper.cli.options import chosen_profile, profile_option, refuse_address

if TYPE_CHECKING:
    from helper.research.run import Outcome

MAX_JOBS = 64


class Formats(click.ParamType[tuple[str, ...]]):
    """Some of json, csv, md, html, with commas between them."""

    name = "formats"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        known = ("json", "csv", "md", "html")
        asked = tuple(part.strip() for part in value.split(",") if part.strip())
        if not asked or set(asked) - set(known):
            self.fail(f"{value!r} is not some of {', '.join(known)}", param, ctx)
        return asked


@click.command()
@click.argument("inputs", metavar="FILE.jsonl...", nargs=-1, required=True)
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder for the results.")
@profile_option
@click.option("--format", "formats", type=Formats(), default="json,csv,html", show_default=True,
              help="Which files to write, of json, csv, md and html.")
@click.option("--jobs", type=click.IntRange(1, MAX_JOBS), default=lambda: min(os.cpu_count() or 1, 8),
              show_default="one a processor", help="Companies read at a time.")
@click.option("--quiet", is_flag=True, help="No progress bar.")
def research(
    inputs: tuple[str, ...], out: Path, profile_file: Path | None, formats: tuple[str, ...], jobs: int, quiet: bool
) -> None:
    """Make the briefs of many companies from saved pages, and rank them by fit.

    FILE.jsonl has a company a line: {"slug": "acme", "pages": [{"url": "https://…", "html_file": "acme/about.html"}]}
    Writes DIR/<slug>.json, DIR/companies.csv and DIR/report.html.
    """
    files = _files(inputs)
    profile = chosen_profile(profile_file)
    from helper.report.comparison import OK
    from helper.research.output import Output
    from helper.research.plan import count, plan
    from helper.research.run import run

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ended as by Ctrl-C: what is done is kept
    output = Output(out, formats)
    total = count(files)
    done = failed = 0
    try:
        for outcome in _shown(run(plan(files), profile, min(jobs, max(total, 1))), total, quiet):
            output.add(outcome)
            done += 1
            if outcome.row.status != OK:
                failed += 1
                click.echo(f"{outcome.row.slug}: {'; '.join(outcome.row.notices)} [{outcome.row.status}]", err=True)
    finally:
        output.finish()
    click.echo(f"{done - failed} of {total} companies read, {failed} failed: {out}", err=True)
    if failed:
        raise click.exceptions.Exit(1)


def _files(inputs: Sequence[str]) -> list[Path]:
    for source in inputs:
        refuse_address(source)
        if not source.endswith(".jsonl") or not Path(source).is_file():
            raise click.UsageError(f"{source} is no .jsonl file of saved pages")
    return [Path(source) for source in inputs]


def _shown(outcomes: Iterable[Outcome], total: int, quiet: bool) -> Iterator[Outcome]:
    """`outcomes`, with a progress bar on stderr when that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    company = TextColumn("{task.fields[company]}", markup=False)
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), company)
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, company="loading the models")
        for outcome in outcomes:
            progress.update(task, advance=1, company=outcome.row.slug)
            yield outcome
