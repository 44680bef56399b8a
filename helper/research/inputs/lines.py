"""A .txt file: an address a line. Lines of another encoding than the rest are read all the same."""
from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from helper.research.inputs.job import Job, Refused, Seen
from helper.research.inputs.site import site_job

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def plan(path: Path, seen: Seen) -> Iterator[Job | Refused]:
    """Empty lines, and what follows a #, don't count."""
    for number, line in enumerate(text_lines(path), 1):
        text = "" if line.startswith("#") else line.partition(" #")[0].strip()
        if text:
            yield site_job(text, None, f"{path.name}:{number}", seen)


def text_lines(path: Path) -> Iterator[str]:
    """The lines of a text file: UTF-16 by its mark, else each line UTF-8 where it can be, else windows-1252.

    Lists are put together from several programs' exports, so that one file may have several encodings.
    """
    with path.open("rb") as file:
        if file.read(2) in UTF16:
            with path.open(encoding="utf-16", errors="replace", newline="") as text:
                yield from text
            return
        file.seek(0)
        for number, line in enumerate(file):
            data = line.removeprefix(codecs.BOM_UTF8) if number == 0 else line
            try:
                yield data.decode("utf-8")
            except UnicodeDecodeError:
                yield data.decode("cp1252", "replace")
