"""The quotes that one piece of evidence offers for one aspiration, best first, each with its frames."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from spacy.language import Language

from nlp.contract import Reading, Statement, Value
from nlp.models import Models
from nlp.phrasing import words as w
from nlp.phrasing.company.cuts import FORBIDDEN, Cut, Form, cuts
from nlp.phrasing.company.frames import Frame, frames
from nlp.phrasing.company.scores import content_lemmas, genericness, quality
from nlp.phrasing.company.sources import Source, sources
from nlp.phrasing.verbs import is_base

LEAST_QUALITY = -0.25
KEPT = 14  # cuts of one evidence that are compared with the aspiration


@dataclass(frozen=True, slots=True)
class Quote:
    """A cut with its frames. `score` grows with its quality and its nearness to the aspiration."""

    cut: Cut
    source: Source
    frames: tuple[Frame, ...]
    quality: float
    genericness: float

    @property
    def text(self) -> str:
        return self.cut.text


def quotes_of(evidence: Statement | Value, reading: Reading, pipeline: Language) -> list[Quote]:
    """All quotes of `evidence` that stand on a page and read well in some frame, best first."""
    found: list[Quote] = []
    for source in sources(evidence, reading, pipeline):
        candidates = [_whole_name(source)] if source.is_name else list(cuts(source.sentence))
        for cut in candidates:
            if cut is None or not reading.holds(cut.text):
                continue
            worth = quality(cut, source)
            if worth < LEAST_QUALITY:
                continue
            fitting = tuple(sorted(frames(cut, source, reading.company.name), key=lambda f: -f.fit))
            if fitting:
                lemmas = content_lemmas(source.sentence.doc, cut.start, cut.end)
                found.append(Quote(cut, source, fitting, worth, genericness(lemmas)))
    found.sort(key=lambda q: (-(q.quality + 0.8 * q.frames[0].fit), q.cut.start, q.cut.end, q.text))
    return found[:KEPT]


def nearness(quotes: list[Quote], wish: str, models: Models) -> np.ndarray:
    """Cosine of each quote with the wish, less half of what its sentence has more: float32, shape (len(quotes),)."""
    if not quotes:
        return np.zeros(0, np.float32)
    sentences = [q.source.sentence.text for q in quotes]
    vectors = models.embedder.encode([*(q.text for q in quotes), *sentences, wish])
    near, whole = np.split(vectors[:-1] @ vectors[-1], 2)
    # A cut that has lost what the sentence has in common with the wish is worth less than its own likeness.
    return near - 0.5 * np.clip(whole - near, 0.0, None)


def _whole_name(source: Source) -> Cut | None:
    """A value's name as a quote: whole, two to eight words, as it stands on the page."""
    doc, start = source.sentence.doc, source.sentence.start
    end = source.sentence.end
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    text = doc[start:end].text
    if not 2 <= w.count(text) <= 8 or FORBIDDEN.search(text.replace("!", "")) or not text[0].isalnum():
        return None
    letters = [c for c in text if c.isalpha()]
    if sum(c.isupper() for c in letters) > 0.6 * len(letters):
        return None
    root = source.sentence.root.i
    return Cut(text, Form.NAME, start, end, root, False, True, False)


def is_imperative(text: str) -> bool:
    first = text.split()[0]
    return is_base(first) and not first.lower().endswith("ing")
