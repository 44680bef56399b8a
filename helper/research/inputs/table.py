"""A .csv file: the column with the addresses is found by its name."""
from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from helper.errors import WRONG_USE, Problem
from helper.research.inputs.job import Job, Refused, Seen, slug_of
from helper.research.inputs.lines import text_lines
from helper.research.inputs.site import is_address, site_job

ADDRESS = ("url", "website", "web site", "website url", "company url", "company website", "domain", "company domain",
           "homepage", "home page", "web", "site", "web address")
NAME = ("company", "company name", "name", "organisation", "organization", "employer", "organisation name",
        "organization name", "employer name")
DELIMITERS = ",;\t|"
LOOKED_AT = 50  # rows, when only a column of companies is there
HINT = "Name the column with the addresses url, website or domain."


@dataclass(frozen=True, slots=True)
class Columns:
    """Where addresses (by preference) and the name stand; `header`: whether the first row is one."""

    addresses: list[int]
    name: int | None
    delimiter: str
    header: bool


def columns_of(path: Path) -> Columns:
    """Raises Problem(no_column): wrong use."""
    first = next((line for line in text_lines(path) if line.strip()), "")
    delimiter = max(DELIMITERS, key=first.count)
    rows = _rows(path, delimiter)
    header = next((row for _, row in rows if isinstance(row, list) and any(row)), [])
    names = [re.sub(r"[\W_]+", " ", cell.lower()).strip() for cell in header]
    addresses = [names.index(known) for known in ADDRESS if known in names]
    named = next((names.index(known) for known in NAME if known in names), None)
    if addresses:
        return Columns(addresses, named, delimiter, True)
    if named is not None:
        looked = [row for _, row in zip(range(LOOKED_AT), (r for _, r in rows), strict=False) if isinstance(row, list)]
        if any(len(row) > named and is_address(row[named]) for row in looked):
            return Columns([named], None, delimiter, True)
    elif (bare := [number for number, cell in enumerate(header) if is_address(cell)]):
        return Columns(bare[:1], None, delimiter, False)
    told = ", ".join(cell.strip() for cell in header if cell.strip())[:200] or "none"
    raise Problem("no_column", f"{path} has no column of web addresses (its columns: {told}).", HINT,
                  exit_status=WRONG_USE)


def plan(path: Path, seen: Seen) -> Iterator[Job | Refused]:
    """A company a row, in order; empty rows don't count."""
    columns = columns_of(path)
    waiting_for_header = columns.header
    for line, row in _rows(path, columns.delimiter):
        source = f"{path.name}:{line}"
        if isinstance(row, Problem):
            yield Refused(seen.free(f"line-{line}"), source, row)
        elif any(cell.strip() for cell in row):
            if waiting_for_header:
                waiting_for_header = False
                continue
            yield _job(row, columns, source, line, seen)


def _job(row: list[str], columns: Columns, source: str, line: int, seen: Seen) -> Job | Refused:
    name = row[columns.name].strip() if columns.name is not None and columns.name < len(row) else ""
    for column in columns.addresses:
        text = row[column].strip() if column < len(row) else ""
        if text:
            return site_job(text, name or None, source, seen)
    problem = Problem("no_address", f"The row has no web address{f' for {name}' if name else ''}.",
                      "Visionfit does not search: give the company's domain.")
    return Refused(seen.free(slug_of(name, f"line-{line}")), source, problem, name or None)


def _rows(path: Path, delimiter: str) -> Iterator[tuple[int, list[str] | Problem]]:
    reader = csv.reader((line.replace("\0", "") for line in text_lines(path)), delimiter=delimiter)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield reader.line_num, Problem("bad_line", f"The row cannot be read: {error}.")
        else:
            yield reader.line_num, row
