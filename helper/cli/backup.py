"""visionfit backup, visionfit restore"""
from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
def backup(file: Path | None) -> None:
    """Copy everything that is saved to a new FILE, which only you can read. The helper may be running."""
    from helper.store import Store
    from helper.store.backup import back_up

    path = file or Path(f"visionfit-{datetime.now(UTC):%Y%m%d-%H%M%S}.backup")
    with Store() as store:
        back_up(store, path)
    click.echo(path)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def restore(file: Path) -> None:
    """Put a backup in the place of what is saved, which is kept in a file beside it."""
    from helper.settings import data_folder
    from helper.store.backup import restore as put_back

    replaced = put_back(data_folder(), file)
    click.echo(f"{file} is restored.", err=True)
    if replaced:
        click.echo(f"What was saved before is kept as {replaced}.", err=True)
