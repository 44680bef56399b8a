"""Train the judges that nlp/reading decides by: labelled companies -> regressions and trees as arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from nlp.reading.encoded import Encoded
from nlp.reading.features import feature_table
from nlp.reading.judges import Judge, Linear, Trees, logit
from nlp.reading.scores import LABELS, statement_scores, value_scores
from nlp.reading.value_features import value_feature_table
from scripts.training.companies import Labelled

STRENGTH = {"mission": 0.003, "vision": 0.003, "commitment": 0.003, "value": 0.01}  # inverse regularisation


def train(companies: Sequence[Labelled], encoded: Mapping[str, Encoded]) -> dict[str, Judge]:
    """Two judges a label, and a regression that turns their blended score into a confidence.

    What is labelled optional is not learnt from, and counts as right for the confidence. `encoded` holds, by slug,
    what an encoder that has not seen the company says of it.
    """
    scores = outside_scores(companies, encoded, judges_by_fold(companies))
    return judges(companies) | confidences(companies, scores)


def judges(companies: Sequence[Labelled]) -> dict[str, Judge]:
    """Regression and trees for each label."""
    found = [c for c in companies if c.candidates]
    table = np.vstack([feature_table(c.candidates, c.documents, c.company) for c in found])
    listed = [c for c in companies if c.items]
    values = np.vstack([value_feature_table(c.items, c.documents) for c in listed])
    trained: dict[str, Judge] = {}
    for label in LABELS:
        trained |= _fit(label, table, *_marks(found, label))
    return trained | _fit("value", values, *_marks(listed, "value"))


def judges_by_fold(companies: Sequence[Labelled]) -> dict[int, dict[str, Judge]]:
    """For each fold the judges that have not seen its companies."""
    return {fold: judges([c for c in companies if c.fold != fold]) for fold in sorted({c.fold for c in companies})}


def outside_scores(
    companies: Sequence[Labelled], encoded: Mapping[str, Encoded], by_fold: Mapping[int, dict[str, Judge]]
) -> dict[str, dict[str, np.ndarray]]:
    """Scores of each company by judges that have not seen it: slug -> label -> shape (candidates or items,)."""
    return {
        c.slug: statement_scores(c.candidates, c.documents, c.company, encoded[c.slug], by_fold[c.fold])
        | {"value": value_scores(c.items, c.documents, encoded[c.slug], by_fold[c.fold])}
        for c in companies
    }


def confidences(companies: Sequence[Labelled], scores: Mapping[str, Mapping[str, np.ndarray]]) -> dict[str, Judge]:
    """Platt scaling (Platt 1999) of each label's scores."""
    fitted: dict[str, Judge] = {}
    for label in (*LABELS, "value"):
        target, neutral = _marks(companies, label)
        all_scores = np.concatenate([scores[c.slug][label] for c in companies])
        model = LogisticRegression(C=1e3).fit(logit(all_scores)[:, None], target | neutral)
        fitted[f"{label}-confidence"] = _linear(model, np.zeros(1), np.ones(1))
    return fitted


def _marks(companies: Sequence[Labelled], label: str) -> tuple[np.ndarray, np.ndarray]:
    """(labelled so, labelled so but optional) for every row."""
    return (
        np.concatenate([c.positive[label] for c in companies]),
        np.concatenate([c.neutral[label] for c in companies]),
    )


def _fit(label: str, table: np.ndarray, target: np.ndarray, neutral: np.ndarray) -> dict[str, Judge]:
    table, target = table[~neutral], target[~neutral]
    scaler = StandardScaler().fit(table)
    linear = LogisticRegression(C=STRENGTH[label], max_iter=400).fit(scaler.transform(table), target)
    boosted = HistGradientBoostingClassifier(
        max_iter=120, max_leaf_nodes=8, learning_rate=0.06, min_samples_leaf=20, l2_regularization=5,
        max_features=0.3, early_stopping=False, random_state=0,
    ).fit(table, target)  # fmt: skip
    return {label: _linear(linear, scaler.mean_, scaler.scale_), f"{label}-trees": _trees(boosted)}


def _linear(model: LogisticRegression, mean: np.ndarray, scale: np.ndarray) -> Linear:
    arrays = (model.coef_[0], model.intercept_[0], mean, scale)
    return Linear(*(np.asarray(a, np.float32) for a in arrays))


def _trees(model: HistGradientBoostingClassifier) -> Trees:
    """scikit-learn's trees as arrays. They are private there, so tests hold the arrays against them."""
    nodes = [predictors[0].nodes for predictors in model._predictors]
    shape = (len(nodes), max(map(len, nodes)))
    feature, left, right = (np.full(shape, fill, np.int16) for fill in (-1, 0, 0))
    threshold, value = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    for tree, rows in enumerate(nodes):
        inner = rows["is_leaf"] == 0
        size = len(rows)
        feature[tree, :size] = np.where(inner, rows["feature_idx"], -1)
        threshold[tree, :size] = np.where(inner, rows["num_threshold"], 0)
        left[tree, :size], right[tree, :size] = rows["left"], rows["right"]
        value[tree, :size] = rows["value"]
    return Trees(feature, threshold, left, right, value, np.float32(model._baseline_prediction.ravel()[0]))
