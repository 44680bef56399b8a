"""The arrays in the package say what the fitted models say."""
from __future__ import annotations

from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from nlp.reading.judges import Linear, load, logit, save, sigmoid
from scripts.training.reading import _trees


def table(rows: int = 500) -> tuple[np.ndarray, np.ndarray]:
    columns = np.random.default_rng(0).normal(size=(rows, 6)).astype(np.float32)
    return columns, columns[:, 0] * columns[:, 1] + columns[:, 2] > 0.5


def test_trees_as_arrays_agree_with_scikit_learn() -> None:
    columns, target = table()
    model = HistGradientBoostingClassifier(max_iter=20, max_leaf_nodes=8, random_state=0).fit(columns, target)
    assert np.allclose(_trees(model).log_odds(columns), model.decision_function(columns), atol=1e-5)


def test_judges_survive_being_saved_without_pickle(tmp_path: Path) -> None:
    columns, target = table()
    model = HistGradientBoostingClassifier(max_iter=5, max_leaf_nodes=4, random_state=0).fit(columns, target)
    linear = Linear(np.ones(6), np.array(0.5), np.zeros(6), np.full(6, 2.0))
    save({"trees": _trees(model), "linear": linear}, tmp_path / "judges.npz")
    again = load(tmp_path / "judges.npz")
    assert np.array_equal(again["trees"].log_odds(columns), _trees(model).log_odds(columns))
    assert np.allclose(again["linear"].log_odds(columns), columns.sum(axis=1) / 2 + 0.5, atol=1e-5)


def test_log_odds_are_finite_at_the_ends() -> None:
    ends = np.array([0.0, 0.5, 1.0])
    assert np.allclose(sigmoid(logit(ends)), ends, atol=1e-3)
    assert np.isfinite(logit(ends)).all()
