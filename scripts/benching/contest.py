"""Each contender in a process of its own, over the same pages, in turns; medians over the rounds."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from scripts.benching.corpus import Company

ROOT = Path(__file__).resolve().parents[2]
CONTENDERS = {
    "visionfit": "Visionfit's reading",
    "a": "(a) readability-lxml, spaCy's full pipe, MiniLM on every sentence",
    "b": "(b) trafilatura, spaCy's full pipe",
    "c": "(c) lxml's parse alone",
}


@dataclass(frozen=True, slots=True)
class Run:
    """One contender's turn. Seconds of wall clock unless named otherwise; `pages` of each page, in order."""

    load: float
    pages: list[float]
    cpu: float  # processor time of all pages, all threads
    megabytes: float  # peak resident memory of the process
    failed: int


def contest(companies: Sequence[Company], rounds: int, names: Sequence[str] = tuple(CONTENDERS)) -> dict[str, list[Run]]:
    runs: dict[str, list[Run]] = {name: [] for name in names}
    for number in range(rounds):
        for name in names:
            print(f"round {number + 1}: {CONTENDERS[name]}", file=sys.stderr)
            runs[name].append(_turn(name, companies))
    return runs


def _turn(name: str, companies: Sequence[Company]) -> Run:
    given = json.dumps([[(url, str(file)) for url, file in company.pages] for company in companies])
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, "-m", "scripts.benching.contest", name], input=given, env=environment,
                          capture_output=True, text=True, check=True)  # fmt: skip
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def reader(name: str) -> Callable[[str, str], object]:
    """A contender, its models loaded: address, HTML -> what it makes of the page."""
    if name == "c":
        from lxml import html

        return lambda url, source: html.document_fromstring(source.encode())
    if name == "visionfit":
        from nlp.brief import read
        from nlp.contract import Page
        from nlp.models import models

        models().load()
        return lambda url, source: read([Page(url=url, html=source)], read_at="")
    from scripts.benching import naive

    naive.full_pipeline()
    if name == "b":
        return lambda url, source: naive.find(naive.trafilatura_text(source), embedded=False)
    naive.embed(["ready"])
    return lambda url, source: naive.find(naive.readability_text(source), embedded=True)


def main(name: str) -> None:
    pages = [(url, Path(file).read_text("utf-8", "replace")) for company in json.load(sys.stdin) for url, file in company]
    start = time.perf_counter()
    read = reader(name)
    load = time.perf_counter() - start
    seconds, failed, cpu = [], 0, time.process_time()
    for url, source in pages:
        start = time.perf_counter()
        try:
            read(url, source)
        except Exception as error:  # a contender that fails at a page has spent its time all the same
            print(f"{name}: {url}: {error}", file=sys.stderr)
            failed += 1
        seconds.append(time.perf_counter() - start)
    cpu = time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(asdict(Run(load, seconds, cpu, peak, failed))))


def table(runs: dict[str, list[Run]], words: int, f1: dict[str, float]) -> str:
    """Markdown: medians over the rounds, and how many times as long as Visionfit each takes."""
    ours = statistics.median(sum(run.pages) for run in runs["visionfit"])
    ours_cpu = statistics.median(run.cpu for run in runs["visionfit"])
    head = ["", "pages a second", "words a second", "p50 of a page", "p95", "processor time of a page", "time / Visionfit's",
            "processor time / Visionfit's", "peak memory", "models loaded in", "mean F1"]  # fmt: skip
    rows = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    for name, turns in runs.items():
        spent = statistics.median(sum(run.pages) for run in turns)
        cpu = statistics.median(run.cpu for run in turns)
        each = sorted(statistics.median(times) for times in zip(*(run.pages for run in turns), strict=True))
        cells = [
            CONTENDERS[name], f"{len(each) / spent:.1f}", f"{words / spent:,.0f}", f"{_share(each, 0.5) * 1000:.0f} ms",
            f"{_share(each, 0.95) * 1000:.0f} ms", f"{cpu / len(each) * 1000:.0f} ms", f"{spent / ours:.2f}",
            f"{cpu / ours_cpu:.2f}", f"{statistics.median(run.megabytes for run in turns):.0f} MB",
            f"{statistics.median(run.load for run in turns):.1f} s", f"{f1[name]:.3f}" if name in f1 else "",
        ]  # fmt: skip
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join(rows)


def _share(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


if __name__ == "__main__":
    main(sys.argv[1])
