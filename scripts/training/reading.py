"""Train the logistic regressions that nlp/reading decides by: labelled companies -> arrays."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from nlp.reading.encoded import Encoded
from nlp.reading.features import feature_table
from nlp.reading.linear import Linear, logit, sigmoid
from nlp.reading.scores import LABELS, blend, blend_values, encoder_table
from nlp.reading.value_features import value_feature_table
from scripts.training.companies import Labelled

STRENGTH = {"mission": 0.003, "vision": 0.003, "commitment": 0.003, "value": 0.01}  # inverse regularisation


def train(companies: Sequence[Labelled], encoded: Mapping[str, Encoded]) -> dict[str, Linear]:
    """One regression a label, and one that turns its blended score into a confidence.

    What is labelled optional is not learnt from, and counts as right for the confidence. `encoded` holds, by slug,
    what an encoder that has not seen the company says of it.
    """
    found = [c for c in companies if c.candidates]
    table = np.vstack([feature_table(c.candidates, c.documents, c.company) for c in found])
    read = [encoder_table(c.candidates, encoded[c.slug]) for c in found]
    listed = [c for c in companies if c.items]
    values = np.vstack([value_feature_table(c.items, c.documents) for c in listed])
    weights: dict[str, Linear] = {}
    for label in LABELS:
        encoder = np.concatenate([r[label] for r in read])
        weights[label] = _fit(table, found, label)
        scores = blend(label, _outside(table, found, label), encoder)
        weights[f"{label}-confidence"] = _calibration(scores, found, label)
    weights["value"] = _fit(values, listed, "value")
    linear = np.split(_outside(values, listed, "value"), np.cumsum([len(c.items) for c in listed])[:-1])
    scores = np.concatenate(
        [blend_values(c.items, part, encoded[c.slug]) for c, part in zip(listed, linear, strict=True)]
    )
    weights["value-confidence"] = _calibration(scores, listed, "value")
    return weights


def _marks(companies: Sequence[Labelled], label: str) -> tuple[np.ndarray, np.ndarray]:
    """(labelled so, labelled so but optional) for every row."""
    return (
        np.concatenate([c.positive[label] for c in companies]),
        np.concatenate([c.neutral[label] for c in companies]),
    )


def _fit(table: np.ndarray, companies: Sequence[Labelled], label: str, rows: np.ndarray | None = None) -> Linear:
    target, neutral = _marks(companies, label)
    used = ~neutral if rows is None else ~neutral & rows
    scaler = StandardScaler().fit(table[used])
    model = LogisticRegression(C=STRENGTH[label], max_iter=400).fit(scaler.transform(table[used]), target[used])
    return Linear(model.coef_[0], float(model.intercept_[0]), scaler.mean_, scaler.scale_)


def _outside(table: np.ndarray, companies: Sequence[Labelled], label: str) -> np.ndarray:
    """For each row the probability by a regression that has not seen its company, shape (rows,)."""
    sizes = [len(c.items) if label == "value" else len(c.candidates) for c in companies]
    folds = np.repeat([c.fold for c in companies], sizes)
    result = np.zeros(len(table))
    for fold in np.unique(folds):
        here = folds == fold
        result[here] = sigmoid(_fit(table, companies, label, ~here).log_odds(table[here]))
    return result


def _calibration(scores: np.ndarray, companies: Sequence[Labelled], label: str) -> Linear:
    """Platt scaling (Platt 1999) of the scores' log-odds."""
    target, neutral = _marks(companies, label)
    model = LogisticRegression(C=1e3).fit(logit(scores)[:, None], target | neutral)
    return Linear(model.coef_[0], float(model.intercept_[0]), np.zeros(1), np.ones(1))
