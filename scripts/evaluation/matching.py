"""Measure matching on labelled companies; with --fit, fit its constants there.

usage: scripts/evaluate --matching FOLDER --readings FOLDER [--profile FILE] [--coach FOLDER] [--fit]

FOLDER holds labelled companies (gold.json with `support`: 0, 1 or 2 an aspiration) and companies.jsonl. --readings
holds a reading a company, best those of scripts/evaluate --outside-readings; one that is not there is made with the
shipped weights and kept, and has then learnt from these very pages. Fitted constants (the calibration and the threshold of `strong`) are judged on
aspirations and companies they were not fitted on: a sixth of the aspirations and a quarter of the companies at a time.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from nlp.contract import Page, Profile, Reading
from nlp.matching import match
from nlp.matching.company_words import words_of
from nlp.matching.facets import DATA
from nlp.matching.matcher import evidence_for
from nlp.matching.support import SHRINK, lines_of, measure
from nlp.matching.wishes import read_wishes
from nlp.models import models
from nlp.page import Document, PageError, read_page
from nlp.reading import read_company
from scripts.evaluation.theme_vectors import companies

COMPANY_FOLDS, ASPIRATION_FOLDS = 4, 6
AIM = 0.93  # precision the threshold of `strong` aims at: some of it is lost on other wishes and other companies
READ_AT = "2026-01-01T00:00:00Z"


@dataclass(frozen=True)
class Table:
    """One row a company, one column an aspiration."""

    slugs: list[str]
    aspirations: list[str]
    level: np.ndarray  # 0, 1, 2
    raw: np.ndarray  # score before the calibration; 0 without evidence
    eligible: np.ndarray  # whether a high score may be called strong
    score: np.ndarray  # of the best match, as match() gives it; 0 without one
    strong: np.ndarray


def readings(folder: Path, kept: Path) -> Iterator[tuple[str, Reading]]:
    """Slug and reading of every company that has labels."""
    kept.mkdir(parents=True, exist_ok=True)
    for slug, pages in companies(folder):
        if not (folder / slug / "gold.json").exists():
            continue
        file = kept / f"{slug}.json"
        if not file.exists():
            documents = [document for page in pages if (document := document_of(page))]
            file.write_text(read_company(documents, read_at=READ_AT, models=models()).model_dump_json(), "utf-8")
        yield slug, Reading.model_validate_json(file.read_text("utf-8"))


def document_of(page: Page) -> Document | None:
    try:
        return read_page(page)
    except PageError:
        return None


def table(folder: Path, profile: Profile, kept: Path) -> Table:
    """Everything that is measured, from one pass over the companies."""
    loaded = models()
    wishes = read_wishes(profile.aspirations, loaded)
    names = [aspiration.id for aspiration in profile.aspirations]
    column = {name: number for number, name in enumerate(names)}
    slugs: list[str] = []
    rows: dict[str, list[np.ndarray]] = {name: [] for name in ("level", "raw", "eligible", "score", "strong")}
    for slug, reading in readings(folder, kept):
        labels = json.loads((folder / slug / "gold.json").read_text("utf-8"))["support"]
        row = {name: np.zeros(len(names)) for name in rows}
        for name, judged in labels.items():
            row["level"][column[name]] = judged["level"]
        lines, said = lines_of(reading), words_of(reading)
        if lines:
            support = measure(lines, wishes, loaded)
            for number, wish in enumerate(wishes):
                at = column[wish.aspiration.id]
                for first in evidence_for(wish, number, support, said)[:1]:
                    if first.raw > row["raw"][at]:
                        row["raw"][at], row["eligible"][at] = first.raw, first.firm
        for found in match(profile, reading, loaded).matches:
            at = column[found.aspiration]
            row["score"][at] = max(row["score"][at], found.score)
            row["strong"][at] = max(row["strong"][at], found.strength == "strong")
        slugs.append(slug)
        for name, values in row.items():
            rows[name].append(values)
    stacked = {name: np.array(values) for name, values in rows.items()}
    return Table(
        slugs, names, stacked["level"], stacked["raw"], stacked["eligible"] > 0, stacked["score"], stacked["strong"] > 0
    )


def auc(positive: np.ndarray, negative: np.ndarray) -> float:
    """Chance that a positive scores above a negative; ties count half."""
    if not len(positive) or not len(negative):
        return float("nan")
    ordered = np.sort(negative)
    below, upto = np.searchsorted(ordered, positive, "left"), np.searchsorted(ordered, positive, "right")
    return float((below + upto).mean() / 2 / len(ordered))


def calibration(raw: np.ndarray, supported: np.ndarray) -> tuple[float, float]:
    """Slope and offset of the logistic calibration over log(raw + SHRINK)."""
    model = LogisticRegression(C=1e6).fit(np.log(raw.ravel() + SHRINK)[:, None], supported.ravel())
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def probability(raw: np.ndarray, slope: float, offset: float) -> np.ndarray:
    return 1 / (1 + np.exp(-(offset + slope * np.log(raw + SHRINK))))


def threshold(score: np.ndarray, supported: np.ndarray) -> float:
    """The lowest score from which on at least AIM of the cases are supported."""
    order = np.argsort(-score)
    precision = np.cumsum(supported[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(precision >= AIM)
    return float(score[order][enough[-1]]) if len(enough) else 1.0


def folds(found: Table) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Masks (fitted on, judged) over the table: the judged aspirations and companies are in no fitted cell."""
    rows, columns = np.indices(found.level.shape)
    for company in range(COMPANY_FOLDS):
        for aspiration in range(ASPIRATION_FOLDS):
            same_company = rows % COMPANY_FOLDS == company
            same_aspiration = columns % ASPIRATION_FOLDS == aspiration
            yield ~same_company & ~same_aspiration, same_company & same_aspiration


