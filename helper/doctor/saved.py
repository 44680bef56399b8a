"""What is saved: the folder, the store in it, copies, pairings."""
from __future__ import annotations

import os
from collections.abc import Iterator

from helper.doctor.check import Check
from helper.errors import Problem
from helper.settings import DATABASE, data_folder


def folder() -> Iterator[Check]:
    """The data folder and who can read it."""
    path = data_folder()
    if not path.exists():
        yield Check("folder", "ok", f"Nothing is saved yet; it will be in {path}.")
        return
    files = [file for file in path.glob(f"{DATABASE}*") if file.is_file()]
    loose = [p for p in (path, *files) if os.name == "posix" and p.stat().st_mode & 0o077]
    if not os.access(path, os.R_OK | os.W_OK | os.X_OK):
        yield Check("folder", "bad", f"{path} cannot be written.", "Give yourself access, or set VISIONFIT_HOME.")
    elif loose:
        names = ", ".join(str(p) for p in loose)
        yield Check("folder", "bad", f"Others on this machine can read {names}.", f"chmod go= {names}")
    else:
        yield Check("folder", "ok", f"{path} is readable by you alone. The helper's log is in its folder logs.")


def store() -> Iterator[Check]:
    """Whether the store opens and is sound."""
    if not (data_folder() / DATABASE).exists():
        return
    from helper.store import Store

    try:
        with Store() as opened:
            sound, companies = opened.database.sound(), len(opened.companies.all())
    except Problem as problem:
        yield Check("store", "bad", problem.message, problem.hint)
        return
    if sound:
        yield Check("store", "ok", f"The saved data is sound; companies: {companies}.")
    else:
        yield Check("store", "bad", "The saved data is damaged.",
                    "`visionfit serve` keeps it aside and makes a new one; `visionfit restore` brings a backup back.")


def copies() -> Iterator[Check]:
    """Earlier or damaged stores that lie beside the one in use."""
    from helper.forgetting import other_copies

    found = other_copies(data_folder()) if data_folder().is_dir() else []
    if found:
        names = ", ".join(str(path) for path in found)
        yield Check("copies", "note", f"Earlier stores were kept aside: {names}.",
                    "Delete them when you no longer need them; `visionfit restore` takes a sound one back.")


def pairing() -> Iterator[Check]:
    """Whether a browser is paired."""
    count = 0
    if (data_folder() / DATABASE).exists():
        from helper.store import Store

        try:
            with Store() as opened:
                count = len(opened.pairings.all())
        except Problem:
            return  # told above
    if count:
        yield Check("pairing", "ok", f"Paired browsers: {count}.")
    else:
        yield Check("pairing", "note", "No browser is paired.",
                    "Run `visionfit install`, or type the code of `visionfit pair` into the extension's options.")
