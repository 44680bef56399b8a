"""Files the user asked for, written as a whole or not at all."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from helper.errors import Problem


def write_file(path: Path, content: str) -> None:
    """Raises Problem(no_output)."""
    data = content.encode("utf-8", "replace")
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a device or a pipe: written to, not replaced
            return
        part = target.with_name(f".{target.name}.part")
        try:
            part.write_bytes(data)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise _no_output(path, error) from error


def make_folder(path: Path) -> None:
    """Raises Problem(no_output)."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _no_output(path, error) from error


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """A file written piece by piece, that is there when all of it is written. Raises Problem(no_output)."""
    part = path.with_name(f".{path.name}.part")
    try:
        try:
            with part.open("w", encoding="utf-8", errors="replace", newline="") as out:
                yield out
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise _no_output(path, error) from error


def _no_output(path: Path, error: OSError) -> Problem:
    return Problem("no_output", f"{path} cannot be written ({error.strerror}).", "Choose another place with --out.")
