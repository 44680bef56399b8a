"""Cross-validate the reading on a labelled folder, by company, and hold it against the pinned floors.

    scripts/evaluate FOLDER [--errors mission|vision|values|commitments] [--curve] [--pin [--lower]]

Each company is read by weights that were trained without it. The scoring program is the labels' own, score.py beside
the folder. Intervals are 90 %, by 1,000 resamplings of the companies.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from nlp.contract import Brief, PageInfo
from nlp.models import models
from nlp.reading.encoded import Encoded
from nlp.reading.judges import Judge
from nlp.reading.statements import choose_statements
from nlp.reading.values import choose_values
from scripts.evaluation.outside import Outside
from scripts.training.companies import Labelled, labelled_companies
from scripts.training.reading import confidences, judges, outside_scores

FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.01  # a figure may fall this far below its floor before the gate fails: rounding of other processors
KINDS = ("mission", "vision", "values", "commitments")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", choices=KINDS)
    parser.add_argument("--curve", action="store_true", help="the learning curve over the number of companies")
    parser.add_argument("--pin", action="store_true", help="write the figures as the new floors")
    parser.add_argument("--lower", action="store_true", help="let --pin lower a floor")
    options = parser.parse_args(arguments)
    outside = Outside()
    companies = labelled_companies(options.folder, models())
    encoded = {c.slug: Encoded(c.documents, models(), outside) for c in companies}
    print(
        f"{len(companies)} companies; {outside.known} of {outside.asked} sentences known to the encoder",
        file=sys.stderr,
    )
    briefs = cross_validated(companies, encoded)
    report, tallies = scored(options.folder, briefs)
    print_table(report, intervals(options.folder, briefs))
    print_reliability(companies, briefs)
    if options.curve:
        print_curve(options.folder, companies, encoded)
    if options.errors:
        for side, rows in tallies[options.errors].examples.items():
            print(f"\n{options.errors} {side}:", *(f"  {slug}: {text}" for slug, text in rows), sep="\n")
    figures = {kind: report[kind]["f1"] for kind in KINDS} | {"false_alarms": report["false_alarms_per_negative"]}
    if options.pin:
        return pin(options.folder, figures, options.lower)
    return hold(options.folder, figures)


def cross_validated(companies: Sequence[Labelled], encoded: dict[str, Encoded], share: float = 1.0) -> dict[str, Brief]:
    """A brief for each company, read by judges trained on `share` of the companies of the other folds."""
    learnt = [c for i, c in enumerate(companies) if i % 20 < 20 * share]
    folds = sorted({c.fold for c in companies})
    by_fold = {fold: judges([c for c in learnt if c.fold != fold], encoded) for fold in folds}
    scores = outside_scores(companies, encoded, by_fold)
    briefs = {}
    for fold, trained in by_fold.items():
        trained = trained | confidences([c for c in companies if c.fold != fold], scores)
        for company in (c for c in companies if c.fold == fold):
            briefs[company.slug] = _brief(company, scores[company.slug], trained)
    return briefs


def _brief(company: Labelled, scores: Mapping[str, np.ndarray], trained: Mapping[str, Judge]) -> Brief:
    documents = company.documents
    return Brief(
        company={"name": company.company, "domain": ""},
        pages=[
            PageInfo(url=d.url, title=d.title, kind=d.kind, language=d.language, sha256=d.sha256, read_at="")
            for d in documents
        ],
        statements=choose_statements(company.candidates, scores, documents, trained),
        values=choose_values(company.items, scores["value"], documents, trained),
    )


def _score_module(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", folder.resolve().parent / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("score.py is not beside the labelled folder")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored(folder: Path, briefs: dict[str, Brief]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The scoring program's report and tallies."""
    with tempfile.TemporaryDirectory() as out:
        for slug, brief in briefs.items():
            Path(out, f"{slug}.json").write_text(brief.to_json(), "utf-8")
        report, tallies = _score_module(folder).score(folder, Path(out))
    return report, tallies


def intervals(folder: Path, briefs: dict[str, Brief], rounds: int = 1000) -> dict[str, tuple[float, float]]:
    """90 % interval of each kind's F1."""
    found, missed, wrong = _counts(folder, briefs)
    random = np.random.default_rng(0)
    bounds = {}
    for kind in KINDS:
        table = np.array([[found[kind][s], missed[kind][s], wrong[kind][s]] for s in sorted(briefs)])
        picks = random.integers(0, len(table), (rounds, len(table)))
        f, m, w = np.moveaxis(table[picks].sum(axis=1), -1, 0)
        low, high = np.quantile(2 * f / np.maximum(1, 2 * f + m + w), (0.05, 0.95))
        bounds[kind] = (float(low), float(high))
    return bounds


