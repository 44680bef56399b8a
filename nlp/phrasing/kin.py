"""Themes that are kin to a wish: the company's words on them are not the wish itself, but say how or by what it could
be carried out ("lead a team" and a value on respect). What is said of them claims no more than that."""
from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from nlp.contract import Statement, Value
from nlp.matching.evidence import evidence, hits
from nlp.matching.facets import facets
from nlp.models import Models
from nlp.phrasing.company.quotes import Quote

DATA = Path(__file__).resolve().parents[1] / "data" / "phrasing_kin.json"
CLEAR = 0.9  # a word that shows a theme, not one that only hints at it
SPOKEN = 0.55  # evidence from which a quote alone speaks of a theme


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return dict(json.loads(DATA.read_text("utf-8")))


def kin_of(themes: Sequence[str]) -> frozenset[str]:
    """The themes kin to the first of a wish's themes."""
    return frozenset(_data()["themes"].get(themes[0], ())) if themes else frozenset()


def links(kind: str) -> list[str]:
    """Clauses without connective that tie a wish, as "it", to what the company's words are to it."""
    return _data()["links"][kind]


def speaks_of_kin(item: Statement | Value, kin: frozenset[str]) -> bool:
    return bool(kin & set(item.themes))


def on_kin(quotes: Sequence[Quote], kin: frozenset[str], models: Models) -> list[float]:
    """How far each quote by itself speaks of a kin theme, 0..1; 0 where none of the theme's own words stand in it."""
    if not quotes:
        return []
    texts = [quote.text for quote in quotes]
    columns = [number for number, facet in enumerate(facets()) if facet.theme in kin]
    said = hits(texts)[:, columns] >= CLEAR
    spoken = evidence(texts, models.embedder.encode(texts))[:, columns] * said
    return [float(row.max(initial=0.0)) for row in spoken]
