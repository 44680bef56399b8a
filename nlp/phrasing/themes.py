"""Themes as one wish means them."""
from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.phrasing.person.person import Want

OUTSIDERS = re.compile(
    r"\b(?:children|kids|pupils|students|learners|customers?|clients?|patients?|business(?:es)?|owners?|famil(?:y|ies)|communit(?:y|ies)|"
    r"farmers|users?|members|public|neighbou?rs|residents|animals|everyone|everybody|women|refugees|technical)\b",
    re.IGNORECASE,
)
INWARD = {"mentoring": "learning_growth"}  # to be taught is to learn
TO_COLLEAGUES = {"leadership_management": "mentoring", "career_advancement": "mentoring", "learning_growth": "mentoring"}
TO_OUTSIDERS = dict.fromkeys(("mentoring", "learning_growth", "leadership_management", "career_advancement", "growth_market_leadership"), "purpose_helping_people")


def spoken_themes(want: Want, themes: Sequence[str]) -> tuple[str, ...]:
    """The match's themes as this wish means them: being taught is learning, bringing colleagues on is mentoring, and
    teaching children or advising businesses is helping people."""
    swap = INWARD if not want.forms.outward else TO_OUTSIDERS if OUTSIDERS.search(want.forms.like) else TO_COLLEAGUES
    return tuple(dict.fromkeys(swap.get(theme, theme) for theme in themes))
