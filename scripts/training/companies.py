"""Labelled companies as tables to learn from: candidates and value items with their labels."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from nlp.contract import Page, Statement, Value
from nlp.models import Models
from nlp.page import Document, PageError, read_page
from nlp.reading.candidates import Candidate, candidates
from nlp.reading.company import company_of
from nlp.reading.value_items import Item, value_items
from scripts.training.dataset import FOUND, SAME_NAME, overlap, words


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

    def judged(
        self, statements: Sequence[Statement], values: Sequence[Value]
    ) -> Iterator[tuple[Statement | Value, bool]]:
        """Each entry read of the company, and whether a label of its kind, optional or not, is the same."""
        for statement in statements:
            kinds = ("culture", "growth") if statement.kind in ("culture", "growth") else (statement.kind,)
            labels = [entry["text"] for kind in kinds for entry in self.gold.get(kind, ())]
            yield statement, any(overlap(text, statement.text) >= FOUND for text in labels)
        for value in values:
            yield value, any(same_name(entry["name"], value.name) for entry in self.gold.get("values", ()))


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
    positive = {label: np.zeros(len(found), bool) for label in ("mission", "vision", "commitment")}
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
                elif hit or (len(text.split()) >= 5 and text in entry["text"]):
                    neutral[label][i] = True
    positive["value"], neutral["value"] = np.zeros(len(items), bool), np.zeros(len(items), bool)
    for value in gold.get("values", ()):
        hits = [same_name(value["name"], item.name) for item in items]
        (neutral if value.get("optional") else positive)["value"][hits] = True
    for label in neutral:
        neutral[label] &= ~positive[label]
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


def same_name(a: str, b: str) -> bool:
    """Whether two names of a value count as one: most words shared, or one inside the other."""
    short, long = sorted((words(a), words(b)), key=len)
    if not short:
        return False
    inside = " ".join(short) in " ".join(long) and len(long) <= 3 * len(short)
    return inside or overlap(a, b) >= SAME_NAME
