"""When a match may be called strong, and when it may not whatever its score."""
from __future__ import annotations

from nlp.contract import Strength
from nlp.matching.audience import of_staff, of_the_served
from nlp.matching.facets import Facet
from nlp.matching.patterns import plain
from nlp.matching.support import OFF_SHARE, constants, off_taxonomy
from nlp.matching.wishes import Wish

JUST_BELOW = 0.01
OFF_LIMIT = 0.2  # off-taxonomy share up to which a wish is still a theme's own
OFF_DOUBT = 0.4  # share of its score that a wish loses when it lies quite off the taxonomy


def strength_of(score: float) -> Strength:
    known = constants()
    return "strong" if score >= known["strong"] else "partial" if score >= known["partial"] else "weak"


def honest(score: float, wish: Wish, facet: Facet | None, *, firm: bool) -> float:
    """`score` as far as its ground carries: below partial without a shared facet, below strong without firm ground.

    The score of a wish off the taxonomy rests on likeness alone and is the lower for it.
    """
    score *= 1 - OFF_DOUBT * off_taxonomy(wish) / OFF_SHARE
    limit = constants()["partial"] if facet is None else 1.0 if firm else constants()["strong"]
    return min(score, limit - JUST_BELOW) if limit < 1 else score


def firm_ground(wish: Wish, facet: Facet | None, text: str, said: frozenset[str]) -> bool:
    """Whether a high score on this evidence may be called strong; `said` are the words of the pages.

    Not, by the errors that were measured: a wish off the taxonomy; leading a team, an executive post, an own company
    and being an expert, unless the text speaks of staff (right only half the time otherwise); what staff must have
    for themselves, when the text speaks of those the company serves ("empowers businesses"); helping others grow, when
    the text only offers training; a wish whose own noun ("ward") is found nowhere on the pages.
    """
    if facet is None or off_taxonomy(wish) > OFF_LIMIT or (wish.rare and wish.rare.isdisjoint(said)):
        return False
    if facet.rarely_direct and not of_staff(text):
        return False
    if facet.firm is not None and not facet.firm.search(plain(text)):
        return False
    return not (facet.for_staff and of_the_served(text))
