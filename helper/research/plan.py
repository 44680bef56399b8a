"""What to research: the companies of .jsonl files, a line each, checked before anything is read."""
from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BaseModel, Field, ValidationError

from helper import strict_json
from helper.errors import Problem
from helper.profiles import describe

SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
LINE_HINT = 'A line is {"slug": "acme", "pages": [{"url": "https://…", "html_file": "acme/about.html"}]}.'


@dataclass(frozen=True, slots=True)
class Job:
    """One company to read. `source` is where it was asked for: file and line."""

    slug: str
    source: str
    company: str | None
    pages: tuple[tuple[Path, str | None], ...]  # file and address


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that is no company. `slug` names it as well as can be."""

    slug: str
    source: str
    problem: Problem


class PageLine(BaseModel):
    html_file: Annotated[str, Field(min_length=1)]
    url: str = ""


class CompanyLine(BaseModel):
    slug: str | None = None
    company: str | None = None
    pages: Annotated[list[PageLine], Field(min_length=1)]


def plan(files: Sequence[Path]) -> Iterator[Job | Refused]:
    """The companies of `files`, in order; empty lines don't count."""
    seen: set[str] = set()
    for file, number, line in _lines(files):
        yield _job(line, file, number, seen)


def count(files: Sequence[Path]) -> int:
    """How many companies `plan` will give."""
    return sum(1 for _ in _lines(files))


def _lines(files: Sequence[Path]) -> Iterator[tuple[Path, int, bytes]]:
    for file in files:
        with file.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield file, number, line


def _job(line: bytes, file: Path, number: int, seen: set[str]) -> Job | Refused:
    source = f"{file.name}:{number}"
    slug = f"line-{number}"
    try:
        told = _parse(line)
        slug = _slug(told, slug)
        if slug.casefold() in seen:  # two files whose names differ by case alone are one on some disks
            raise Problem("duplicate_slug", f"The slug {slug!r} stands on an earlier line too.",
                          "Give each company its own.")
        pages = tuple((_inside(file.parent, page.html_file), page.url or None) for page in told.pages)
    except Problem as problem:
        return Refused(slug, source, problem)
    seen.add(slug.casefold())
    return Job(slug, source, told.company, pages)


def _parse(line: bytes) -> CompanyLine:
    try:
        return CompanyLine.model_validate(strict_json.loads(line.decode("utf-8-sig")))
    except ValidationError as error:
        raise Problem("bad_line", f"The line does not describe a company: {describe(error)}.", LINE_HINT) from error
    except json.JSONDecodeError as error:
        told = f"The line is no valid JSON: {error.msg}, column {error.colno}."
        raise Problem("bad_line", told, LINE_HINT) from error
    except (ValueError, RecursionError) as error:
        raise Problem("bad_line", f"The line is no valid JSON: {error}.", LINE_HINT) from error


def _slug(told: CompanyLine, fallback: str) -> str:
    """The slug given, or one made of the company's name or address. It names a file, so it is checked."""
    if told.slug is None:
        named = told.company or urlsplit(told.pages[0].url).hostname or ""
        return re.sub(r"[^a-z0-9]+", "-", named.lower()).strip("-")[:100] or fallback
    if not SLUG.fullmatch(told.slug):
        raise Problem("bad_slug", f"The slug {told.slug!r} cannot be a file name.",
                      "Use letters, digits, '.', '_' and '-', a letter or digit first.")
    return told.slug


def _inside(folder: Path, name: str) -> Path:
    """The file `name` in `folder`, links followed. Raises Problem(outside_folder) when it lies elsewhere."""
    base = folder.resolve()
    try:
        path = (base / name).resolve()
    except (ValueError, OSError) as error:
        raise Problem("bad_line", f"{name!r} is no file name.", LINE_HINT) from error
    if Path(name).is_absolute() or not path.is_relative_to(base):
        raise Problem("outside_folder", f"The file {name!r} lies outside the folder of its .jsonl file.",
                      "Name saved pages relative to the .jsonl file, in its own folder.")
    return path
