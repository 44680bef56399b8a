"""How common a statement or value is among companies: 0 distinctive .. 1 everybody says it."""
from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache

from nlp.matching.facets import DATA, facets
from nlp.matching.others import NONE, Others
from nlp.matching.patterns import plain

UNTHEMED = 0.15  # rate of a text of no theme
LONG = 14  # words from which a text can be fully its own

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


@cache
def base_rates() -> dict[str, float]:
    """Share of organisations that name a value of each theme. Source in the data file."""
    return dict(json.loads((DATA / "base_rates.json").read_text("utf-8"))["rates"])


def genericness(text: str, themes: Sequence[str], others: Others = NONE) -> float:
    """How common `text` of these `themes` is, 0..1.

    A bare "Integrity" is as common as its theme; a sentence is the less common the more of its words are not those
    every company uses for the theme. `others`, the user's own saved companies, move the published rates.
    """
    rates = base_rates()
    highest = max(rates.values())
    known = [others.rate_of_theme(theme, rates.get(theme, UNTHEMED)) for theme in themes]
    common = min(1.0, max(known, default=UNTHEMED) / highest)
    return round(common * _plainness(text), 3)


def _plainness(text: str) -> float:
    """1 for a text of theme words alone, falling with every word of its own to .25."""
    words = _WORD.findall(plain(text).lower())
    if not words:
        return 1.0
    stock = sum(word in _stock() for word in words)
    own = len(words) - stock
    return max(0.25, 1 - own / LONG - 0.02 * max(0, len(words) - 3))


@cache
def _stock() -> frozenset[str]:
    """Words that themes.json and English grammar account for."""
    from spacy.lang.en.stop_words import STOP_WORDS

    texts = [text for facet in facets() for text in facet.cues]
    return frozenset(STOP_WORDS) | {word for text in texts for word in _WORD.findall(plain(text).lower())}
