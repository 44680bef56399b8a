"""The sentence embedder: all-MiniLM-L6-v2 (Reimers & Gurevych 2019; Wang et al. 2020), fine-tuned, as int8 ONNX.

It learnt on from its authors' weights that a wish is near the lines of a company that carry it, whatever words they use
(scripts/training/embedder.py). Mean-pooled and L2-normalised within the network, cut at 256 word pieces.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

import numpy as np
from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

from nlp.models import files
from nlp.models.runtime import session

FILE = "sentence-embedder.onnx"
SHA256 = "1519897bd37fb05749fe2842034e12e5d735d3f938b57ba2c6495e8949cd542c"
DIMENSIONS = 384
MAX_PIECES = 256
CACHE_SIZE = 50_000  # vectors kept in memory: 384 float32 each, 77 MB when full


class Embedder:
    """Turns sentences into unit vectors; keeps the vectors of texts it has seen.

    Each text runs alone: activations are quantised by the largest of a run, so that neighbours would change a
    vector's digits, and the same page could read differently from one day to the next.
    """

    def __init__(self, model: Path, vocabulary: Path, workers: int | None = None) -> None:
        self._session = session(model)
        self._tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
        self._tokenizer.enable_truncation(MAX_PIECES)
        self._workers = workers or min(4, os.cpu_count() or 1)
        self._cache: OrderedDict[str, np.ndarray] = OrderedDict()
        self._lock = Lock()

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors of `texts`, float32, shape (len(texts), 384)."""
        with self._lock:
            known = {text: self._cache[text] for text in texts if text in self._cache}
        fresh = list(dict.fromkeys(text for text in texts if text not in known))
        pieces = [self._tokenizer.encode(text).ids for text in fresh]
        with ThreadPoolExecutor(self._workers) as pool:
            vectors = list(pool.map(self._run, pieces))
        known.update(zip(fresh, vectors, strict=True))
        with self._lock:
            self._cache.update(zip(fresh, vectors, strict=True))
            while len(self._cache) > CACHE_SIZE:
                self._cache.popitem(last=False)
        return np.stack([known[text] for text in texts]) if texts else np.zeros((0, DIMENSIONS), np.float32)

    def _run(self, pieces: Sequence[int]) -> np.ndarray:
        """The vector of one text: float32, (DIMENSIONS,)."""
        vector: np.ndarray = self._session.run(["vectors"], {"input_ids": np.array([pieces], np.int64)})[0][0]
        return vector


def load_embedder() -> Embedder:
    """The embedder in nlp/data, verified by hash. Raises files.ModelError."""
    return Embedder(files.verified(files.DATA / FILE, SHA256), files.vocabulary_file())
