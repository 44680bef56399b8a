"""Making briefs, and turning the language core's errors into Problems."""
from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from helper.clock import stamp
from helper.errors import Problem
from nlp.contract import Brief, Page, Profile

if TYPE_CHECKING:
    from helper.store import Store
    from nlp.matching import Others


@contextmanager
def core_errors() -> Iterator[None]:
    """Raise what the language core says as a Problem: its page codes as they are, and models_failed."""
    from nlp.models import ModelError
    from nlp.page import PageError

    try:
        yield
    except PageError as error:
        status = 413 if error.code == "too_large" else 422
        raise Problem(error.code, error.message, error.hint, status=status) from error
    except ModelError as error:
        raise Problem(
            "models_failed", f"The language models could not be loaded: {error}.",
            "Run scripts/run again to install them.", status=503,
        ) from error


def load_models() -> None:
    """Load the language models now. Raises Problem(models_failed)."""
    from nlp.models import models

    with core_errors():
        models().load()


@cache
def core_version() -> str:
    """A name for this exact language core: a hash of its code and data. Readings are kept under it."""
    import nlp

    digest = hashlib.sha256()
    folder = Path(nlp.__path__[0])
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def pages_sha256(pages: Sequence[Page]) -> str:
    """One hash over everything the pages bring in, in their order."""
    return hashlib.sha256(json.dumps([page.model_dump() for page in pages]).encode()).hexdigest()


def make_brief(pages: Sequence[Page], profile: Profile | None, *, read_at: str, company: str | None = None) -> Brief:
    """A brief that is not saved. `company` is its name, where it is known better than the pages tell it.

    Raises Problem: empty_page, not_html, too_large, models_failed.
    """
    from nlp.brief import from_reading, read

    with core_errors():
        reading = read(pages, read_at=read_at)
        if company:
            reading.company.name = company
        return from_reading(reading, profile)


def make_and_save(store: Store, pages: Sequence[Page], *, read_at: str | None = None) -> Brief:
    """A company's brief for the saved profile, saved. The same pages sent twice are read once."""
    from helper.store.companies import SavedBrief
    from nlp.brief import from_reading, read

    saved_profile = store.profiles.current()
    profile, version = (saved_profile.profile, saved_profile.version) if saved_profile else (None, None)
    sha256 = pages_sha256(pages)
    with core_errors():
        reading = store.companies.reading_of_pages(sha256, core_version())
        if reading is None:
            reading = read(pages, read_at=read_at or stamp())
        brief = from_reading(reading, profile, others(store, reading.company.domain))
    if not brief.company.domain:
        raise Problem("no_address", "The pages have no web address, so that the brief cannot be saved.",
                      "Give the page's address with --url.", status=422)
    store.companies.save(reading, sha256, SavedBrief(brief, version, core_version(), stamp()))
    if profile and profile.aspirations:  # all it takes is in memory from the matching
        from nlp.matching import figures_of
        from nlp.models import models

        store.figures.save(reading.company, core_version(), figures_of(reading, models()).to_bytes())
    return brief


def saved_brief(store: Store, domain: str) -> Brief:
    """A saved company's brief, matched anew when the profile has changed since. Raises Problem(no_company)."""
    saved = store.companies.brief(domain)
    if saved is None:
        raise no_company(domain)
    current = store.profiles.current()
    version = current.version if current else None
    if (saved.profile_version, saved.model) == (version, core_version()):
        return saved.brief
    reading = store.companies.reading(domain)
    if reading is None:
        raise no_company(domain)
    from helper.store.companies import SavedBrief
    from nlp.brief import from_reading

    with core_errors():
        brief = from_reading(reading, current.profile if current else None, others(store, domain))
    store.companies.save_brief(SavedBrief(brief, version, core_version(), saved.saved_at))
    return brief


def others(store: Store, domain: str) -> Others:
    """What the user's other saved companies state, as counts; the core weighs the company's own words by them."""
    from nlp.matching import Others

    saved = (s.brief for s in store.companies.all() if s.brief.company.domain != domain)
    return Others.of([*brief.statements, *brief.values] for brief in saved)


def no_company(domain: str) -> Problem:
    return Problem("no_company", f"No brief of {domain!r} is saved.",
                   "`visionfit companies list` names the saved ones.", status=404)


def no_phrase(domain: str, phrase: str) -> Problem:
    return Problem("no_phrase", f"The brief of {domain} has no phrase {phrase!r}.",
                   "Ask for the brief again: its phrases may have changed.", status=404)
