"""A folder of labelled companies -> one row a sentence, with what the labels say of it.

The folder holds `<slug>/meta.json`, `<slug>/gold.json` and the pages named there; `negative/<slug>/` holds pages
that state nothing. A labelled text belongs to a sentence, or to two or three adjacent sentences of one block, when
their words overlap with F1 >= 0.6, the measure the labels are scored with.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from spacy.language import Language

from nlp.contract import Page
from nlp.models.pipeline import split_sentences
from nlp.page import Block, Document, PageError, read_page

KINDS = ("mission", "vision", "culture", "growth")
FOUND = 0.6  # overlap from which a text counts as the labelled one
SAME_NAME = 0.66  # the same for the name of a value
PART = 0.8  # share of a sentence's words that must stand in the labelled text it is a part of
MAX_SENTENCES = 3

_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHE = re.compile("['\u2018\u2019\x19`]")


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence of one block. `label` is one of KINDS or "none"; `value` is "name", "description" or "none"."""

    slug: str
    file: str
    order: int  # of the block in its document
    index: int  # of the sentence in its block
    page_kind: str
    role: str
    headings: tuple[str, ...]
    lead: str
    text: str
    label: str
    optional: bool  # labelled optional, or an implicit mission or vision: neither right nor wrong to find
    value: str
    value_optional: bool
    negative: bool  # of a page that states nothing


@dataclass(frozen=True, slots=True)
class LabelledPage:
    slug: str
    file: str
    document: Document
    rows: tuple[Row, ...]
    made_up: bool = False  # of an organisation that does not exist (made_up.py)


def read_folder(folder: Path, pipeline: Language) -> Iterator[LabelledPage]:
    """Every page of the labelled companies in order of slug, then of the negative ones.

    Raises FileNotFoundError when `folder` holds no labelled company.
    """
    companies = [(path.parent, False) for path in sorted(folder.glob("*/gold.json"))]
    if not companies:
        raise FileNotFoundError(f"no labelled company (a folder with gold.json) below {folder}")
    companies += [(path.parent, True) for path in sorted(folder.glob("negative/*/meta.json"))]
    for company, negative in companies:
        gold = {} if negative else json.loads((company / "gold.json").read_text("utf-8"))
        for page in json.loads((company / "meta.json").read_text("utf-8"))["pages"]:
            html = (company / page["file"]).read_bytes().decode("utf-8", "replace")
            try:
                document = read_page(Page(url=page["url"] or "", html=html))
            except PageError:
                continue
            rows = tuple(label_rows(document, gold, pipeline, slug=company.name, file=page["file"], negative=negative))
            yield LabelledPage(company.name, page["file"], document, rows)


def folds(*groups: Sequence[str], count: int = 5) -> dict[str, int]:
    """Fold of each company: its position among the sorted slugs of its group (labelled, negative, made up) modulo `count`."""
    return {slug: i % count for names in groups for i, slug in enumerate(sorted(names))}


def label_rows(
    document: Document, gold: dict[str, Any], pipeline: Language, *, slug: str, file: str, negative: bool
) -> Iterator[Row]:
    statements = [(kind, entry) for kind in KINDS for entry in gold.get(kind, [])]
    values = gold.get("values", [])
    for block in document.blocks:
        sentences = [span.text.strip() for span in split_sentences(pipeline, block.text)]
        labels = _statement_labels(sentences, statements)
        named = _value_labels(block, sentences, values, file)
        for i, (text, (label, optional), (value, value_optional)) in enumerate(
            zip(sentences, labels, named, strict=True)
        ):
            yield Row(
                slug,
                file,
                block.order,
                i,
                document.kind,
                block.role.value,
                block.headings,
                block.lead,
                text,
                label,
                optional,
                value,
                value_optional,
                negative,
            )


def _statement_labels(sentences: list[str], statements: list[tuple[str, dict[str, Any]]]) -> list[tuple[str, bool]]:
    """(label, optional) of each sentence: the labelled text its run overlaps most; a required one comes first."""
    best: list[tuple[bool, float, str, bool]] = [(False, 0.0, "none", False)] * len(sentences)
    for kind, entry in statements:
        optional = bool(entry.get("optional")) or entry.get("explicit") is False
        known = _bag(entry["text"]).keys()
        shares = [bool(known & _bag(sentence).keys()) for sentence in sentences]
        for start in range(len(sentences)):
            for end in range(start + 1, min(start + MAX_SENTENCES, len(sentences)) + 1):
                if not all(shares[start:end]):
                    break
                likeness = overlap(entry["text"], " ".join(sentences[start:end]))
                if likeness < FOUND:
                    continue
                for i in range(start, end):
                    if end - start == 1 or _contained(sentences[i], entry["text"]) >= PART:
                        best[i] = max(best[i], (not optional, likeness, kind, optional))
    return [(kind, optional) for _, _, kind, optional in best]


def _value_labels(
    block: Block, sentences: list[str], values: list[dict[str, Any]], file: str
) -> list[tuple[str, bool]]:
    """(role, optional) of each sentence among the named values of this page."""
    labels = []
    for i, sentence in enumerate(sentences):
        label = ("none", False)
        for entry in values:
            if entry.get("page", file) != file:
                continue
            optional = bool(entry.get("optional"))
            heads = [sentence, block.lead] if i == 0 else [sentence]
            if any(overlap(entry["name"], head) >= SAME_NAME for head in heads):
                label = ("name", optional)
                break
            if _contained(sentence, entry.get("description") or "") >= PART and len(words(sentence)) > 2:
                label = ("description", optional)
        labels.append(label)
    return labels


def words(text: str) -> list[str]:
    return _WORD.findall(_APOSTROPHE.sub("", text.lower()))


def overlap(a: str, b: str) -> float:
    """F1 of the words (as bags) of two texts, 0..1."""
    left, right = _bag(a), _bag(b)
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


@lru_cache(maxsize=10_000)
def _bag(text: str) -> Counter[str]:
    return Counter(words(text))


def _contained(part: str, whole: str) -> float:
    """Share of the words of `part` that stand in `whole`."""
    inner, outer = _bag(part), _bag(whole)
    return (inner & outer).total() / inner.total() if inner else 0.0
