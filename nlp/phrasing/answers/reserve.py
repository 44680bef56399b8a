"""Sentences for answers that would otherwise be too short: all true of any question, all from the profile or its gaps."""
from __future__ import annotations

from collections.abc import Iterator

from nlp.phrasing.answers.material import Material
from nlp.phrasing.answers.pieces import RESERVE, Piece, piece, skills, somebody, years


def reserve(m: Material) -> Iterator[Piece]:
    """In the order in which they are added."""
    if (time := years(m.speaker)) and time.words <= 22:
        yield piece(RESERVE, time.clause)
    if known := skills(m):
        yield piece(RESERVE, f"I'd bring {known}")
    if who := somebody(m.speaker):
        yield piece(RESERVE, f"day to day, you'd be working with {who}")
    if m.points:
        yield piece(RESERVE, "how that looks in an ordinary week is what I'd like to hear from you")
        yield piece(RESERVE, "I'd start with small things and ask your team early where I can be of use")
