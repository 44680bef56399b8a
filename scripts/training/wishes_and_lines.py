"""Pairs of a wish and a line of a made-up company, each with its mark: what the sentence embedder learns from.

`wishes_and_lines.tsv` has 29,945 pairs marked 0 (no link), 1 (loose), 2 (plain at once) or 3 (nearly the very thing).
Of 13,151 the line is one of those that an embedder placed nearest to the wish, and a reader marked it; for the rest a
writer gave a line its wishes or a wish its lines: such as carry it in other words, and traps that share a word
and mean something else.
"""

from __future__ import annotations

import csv
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.metrics import roc_auc_score

SOURCE = Path(__file__).with_suffix(".tsv")
CARRIES = 2  # mark from which a line carries a wish
LEFT_OUT = 20  # every so manieth wish is left out of training, to measure on


class Pair(NamedTuple):
    wish: str
    line: str
    mark: int


def pairs() -> list[Pair]:
    """All of them, in the file's order."""
    with SOURCE.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return [Pair(wish, line, int(mark)) for mark, wish, line in rows]


def is_left_out(pair: Pair) -> bool:
    return zlib.crc32(pair.wish.encode()) % LEFT_OUT == 0


def reached(told: np.ndarray, judged: Sequence[Pair]) -> dict[str, float]:
    """How well `told`, shape (pairs,), follows the marks: correlation, AUC of a link at all, AUC of a line that carries."""
    marks = np.array([pair.mark for pair in judged])
    return {
        "r": round(float(np.corrcoef(told, marks)[0, 1]), 3),
        "AUC of 1 and more": round(float(roc_auc_score(marks >= 1, told)), 3),
        "AUC of 2 and more": round(float(roc_auc_score(marks >= CARRIES, told)), 3),
    }
