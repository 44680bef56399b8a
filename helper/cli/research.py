"""visionfit research"""
from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from helper.cli.options import as_begun, chosen_profile, profile_option

if TYPE_CHECKING:
    from helper.research.work import Outcome
    from helper.store import Store

MAX_JOBS = 64
FORMATS = ("json", "csv", "md", "html", "parquet")


class Formats(click.ParamType[tuple[str, ...]]):
    """Some of FORMATS, with commas between them."""

    name = "formats"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        asked = tuple(part.strip() for part in value.split(",") if part.strip())
        if not asked or set(asked) - set(FORMATS):
            self.fail(f"{value!r} is not some of {', '.join(FORMATS)}", param, ctx)
        return asked


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1)
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder for the results.")
@profile_option
@click.option("--format", "formats", type=Formats(), default="json,csv,html", show_default=True,
              help="Which files to write, of json, csv, md, html and parquet.")
@click.option("--pages", type=click.IntRange(1, 100), default=8, show_default=True, help="Pages of a company at most.")
@click.option("--resume", is_flag=True, help="Go on with the run in this folder.")
@click.option("--retry", is_flag=True, help="Go on, and try again what failed.")
@click.option("--refresh", is_flag=True, help="Ask every site whether its pages have changed, and read all again.")
@click.option("--save", is_flag=True, help="Keep the briefs, for `visionfit companies` and the extension.")
@click.option("--pause", type=click.FloatRange(0, 600), default=1.0, show_default=True,
              help="Seconds between two requests to a host. Its robots.txt may ask for more.")
@click.option("--allow-private", is_flag=True, help="Also fetch from this machine and from private networks.")
@click.option("--render", is_flag=True, help="Show pages that scripts make in an installed Chromium.")
@click.option("--jobs", type=click.IntRange(1, MAX_JOBS), default=lambda: min(os.cpu_count() or 1, 8),
              show_default="one a processor", help="Companies read at a time.")
@click.option("--engine", type=click.Choice(["local", "dask"]), default="local", show_default=True,
              help="Read on processes of this machine, or on a Dask cluster.")
@click.option("--scheduler", metavar="ADDRESS", help="The cluster's scheduler, such as tcp://10.0.0.5:8786.")
@click.option("--quiet", is_flag=True, help="No progress bar.")
@click.option("--json-progress", is_flag=True, help="Progress as JSON lines on stderr, one a company.")
@click.pass_context
def research(
    context: click.Context,
    inputs: tuple[str, ...], out: Path, profile_file: Path | None, engine: str, scheduler: str | None, save: bool,
    formats: tuple[str, ...], jobs: int, pages: int, pause: float, resume: bool, retry: bool, refresh: bool,
    allow_private: bool, render: bool, quiet: bool, json_progress: bool,
) -> None:
    """Make the briefs of many companies, and rank them by fit.

    INPUT is a domain, a web address, a .txt or .csv file of them, a .jsonl file of saved pages, a folder of saved
    pages, or a .warc file; several may be mixed. Writes DIR/<slug>.json, DIR/companies.csv and DIR/report.html.
    A .jsonl file has a company a line: {"slug": "acme", "pages": [{"url": "https://…", "html_file": "acme/about.html"}]}
    """
    if save and profile_file:
        raise click.UsageError("--save keeps briefs for the saved profile, so it takes no --profile")
    if (engine == "dask") != (scheduler is not None):
        raise click.UsageError("--engine dask and --scheduler ADDRESS go together")
    if not inputs and not (resume or retry or refresh):
        raise click.UsageError("name companies to research, or go on with --resume")
    if resume or retry or refresh:
        kept = as_begun(context, out)
        formats, pages, pause = tuple(kept("formats")), kept("pages"), kept("pause")
        allow_private, render = kept("allow_private"), kept("render")
        profile_file = Path(kept("profile_file")) if kept("profile_file") else None
    profile = chosen_profile(profile_file)
    from helper.research.conduct import Wish, conduct

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ended as by Ctrl-C: what is done is kept
    wish = Wish(
        inputs, out, formats, profile, jobs=jobs, pages=pages, pause=pause, scheduler=scheduler, resume=resume,
        retry=retry, refresh=refresh, allow_private=allow_private, render=render, quiet=quiet,
        json_progress=json_progress, profile_file=profile_file,
    )
    if save:
        from helper.store import Store

        with Store() as store:
            result = conduct(wish, _tell, keep=_keeper(store))
    else:
        result = conduct(wish, _tell)
    left = f", {result.not_done} not done" if result.not_done else ""
    read = result.total - result.failed - result.not_done
    _tell(f"{read} of {result.total} companies read, {result.failed} failed{left}: {out}")
    if result.failed or result.not_done:
        raise click.exceptions.Exit(1)


def _tell(sentence: str) -> None:
    click.echo(sentence, err=True)


def _keeper(store: Store) -> Callable[[Outcome], None]:
    """Saves an outcome where the helper, which may be running, finds it."""
    from helper.briefing import core_version
    from helper.clock import stamp
    from helper.store.companies import SavedBrief
    from nlp.contract import Brief, Reading

    current = store.profiles.current()
    version = current.version if current else None

    def keep(outcome: Outcome) -> None:
        assert outcome.brief is not None
        assert outcome.reading is not None
        brief = Brief.model_validate_json(outcome.brief)
        if not brief.company.domain:
            _tell(f"{outcome.row.slug}: not saved, for its pages have no web address")
            return
        reading = Reading.model_validate_json(outcome.reading)
        reading.company, reading.pages = brief.company, brief.pages
        reading.notices += outcome.notices
        store.companies.save(reading, outcome.pages_sha256, SavedBrief(brief, version, core_version(), stamp()))

    return keep
