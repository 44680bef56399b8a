"""A company to research, or a line that is none; and what was asked for already."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from helper.errors import Problem

SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page on this disk: a file, or a record at `offset` of a web archive, got at `at` (else: the file's time)."""

    file: Path
    url: str | None = None
    offset: int | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One company to read: its saved `pages`, or the addresses its site may `start` at, tried in order.

    `source` is where it was asked for: file and line.
    """

    slug: str
    source: str
    company: str | None
    pages: tuple[SavedPage, ...] = ()
    starts: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        return self.starts[0] if self.starts else next((page.url for page in self.pages if page.url), "")


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that is no company. `slug` names it as well as can be."""

    slug: str
    source: str
    problem: Problem
    company: str | None = None


@dataclass(slots=True)
class Seen:
    """Slugs and sites given out so far, over all inputs."""

    slugs: set[str] = field(default_factory=set)
    sites: dict[str, str] = field(default_factory=dict)  # and where each was asked for

    def claim(self, slug: str) -> bool:
        """Whether `slug` is still free; two that differ by case alone are one file on some disks."""
        if slug.casefold() in self.slugs:
            return False
        self.slugs.add(slug.casefold())
        return True

    def free(self, slug: str) -> str:
        """`slug`, or else `slug-2` and so on, claimed."""
        number, name = 1, slug
        while not self.claim(name):
            number += 1
            name = f"{slug[:95]}-{number}"
        return name


def slug_of(name: str, fallback: str) -> str:
    """A name as part of a file name: "acme-ltd"."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:100].strip("-") or fallback
