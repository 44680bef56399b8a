#!/usr/bin/env python3
"""Fit the themes' linear models on company pages and write nlp/data/theme_vectors.npz.

usage: theme_vectors.py FOLDER [--cache FILE]

FOLDER holds saved pages as DESIGN.md has them (companies.jsonl beside the folders). No label is read: the word
patterns of themes.json label the sentences (data programming, Ratner et al. 2017), a logistic regression a facet
learns from that what they mean. Sentences with a mere hint are left out of the fit; the employer sentences of
themes.json count as positives. Run it again whenever themes.json or the embedder changes.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from nlp.contract import Page
from nlp.matching.evidence import hits, wishes_key
from nlp.matching.facets import DATA, facets
from nlp.models import Models, models
from nlp.models.pipeline import split_sentences
from nlp.page import PageError, read_page

INVERSE_PENALTY = 3.0  # flat between 1 and 10
CUE_WEIGHT = 10.0  # so that a facet of which companies rarely speak still knows its own sentences


def companies(folder: Path) -> Iterator[tuple[str, list[Page]]]:
    """Slug and pages of every company in FOLDER/companies.jsonl."""
    for line in (folder / "companies.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        yield (
            entry["slug"],
            [
                Page(url=page["url"], html=(folder / page["html_file"]).read_text("utf-8", errors="replace"))
                for page in entry["pages"]
            ],
        )


def sentences(pages: Sequence[Page], loaded: Models) -> list[str]:
    """The different sentences of some pages, in reading order."""
    found: dict[str, None] = {}
    for page in pages:
        try:
            document = read_page(page)
        except PageError:
            continue
        for block in document.blocks:
            for sentence in split_sentences(loaded.pipeline, block.text):
                if len(sentence.text.strip()) > 2:
                    found[sentence.text.strip()] = None
    return list(found)


def encode(texts: Sequence[str], loaded: Models, cache: Path | None) -> np.ndarray:
    """Unit vectors of `texts`; those in the `cache` file are not computed again."""
    known: dict[str, np.ndarray] = {}
    if cache and cache.exists():
        with np.load(cache, allow_pickle=False) as file:
            known = dict(zip(file["texts"].tolist(), file["vectors"], strict=True))
    fresh = [text for text in dict.fromkeys(texts) if text not in known]
    known.update(zip(fresh, loaded.embedder.encode(fresh), strict=True))
    if cache and fresh:
        np.savez(cache, texts=np.array(list(known)), vectors=np.stack(list(known.values())))
    return np.stack([known[text] for text in texts])


def fit(vectors: np.ndarray, found: np.ndarray, cues: Mapping[int, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Weights (facets, 384) and biases (facets,) from sentence vectors and their pattern hits."""
    weights, biases = [], []
    for number in range(found.shape[1]):
        sure = (found[:, number] == 0) | (found[:, number] == 1)
        examples = np.vstack([vectors[sure], cues[number]])
        labels = np.r_[found[sure, number] == 1, np.ones(len(cues[number]), bool)]
        importance = np.r_[np.ones(int(sure.sum())), np.full(len(cues[number]), CUE_WEIGHT)]
        model = LogisticRegression(C=INVERSE_PENALTY, max_iter=400).fit(examples, labels, sample_weight=importance)
        weights.append(model.coef_[0])
        biases.append(float(model.intercept_[0]))
    return np.array(weights, np.float32), np.array(biases, np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, help="a .npz file for the vectors of the sentences")
    arguments = parser.parse_args()
    loaded = models()
    texts = [text for _, pages in companies(arguments.folder) for text in sentences(pages, loaded)]
    texts = list(dict.fromkeys(texts))
    cues = {number: loaded.embedder.encode(facet.cues) for number, facet in enumerate(facets())}
    weights, biases = fit(encode(texts, loaded, arguments.cache), hits(texts), cues)
    wishes = loaded.embedder.encode([wish for facet in facets() for wish in facet.wishes])
    np.savez_compressed(
        DATA / "theme_vectors.npz",
        key=np.array(wishes_key()),
        wishes=wishes.astype(np.float16),
        weights=weights.astype(np.float16),
        bias=biases.astype(np.float16),
    )
    print(f"{len(texts)} sentences, {len(biases)} facets -> {DATA / 'theme_vectors.npz'}")


if __name__ == "__main__":
    main()
