"""How far a text speaks of each facet: word patterns and a linear model over the sentence's vector, together.

The linear models (one a facet) were fitted by weak supervision: the patterns themselves label tens of thousands of
sentences of company pages, and a logistic regression over the embedding generalises from them (data programming:
Ratner et al. 2017). Neither half is enough: words mislead ("leadership team"), vectors blur. See docs/matching.md.
"""
from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np

from nlp.matching.facets import DATA, facets
from nlp.matching.patterns import plain
from nlp.models import Models

HINT = 0.4  # a word that only suggests a facet
WORDS, VECTOR = 0.3, 0.7  # flat between .3 and .5 on the labelled pages
KEPT = 60_000  # texts whose pattern hits are kept in memory, 33 half floats each


@lru_cache(maxsize=KEPT)
def _hits(text: str) -> bytes:
    text = plain(text)
    found = np.zeros(len(facets()), np.float16)
    for number, facet in enumerate(facets()):
        if facet.clear.search(text) or facet.hint.search(text):
            kept = facet.excepted.sub(" ~ ", text)
            found[number] = 1 if facet.clear.search(kept) else HINT if facet.hint.search(kept) else 0
    return found.tobytes()


def hits(texts: Sequence[str]) -> np.ndarray:
    """Pattern hits: 1 clear, 0.4 hint, 0 none. Shape (len(texts), facets)."""
    rows = [np.frombuffer(_hits(text), np.float16) for text in texts]
    return np.array(rows, np.float32).reshape(len(texts), len(facets()))


@cache
def _vectors() -> dict[str, np.ndarray]:
    with np.load(DATA / "theme_vectors.npz") as file:
        return {name: file[name].astype(np.float32) if name != "key" else file[name] for name in file.files}


def evidence(texts: Sequence[str], vectors: np.ndarray) -> np.ndarray:
    """How far each text speaks of each facet, 0..1. Shape (len(texts), facets); `vectors` are theirs."""
    stored = _vectors()
    likely = 1 / (1 + np.exp(-(vectors @ stored["weights"].T + stored["bias"])))
    return np.asarray(VECTOR * likely + WORDS * hits(texts))


def wishes_key() -> str:
    """A fingerprint of the wish texts, kept beside their vectors to tell when these are stale."""
    return hashlib.sha256(json.dumps([facet.wishes for facet in facets()]).encode()).hexdigest()


@cache
def wish_vectors(models: Models) -> tuple[np.ndarray, ...]:
    """Unit vectors of every facet's wishes. Read from the data file; computed where the wishes have changed since."""
    texts = [wish for facet in facets() for wish in facet.wishes]
    stored = _vectors()
    vectors = stored["wishes"] if str(stored["key"]) == wishes_key() else models.embedder.encode(texts)
    ends = np.cumsum([len(facet.wishes) for facet in facets()])
    return tuple(np.split(vectors, ends[:-1]))
