"""F1 of what the contenders find on a labelled folder, by the labels' own scoring program."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from nlp.contract import Brief
from scripts.benching import naive
from scripts.benching.corpus import Company
from scripts.evaluation import reading

KINDS = ("mission", "vision", "values", "commitments")


def f1(folder: Path, companies: Sequence[Company]) -> dict[str, float]:
    """Mean F1 over the kinds, by contender. Visionfit's is the pinned one of the cross-validation."""
    logging.disable(logging.ERROR)  # readability tells of pages it cannot read; they count as empty
    floors = json.loads(reading.FLOORS.read_text("utf-8"))["floors"]
    found = {"visionfit": float(np.mean([floors[kind] for kind in KINDS]))}
    for name, embedded in (("a", True), ("b", False)):
        briefs = {company.slug: _brief(name, company, embedded=embedded) for company in companies}
        report, _ = reading.scored(folder, briefs)
        found[name] = float(report["extraction_mean_f1"])
    return found


def _brief(name: str, company: Company, *, embedded: bool) -> Brief:
    text_of = naive.readability_text if name == "a" else naive.trafilatura_text
    pages = []
    for _, file in company.pages:
        try:
            text = text_of(file.read_text("utf-8", "replace"))
        except Exception:  # noqa: S112  # what a contender cannot read, it finds nothing on
            continue
        pages.append(naive.find(text, embedded=embedded))
    return naive.brief_of(pages)
