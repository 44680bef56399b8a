"""A store that is broken is kept aside, and told; the helper goes on with a new one."""
from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from helper.errors import Problem
from helper.settings import DATABASE, data_folder
from helper.store.store import Store

ASIDE = f"{DATABASE}.broken-"


def open_or_renew(folder: Path | None = None) -> Store:
    """The store, in order. Only for the program that has the helper's port: another could have the file open."""
    folder = folder or data_folder()
    try:
        store = Store(folder)
        if store.database.sound():
            return store
        store.close()
    except Problem as problem:
        if problem.code != "store_broken":
            raise
    aside = keep_aside(folder)
    click.echo(f"The saved data was damaged. It is kept aside as {aside}, and a new store was made.", err=True)
    click.echo("`visionfit restore` brings a backup back.", err=True)
    return Store(folder)


def keep_aside(folder: Path) -> Path:
    """Rename the store's files, so that nothing of them is lost. Returns where the store is now."""
    mark = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    for ending in ("-wal", "-shm", ""):
        path = folder / f"{DATABASE}{ending}"
        if path.exists():
            path.rename(folder / f"{ASIDE}{mark}{ending}")
    return folder / f"{ASIDE}{mark}"


def kept_aside(folder: Path) -> list[Path]:
    """Damaged stores that were kept aside, oldest first."""
    return sorted(path for path in folder.glob(f"{ASIDE}*") if not path.name.endswith(("-wal", "-shm")))
