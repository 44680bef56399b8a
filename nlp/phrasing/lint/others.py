"""A phrase beside the other phrases of its brief: no two alike."""
from __future__ import annotations

from collections.abc import Iterator

from nlp.phrasing import words as w
from nlp.phrasing.lint.registry import Hit, rule
from nlp.phrasing.lint.text import Text

SHARED = 0.6


@rule("same_opening", 3, "warning", "Begin it differently.")
def same_opening(text: Text) -> Iterator[Hit]:
    for other in text.others:
        if other.text != text.raw and len(w.opening(text.raw)) == 4 and w.opening(other.text) == w.opening(text.raw):
            yield f"It begins like {other.id}.", (0, len(" ".join(text.raw.split()[:4])))
            return


@rule("too_similar", 5, "warning", "Use another quotation or another fact.")
def too_similar(text: Text) -> Iterator[Hit]:
    for other in text.others:
        if other.text != text.raw and text.words >= 10 and w.overlap(text.raw, other.text) > SHARED:
            yield f"It shares most of its words with {other.id}.", None
            return


@rule("same_quote", 5, "warning", "Quote something else here.")
def same_quote(text: Text) -> Iterator[Hit]:
    mine = {q for q, _ in text.quotes}
    for other in text.others:
        if other.text != text.raw and mine & set(other.quotes):
            yield f"{other.id} has the same quotation.", None
            return
