"""What can be quoted for one piece of evidence: a statement's sentences, a value's name and its explanation."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp.contract import Reading, Statement, Value
from nlp.phrasing import words as w
from nlp.phrasing.person.wish_words import WISH_VERBS

Kind = Literal["mission", "vision", "culture", "growth", "value"]
PAGE_WORDS = {"careers": "careers page", "about": "About page", "values": "values page", "mission": "mission page",
              "culture": "culture page", "home": "home page", "job": "job advert"}


@dataclass(frozen=True, slots=True)
class Source:
    """One sentence to cut from, with what is known about where it stands."""

    evidence: str
    kind: Kind
    sentence: Span
    explicit: bool
    label: str | None  # the value that the sentence explains, as a common noun: "humility"
    page: str  # "careers page", "page"
    is_name: bool = False
    heading: str | None = None


@lru_cache(maxsize=128)
def parsed(text: str, pipeline: Language) -> Doc:
    """Kept: phrases and answers of a brief cut from the same texts."""
    return pipeline(text)


def sources(evidence: Statement | Value, reading: Reading, pipeline: Language) -> Iterator[Source]:
    """The sentences of `evidence`, in reading order."""
    page = _page_word(evidence.url, reading)
    if isinstance(evidence, Statement):
        for sentence in parsed(_readable(evidence.text), pipeline).sents:
            yield Source(evidence.id, evidence.kind, sentence, evidence.explicit, None, page, heading=evidence.heading)
        return
    name = next(iter(parsed(_readable(evidence.name), pipeline).sents), None)
    if name is not None:
        yield Source(evidence.id, "value", name, True, None, page, is_name=True)
    for sentence in parsed(_readable(evidence.description or ""), pipeline).sents:
        yield Source(evidence.id, "value", sentence, True, label_of(evidence.name, pipeline), page)


def _readable(text: str) -> str:
    """Without trade marks, which stick to words. A quote across one is no substring of the page and is dropped."""
    return re.sub(r"[®™©℠]", "", text)


def _page_word(url: str, reading: Reading) -> str:
    kind = next((page.kind for page in reading.pages if page.url == url), "other")
    return PAGE_WORDS.get(kind, "page")


def label_of(name: str, pipeline: Language) -> str | None:
    """A value's name as a lower-case noun phrase for the middle of a sentence, or None when it is none."""
    bare = re.sub(r"\s*&\s*", " and ", w.fold(name)).strip(" .:")
    if not re.fullmatch(r"[A-Za-z][A-Za-z'’ -]*", bare) or w.count(bare) > 4:
        return None
    lowered = bare.lower()
    first, *rest = lowered.split() or [""]
    if first in WISH_VERBS and rest and rest[0] not in {"and", "of", "for", "in"}:
        return None  # "show respect": an order
    doc = pipeline(f"They explain {lowered}.")
    head = next((t for t in doc[2:] if t.head.i == 1 and t.dep_ == "dobj"), None)
    if head is None or head.pos_ != "NOUN" or doc[2].pos_ not in {"NOUN", "ADJ", "VERB"} or doc[2].tag_ in {"VB", "VBP", "VBZ"}:
        return None
    if any(t.lower_ in {"we", "our", "us", "you", "your", "it", "first", "always", "never"} for t in doc[2:]):
        return None
    return lowered
