"""Embeds what the last clauses are for: `python -m scripts.training.tails`, whenever phrasing_tails.json,
phrasing_endings.json or the embedder changes. Half floats, so that the file is the same on every machine."""
from __future__ import annotations

import numpy as np

from nlp.models import Models
from nlp.phrasing.say.bank import BANKS, VECTORS, entries, vectors_key


def main() -> None:
    models = Models()
    arrays: dict[str, np.ndarray] = {}
    for bank in BANKS:
        arrays[bank] = models.embedder.encode([entry.meant_for for entry in entries(bank)]).astype(np.float16)
        arrays[f"{bank}_key"] = np.array(vectors_key(bank))
    np.savez_compressed(VECTORS, **arrays)
    print({bank: arrays[bank].shape[0] for bank in BANKS}, "->", VECTORS.name)


if __name__ == "__main__":
    main()
