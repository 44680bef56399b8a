"""visionfit watch"""
from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from helper.cli.options import as_begun, chosen_profile, out_option, put_out

if TYPE_CHECKING:
    from helper.report.changes import Changes


@click.command()
@click.argument("names", metavar="[DOMAIN|DIR]...", nargs=-1)
@click.option("--format", "form", type=click.Choice(["text", "json", "md"]), default="text", show_default=True)
@out_option
@click.option("--pages", type=click.IntRange(1, 100), default=8, show_default=True, help="Pages of a company at most.")
@click.option("--pause", type=click.FloatRange(0, 600), default=1.0, show_default=True,
              help="Seconds between two requests to a host. Its robots.txt may ask for more.")
@click.option("--allow-private", is_flag=True, help="Also fetch from this machine and from private networks.")
@click.option("--render", is_flag=True, help="Show pages that scripts make in an installed Chromium.")
@click.pass_context
def watch(
    context: click.Context, names: tuple[str, ...], form: str, out: Path | None, pages: int, pause: float,
    allow_private: bool, render: bool,
) -> None:
    """Tell what companies say otherwise than when they were last read, and save what they say now.

    A DOMAIN is a saved company; a DIR is the --out of a research run, whose files are brought up to date, with the
    options it was begun with. Without either, all saved companies are looked at.
    """
    from helper.report import changes

    found: list[Changes] = []
    folders = [Path(name) for name in names if Path(name).is_dir()]
    domains = [name for name in names if not Path(name).is_dir()]
    failed = sum(_folder(context, folder, found) for folder in folders)
    if domains or not folders:
        failed += _saved(domains, context.params, found)
    if form == "json":
        put_out(json.dumps([one.as_json() for one in found], indent=1, ensure_ascii=False) + "\n", out)
    elif found:
        told = changes.markdown if form == "md" else changes.text
        put_out("\n".join(told(one) for one in found), out)
    if failed:
        raise click.exceptions.Exit(1)


def _folder(context: click.Context, folder: Path, found: list[Changes]) -> int:
    """How many companies of a run failed or are not done; `found` gets the changes of the others."""
    from helper.research.conduct import Wish
    from helper.research.watch import look_through

    begun = as_begun(context, folder)
    profile_file = Path(begun("profile_file")) if begun("profile_file") else None
    wish = Wish(
        (), folder, tuple(begun("formats") or ()), chosen_profile(profile_file), pages=begun("pages"),
        pause=begun("pause"), allow_private=begun("allow_private"), render=begun("render"), profile_file=profile_file,
    )
    result = look_through(wish, lambda sentence: click.echo(sentence, err=True), found.append)
    return result.failed + result.not_done


def _saved(domains: Sequence[str], options: dict[str, Any], found: list[Changes]) -> int:
    """How many of these saved companies, or of all, failed; `found` gets the changes of the others."""
    from helper.errors import Problem
    from helper.fetch.client import Manners
    from helper.fetch.session import session
    from helper.research.watch import look_again
    from helper.store import Store

    failed = 0
    with Store() as store:
        watched = domains or [saved.brief.company.domain for saved in store.companies.all()]
        if not watched:
            click.echo("No company is saved yet. `visionfit brief DOMAIN --save` saves one.", err=True)
            return 0
        manners = Manners(options["pause"], since=time.time(), refresh=True)
        with session(manners, allow_private=options["allow_private"], with_browser=options["render"]) as online:
            for domain in watched:
                try:
                    found.append(look_again(store, online, domain, options["pages"]))
                except Problem as problem:
                    failed += 1
                    click.echo(f"{domain}: {problem.as_lines()}", err=True)
    return failed
