"""A .jsonl file of saved pages: a company a line, checked before anything is read."""
from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BaseModel, Field, ValidationError

from helper import strict_json
from helper.errors import Problem
from helper.profiles import describe
from helper.research.inputs.job import SLUG, Job, Refused, SavedPage, Seen, slug_of

LINE_HINT = 'A line is {"slug": "acme", "pages": [{"url": "https://…", "html_file": "acme/about.html"}]}.'


class PageLine(BaseModel):
    html_file: Annotated[str, Field(min_length=1)]
    url: str = ""


class CompanyLine(BaseModel):
    slug: str | None = None
    company: str | None = None
    pages: Annotated[list[PageLine], Field(min_length=1)]


def plan(path: Path, seen: Seen) -> Iterator[Job | Refused]:
    """The companies of a file, in order; empty lines don't count."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _job(line, path, number, seen)


def _job(line: bytes, file: Path, number: int, seen: Seen) -> Job | Refused:
    source = f"{file.name}:{number}"
    slug = f"line-{number}"
    try:
        told = _parse(line)
        slug = _slug(told, slug)
        pages = tuple(SavedPage(_inside(file.parent, page.html_file), page.url or None) for page in told.pages)
    except Problem as problem:
        return Refused(seen.free(slug), source, problem)
    if not seen.claim(slug):
        told_twice = f"The slug {slug!r} stands on an earlier line too."
        return Refused(slug, source, Problem("duplicate_slug", told_twice, "Give each company its own."))
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
        return slug_of(named, fallback)
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
