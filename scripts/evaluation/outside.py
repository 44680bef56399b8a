"""What an encoder that has not seen a company says of its pages: predictions kept under hashes, without any text.

Fine-tuning an encoder for each fold takes most of an hour; these figures, made once by scripts/train, let the
cross-validation of everything after it run in a minute.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from nlp.models.statement_encoder import CLASSES, OUTPUTS, Passage
from nlp.page import Document

FILE = Path(__file__).with_name("encoder-outside.npz")


class Outside:
    """Predictions by (page, sentence). A sentence that was not there when they were made counts as `none`."""

    def __init__(self, path: Path = FILE) -> None:
        with np.load(path, allow_pickle=False) as arrays:
            self._rows = dict(zip(arrays["keys"].tolist(), arrays["probabilities"].astype(np.float32), strict=True))
        self._unknown = np.full(len(OUTPUTS), 0.02, np.float32)
        self._unknown[CLASSES.index("none")] = 0.92
        self.asked = self.known = 0

    def __call__(self, document: Document, passages: Sequence[Passage]) -> np.ndarray:
        """float32, shape (len(passages), len(OUTPUTS))."""
        rows = [self._rows.get(key(document.sha256, p.text)) for p in passages]
        self.asked += len(rows)
        self.known += sum(row is not None for row in rows)
        return np.array([self._unknown if row is None else row for row in rows])


def key(page_sha256: str, sentence: str) -> int:
    """64 bits that name a sentence of a page."""
    return int.from_bytes(hashlib.blake2b(f"{page_sha256}\0{sentence}".encode(), digest_size=8).digest(), "big")


def save(rows: Iterable[tuple[int, np.ndarray]], path: Path = FILE) -> None:
    """Write (key, probabilities of OUTPUTS) pairs."""
    known = dict(rows)
    np.savez_compressed(
        path,
        allow_pickle=False,
        keys=np.array(list(known), np.uint64),
        probabilities=np.array(list(known.values()), np.float16),
    )
