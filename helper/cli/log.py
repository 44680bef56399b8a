"""visionfit log"""
from __future__ import annotations

import json
from dataclasses import asdict

import click

WORDS = {"received": "came in", "fetched": "went out", "refused": "refused"}


@click.command()
@click.option("--limit", type=click.IntRange(min=1), default=100, show_default=True, help="How many entries.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def log(limit: int, as_json: bool) -> None:
    """Show what came in and what went out, and why: pages from your browser, requests to companies' sites."""
    from helper.report.clean import clean
    from helper.store import Store

    with Store() as store:
        entries = store.journal.newest(limit)
    if as_json:
        click.echo(json.dumps([asdict(entry) for entry in entries], indent=1, ensure_ascii=False))
        return
    for entry in entries:
        size = f"{entry.bytes / 1000:8.1f} kB"
        click.echo(f"{entry.at}  {WORDS[entry.kind]:8} {size}  {clean(entry.url)}  ({clean(entry.reason)})")
    if not entries:
        click.echo("Nothing came in and nothing went out.", err=True)
