"""Logistic regressions kept as plain arrays: what scikit-learn fits, this applies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
    bias: float
    mean: np.ndarray
    scale: np.ndarray

    def log_odds(self, table: np.ndarray) -> np.ndarray:
        """Log-odds of each row, shape (rows,)."""
        return np.asarray(((table - self.mean) / self.scale) @ self.weights + self.bias)

    def arrays(self) -> dict[str, np.ndarray]:
        return {"weights": self.weights, "bias": np.array(self.bias), "mean": self.mean, "scale": self.scale}


def save(models: Mapping[str, Linear], path: Path) -> None:
    """Write the models as one .npz of plain float32 arrays (no pickle)."""
    arrays = {f"{name}/{key}": np.asarray(a, np.float32) for name, m in models.items() for key, a in m.arrays().items()}
    np.savez_compressed(path, allow_pickle=False, **arrays)


def load(path: Path) -> dict[str, Linear]:
    """The models of an .npz that `save` wrote."""
    with np.load(path, allow_pickle=False) as arrays:
        names = sorted({key.split("/")[0] for key in arrays.files})
        return {
            name: Linear(
                arrays[f"{name}/weights"],
                float(arrays[f"{name}/bias"]),
                arrays[f"{name}/mean"],
                arrays[f"{name}/scale"],
            )
            for name in names
        }
