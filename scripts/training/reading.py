"""Train what nlp/reading decides by: labelled folder -> nlp/data/reading.npz."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from nlp.models import Models
from nlp.reading.features import feature_table
from nlp.reading.linear import Linear, logit, sigmoid
from nlp.reading.scores import LABELS, group_log_odds, statement_vectors
from nlp.reading.value_features import value_feature_table
from scripts.training.companies import Labelled

STRENGTH = {"wording": 1.0, "statement": 0.003, "value": 0.01}  # inverse regularisation, by cross-validation


def fit(table: np.ndarray, target: np.ndarray, strength: float, scaled: bool) -> Linear:
    """A logistic regression as plain arrays. Unscaled where columns are parts of one vector."""
    columns = table.shape[1]
    mean, scale = np.zeros(columns), np.ones(columns)
    if scaled:
        scaler = StandardScaler().fit(table)
        mean, scale = scaler.mean_, scaler.scale_
    model = LogisticRegression(C=strength, max_iter=400).fit((table - mean) / scale, target)
    return Linear(model.coef_[0], float(model.intercept_[0]), mean, scale)


def train(companies: Sequence[Labelled], models: Models) -> dict[str, Linear]:
    """All weights, learnt from `companies`."""
    found = [c for c in companies if c.candidates]
    vectors = np.vstack([statement_vectors(c.candidates, models) for c in found])
    table = np.vstack([feature_table(c.candidates, c.documents, c.company) for c in found])
    folds = np.concatenate([np.full(len(c.candidates), c.fold) for c in found])
    weights: dict[str, Linear] = {}
    for label in LABELS:
        target, used = _target(found, label)
        weights[f"{label}-wording"], wording = _stacked(vectors, target, used, folds)
        columns = np.hstack([table, logit(wording)[:, None]])
        weights[label] = fit(columns[used], target[used], STRENGTH["statement"], scaled=True)
    listed = [c for c in companies if c.items]
    names = np.vstack([models.embedder.encode([i.name for i in c.items]) for c in listed])
    target, used = _target(listed, "value")
    folds = np.concatenate([np.full(len(c.items), c.fold) for c in listed])
    weights["value-wording"], wording = _stacked(names, target, used, folds)
    parts = np.split(wording, np.cumsum([len(c.items) for c in listed])[:-1])
    columns = np.hstack([
        np.vstack([value_feature_table(c.items, c.documents) for c in listed]),
        logit(wording)[:, None],
        np.concatenate([group_log_odds(c.items, part) for c, part in zip(listed, parts, strict=True)])[:, None],
    ])  # fmt: skip
    weights["value"] = fit(columns[used], target[used], STRENGTH["value"], scaled=True)
    return weights


def _target(companies: Sequence[Labelled], label: str) -> tuple[np.ndarray, np.ndarray]:
    """(is it one, may it be learnt from) for every row."""
    target = np.concatenate([c.positive[label] for c in companies])
    return target, ~np.concatenate([c.neutral[label] for c in companies])


def _stacked(vectors: np.ndarray, target: np.ndarray, used: np.ndarray, folds: np.ndarray) -> tuple[Linear, np.ndarray]:
    """The wording model, and for each row what a model that has not seen its company says of it."""
    outside = np.zeros(len(target))
    learn: Callable[[np.ndarray], Linear] = lambda rows: fit(vectors[rows], target[rows], STRENGTH["wording"], False)  # noqa: E731
    for fold in np.unique(folds):
        rest = used & (folds != fold)
        outside[folds == fold] = sigmoid(learn(rest).log_odds(vectors[folds == fold]))
    return learn(used), outside
