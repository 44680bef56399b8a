"""A copy of the store in one file, and its way back."""
from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from helper.errors import Problem
from helper.settings import DATABASE
from helper.store.store import Store

REPLACED = f"{DATABASE}.replaced-"


def back_up(store: Store, path: Path) -> None:
    """Write all of the store to a new file that only its owner can read, as it is at this moment.

    Raises Problem: file_exists, no_output.
    """
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError as error:
        raise Problem("file_exists", f"{path} is there already.", "Choose another name.") from error
    except OSError as error:
        raise Problem("no_output", f"{path} cannot be written ({error.strerror}).", "Choose another place.") from error
    try:
        with closing(sqlite3.connect(store.database.path)) as source, closing(sqlite3.connect(path)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    except sqlite3.Error as error:
        path.unlink(missing_ok=True)
        raise Problem("no_output", f"The backup could not be written ({error}).", "Choose another place.") from error


def restore(folder: Path, path: Path) -> Path | None:
    """Put a backup in the place of what is saved, as a whole, while others may have the store open.

    What was saved before is kept in a file of its own, which is returned; None where nothing was.
    Raises Problem(bad_backup), and the store's own.
    """
    _check(path)
    replaced = None
    if (folder / DATABASE).exists():
        with Store(folder) as store:
            replaced = keep_replaced(store)
    else:
        Store(folder).close()  # makes folder and file, with their modes
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(folder / DATABASE)) as target:
            source.backup(target)
    except sqlite3.Error as error:
        raise Problem("store_busy", f"The saved data could not be replaced ({error}).",
                      "End the helper and try again.") from error
    Store(folder).close()  # brings a backup of an earlier version to this one's form
    return replaced


def keep_replaced(store: Store) -> Path:
    """Copy the store into a file beside it, before something else takes its place. Returns that file."""
    path = store.database.path.with_name(f"{REPLACED}{datetime.now(UTC):%Y%m%dT%H%M%S%f}")
    back_up(store, path)
    return path


def replaced_stores(folder: Path) -> list[Path]:
    """What `restore` and `import` have put aside, oldest first."""
    return sorted(folder.glob(f"{REPLACED}*"))


def _check(path: Path) -> None:
    bad = Problem("bad_backup", f"{path} is no backup of Visionfit, or it is damaged.",
                  "`visionfit backup` writes one.")
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source:
            sound = source.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            tables = {row[0] for row in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error as error:
        raise bad from error
    if not sound or not {"alembic_version", "profiles", "briefs"} <= tables:
        raise bad
