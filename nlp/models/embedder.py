"""The sentence embedder: all-MiniLM-L6-v2 (Reimers & Gurevych 2019; Wang et al. 2020) as int8 ONNX.

Mean-pooled over the attention mask, L2-normalised, cut at 256 word pieces, as its authors use it.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

import numpy as np
import onnxruntime
from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

DIMENSIONS = 384
MAX_PIECES = 256
CACHE_SIZE = 50_000  # vectors kept in memory: 384 float32 each, 77 MB when full


class Embedder:
    """Turns sentences into unit vectors; keeps the vectors of texts it has seen.

    Each text runs alone: int8 activations are scaled over the whole batch, so that in a batch a sentence's
    vector would depend on its neighbours, and the same page could read differently from one day to the next.
    Two runs at a time give back the speed of a batch.
    """

    def __init__(self, model: Path, vocabulary: Path, workers: int | None = None) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
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
        if len(fresh) > 1 and self._workers > 1:
            with ThreadPoolExecutor(self._workers) as pool:
                vectors = list(pool.map(self._encode_one, fresh, chunksize=8))
        else:
            vectors = [self._encode_one(text) for text in fresh]
        known.update(zip(fresh, vectors, strict=True))
        with self._lock:
            self._cache.update(zip(fresh, vectors, strict=True))
            while len(self._cache) > CACHE_SIZE:
                self._cache.popitem(last=False)
        return np.stack([known[text] for text in texts]) if texts else np.zeros((0, DIMENSIONS), np.float32)

    def _encode_one(self, text: str) -> np.ndarray:
        encoding = self._tokenizer.encode(text)
        ids = np.array([encoding.ids], dtype=np.int64)
        mask = np.ones_like(ids)
        (hidden,) = self._session.run(
            ["last_hidden_state"], {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        )
        vector = hidden[0].mean(axis=0)
        return np.asarray(vector / np.linalg.norm(vector), np.float32)
