"""Fits what readers thought of quotes: `python -m scripts.training.quotes`.

`quotes_judged.csv` has a row for each pair of a wish and a framed quote that a reader marked: the features of
nlp/phrasing/company/link.py and said.py, the two marks, and numbers for the company and the wish, by which the cross-validation
leaves out. It has none of the companies' words. `--collect READINGS MARKS` makes it anew: a folder of readings
(JSON, a company a file) and lines of JSON with slug, wish, item, sentence, quote, frame, link and said.
"""
from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
from sklearn.linear_model import Ridge
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from nlp.contract import Reading
from nlp.models import Models
from nlp.phrasing.company.link import FEATURES as LINK
from nlp.phrasing.company.link import Offered
from nlp.phrasing.company.quotes import quotes_of
from nlp.phrasing.company.said import DATA, features
from nlp.phrasing.company.said import FEATURES as SAID

JUDGED = Path(__file__).parent / "quotes_judged.csv"
PENALTY = {"link": 30.0, "said": 5.0}
NAMES = {"link": LINK, "said": SAID}
FOLDS = 8


def collect(readings: Path, marks: Path) -> None:
    """Write the features and marks of every marked pair that the grammar still makes."""
    models = Models()
    by_company: dict[str, list[dict[str, str]]] = defaultdict(list)
    for line in marks.read_text("utf-8").splitlines():
        by_company[json.loads(line)["slug"]].append(json.loads(line))
    wishes: dict[str, int] = {}
    rows, lost = [], 0
    for number, (slug, marked) in enumerate(sorted(by_company.items())):
        reading = Reading.model_validate_json((readings / f"{slug}.json").read_text("utf-8"))
        offered: dict[str, Offered] = {}
        for mark in marked:
            if mark["item"] not in offered:
                item = reading.evidence[mark["item"]]
                offered[mark["item"]] = Offered(item, quotes_of(item, reading, models.pipeline), models)
            found = offered[mark["item"]]
            at = next((i for i, (q, f) in enumerate(found.pairs) if q.text == mark["quote"] and f.id == mark["frame"]
                       and q.source.sentence.text == mark["sentence"]), None)
            if at is None:
                lost += 1
                continue
            quote, frame = found.pairs[at]
            values = [*found.features(mark["wish"])[at], *features(quote.cut, quote.source, frame, quote.quality)]
            wish = wishes.setdefault(mark["wish"], len(wishes))
            rows.append([number, wish, mark["link"], mark["said"], *(f"{float(v):.4g}" for v in values)])
    with JUDGED.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["company", "wish", "link", "said", *(f"link.{n}" for n in LINK), *(f"said.{n}" for n in SAID)])
        writer.writerows(rows)
    print(f"{len(rows)} pairs; {lost} are no longer made")


def judged() -> dict[str, np.ndarray]:
    """The columns of `quotes_judged.csv` by name, each of shape (pairs,)."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file)
    return dict(zip(header, np.array(lines, float).T, strict=True))


def fitted(table: dict[str, np.ndarray], which: str) -> dict[str, float]:
    """The weights of one judge on features as they are, and its constant."""
    scaler, ridge = (step for _, step in _model(which).fit(_columns(table, which), table[which]).steps)
    raw = ridge.coef_ / scaler.scale_
    weights = {name: round(float(w), 4) for name, w in zip(NAMES[which], raw, strict=True)}
    return {**weights, "constant": round(float(ridge.intercept_ - raw @ scaler.mean_), 4)}


def reached(table: dict[str, np.ndarray], which: str, left_out: str) -> str:
    """What the judge reaches on companies, or wishes, that it has not seen."""
    told = cross_val_predict(_model(which), _columns(table, which), table[which], cv=GroupKFold(FOLDS), groups=table[left_out])
    mark = table[which]
    return (f"{which}, {left_out} left out: r {np.corrcoef(told, mark)[0, 1]:.2f}, "
            f"AUC of 1 and 2 {roc_auc_score(mark >= 1, told):.2f}, of 2 {roc_auc_score(mark >= 2, told):.2f}")


def _model(which: str) -> Pipeline:
    return make_pipeline(StandardScaler(), Ridge(PENALTY[which]))


def _columns(table: dict[str, np.ndarray], which: str) -> np.ndarray:
    return np.column_stack([table[f"{which}.{name}"] for name in NAMES[which]])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--collect", nargs=2, type=Path, metavar=("READINGS", "MARKS"))
    arguments = parser.parse_args()
    if arguments.collect:
        collect(*arguments.collect)
    table = judged()
    for which in NAMES:
        print(reached(table, which, "company"), reached(table, which, "wish"), sep="\n")
    DATA.write_text(json.dumps({which: fitted(table, which) for which in NAMES}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
