"""How likely each candidate is a mission, a vision, a commitment (culture or growth), and each item a value."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from nlp.models import Models
from nlp.models.files import DATA
from nlp.page import Document
from nlp.reading.candidates import Candidate
from nlp.reading.features import feature_table
from nlp.reading.linear import Linear, load, logit, sigmoid
from nlp.reading.value_features import value_feature_table
from nlp.reading.value_items import Item

LABELS = ("mission", "vision", "commitment", "growth")
HEADING_SHARE = 0.7  # weight of the headings' vector beside the sentence's


@cache
def weights() -> dict[str, Linear]:
    """The trained weights (data/reading.npz; scripts/train makes them)."""
    return load(DATA / "reading.npz")


def statement_vectors(found: Sequence[Candidate], models: Models) -> np.ndarray:
    """Embedding of each sentence beside that of its two nearest headings, shape (n, 768)."""
    sentences = models.embedder.encode([c.text for c in found])
    headings = models.embedder.encode([" . ".join(c.headings[-2:]) for c in found])
    return np.hstack([sentences, HEADING_SHARE * headings])


def statement_scores(
    found: Sequence[Candidate], documents: Sequence[Document], company: str, models: Models
) -> dict[str, np.ndarray]:
    """Probability of each label for each candidate: label -> shape (n,)."""
    if not found:
        return {label: np.zeros(0) for label in LABELS}
    table, vectors = feature_table(found, documents, company), statement_vectors(found, models)
    trained = weights()
    scores = {}
    for label in LABELS:
        wording = sigmoid(trained[f"{label}-wording"].log_odds(vectors))
        columns = np.hstack([table, logit(wording)[:, None]])
        scores[label] = sigmoid(trained[label].log_odds(columns))
    return scores


def value_scores(items: Sequence[Item], documents: Sequence[Document], models: Models) -> np.ndarray:
    """Probability that each item is a value of the company, shape (n,)."""
    if not items:
        return np.zeros(0)
    trained = weights()
    wording = sigmoid(trained["value-wording"].log_odds(models.embedder.encode([i.name for i in items])))
    columns = np.hstack(
        [value_feature_table(items, documents), logit(wording)[:, None], group_log_odds(items, wording)[:, None]]
    )
    return sigmoid(trained["value"].log_odds(columns))


def group_log_odds(items: Sequence[Item], probabilities: np.ndarray) -> np.ndarray:
    """Mean log-odds over the list each item stands in, shape (n,)."""
    keys = {key: number for number, key in enumerate(dict.fromkeys(item.group for item in items))}
    numbers = np.array([keys[item.group] for item in items])
    means = np.bincount(numbers, logit(probabilities)) / np.bincount(numbers)
    return np.asarray(means[numbers])
