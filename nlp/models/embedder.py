"""The sentence embedder: all-MiniLM-L6-v2 (Reimers & Gurevych 2019; Wang et al. 2020) as int8 ONNX.

Mean-pooled over the attention mask, L2-normalised, cut at 256 word pieces, as its authors use it.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

import numpy as np
from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

from nlp.models.runtime import session

DIMENSIONS = 384
MAX_PIECES = 256
BATCH = 128  # word pieces in a run: more gain little, and leave the other workers idle
CACHE_SIZE = 50_000  # vectors kept in memory: 384 float32 each, 77 MB when full


class Embedder:
    """Turns sentences into unit vectors; keeps the vectors of texts it has seen.

    Texts of as many word pieces run together, others never: padding would change a vector's last digits with its
    neighbours, and the same page could read differently from one day to the next. Short texts cost less than half
    together, since the time of one alone is that of fetching the weights.
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
        batches = list(_of_one_length(pieces))
        vectors = np.zeros((len(fresh), DIMENSIONS), np.float32)
        with ThreadPoolExecutor(self._workers) as pool:
            outputs = pool.map(self._run, ([pieces[place] for place in batch] for batch in batches))
            for batch, output in zip(batches, outputs, strict=True):
                vectors[batch] = output
        known.update(zip(fresh, vectors, strict=True))
        with self._lock:
            self._cache.update(zip(fresh, vectors, strict=True))
            while len(self._cache) > CACHE_SIZE:
                self._cache.popitem(last=False)
        return np.stack([known[text] for text in texts]) if texts else np.zeros((0, DIMENSIONS), np.float32)

    def _run(self, pieces: Sequence[Sequence[int]]) -> np.ndarray:
        ids = np.array(pieces, dtype=np.int64)
        (hidden,) = self._session.run(
            ["last_hidden_state"],
            {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)},
        )
        means = [vector.mean(axis=0) for vector in hidden]
        return np.stack([mean / np.linalg.norm(mean) for mean in means])


def _of_one_length(pieces: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The places of `pieces` in batches of one length."""
    by_length: dict[int, list[int]] = {}
    for place, ids in enumerate(pieces):
        by_length.setdefault(len(ids), []).append(place)
    for length, places in by_length.items():
        size = max(1, BATCH // length)
        yield from (places[start : start + size] for start in range(0, len(places), size))
