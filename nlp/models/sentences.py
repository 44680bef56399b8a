"""A spaCy component that sets sentence starts by punctuation.

A company's page is short, edited prose with many capitals; on it, punctuation with a list of exceptions is
surer than the statistical sentence finder, which breaks sentences at capitalised names, and ten times as fast.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from nlp.models.lean import spacy

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "visionfit_sentences"
END = re.compile(r"[.!?…]+")
CLOSING = frozenset("\"')]}”’»")
BULLET = frozenset("•▪●◦‣■✓✔")
# Abbreviations after which a capital does not start a sentence.
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st no vs e.g i.e eg ie inc. ltd. approx est dept rev hon sr jr fig vol u.s u.k u.s.a ph.d".split()
)


@spacy.language.Language.component(NAME, assigns=["token.is_sent_start"])
def set_sentence_starts(doc: Doc) -> Doc:
    """Mark each token as a sentence's first or not. Sets `token.is_sent_start` on every token."""
    pending = False
    texts = [token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    marks = np.empty(len(texts), np.int64)
    for i, text in enumerate(texts):
        closes = text in CLOSING and i > 0 and not spaces[i - 1]
        starts = i == 0 or text in BULLET or (pending and not closes and _can_start(text))
        marks[i] = 1 if starts else -1
        if starts:
            pending = False
        if _ends_sentence(texts, i):
            pending = True
        elif pending and not closes and not text.isspace():
            pending = False
    # `token.is_sent_start = …` looks through the whole document each time.
    return doc.from_array(["SENT_START"], marks.view(np.uint64))  # type: ignore[arg-type]  # one column may be flat


def _can_start(text: str) -> bool:
    first = text[0]
    return first.isupper() or first.isdigit() or first in "“‘\"'([¿¡"


def _ends_sentence(texts: Sequence[str], i: int) -> bool:
    text = texts[i]
    if text[-1:] not in ".!?…":
        return False
    if END.fullmatch(text):
        before = texts[i - 1].lower() if i else ""
        one_letter = len(before) == 1 and before.isalpha() and before != "i"
        return not (text == "." and (before in ABBREVIATIONS or one_letter))
    # The tokenizer leaves "Co." or "Inc." whole: these do end sentences when a capital follows, but titles do not.
    return text.endswith(".") and len(text) > 3 and text[:-1].lower() not in ABBREVIATIONS
