"""How well a framed quote is said, whatever it is said for: 0 empty or odd, 1 sound but common, 2 specific and natural.

A ridge regression (Hoerl & Kennard 1970) on framed quotes that readers marked so (scripts/training/quotes.py;
docs/quality.md has what it reaches on companies left out).
"""
from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from nlp.phrasing.company.cuts import Cut, Form
from nlp.phrasing.company.frames import Frame
from nlp.phrasing.company.scores import ABSTRACT
from nlp.phrasing.company.sources import Source

DATA = Path(__file__).resolve().parents[2] / "data" / "phrasing_judges.json"
LONG_ENOUGH = 7  # words of a quote beyond which length adds nothing
FEATURES = ("quality", "after_preposition", "object", "joined", "share", "words", "goes_on", "name", "lead", "lead_words", "purpose",
            "explained", "verb_form", "abstract", "verbs")


@cache
def weights(judge: str) -> dict[str, float]:
    """The weights of the judge "said" or "link", and its constant."""
    return dict(json.loads(DATA.read_text("utf-8"))[judge])


def said(cut: Cut, source: Source, frame: Frame, quality: float) -> float:
    """What a reader would give `cut` in `frame`: about 0 to 2."""
    weight = weights("said")
    return weight["constant"] + sum(weight[name] * value for name, value in zip(FEATURES, features(cut, source, frame, quality), strict=True))


def features(cut: Cut, source: Source, frame: Frame, quality: float) -> list[float]:
    """FEATURES, in that order."""
    sentence = source.sentence
    doc, root = sentence.doc, sentence.doc[cut.root]
    lead = frame.id.startswith("lead.")
    return [
        quality,
        root.dep_ == "pobj",
        root.dep_ == "dobj",
        root.dep_ == "conj",
        cut.words / max(1, len(sentence.text.split())),
        min(cut.words, LONG_ENOUGH),
        cut.end < sentence.end and doc[cut.end].dep_ not in {"punct", "cc"},
        cut.form is Form.NAME,
        lead,
        len(frame.before.split()) if lead else 0,
        frame.id.startswith("purpose."),
        frame.id.startswith("explain."),
        cut.form is Form.VERB,
        len(ABSTRACT.findall(cut.text)),
        sum(t.pos_ == "VERB" for t in doc[cut.start : cut.end]),
    ]
