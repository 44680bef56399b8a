"""Logistic regressions and boosted trees kept as plain arrays: what scikit-learn fits, this applies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np


def logit(probability: np.ndarray) -> np.ndarray:
    """Log-odds, kept finite."""
    clipped = np.clip(probability, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(clipped / (1 - clipped)))


def sigmoid(log_odds: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-log_odds)))


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights over columns that are centred by `mean` and divided by `scale`; all of shape (columns,)."""

    weights: np.ndarray
    bias: np.ndarray  # of shape ()
    mean: np.ndarray
    scale: np.ndarray

    def log_odds(self, table: np.ndarray) -> np.ndarray:
        """Log-odds of each row, shape (rows,)."""
        return np.asarray(((table - self.mean) / self.scale) @ self.weights + self.bias)


@dataclass(frozen=True, slots=True)
class Trees:
    """Gradient-boosted trees, a row of nodes each: all arrays of shape (trees, nodes), but `bias` of shape ().

    Node 0 is the root; a node with feature -1 is a leaf. `value` counts at leaves only.
    """

    feature: np.ndarray
    threshold: np.ndarray
    left: np.ndarray
    right: np.ndarray
    value: np.ndarray
    bias: np.ndarray

    def log_odds(self, table: np.ndarray) -> np.ndarray:
        """Log-odds of each row, shape (rows,)."""
        rows, trees = np.arange(len(table))[:, None], np.arange(len(self.feature))[None, :]
        node = np.zeros((len(table), len(self.feature)), np.int64)
        while True:
            feature = self.feature[trees, node].astype(np.int64)
            inner = feature >= 0
            if not inner.any():
                return np.asarray(self.value[trees, node].sum(axis=1) + self.bias)
            goes_left = table[rows, feature] <= self.threshold[trees, node]
            child = np.where(goes_left, self.left[trees, node], self.right[trees, node])
            node = np.where(inner, child, node)


Judge = Linear | Trees


def save(judges: Mapping[str, Judge], path: Path) -> None:
    """Write the judges as one .npz of plain arrays (no pickle)."""
    arrays = {f"{name}/{f.name}": getattr(judge, f.name) for name, judge in judges.items() for f in fields(judge)}
    np.savez_compressed(path, allow_pickle=False, **arrays)


def load(path: Path) -> dict[str, Judge]:
    """The judges of an .npz that `save` wrote."""
    with np.load(path, allow_pickle=False) as file:
        parts: dict[str, dict[str, np.ndarray]] = {}
        for key in file.files:
            name, part = key.split("/")
            parts.setdefault(name, {})[part] = file[key]
    return {name: Trees(**arrays) if "feature" in arrays else Linear(**arrays) for name, arrays in parts.items()}
