"""Rebuild what nlp/reading decides by: labelled folder -> nlp/data/reading.npz.

    scripts/train FOLDER [--out FILE]

The statement encoder is fine-tuned first, by scripts/training/encoder.py, which needs the `train` extra (torch); its
--folds writes what encoders that have not seen a company say of it, which this learns beside.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from nlp.models import models
from nlp.models.files import DATA
from nlp.reading.encoded import Encoded
from nlp.reading.judges import save
from scripts.evaluation import outside
from scripts.training.companies import labelled_companies
from scripts.training.reading import train


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=DATA / "reading.npz")
    options = parser.parse_args()
    predictions = outside.Outside()
    companies = labelled_companies(options.folder, models())
    print(f"{len(companies)} companies read", file=sys.stderr)
    encoded = {c.slug: Encoded(c.documents, models(), predictions) for c in companies}
    save(train(companies, encoded), options.out)
    print(f"weights written to {options.out.name}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