def cross_validated(found: Table) -> tuple[float, float, float]:
    """Precision of strong, its share of the directly supported, and the Brier score, on unseen cells."""
    strong = np.zeros(found.level.shape, bool)
    likely = np.zeros(found.level.shape)
    for fitted, judged in folds(found):
        slope, offset = calibration(found.raw[fitted], found.level[fitted] > 0)
        score = probability(found.raw, slope, offset)
        from_ = threshold(score[fitted & found.eligible], found.level[fitted & found.eligible] > 0)
        strong |= judged & found.eligible & (score >= from_)
        likely = np.where(judged, score, likely)
    precision = float((found.level[strong] > 0).mean())
    return precision, float(strong[found.level == 2].mean()), float(((likely - (found.level > 0)) ** 2).mean())


def fit(found: Table) -> dict[str, float]:
    slope, offset = calibration(found.raw, found.level > 0)
    score = probability(found.raw, slope, offset)
    from_ = threshold(score[found.eligible], found.level[found.eligible] > 0)
    return {"offset": round(offset, 3), "slope": round(slope, 3), "strong": round(from_, 3)}


def report(found: Table, say: Callable[[str], None] = print) -> None:
    supported, none, direct = found.level > 0, found.level == 0, found.level == 2
    for name, score in (("score before calibration", found.raw), ("score of the best match", found.score)):
        say(f"{name}: AUC {auc(score[supported], score[none]):.3f}, direct {auc(score[direct], score[none]):.3f}")
    within = [auc(found.score[supported[:, j], j], found.score[none[:, j], j]) for j in range(len(found.aspirations))]
    say(
        f"within an aspiration: {np.nanmean(within):.3f}; "
        + " ".join(f"{name} {value:.2f}" for name, value in zip(found.aspirations, within, strict=True))
    )
    called = found.strong
    say(
        f"strong: {int(called.sum())} called, precision {(found.level[called] > 0).mean():.3f}, "
        f"share of the direct {called[direct].mean():.3f}"
    )
    precision, share, brier = cross_validated(found)
    say(
        f"strong, on aspirations and companies not fitted on: precision {precision:.3f}, share of the direct "
        f"{share:.3f}; Brier score {brier:.3f}"
    )


def coached(folder: Path, kept: Path) -> tuple[float, float, int]:
    """How well scores tell what a coach phrased from what the same coach called a gap.

    `folder` holds phrases.jsonl (slug, profile, phrases, gaps) and profiles/. Gives the AUC, the precision of strong,
    and how often strong was called.
    """
    loaded = models()
    phrased: list[float] = []
    gaps: list[float] = []
    right, called = 0, 0
    for line in (folder / "phrases.jsonl").read_text("utf-8").splitlines():
        pair = json.loads(line)
        profile = Profile.model_validate_json((folder / "profiles" / f"{pair['profile']}.json").read_text("utf-8"))
        reading = Reading.model_validate_json((kept / f"{pair['slug']}.json").read_text("utf-8"))
        first = {found.aspiration: found for found in reversed(match(profile, reading, loaded).matches)}
        said, missing = ({entry["aspiration"] for entry in pair[kind]} for kind in ("phrases", "gaps"))
        for name in sorted(said ^ missing):
            score = first[name].score if name in first else 0.0
            (phrased if name in said else gaps).append(score)
            if name in first and first[name].strength == "strong":
                called += 1
                right += name in said
    return auc(np.array(phrased), np.array(gaps)), right / max(1, called), called


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--readings", type=Path, required=True)
    parser.add_argument("--profile", type=Path)
    parser.add_argument("--coach", type=Path, help="a folder with a coach's phrases.jsonl and profiles/")
    parser.add_argument("--fit", action="store_true", help="write the constants to nlp/data/matching.json")
    arguments = parser.parse_args(argv)
    profile_file = arguments.profile or arguments.folder / "profile.json"
    profile = Profile.model_validate_json(profile_file.read_text("utf-8"))
    found = table(arguments.folder, profile, arguments.readings)
    report(found)
    if arguments.coach:
        area, precision, called = coached(arguments.coach, arguments.readings)
        print(f"a coach's phrases against the same coach's gaps: AUC {area:.3f}; strong: {called} called, "
              f"precision {precision:.3f}")
    if arguments.fit:
        file = DATA / "matching.json"
        known = {**json.loads(file.read_text("utf-8")), **fit(found)}
        file.write_text(json.dumps(known, indent=1) + "\n", "utf-8")
        print(f"fitted: {known}")
    return 0
