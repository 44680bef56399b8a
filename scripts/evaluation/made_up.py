"""How well the shipped reading reads the pages of made-up organisations in this repository.

usage: scripts/evaluate --made-up [--errors KIND]

The encoder has learnt from these very pages, so this is no measure of quality on others (docs/quality.md has that); it shows
what a change breaks, without the labelled real pages.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from nlp.brief import read
from nlp.contract import Page, Reading
from scripts.training.companies import same_name
from scripts.training.dataset import FOUND, overlap
from scripts.training.made_up import unpack

KINDS = {"mission": ("mission",), "vision": ("vision",), "commitments": ("culture", "growth"), "values": ("values",)}


@dataclass(slots=True)
class Tally:
    """Counts of one kind over all organisations, and what they are of."""

    found: int = 0
    missed: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.found / max(1, 2 * self.found + len(self.missed) + len(self.wrong))


def read_all(folder: Path) -> Iterator[tuple[str, dict[str, Any], Reading]]:
    """(slug, what is true, what is read) of each labelled organisation of a folder."""
    for company in sorted(path.parent for path in folder.glob("*/gold.json")):
        meta = json.loads((company / "meta.json").read_text("utf-8"))
        pages = [Page(url=page["url"], html=(company / page["file"]).read_text("utf-8")) for page in meta["pages"]]
        yield company.name, json.loads((company / "gold.json").read_text("utf-8")), read(pages, read_at="")


def tally(read_of: Iterable[tuple[str, dict[str, Any], Reading]]) -> dict[str, Tally]:
    """Each reading against what is true: texts count by shared words, names of values as the labelled pages' do."""
    tallies = {kind: Tally() for kind in KINDS}
    for slug, gold, reading in read_of:
        said: dict[str, list[str]] = defaultdict(list)
        for statement in reading.statements:
            said["commitments" if statement.kind in {"culture", "growth"} else statement.kind].append(statement.text)
        said["values"] = [value.name for value in reading.values]
        for kind, counted in tallies.items():
            same = same_name if kind == "values" else _same_text
            labelled = [(e.get("text") or e["name"], bool(e.get("optional")) or e.get("explicit") is False) for k in KINDS[kind] for e in gold[k]]
            for text in (text for text, optional in labelled if not optional):
                if any(same(text, entry) for entry in said[kind]):
                    counted.found += 1
                else:
                    counted.missed.append((slug, text))
            counted.wrong += [(slug, entry) for entry in said[kind] if not any(same(text, entry) for text, _ in labelled)]
    return tallies


def _same_text(a: str, b: str) -> bool:
    return overlap(a, b) >= FOUND


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", choices=KINDS)
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        tallies = tally(read_all(unpack(Path(folder))))
    print("| | found | missed | wrong | F1 |\n|---|---|---|---|---|")
    for kind, counted in tallies.items():
        print(f"| {kind} | {counted.found} | {len(counted.missed)} | {len(counted.wrong)} | {counted.f1:.3f} |")
    if options.errors:
        for side, rows in (("missed", tallies[options.errors].missed), ("wrong", tallies[options.errors].wrong)):
            print(f"\n{side}:", *(f"  {slug}: {text}" for slug, text in rows), sep="\n")
    return 0
