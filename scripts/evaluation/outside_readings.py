"""Readings of labelled companies by judges that were trained without them, kept as files for what builds on them.

usage: scripts/evaluate --outside-readings FOLDER --out FOLDER

Matching and phrases are judged on these: a reading that has learnt from a company's own labels is better than any
that a user will get. Writes OUT/<slug>.json (nlp.contract.Reading); negative pages have no matches and are left out.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from nlp.contract import PageInfo, Reading
from nlp.matching import themes_of
from nlp.models import models
from nlp.reading.company import company_of
from nlp.reading.encoded import Encoded
from nlp.reading.judges import Judge
from nlp.reading.read import _sentences
from nlp.reading.statements import choose_statements
from nlp.reading.values import choose_values
from scripts.evaluation.outside import Outside
from scripts.training.companies import Labelled, labelled_companies
from scripts.training.reading import confidences, judges_by_fold, outside_scores


def outside_readings(folder: Path) -> Iterator[tuple[str, Reading]]:
    """Slug and reading of every labelled company, each read by judges trained on the other folds."""
    outside = Outside()
    companies = labelled_companies(folder, models())
    encoded = {company.slug: Encoded(company.documents, models(), outside) for company in companies}
    by_fold = judges_by_fold(companies, encoded)
    scores = outside_scores(companies, encoded, by_fold)
    for fold, trained in by_fold.items():
        known = trained | confidences([c for c in companies if c.fold != fold], scores)
        for company in companies:
            if company.fold == fold and not company.negative:
                yield company.slug, reading_of(company, scores[company.slug], known)


def reading_of(company: Labelled, scores: Mapping[str, np.ndarray], trained: Mapping[str, Judge]) -> Reading:
    """What `trained` judges read of a company from its candidates' and items' scores."""
    documents = company.documents
    weights = 1 - (1 - scores["mission"]) * (1 - scores["vision"]) * (1 - scores["commitment"])
    statements = choose_statements(company.candidates, scores, documents, trained)
    values = choose_values(company.items, scores["value"], documents, trained)
    texts = [s.text for s in statements] + [f"{v.name}. {v.description or ''}".strip() for v in values]
    for entry, themes in zip([*statements, *values], themes_of(texts, models()), strict=True):
        entry.themes = themes
    return Reading(
        company=company_of(documents),
        pages=[
            PageInfo(url=d.url, title=d.title, kind=d.kind, language=d.language, sha256=d.sha256, read_at="")
            for d in documents
        ],
        texts=[d.text for d in documents],
        statements=statements,
        values=values,
        sentences=_sentences(company.candidates, weights.tolist(), documents),
        notices=[],
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    for slug, reading in outside_readings(options.folder):
        (options.out / f"{slug}.json").write_text(reading.model_dump_json(), "utf-8")
    return 0
