"""Themes as one wish means them."""
from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.matching.facets import facets
from nlp.matching.wishes import theme_shares
from nlp.models import Models
from nlp.phrasing.person.person import Want

CLEAR = 0.3  # share of a wish's shares from which a theme is its own

OUTSIDERS = re.compile(
    r"\b(?:children|kids|pupils|students|learners|customers?|clients?|patients?|business(?:es)?|owners?|famil(?:y|ies)|communit(?:y|ies)|"
    r"farmers|users?|members|public|neighbou?rs|residents|animals|everyone|everybody|women|refugees|technical)\b",
    re.IGNORECASE,
)
INWARD = {"mentoring": "learning_growth", "growth_market_leadership": "career_advancement"}  # to be taught is to learn
LEARNING = frozenset("learn study understand practise practice".split())
TO_COLLEAGUES = {"leadership_management": "mentoring", "career_advancement": "mentoring", "learning_growth": "mentoring"}
TO_OUTSIDERS = dict.fromkeys(("mentoring", "learning_growth", "leadership_management", "career_advancement", "growth_market_leadership"), "purpose_helping_people")


def themes_of_wish(want: Want, models: Models) -> list[str]:
    """The themes a wish is clearly about, the clearest first."""
    shares, _ = theme_shares([want.text], models.embedder.encode([want.text]), models)
    order = [int(i) for i in shares[0].argsort()[::-1] if shares[0][i] >= CLEAR]
    return list(dict.fromkeys(facets()[i].theme for i in order))


def spoken_themes(want: Want, themes: Sequence[str], models: Models) -> tuple[str, ...]:
    """The match's themes, or where it has none the wish's own, as this wish means them.

    Being taught is learning, bringing colleagues on is mentoring, teaching children or advising businesses is helping people.
    """
    themes = themes or themes_of_wish(want, models)
    if (want.forms.inf or "").split(" ", 1)[0] in LEARNING:
        themes = ["learning_growth"]  # whatever it is that is learnt
    swap = INWARD if not want.forms.outward else TO_OUTSIDERS if OUTSIDERS.search(want.forms.like) else TO_COLLEAGUES
    return tuple(dict.fromkeys(swap.get(theme, theme) for theme in themes))
