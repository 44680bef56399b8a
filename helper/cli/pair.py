"""visionfit pair"""
from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from helper.store.pairings import Pairing, Pairings


@click.command()
@click.option("--list", "listing", is_flag=True, help="Show who is paired.")
@click.option("--json", "as_json", is_flag=True, help="With --list: as JSON.")
@click.option("--revoke", metavar="NUMBER|all", help="End the pairing of this number, or all of them.")
def pair(listing: bool, as_json: bool, revoke: str | None) -> None:
    """Show a new pairing code for the extension. It holds for five minutes and for one browser."""
    from helper.store import Store

    with Store() as store:
        if listing:
            _list(store.pairings.all(), as_json)
        elif revoke is not None:
            _revoke(store.pairings, revoke)
        else:
            from helper.settings import port

            click.echo(f"Pairing code: {store.pairings.offer()}")
            click.echo("Type it into the extension's options within five minutes.", err=True)
            click.echo(f"`visionfit serve` must be running for it, on port {port()}.", err=True)


def _list(pairings: list[Pairing], as_json: bool) -> None:
    from helper.report.clean import clean

    if as_json:
        click.echo(json.dumps([asdict(pairing) for pairing in pairings], indent=1, ensure_ascii=False))
        return
    for pairing in pairings:
        click.echo(f"{pairing.id:4}  {pairing.paired_at}  {clean(pairing.client)}")
    if not pairings:
        click.echo("No browser is paired.", err=True)


def _revoke(pairings: Pairings, number: str) -> None:
    from helper.errors import Problem

    if number == "all":
        click.echo(f"{pairings.revoke_all()} pairings are ended.", err=True)
    elif number.isdecimal() and pairings.revoke(int(number)):
        click.echo(f"Pairing {int(number)} is ended.", err=True)
    else:
        raise Problem("no_pairing", f"There is no pairing {number}.", "`visionfit pair --list` shows them.", status=404)
