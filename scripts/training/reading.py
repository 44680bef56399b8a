"""Train the judges that nlp/reading decides by: labelled companies -> regressions and trees as arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from nlp.contract import Statement, Value
from nlp.reading.encoded import Encoded
from nlp.reading.features import feature_table
from nlp.reading.judges import Judge, Linear, Trees, logit
from nlp.reading.scores import LABELS, encoder_rows, statement_scores, value_scores
from nlp.reading.statements import choose_statements
from nlp.reading.value_features import value_feature_table
from nlp.reading.value_lists import value_list_table
from nlp.reading.values import choose_values
from scripts.training.companies import Labelled

_AS_IT_IS = Linear(*(np.asarray(a, np.float32) for a in ([1.0], 0.0, [0.0], [1.0])))  # a score for its own confidence
STRENGTH = {"mission": 0.003, "vision": 0.003, "commitment": 0.003, "value": 0.01}  # inverse regularisation


def train(companies: Sequence[Labelled], encoded: Mapping[str, Encoded]) -> dict[str, Judge]:
    """Two judges a label, and a regression that turns their blended score into a confidence.

    What is labelled optional is not learnt from, and counts as right for the confidence. `encoded` holds, by slug,
    what an encoder that has not seen the company says of it.
    """
    scores = outside_scores(companies, encoded, judges_by_fold(companies, encoded))
    return judges(companies, encoded) | confidences(companies, scores)


def judges(companies: Sequence[Labelled], encoded: Mapping[str, Encoded]) -> dict[str, Judge]:
    """Regression and trees for each label, and trees for lists of values."""
    found = [c for c in companies if c.candidates]
    table = np.vstack([feature_table(c.candidates, c.documents, c.company) for c in found])
    listed = [c for c in companies if c.items]
    values = [value_feature_table(c.items, c.documents) for c in listed]
    trained: dict[str, Judge] = {}
    for label in LABELS:
        trained |= _fit(label, table, *_marks(found, label))
    trained |= _fit("value", np.vstack(values), *_marks(listed, "value"))
    lists = [_lists(c, table, encoded[c.slug]) for c, table in zip(listed, values, strict=True)]
    return trained | {"list-trees": _boosted(*map(np.concatenate, zip(*lists, strict=True)))}


def _lists(company: Labelled, table: np.ndarray, encoded: Encoded) -> tuple[np.ndarray, np.ndarray]:
    """(features of its lists, whether half of the items or more are values), without the lists of optional ones."""
    rows, member = value_list_table(company.items, table, encoder_rows(company.items, encoded))
    size = np.bincount(member)
    right = np.bincount(member, company.positive["value"]) / size
    optional = np.bincount(member, company.neutral["value"]) / size
    learnt = (right >= 0.5) | (right + optional < 0.3)
    return rows[learnt], right[learnt] >= 0.5


def judges_by_fold(companies: Sequence[Labelled], encoded: Mapping[str, Encoded]) -> dict[int, dict[str, Judge]]:
    """For each fold the judges that have not seen its companies."""
    folds = sorted({c.fold for c in companies})
    return {fold: judges([c for c in companies if c.fold != fold], encoded) for fold in folds}


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
    """Platt scaling (Platt 1999) of each label's scores, over the entries that would be shown."""
    shown: dict[str, list[tuple[float, bool]]] = {label: [] for label in (*LABELS, "value")}
    unscaled = {f"{label}-confidence": _AS_IT_IS for label in shown}
    for company in companies:
        said = scores[company.slug]
        statements = choose_statements(company.candidates, said, company.documents, unscaled)
        values = choose_values(company.items, said["value"], company.documents, unscaled)
        for entry, right in company.judged(statements, values):
            shown[_label(entry)].append((entry.confidence, right))
    return {f"{label}-confidence": _scaled(*map(np.array, zip(*entries, strict=True))) for label, entries in shown.items()}


def _label(entry: Statement | Value) -> str:
    if isinstance(entry, Value):
        return "value"
    return entry.kind if entry.kind in LABELS else "commitment"


def _scaled(score: np.ndarray, right: np.ndarray) -> Linear:
    return _linear(LogisticRegression(C=1e3).fit(logit(score)[:, None], right), np.zeros(1), np.ones(1))


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
    return {label: _linear(linear, scaler.mean_, scaler.scale_), f"{label}-trees": _boosted(table, target)}


def _boosted(table: np.ndarray, target: np.ndarray) -> Trees:
    model = HistGradientBoostingClassifier(
        max_iter=120, max_leaf_nodes=8, learning_rate=0.06, min_samples_leaf=20, l2_regularization=5,
        max_features=0.3, early_stopping=False, random_state=0,
    )  # fmt: skip
    return _trees(model.fit(table, target))


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
