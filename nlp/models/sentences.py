"""A spaCy component that sets sentence starts by punctuation.

A company's page is short, edited prose with many capitals; on it, punctuation with a list of exceptions is
surer than the statistical sentence finder, which breaks sentences at capitalised names, and ten times as fast.
"""
from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

NAME = "visionfit_sentences"
END = re.compile(r"[.!?…]+")
CLOSING = frozenset("\"')]}”’»")
BULLET = frozenset("•▪●◦‣■✓✔")
# Abbreviations after which a capital does not start a sentence.
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st no vs e.g i.e eg ie inc. ltd. approx est dept rev hon sr jr fig vol u.s u.k u.s.a ph.d".split()
)


@Language.component(NAME, assigns=["token.is_sent_start"])
def set_sentence_starts(doc: Doc) -> Doc:
    """Mark each token as a sentence's first or not. Sets `token.is_sent_start` on every token."""
    pending = False
    for token in doc:
        closes = token.text in CLOSING and token.i > 0 and not doc[token.i - 1].whitespace_
        starts = token.i == 0 or token.text in BULLET or (pending and not closes and _can_start(token.text))
        token.is_sent_start = starts
        if starts:
            pending = False
        if _ends_sentence(doc, token.i):
            pending = True
        elif pending and not closes and not token.is_space:
            pending = False
    return doc


def _can_start(text: str) -> bool:
    first = text[0]
    return first.isupper() or first.isdigit() or first in "“‘\"'([¿¡"


def _ends_sentence(doc: Doc, i: int) -> bool:
    text = doc[i].text
    if END.fullmatch(text):
        before = doc[i - 1].text.lower() if i else ""
        one_letter = len(before) == 1 and before.isalpha() and before != "i"
        return not (text == "." and (before in ABBREVIATIONS or one_letter))
    # The tokenizer leaves "Co." or "Inc." whole: these do end sentences when a capital follows, but titles do not.
    return text.endswith(".") and len(text) > 3 and text[:-1].lower() not in ABBREVIATIONS
