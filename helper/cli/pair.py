"""visionfit pair"""
from __future__ import annotations

import click


@click.command()
def pair() -> None:
    """Show a new pairing code for the extension. It holds for five minutes and for one browser."""
    from helper.settings import port
    from helper.store import Store

    with Store() as store:
        click.echo(f"Pairing code: {store.pairings.offer()}")
    click.echo("Type it into the extension's options within five minutes.", err=True)
    click.echo(f"`visionfit serve` must be running for it, on port {port()}.", err=True)
