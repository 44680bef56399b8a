"""The last clauses that are kept ready, and how near each comes to a wish.

An entry of data/phrasing_tails.json has the clause (`text`, with slots), the wishes it was written for in the words people
use for them (`for`) and what readers thought of it in phrases beside others as near (`mark`, about 0 to 2).
data/phrasing_endings.json has the same for the ends of an aim.
The vectors of `for` are shipped (scripts/training/tails.py), since six hundred take a second to compute.
"""
from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from nlp.models import Models

DATA = Path(__file__).resolve().parents[2] / "data"
VECTORS = DATA / "phrasing_tails.npz"
BANKS = ("tails", "endings")


@dataclass(frozen=True, slots=True)
class Entry:
    """One last clause. `people`: only for companies whose word for those they serve is known, and wishes that are for others."""

    id: str
    theme: str
    text: str
    meant_for: str
    people: bool
    mark: float


@cache
def entries(bank: str) -> tuple[Entry, ...]:
    """All entries of one of BANKS, in the file's order."""
    themes = json.loads((DATA / f"phrasing_{bank}.json").read_text("utf-8"))
    return tuple(
        Entry(f"{theme}.{n}", theme, entry["text"], entry["for"], "{people}" in entry["text"], entry["mark"])
        for theme, listed in themes.items() for n, entry in enumerate(listed)
    )


def vectors_key(bank: str) -> str:
    """A fingerprint of what the vectors were made of, kept beside them to tell when they are stale."""
    return hashlib.sha256(json.dumps([entry.meant_for for entry in entries(bank)]).encode()).hexdigest()


@cache
def _vectors(bank: str, models: Models) -> np.ndarray:
    with np.load(VECTORS) as stored:
        if str(stored[f"{bank}_key"]) == vectors_key(bank):
            return np.asarray(stored[bank], np.float32)
    return models.embedder.encode([entry.meant_for for entry in entries(bank)])


def nearness(bank: str, wish: str, models: Models) -> np.ndarray:
    """Cosine of each entry's `for` to `wish`, shape (len(entries(bank)),)."""
    return np.asarray(_vectors(bank, models) @ models.embedder.encode([wish])[0])
