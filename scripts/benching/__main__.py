"""Measure what reading, starting and matching cost.

    scripts/bench [FOLDER] [--every N] [--f1] [--rounds N] [--only PART …] [--write docs/performance.md]

FOLDER holds labelled pages (companies.jsonl, */gold.json); without it only made-up companies are read. PARTS: reading (side
by side with other pipelines), start, size (and plot), shapes (odd pages), rematch. --write puts each part's table between
its marks in the file, and the plot beside it.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scripts.benching.corpus import Company


PLOT = "performance-size.svg"


def main() -> None:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--every", type=int, default=1, help="read only every N-th company of FOLDER")
    parser.add_argument("--made", type=int, default=20, help="made-up companies to read")
    parser.add_argument("--f1", action="store_true", help="score what the others find, too: on all companies of FOLDER")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=list(PARTS), default=list(PARTS))
    parser.add_argument("--write", type=Path)
    asked = parser.parse_args()
    for name in asked.only:
        told = f"{PARTS[name](asked)}\n\n{_machine()}"
        print(told, "\n")
        if asked.write:
            write(asked.write, name, told)


# Each part is imported when it is asked for: what is measured in a process begun here should not inherit spaCy.


def _reading(asked: argparse.Namespace) -> str:
    from scripts.benching import corpus

    with tempfile.TemporaryDirectory() as folder:
        made = _contest("Made-up pages", corpus.made(Path(folder), asked.made), asked.rounds, dict)
    if not asked.folder:
        return made
    companies = corpus.listed(asked.folder / "companies.jsonl", asked.every)
    return f"{_contest('Real pages', companies, asked.rounds, lambda: _f1(asked))}\n\n{made}"


def _f1(asked: argparse.Namespace) -> dict[str, float]:
    if not asked.f1:
        return {}
    from scripts.benching import corpus, quality

    return quality.f1(asked.folder, corpus.listed(asked.folder / "companies.jsonl"))


def _contest(title: str, companies: list[Company], rounds: int, f1: Callable[[], dict[str, float]]) -> str:
    """`f1` is called last: the processes of the contest would begin with the memory that it takes."""
    from nlp.page.plain import plain_words
    from scripts.benching import contest

    sources = [file.read_text("utf-8", "replace") for company in companies for _, file in company.pages]
    words = sum(plain_words(source) for source in sources)
    about = f"{title}: {len(sources)} pages, {sum(map(len, sources)) / 1e6:.1f} MB, {words:,} words; {rounds} rounds."
    runs = contest.contest(companies, rounds)
    return f"{about}\n\n{contest.table(runs, words, f1())}"


def _start(asked: argparse.Namespace) -> str:
    from scripts.benching import start

    rows = [f"| `{s.command}` | {s.seconds:.2f} s | {s.cpu:.2f} s | {s.megabytes:.0f} MB |" for s in start.starts(asked.rounds)]
    return "\n".join(["| | wall clock | processor time | peak memory |", "|---|---|---|---|", *rows])


def _size(asked: argparse.Namespace) -> str:
    from scripts.benching import growth

    costs = list(growth.by_size())
    if asked.write:
        growth.plot(costs, asked.write.with_name(PLOT))
    rows = [
        f"| {c.characters / 1000:,.0f} KB | {c.parse:.3f} s | {c.whole:.2f} s | {c.whole / c.characters * 1e5:.2f} s |"
        for c in costs
    ]
    return "\n".join(["| page | HTML to blocks | whole reading | whole, for 100 KB |", "|---|---|---|---|", *rows])


def _shapes(_: argparse.Namespace) -> str:
    from scripts.benching import growth

    rows = [f"| {name} | {small:.2f} s | {large:.2f} s | {large / max(small, 1e-3):.1f} |" for name, small, large in growth.odd_shapes()]
    head = f"| a page of | {growth.SMALL // 1000} KB | {growth.TIMES * growth.SMALL // 1000} KB | ratio ({growth.TIMES} is linear) |"
    return "\n".join([head, "|---|---|---|---|", *rows])


def _rematch(_: argparse.Namespace) -> str:
    from scripts.benching import rematch

    return rematch.table(list(rematch.rematches((10, 100, 1000), (5, 10, 18))))


PARTS: dict[str, Callable[[argparse.Namespace], str]] = {
    "reading": _reading, "start": _start, "size": _size, "shapes": _shapes, "rematch": _rematch,
}  # fmt: skip


def _machine() -> str:
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text()) if Path("/proc/cpuinfo").exists() else None
    busy = os.getloadavg()[0]
    return (f"Measured on {date.today():%-d %B %Y}: {os.cpu_count()} cores ({model[1] if model else platform.processor()}), "
            f"{platform.system()}, Python {platform.python_version()}; load average at the end {busy:.1f}.")  # fmt: skip


def write(file: Path, name: str, told: str) -> None:
    """Put `told` between the marks `<!-- bench:NAME -->` and `<!-- /bench:NAME -->`."""
    text = file.read_text("utf-8")
    begin, end = f"<!-- bench:{name} -->\n", f"<!-- /bench:{name} -->"
    before, found, rest = text.partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise SystemExit(f"{file} has no marks {begin.strip()} … {end}")
    file.write_text(f"{before}{begin}{told}\n{end}{after}", "utf-8")


if __name__ == "__main__":
    main()
