"""What goes in to the reading of one company, and what comes out. Both travel between processes and machines."""
from __future__ import annotations

from dataclasses import dataclass

from pydantic import TypeAdapter

from helper.report.comparison import Row
from nlp.contract import Notice, Page


@dataclass(frozen=True, slots=True)
class Material:
    """A company's pages, in hand. `number` is its place among the inputs; `notices`: how the pages were come by.

    `fetched`: they came over the network. `reading`: the JSON of what was read on these very pages before.
    """

    number: int
    slug: str
    source: str
    company: str | None
    url: str
    pages: list[Page]
    read_at: str
    notices: list[Notice]
    fetched: bool = False
    reading: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one company. `number` is its place among the inputs; `brief` its JSON, None where it failed.

    `reading` is the JSON of what its pages say, with their hash; it lacks the company's name as the user gave it, and
    `notices`, which tell how the pages were come by: both may be others when the same pages come again.
    """

    number: int
    row: Row
    brief: str | None
    reading: str | None = None
    pages_sha256: str = ""
    notices: tuple[Notice, ...] = ()


MATERIAL = TypeAdapter(Material)
ROW = TypeAdapter(Row)
