"""visionfit watch"""
from __future__ import annotations

import json
import time
from pathlib import Path

import click

from helper.cli.options import out_option, put_out


@click.command()
@click.argument("domains", metavar="[DOMAIN]...", nargs=-1)
@click.option("--format", "form", type=click.Choice(["text", "json", "md"]), default="text", show_default=True)
@out_option
@click.option("--pages", "most", type=click.IntRange(1, 100), default=8, show_default=True, help="Pages of a company at most.")
@click.option("--pause", type=click.FloatRange(0, 600), default=1.0, show_default=True,
              help="Seconds between two requests to a host. Its robots.txt may ask for more.")
@click.option("--allow-private", is_flag=True, help="Also fetch from this machine and from private networks.")
@click.option("--render", is_flag=True, help="Show pages that scripts make in an installed Chromium.")
def watch(
    domains: tuple[str, ...], form: str, out: Path | None, most: int, pause: float, allow_private: bool, render: bool
) -> None:
    """Tell what saved companies say otherwise than when they were last read, and save what they say now.

    Without a DOMAIN, all saved companies are looked at.
    """
    from helper.errors import Problem
    from helper.fetch.client import Manners
    from helper.fetch.session import session
    from helper.report import changes
    from helper.research.watch import look_again
    from helper.store import Store

    found, failed = [], 0
    with Store() as store:
        watched = domains or tuple(saved.brief.company.domain for saved in store.companies.all())
        if not watched:
            click.echo("No company is saved yet. `visionfit brief DOMAIN --save` saves one.", err=True)
            return
        manners = Manners(pause, since=time.time(), refresh=True)
        with session(manners, allow_private=allow_private, with_browser=render) as online:
            for domain in watched:
                try:
                    found.append(look_again(store, online, domain, most))
                except Problem as problem:
                    failed += 1
                    click.echo(f"{domain}: {problem.as_lines()}", err=True)
    if form == "json":
        put_out(json.dumps([one.as_json() for one in found], indent=1, ensure_ascii=False) + "\n", out)
    elif found:
        told = changes.markdown if form == "md" else changes.text
        put_out("\n".join(told(one) for one in found), out)
    if failed:
        raise click.exceptions.Exit(1)
