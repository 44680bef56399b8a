"""What speaks against a wish: a praised opposite, something the user avoids, a field the company is not in.

Only the certain cases: everything else is a silence, and a question.
"""
from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from nlp.contract import Profile, Reading, Statement, Value
from nlp.matching.excerpts import excerpt
from nlp.matching.facets import DATA, Facet
from nlp.matching.patterns import NEVER, any_of, plain
from nlp.matching.wishes import Wish
from nlp.models import Models

if TYPE_CHECKING:
    from spacy.language import Language

ENOUGH_WORDS = 300  # fewer on the pages, and a missing field proves nothing
OTHER_FIELD = 3  # words of another field that must be there
NEAR = 0.7  # cosine from which a line is about what the user avoids
MOST_AVOIDED = 2

_NEGATION = re.compile(r"\b(?:no|not|never|without|instead of|rather than|don't|doesn't|isn't|aren't|nobody|avoid)\b[^.;]{0,40}$", re.I)


@dataclass(frozen=True, slots=True)
class Field:
    id: str
    label: str
    wish: re.Pattern[str]
    page: re.Pattern[str]


@cache
def fields() -> tuple[Field, ...]:
    raw = json.loads((DATA / "fields.json").read_text("utf-8"))
    return tuple(Field(f["id"], f["label"], any_of(f["wish"]), any_of(f["page"])) for f in raw)


def opposite(reading: Reading, facet: Facet) -> str | None:
    """The words in which the company praises what goes against a facet, verbatim; None when it does not."""
    said: list[Statement | Value] = [*reading.values]
    said += [s for s in reading.statements if s.kind in {"culture", "growth"}]
    for item in said:
        for text in _texts(item):
            found = facet.against.search(plain(text))
            if found and not _NEGATION.search(plain(text)[: found.start()]):
                return excerpt(text, facet.against, NEVER)
    return None


def absent_field(text: str, reading: Reading) -> Field | None:
    """The field of work that `text` names and that certainly has no place at the company."""
    return absent_among(text, field_counts(reading)) if _named_fields(text) else None


def field_counts(reading: Reading) -> tuple[int, ...]:
    """The number of words on the pages, then of those of each of `fields()`."""
    pages = plain(" ".join(reading.texts))
    return len(pages.split()), *(sum(1 for _ in field.page.finditer(pages)) for field in fields())


def absent_among(text: str, counted: tuple[int, ...]) -> Field | None:
    """As `absent_field`, from what `field_counts` gave."""
    words, *counts = counted
    if words < ENOUGH_WORDS or max(counts) < OTHER_FIELD:
        return None
    present = {field.id for field, count in zip(fields(), counts, strict=True) if count}
    named = _named_fields(text)
    return named[0] if named and all(field.id not in present for field in named) else None


@lru_cache(maxsize=1000)
def _named_fields(text: str) -> tuple[Field, ...]:
    return tuple(field for field in fields() if field.wish.search(plain(text)))


@dataclass(frozen=True, slots=True)
class Avoided:
    """Something the user would rather avoid, and the company's words that praise it."""

    item: str
    quote: str


def avoided(profile: Profile, reading: Reading, models: Models) -> list[Avoided]:
    """Items of `avoid` and `drains` that a statement or value of the company speaks for, MOST_AVOIDED at most."""
    items = [item for item in dict.fromkeys([*profile.avoid, *profile.drains]) if item.strip()]
    texts = [text for evidence in reading.evidence.values() for text in _texts(evidence)]
    if not items or not texts:
        return []
    likeness = models.embedder.encode(items) @ models.embedder.encode(texts).T
    found = []
    for number, item in enumerate(items):
        words = _content(item, models.pipeline)
        pattern = any_of([re.escape(word) + "*" for word in sorted(words)])
        for place in likeness[number].argsort()[::-1][:5]:
            text = texts[int(place)]
            present = words and words <= _content(text, models.pipeline)
            if (present or likeness[number, place] >= NEAR) and not _negated(text, pattern):
                found.append(Avoided(item, excerpt(text, pattern, pattern)))
                break
    return found[:MOST_AVOIDED]


def _texts(item: Statement | Value) -> list[str]:
    if isinstance(item, Statement):
        return [item.text]
    return [item.name, *([item.description] if item.description else [])]


def _content(text: str, pipeline: Language) -> set[str]:
    return {t.lemma_.lower() for t in pipeline(text) if t.pos_ in {"NOUN", "VERB", "ADJ", "PROPN"} and not t.is_stop}


def _negated(text: str, pattern: re.Pattern[str]) -> bool:
    found = pattern.search(plain(text))
    return bool(found and _NEGATION.search(plain(text)[: found.start()]))


def shares_a_wish(item: str, wishes: Sequence[Wish], models: Models) -> Wish | None:
    """The wish that something avoided stands nearest to; private wishes are not spoken of."""
    open_ = [wish for wish in wishes if not wish.aspiration.private]
    if not open_:
        return None
    vector = models.embedder.encode([item])[0]
    return max(open_, key=lambda wish: float(vector @ wish.vector))
