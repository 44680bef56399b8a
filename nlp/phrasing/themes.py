"""Themes as one wish means them."""
from __future__ import annotations

from collections.abc import Sequence

from nlp.phrasing.person.person import Want


def spoken_themes(want: Want, themes: Sequence[str]) -> tuple[str, ...]:
    """The match's themes as this wish means them: being taught is learning, bringing people on is mentoring."""
    swap = {"leadership_management": "mentoring"} if want.forms.outward else {"mentoring": "learning_growth"}
    return tuple(dict.fromkeys(swap.get(theme, theme) for theme in themes))
