"""Answers made of the phrases the user keeps, in the user's own order and wording."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlp.contract import Phrase
from nlp.phrasing import words as w
from nlp.phrasing.answers.material import Material
from nlp.phrasing.answers.pieces import Piece, closing, piece

LEADS = {
    "Q3": "five years is a fair way off, but the direction is clear to me",
    "Q4": "ten years is a long time, so I can name a direction rather than a post",
    "Q9": "what matters to me shows best in what I'd like to do",
    "Q13": "I can't promise a number of years, but I can tell you what would keep me",
}


def of_kept(question: str, kept: Sequence[Phrase], m: Material) -> Iterator[Piece]:
    """The kept phrases, after a lead where the question asks for one, and the close for this listener."""
    if lead := LEADS.get(question):
        yield piece(1, lead)
    for rank, phrase in enumerate(kept):
        yield Piece(w.fold(phrase.text), min(rank, 3), phrase.id)
    if m.points:
        yield from closing(m, m.points[0].want, [phrase.text for phrase in kept])