def _counts(folder: Path, briefs: dict[str, Brief]) -> tuple[dict[str, dict[str, int]], ...]:
    """Found, missed and wrong of each company: kind -> slug -> count."""
    score = _score_module(folder)
    counts: tuple[dict[str, dict[str, int]], ...] = tuple(defaultdict(lambda: defaultdict(int)) for _ in range(3))
    _, tallies = scored(folder, briefs)
    for kind, tally in tallies.items():
        for side, target in (("missed", counts[1]), ("wrong", counts[2])):
            for slug, _ in tally.examples[side]:
                target[kind][slug] += 1
    for path in folder.glob("*/gold.json"):
        gold, slug = json.loads(path.read_text("utf-8")), path.parent.name
        required = {
            "mission": score.as_optional(gold["mission"]), "vision": score.as_optional(gold["vision"]),
            "values": gold["values"], "commitments": score.as_optional(gold["culture"] + gold["growth"]),
        }  # fmt: skip
        for kind, entries in required.items():
            counts[0][kind][slug] = sum(not e.get("optional") for e in entries) - counts[1][kind][slug]
    return counts


def print_table(report: dict[str, Any], bounds: dict[str, tuple[float, float]]) -> None:
    print("| | P | R | F1 | 90 % |\n|---|---|---|---|---|")
    for kind in KINDS:
        r, (low, high) = report[kind], bounds[kind]
        print(f"| {kind} | {r['precision']:.2f} | {r['recall']:.2f} | {r['f1']:.3f} | {low:.2f}-{high:.2f} |")
    print(
        f"mean F1 {report['extraction_mean_f1']:.3f}; false alarms a negative page {report['false_alarms_per_negative']}"
    )


def print_reliability(companies: Sequence[Labelled], briefs: dict[str, Brief]) -> None:
    """How often what is said with a confidence is right. What is labelled optional counts as right."""
    rows: list[tuple[float, bool]] = []
    for company in companies:
        brief = briefs[company.slug]
        for entry, right in company.judged(brief.statements, brief.values):
            rows.append((entry.confidence, right))
    print("\n| confidence | entries | mean confidence | right |\n|---|---|---|---|")
    for low, high in ((0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.85), (0.85, 1.01)):
        inside = [(c, r) for c, r in rows if low <= c < high]
        if inside:
            mean, right = np.mean([c for c, _ in inside]), np.mean([r for _, r in inside])
            print(f"| {low:.2f}-{min(high, 1):.2f} | {len(inside)} | {mean:.2f} | {right:.2f} |")


def print_curve(folder: Path, companies: Sequence[Labelled], encoded: dict[str, Encoded]) -> None:
    """F1 by the number of companies the regressions learn from (the encoder's own share does not change)."""
    print("\n| companies | " + " | ".join(KINDS) + " |\n|---" + "|---" * len(KINDS) + "|")
    for share in (0.25, 0.5, 0.75, 1.0):
        report, _ = scored(folder, cross_validated(companies, encoded, share))
        print(
            f"| {round(share * len(companies) * 0.8)} | " + " | ".join(f"{report[k]['f1']:.3f}" for k in KINDS) + " |"
        )


def corpus_sha256(folder: Path) -> str:
    """One hash over labels and pages: floors hold for this very corpus."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.suffix in {".json", ".html"}):
        digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def pin(folder: Path, figures: dict[str, float], lower: bool) -> int:
    """Write the floors; a lower one only when told to. Returns the exit status."""
    old = json.loads(FLOORS.read_text("utf-8"))["floors"] if FLOORS.exists() else {}
    worse = [kind for kind in KINDS if figures[kind] < old.get(kind, 0)]
    if worse and not lower:
        print(f"not pinned: {', '.join(worse)} would fall; --lower allows it", file=sys.stderr)
        return 1
    FLOORS.write_text(json.dumps({"corpus_sha256": corpus_sha256(folder), "floors": figures}, indent=1) + "\n", "utf-8")
    return 0


def hold(folder: Path, figures: dict[str, float]) -> int:
    """Compare with the floors. Returns 0 when all hold, 1 when one does not or the corpus is another."""
    pinned = json.loads(FLOORS.read_text("utf-8"))
    if pinned["corpus_sha256"] != corpus_sha256(folder):
        print("the floors were pinned on another corpus; pin them anew", file=sys.stderr)
        return 1
    floors = pinned["floors"]
    broken = [kind for kind in KINDS if figures[kind] < floors[kind] - SLACK]
    if figures["false_alarms"] > floors["false_alarms"] + SLACK:
        broken.append("false_alarms")
    for kind in broken:
        print(f"{kind}: {figures[kind]:.3f}, the floor is {floors[kind]:.3f}", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
