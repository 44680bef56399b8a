"""visionfit export, visionfit import"""
from __future__ import annotations

import json
import os
from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
def export(file: Path) -> None:
    """Write everything that is saved, but for pairings, to FILE as JSON; as a zip when its name ends in .zip."""
    from helper.store import Store, archive

    with Store() as store:
        document = archive.export(store)
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    if str(file) == "-":
        click.echo(text, nl=False)
        return
    _write_privately(file, archive.packed(document) if file.suffix.lower() == ".zip" else text.encode())
    click.echo(file)


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--replace", is_flag=True, help="Put it in the place of what is saved; that is kept in a file first.")
def import_(file: Path, replace: bool) -> None:
    """Save everything that an exported FILE holds, all or nothing."""
    from helper.store import Store, archive
    from helper.store.backup import keep_replaced

    document = archive.parse(file.read_bytes())
    with Store() as store:
        kept = keep_replaced(store) if replace else None
        for name, count in archive.take_in(store, document, replace=replace).items():
            click.echo(f"{name}: {count}")
    if kept:
        click.echo(f"What was saved before is kept as {kept}.", err=True)


def _write_privately(path: Path, data: bytes) -> None:
    from helper.errors import Problem

    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
    except OSError as error:
        raise Problem("no_output", f"{path} cannot be written ({error.strerror}).", "Choose another place.") from error
