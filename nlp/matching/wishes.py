"""From a saved aspiration to wishes that can be held against a company: cleaned, split, themed."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from nlp.contract import Aspiration
from nlp.matching.evidence import HINT, hits, wish_vectors
from nlp.matching.excerpts import own_words
from nlp.matching.facets import facets, taxonomy
from nlp.models import Models
from nlp.models.lexicon import all_lemmas
from nlp.models.pipeline import split_sentences

if TYPE_CHECKING:
    from spacy.language import Language

ONE_WISH = 12  # an aspiration of so few words is one wish
SOFTNESS = 0.04  # softmax temperature over the facets; flat from .03 to .05
NEAREST = 2  # wishes of a facet that count
CLEAR_BONUS, HINT_BONUS = 0.06, 0.02  # added to the similarity when the facet's own words stand in the wish
KNOWN_WORDS = 1 / 3  # an English text has at least this share of words Visionfit knows

_WANT = (
    r"(?:want|wish|hope|like|love|plan|aim|dream|aspire|intend|long|prefer|need|hoping|planning|looking|trying)"
    r"\s+(?:to|of|for|that i)\b"
)
_PERSON = r"i(?:\s*['’]?d|\s+would|\s+do|\s*['’]?m|\s+am)?\s+(?:really\s+|also\s+|just\s+|very much\s+|then\s+)*"
_LEAD = re.compile(
    r"^(?:(?:and|but|also|then|later|finally|first|second|third|some ?day|one day|eventually|ultimately|"
    r"in the (?:long|short|medium) (?:run|term)|(?:in|with)in (?:the next )?\w+ years?(?: time)?)[,:]?\s+)*"
    rf"(?:{_PERSON}{_WANT}\s+|my (?:\w+\s+){{0,3}}(?:goal|dream|aim|aspiration|ambition|wish|hope|plan|vision)"
    r"(?:\s+\w+){0,3}\s+(?:is|would be)\s+(?:to\s+)?)",
    re.IGNORECASE,
)
_JOINT = re.compile(rf"\s*(?:;|\n|[•●▪]|,?\s+(?:and|but)\s+(?={_PERSON}{_WANT}))\s*", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_REASON = re.compile(r",?\s+because\s.*$", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish of one aspiration. `shares` over the facets sum to 1; `nearness` is the cosine to the nearest facet."""

    aspiration: Aspiration
    text: str
    vector: np.ndarray  # (384,)
    shares: np.ndarray  # (facets,)
    nearness: float
    rare: frozenset[str]  # its nouns that no theme uses, as lemmas ("ward")
    verb_first: bool  # whether it can stand after "to"


def clean(text: str) -> str:
    """`text` without emoji and control characters, white space folded, not in capitals throughout."""
    text = _TAG.sub(" ", text)
    kept = "".join(" " if unicodedata.category(c) in {"So", "Sk", "Cf", "Cc", "Cs", "Co"} else c for c in text)
    folded = " ".join(kept.split()).strip(" .,;:!-–—")
    return folded.lower() if folded.isupper() and len(folded) > 4 else folded


def split_wishes(text: str, pipeline: Language) -> list[str]:
    """The single wishes of an aspiration, in order; one of a few words is returned as it is.

    Of a longer text, the sentences that say "I want to …" are kept when there are any, the others being reasons.
    """
    if len(text.split()) <= ONE_WISH and "\n" not in text and ";" not in text:
        return [clean(text)] if clean(text) else []
    lines = [part for line in text.splitlines() for part in _JOINT.split(line) if part.strip()]
    parts = [str(s) for line in lines for s in split_sentences(pipeline, line)]
    parts = [part for part in (clean(part) for part in parts) if part]
    wanted = [part for part in parts if _LEAD.match(part)]
    found = [_REASON.sub("", _LEAD.sub("", part)) for part in wanted or parts]
    return list(dict.fromkeys(part for part in found if part)) or [clean(text)]


@cache
def _vocabulary() -> frozenset[str]:
    """Words of the themes' own data, lower case: what a wish about a theme is made of."""
    texts = [text for facet in facets() for text in (*facet.wishes, *facet.cues, facet.noun)]
    texts += [cue for theme in taxonomy().values() for cue in theme["company_cues"]]  # type: ignore[attr-defined]
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))


def is_english(text: str, pipeline: Language) -> bool:
    """Whether a wish is in English: by its words, and where these leave doubt by the language identifier.

    One or two words are taken for English unless they are in another script.
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if not words or any(ord(letter) > 0x24F for word in words for letter in word if letter not in "’"):
        return False
    known = sum(word in _vocabulary() or word in pipeline.Defaults.stop_words for word in words)
    if len(words) <= 2 or known >= KNOWN_WORDS * len(words):
        return True
    from py3langid import classify

    return str(classify(text)[0]) == "en"


def theme_shares(texts: Sequence[str], vectors: np.ndarray, models: Models) -> tuple[np.ndarray, np.ndarray]:
    """How each wish is spread over the facets (rows sum to 1), and its cosine to the nearest: (n, facets), (n,)."""
    near = np.stack(
        [np.sort(vectors @ wishes.T, axis=1)[:, -NEAREST:].mean(axis=1) for wishes in wish_vectors(models)], axis=1
    )
    found = hits(texts)
    lifted = near + CLEAR_BONUS * (found == 1) + HINT_BONUS * (found == np.float32(np.float16(HINT)))
    powers = np.exp((lifted - lifted.max(axis=1, keepdims=True)) / SOFTNESS)
    return powers / powers.sum(axis=1, keepdims=True), near.max(axis=1)


@lru_cache(maxsize=1000)
def grammar(text: str, pipeline: Language) -> tuple[frozenset[str], bool]:
    """Lemmas of the nouns in `text` that no theme uses, and whether `text` can stand after "to"."""
    known = _vocabulary()
    doc = pipeline("I want to " + own_words(text))
    rare = frozenset(
        token.lemma_.lower() for token in doc
        if token.pos_ in {"NOUN", "PROPN"} and len(token) > 2
        and token.lower_ not in known and token.lemma_.lower() not in known and not token.is_stop
    )
    return rare, "?" not in text and len(doc) > 3 and doc[3].tag_ == "VB" and _is_verb(doc[3].lower_)


def _is_verb(word: str) -> bool:
    """Whether a dictionary knows `word` as a bare verb: the tagger takes any word after "to" for one ("growth")."""
    return word in all_lemmas(word, "VERB").get("VERB", ())


def read_wishes(aspirations: Sequence[Aspiration], models: Models) -> list[Wish]:
    """All wishes of some aspirations, in order. Aspirations not in English give none (see is_english)."""
    pairs = [
        (aspiration, text) for aspiration in aspirations for text in split_wishes(aspiration.text, models.pipeline)
        if is_english(text, models.pipeline)
    ]
    if not pairs:
        return []
    texts = [text for _, text in pairs]
    vectors = models.embedder.encode(texts)
    shares, nearness = theme_shares(texts, vectors, models)
    return [
        Wish(aspiration, text, vectors[i], shares[i], float(nearness[i]), *grammar(text, models.pipeline))
        for i, (aspiration, text) in enumerate(pairs)
    ]
