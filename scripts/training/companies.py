"""Labelled companies as tables to learn from: candidates and value items with their labels."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from nlp.contract import Page
from nlp.models import Models
from nlp.page import Document, PageError, read_page
from nlp.reading.candidates import Candidate, candidates
from nlp.reading.company import company_of
from nlp.reading.value_items import Item, value_items

FOUND = 0.6  # overlap from which a sentence counts as the labelled one, as the labels are scored
SAME_NAME = 0.66
_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHE = re.compile("['\u2018\u2019\x19`]")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One company. `positive[label]` and `neutral[label]` mark candidates (or items, label "value")."""

    slug: str
    fold: int
    negative: bool
    gold: dict[str, Any]
    documents: list[Document]
    company: str
    candidates: list[Candidate]
    items: list[Item]
    positive: dict[str, np.ndarray]
    neutral: dict[str, np.ndarray]


def labelled_companies(folder: Path, models: Models, folds: int = 5) -> list[Labelled]:
    """All companies of a labelled folder, negative ones last. Folds are by company, in order of slug.

    Raises FileNotFoundError when the folder holds no labelled company.
    """
    gold_files = sorted(folder.glob("*/gold.json"))
    if not gold_files:
        raise FileNotFoundError(f"no labelled company (a folder with gold.json) in {folder}")
    negatives = sorted(p for p in folder.glob("negative/*/") if p.is_dir())
    found = [
        _labelled(path.parent, json.loads(path.read_text("utf-8")), number % folds, models)
        for number, path in enumerate(gold_files)
    ]
    return found + [_labelled(path, {}, number % folds, models) for number, path in enumerate(negatives)]


def _labelled(folder: Path, gold: dict[str, Any], fold: int, models: Models) -> Labelled:
    documents = list(_documents(folder))
    found, items = candidates(documents, models.pipeline), value_items(documents)
    positive = {label: np.zeros(len(found), bool) for label in ("mission", "vision", "commitment", "growth")}
    neutral = {label: np.zeros(len(found), bool) for label in positive}
    texts = [c.text for c in found]
    for kind, label in (
        ("mission", "mission"),
        ("vision", "vision"),
        ("culture", "commitment"),
        ("growth", "commitment"),
    ):
        for entry in gold.get(kind, ()):
            soft = bool(entry.get("optional")) or entry.get("explicit") is False
            for i, text in enumerate(texts):
                hit = overlap(entry["text"], text) >= FOUND
                if hit and not soft:
                    positive[label][i] = True
                    positive["growth"][i] |= kind == "growth"
                elif hit or (len(text.split()) >= 5 and text in entry["text"]):
                    neutral[label][i] = True
    positive["value"], neutral["value"] = np.zeros(len(items), bool), np.zeros(len(items), bool)
    for value in gold.get("values", ()):
        hits = [same_name(value["name"], item.name) for item in items]
        (neutral if value.get("optional") else positive)["value"][hits] = True
    for label in neutral:
        neutral[label] &= ~positive[label]
    neutral["growth"] = ~positive["commitment"] | neutral["growth"]
    return Labelled(
        folder.name, fold, not gold, gold, documents, company_of(documents).name, found, items, positive, neutral
    )


def _documents(folder: Path) -> Iterator[Document]:
    for page in json.loads((folder / "meta.json").read_text("utf-8"))["pages"]:
        html = (folder / page["file"]).read_bytes().decode("utf-8", "replace")
        try:
            yield read_page(Page(url=page["url"] or "", html=html))
        except PageError:
            continue


def _words(text: str) -> list[str]:
    return _WORD.findall(_APOSTROPHE.sub("", text.lower()))


def overlap(a: str, b: str) -> float:
    """F1 of the words of two texts, 0..1."""
    words_a, words_b = _words(a), _words(b)
    if not words_a or not words_b:
        return 0.0
    return 2 * sum((Counter(words_a) & Counter(words_b)).values()) / (len(words_a) + len(words_b))


def same_name(a: str, b: str) -> bool:
    """Whether two names of a value count as one: most words shared, or one inside the other."""
    short, long = sorted((_words(a), _words(b)), key=len)
    if not short:
        return False
    inside = " ".join(short) in " ".join(long) and len(long) <= 3 * len(short)
    return inside or overlap(a, b) >= SAME_NAME
