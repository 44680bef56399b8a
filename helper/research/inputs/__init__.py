"""What to research: companies from addresses, lists, tables, saved pages, folders and web archives, mixed."""
from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from helper.errors import WRONG_USE, Problem
from helper.research.inputs import archive, folder, lines, saved, table
from helper.research.inputs.job import Job, Refused, Seen
from helper.research.inputs.site import is_address, site_job

__all__ = ["Job", "Refused", "check", "plan"]

KINDS = "a domain, a web address, a .txt, .csv or .jsonl file, a folder of saved pages, or a .warc(.gz) file"


def check(inputs: Sequence[str]) -> None:
    """Raise Problem (wrong use) where an input is nothing that can be planned: bad_input, no_column."""
    for source in inputs:
        path = Path(source)
        if "://" in source or not _exists(path):
            if not is_address(source):
                raise _bad(f"{source} is no address, and no file either")
        elif path.is_file():
            _try(path.open, "rb")
            if path.suffix.lower() == ".csv":
                table.columns_of(path)
            elif _reader(path) is None:
                raise _bad(f"{source} is a file of no known kind")
        elif path.is_dir():
            _try(os.scandir, path)
        else:
            raise _bad(f"{source} is neither a file nor a folder")


def plan(inputs: Sequence[str], most: int) -> Iterator[Job | Refused]:
    """The companies of `inputs`, in order, checked by `check` before. `most`: pages of one, where there are more."""
    seen = Seen()
    for source in inputs:
        path = Path(source)
        if "://" in source or not _exists(path):
            yield site_job(source, None, source, seen)
        elif path.is_dir():
            yield from folder.plan(path, most, seen)
        elif (reader := _reader(path)) == "archive":
            yield from archive.plan(path, most, seen)
        elif reader == "page":
            yield folder.single(path, seen)
        else:
            read = {"txt": lines.plan, "csv": table.plan, "jsonl": saved.plan}[reader or "txt"]
            yield from read(path, seen)


def _reader(path: Path) -> str | None:
    name = path.name.lower()
    if name.endswith((".warc", ".warc.gz")):
        return "archive"
    if name.endswith(folder.SUFFIXES):
        return "page"
    suffix = name.rpartition(".")[2]
    return suffix if suffix in ("txt", "csv", "jsonl") else None


def _try(opened: Callable[..., AbstractContextManager[Any]], *arguments: Any) -> None:
    """Told now, by its name, and not in the middle of the plan."""
    try:
        with opened(*arguments):
            pass
    except OSError as error:
        raise _bad(f"{error.filename} cannot be read ({error.strerror})") from error


def _exists(path: Path) -> bool:
    try:
        return path.exists() and path != Path()
    except (OSError, ValueError):
        return False


def _bad(told: str) -> Problem:
    return Problem("bad_input", f"{told}.", f"An input is {KINDS}.", exit_status=WRONG_USE)
