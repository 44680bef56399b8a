"""Make the phrases of many companies for many profiles, check every one, and write them to a file to skim.

usage: scripts/evaluate --phrases FOLDER --readings FOLDER [--profiles FOLDER …] [--out FILE] [--sample N] [--companies N]

FOLDER holds companies.jsonl and saved pages. Readings are made once and kept below --readings. Profiles are *.json
(visionfit/profile@1). Exit status 1 when a gate fails: a quote not on the page, a number or a private wish that the
profile does not carry, an amount of money, another company's name, a broken slot or quotation mark, a lint error.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from nlp.contract import Brief, Phrase, Profile, Reading
from nlp.matching import match
from nlp.models import models
from nlp.phrasing import lint, suggest
from nlp.phrasing import words as w
from nlp.phrasing.say.choose import SHARED
from scripts.evaluation.matching import readings

SLOT = re.compile(r"\{|\}|\bNone\b|“”|““|””|  ")


@dataclass
class Result:
    """One company and one profile."""

    slug: str
    profile: str
    phrases: list[Phrase]
    answers: list[str]
    strengths: dict[str, str]
    seconds: float


@dataclass
class Report:
    results: list[Result] = field(default_factory=list)
    gates: list[str] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)
    alike: int = 0


def profiles(folders: Sequence[Path]) -> dict[str, Profile]:
    return {file.stem: Profile.model_validate_json(file.read_text("utf-8")) for folder in folders for file in sorted(folder.glob("*.json"))}


def make(reading: Reading, slug: str, name: str, profile: Profile, names: Sequence[str], report: Report) -> None:
    """Phrases and answers of one company for one profile, checked."""
    loaded = models()
    matching = match(profile, reading, loaded)
    start = time.perf_counter()
    made = suggest(profile, reading, matching, loaded)
    seconds = time.perf_counter() - start
    strengths: dict[str, str] = {}
    for found in matching.matches:
        strengths.setdefault(found.aspiration, found.strength)
    report.results.append(Result(slug, name, made.phrases, [f"{a.question}: {a.text}" for a in made.answers], strengths, seconds))
    brief = Brief(company=reading.company, pages=reading.pages, phrases=made.phrases)
    rivals: dict[str, Sequence[str]] = {other: () for other in names if other != reading.company.name}
    for phrase in made.phrases:
        label = f"{slug}/{name}/{phrase.id}"
        report.gates += [f"{label}: {problem}: {phrase.text}" for problem in gate_failures(phrase, reading)]
        for finding in lint(phrase.text, brief=brief, profile=profile, page_texts=reading.texts, models=loaded, others=made.phrases, rivals=rivals, form="phrase"):
            (report.errors if finding.severity == "error" else report.warnings)[finding.rule] += 1
            if finding.severity == "error":
                report.gates.append(f"{label}: lint {finding.rule}: {finding.message} {phrase.text}")
    for answer in made.answers:
        for finding in lint(answer.text, brief=brief, profile=profile, page_texts=reading.texts, models=loaded, rivals=rivals, form="answer"):
            if finding.severity == "error":
                report.errors[finding.rule] += 1
                report.gates.append(f"{slug}/{name}/{answer.question}: lint {finding.rule}: {finding.message} {answer.text}")
    for a, b in combinations(made.phrases, 2):
        if w.overlap(a.text, b.text) > SHARED:
            report.alike += 1
            report.gates.append(f"{slug}/{name}: {a.id} and {b.id} share more than {SHARED:.0%} of their words")


def gate_failures(phrase: Phrase, reading: Reading) -> Iterator[str]:
    """What makes a phrase worthless whatever else it is."""
    if w.quoted(phrase.text) != phrase.quotes:
        yield "the quotation marks do not hold the quotes"
    for quote in phrase.quotes:
        if not reading.holds(quote):
            yield f"“{quote}” is not on a page"
    if SLOT.search(phrase.text) or phrase.text.count(w.OPEN) != phrase.text.count(w.CLOSE):
        yield "a slot or a quotation mark is broken"


def openings(phrases: Sequence[Phrase]) -> float:
    """Share of different first four words."""
    return len({w.opening(p.text) for p in phrases}) / len(phrases)


def table(report: Report) -> str:
    made = [r for r in report.results if r.phrases]
    phrases = [p for r in made for p in r.phrases]
    if not phrases:
        return "no phrases"
    words = [p.words for p in phrases]
    quoted = Counter(w.count(q) for p in phrases for q in p.quotes)
    by_strength = Counter(r.strengths.get(p.aspiration, "?") for r in made for p in r.phrases)
    lines = [
        f"briefs {len(report.results)}, with phrases {len(made)}, phrases {len(phrases)}, answers {sum(len(r.answers) for r in report.results)}",
        f"phrases a brief {dict(sorted(Counter(len(r.phrases) for r in report.results).items()))}",
        f"strength {dict(by_strength)}, part {dict(Counter(p.part for p in phrases))}",
        f"words: shortest {min(words)}, median {statistics.median(words):.0f}, longest {max(words)}; words quoted {dict(sorted(quoted.items()))}",
        f"gate failures {len(report.gates)}, lint errors {sum(report.errors.values())} {dict(report.errors)}",
        f"lint warnings a phrase {sum(report.warnings.values()) / len(phrases):.2f} {dict(report.warnings.most_common())}",
        f"pairs in a brief that share more than {SHARED:.0%} of their words: {report.alike}",
        f"different first four words, least over briefs: {min(openings(r.phrases) for r in made):.0%}",
        f"different phrases {len({p.text for p in phrases})}, different quotes {len({q for p in phrases for q in p.quotes})}",
        f"seconds a brief: {statistics.mean(r.seconds for r in report.results):.2f}",
    ]
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--readings", type=Path, required=True)
    parser.add_argument("--profiles", type=Path, nargs="+", default=[Path("tests/profiles")])
    parser.add_argument("--out", type=Path, help="file for all phrases")
    parser.add_argument("--sample", type=int, default=0, help="print this many phrases, drawn at random")
    parser.add_argument("--companies", type=int, default=0, help="only so many companies, drawn at random")
    args = parser.parse_args(argv)
    read = list(readings(args.folder, args.readings))
    if args.companies:
        read = random.Random(1).sample(read, min(args.companies, len(read)))
    names = sorted({r.company.name for _, r in read})
    report = Report()
    for number, (slug, reading) in enumerate(read, 1):
        print(f"\r{number}/{len(read)} {slug:40}", end="", file=sys.stderr, flush=True)
        for name, profile in profiles(args.profiles).items():
            make(reading, slug, name, profile, names, report)
    print(file=sys.stderr)
    if args.out:
        args.out.write_text("\n".join(_lines(report)) + "\n", "utf-8")
    everything = [(r, p) for r in report.results for p in r.phrases]
    for result, phrase in random.Random(2).sample(everything, min(args.sample, len(everything))):
        print(f"{result.slug} / {result.profile} [{phrase.aspiration} {phrase.part} {phrase.words}]\n  {phrase.text}")
    for failure in report.gates:
        print(f"FAILED {failure}")
    print(table(report))
    return 1 if report.gates else 0


def _lines(report: Report) -> Iterator[str]:
    for result in report.results:
        if result.phrases:
            yield f"== {result.slug} / {result.profile}"
            yield from (f"  [{p.aspiration} {result.strengths.get(p.aspiration, '?')} {p.part} {p.words}] {p.text}" for p in result.phrases)
            yield from (f"  {answer}" for answer in result.answers)
