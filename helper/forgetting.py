"""Forgetting: what is saved of a company, or everything, gone to the last byte."""
from __future__ import annotations

import shutil
from pathlib import Path

from helper.api.logs import FOLDER as LOGS
from helper.store import Store
from helper.store.backup import replaced_stores
from helper.store.renew import kept_aside

CACHES = ("http-cache.db", "readings.db")  # a cache may be emptied at any time, so all of it goes


def forget_company(store: Store, domain: str) -> bool:
    """Remove a company from the store, its log and the caches. False when nothing was saved of it."""
    found = store.forget(domain)
    if found:
        _drop_caches(store.database.path.parent)
    return found


def forget_all(store: Store) -> None:
    """Remove all that is saved, the copies put aside, the helper's own log, the caches. Pairings end."""
    folder = store.database.path.parent
    store.forget_all()
    _drop_caches(folder)
    for path in other_copies(folder):
        for ending in ("", "-wal", "-shm"):
            Path(f"{path}{ending}").unlink(missing_ok=True)
    shutil.rmtree(folder / LOGS, ignore_errors=True)


def other_copies(folder: Path) -> list[Path]:
    """Files in the data folder that hold an earlier or a damaged store."""
    return [*replaced_stores(folder), *kept_aside(folder)]


def _drop_caches(folder: Path) -> None:
    for cache in CACHES:
        for ending in ("-wal", "-shm", ""):
            (folder / f"{cache}{ending}").unlink(missing_ok=True)
