"""Changed aspirations held against many saved companies, from a store on disk, as `visionfit companies rank` does."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from helper import briefing, ranking
from helper.store import Store
from helper.store.companies import SavedBrief
from nlp.brief import read
from nlp.contract import Aspiration, Brief, Page, Profile, Reading
from nlp.matching import figures_of, match
from nlp.models import models
from scripts.benching import corpus

READ = 25  # companies that are truly read; the others are these under other addresses
WISHES = ("learn new things", "lead a small team", "help people", "work with data", "protect the environment", "teach others",
          "work abroad", "have time for my family", "build things that last", "speak before people")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rematch:
    companies: int
    aspirations: int
    seconds: float
    each: float  # seconds of matching one company alone, its sentences known


def rematches(companies: Sequence[int], aspirations: Sequence[int]) -> Iterator[Rematch]:
    """For each number of companies with the first number of aspirations, then for the others with the most companies."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder)) as store:
        readings = _readings(Path(folder))
        saved = 0
        for count in companies:
            for number in range(saved, count):
                _save(store, readings[number % len(readings)], f"c{number:05}.example")
            saved = count
            yield _timed(store, count, aspirations[0], readings)
        for wished in aspirations[1:]:
            yield _timed(store, saved, wished, readings)


def _timed(store: Store, count: int, wished: int, readings: Sequence[Reading]) -> Rematch:
    ranking.ranked(store, _profile(wished, seed=1))  # the program runs: models and code are there
    profile = _profile(wished, seed=2)
    start = time.perf_counter()
    rows = ranking.ranked(store, profile)
    seconds = time.perf_counter() - start
    if len(rows) != count:
        raise SystemExit(f"{len(rows)} of {count} companies were ranked")
    start = time.perf_counter()
    for reading in readings:
        match(profile, reading, models())
    return Rematch(count, wished, seconds, (time.perf_counter() - start) / len(readings))


def _readings(folder: Path) -> list[Reading]:
    """Readings of the made-up companies. Their sentences are embedded, as those of saved companies were."""
    made = []
    for company in corpus.made(folder, READ):
        made.append(read([Page(url=url, html=file.read_text("utf-8")) for url, file in company.pages], read_at=""))
        figures_of(made[-1], models())
    return made


def _save(store: Store, reading: Reading, domain: str) -> None:
    reading = reading.model_copy(update={"company": reading.company.model_copy(update={"domain": domain})})
    brief = Brief(company=reading.company, pages=reading.pages, statements=reading.statements, values=reading.values)
    version = briefing.core_version()
    store.companies.save(reading, domain, SavedBrief(brief, None, version, "2026-01-01T00:00:00Z"))
    store.figures.save(reading.company, version, figures_of(reading, models()).to_bytes())


def _profile(count: int, seed: int) -> Profile:
    chance = random.Random(seed)
    wishes = [f"{chance.choice(WISHES)} and {chance.choice(WISHES)}" for _ in range(count)]
    return Profile(aspirations=[Aspiration(text=wish.capitalize()) for wish in wishes])


def table(rows: Sequence[Rematch]) -> str:
    lines = ["| companies | aspirations | all ranked anew in | one company matched alone |", "|---|---|---|---|"]
    lines += [f"| {r.companies:,} | {r.aspirations} | {r.seconds:.2f} s | {r.each * 1000:.0f} ms |" for r in rows]
    return "\n".join(lines)


