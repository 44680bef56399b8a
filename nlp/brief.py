"""The whole way: pages -> Reading -> (with a Profile) matches, phrases, answers = Brief."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nlp.contract import Brief, Notice, Page, Profile, Reading
from nlp.matching import Others, match, themes_of
from nlp.matching.others import NONE
from nlp.models import models
from nlp.page import Document, PageError, read_page
from nlp.phrasing import suggest
from nlp.reading import read_company

Progress = Callable[[str, int, int], None]  # stage, done, all


def read(pages: Sequence[Page], *, read_at: str, progress: Progress | None = None) -> Reading:
    """Read a company's pages. The result does not depend on any profile and may be kept.

    A page that cannot be read becomes a notice while there is another. Raises nlp.page.PageError when there is none,
    nlp.models.ModelError when a model is absent.
    """
    models().begin()
    documents: list[Document] = []
    unread: list[Notice] = []
    for number, page in enumerate(pages):
        if progress:
            progress("pages", number, len(pages))
        try:
            documents.append(read_page(page))
        except PageError as error:
            if len(unread) + 1 == len(pages):
                raise
            unread.append(Notice(code=error.code, text=f"{page.url or 'A page'} was not read: {error.message}"))
    if progress:
        progress("statements", 0, 1)
    reading = read_company(documents, read_at=read_at, models=models())
    texts = [s.text for s in reading.statements]
    values = [f"{v.name}. {v.description or ''}".strip() for v in reading.values]
    for entry, themes in zip(
        [*reading.statements, *reading.values], themes_of([*texts, *values], models()), strict=True
    ):
        entry.themes = list(themes)
    reading.notices += unread
    return reading


def from_reading(reading: Reading, profile: Profile | None, others: Others = NONE) -> Brief:
    """The brief for one profile; without a profile, what the company says and nothing more.

    `others` counts what the user's other companies say, so that what all of them say counts for less.
    """
    brief = Brief(
        company=reading.company, pages=reading.pages, statements=reading.statements, values=reading.values,
        notices=list(reading.notices),
    )  # fmt: skip
    if profile is None:
        return brief
    matching = match(profile, reading, models(), others)
    suggestions = suggest(profile, reading, matching, models(), others)
    brief.matches, brief.gaps = matching.matches, matching.gaps
    brief.phrases, brief.answers = suggestions.phrases, suggestions.answers
    brief.notices += [*matching.notices, *suggestions.notices]
    return brief


def make_brief(
    pages: Sequence[Page], profile: Profile | None, *, read_at: str, progress: Progress | None = None
) -> Brief:
    """Pages and a profile -> Brief. Errors as `read`."""
    return from_reading(read(pages, read_at=read_at, progress=progress), profile)
