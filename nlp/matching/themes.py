"""The themes a text of the company speaks of, for statements and values."""
from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nlp.matching.evidence import evidence
from nlp.matching.facets import facets
from nlp.models import Models

SURE = 0.56  # evidence from which a text has the theme: its own word and a vector that agrees
MOST = 3
BESIDE = 0.75  # a further theme has this share of the first one's evidence


def themes_of(texts: Sequence[str], models: Models) -> list[list[str]]:
    """Ids of the themes each text speaks of, the surest first: none to three a text."""
    if not texts:
        return []
    spoken = evidence(texts, models.embedder.encode(texts))
    return [_named(row) for row in spoken]


def _named(row: np.ndarray) -> list[str]:
    floor = max(SURE, BESIDE * float(row.max()))
    sure = [int(number) for number in np.argsort(-row, kind="stable") if row[number] >= floor]
    return list(dict.fromkeys(facets()[number].theme for number in sure))[:MOST]
