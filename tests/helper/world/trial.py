"""A run over the world that is killed again and again, and then judged.

python -m tests.helper.world.trial --sites 300 --kills 20 --reader real
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from helper.fetch.cache import FILE as CACHE
from helper.research.journal import FILE as JOURNAL
from tests.helper.world.judge import addresses, crowded_hosts, forbidden_requests, wrong_answers
from tests.helper.world.server import Asked, World, served
from tests.helper.world.sites import Site, make

ROOT = Path(__file__).resolve().parents[3]
PAUSE = 0.02


@dataclass
class Findings:
    """What a trial found; all the lists are empty when all is right."""

    companies: int
    requests: int = 0
    kills: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)
    forbidden: list[Asked] = field(default_factory=list)
    crowded: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)  # fetched although they lay in the cache when the run was killed
    lost: list[str] = field(default_factory=list)  # done before a kill and not after it


def trial(
    sites: Sequence[Site], folder: Path, *, kills: int, between: tuple[int, int], reader: str = "stub",
    arguments: Sequence[str] = (), seed: int = 7,
) -> Findings:
    """Run over `sites`, kill -9 the run `kills` times, resume it, and judge the end.

    Each kill comes after a random number of steps, from the first to the second of `between`: a step is a request that
    was answered or a company that was done. So kills hit a slow machine's run in its middle too.
    """
    chance = random.Random(seed)
    found = Findings(len(sites))
    listed = folder / "companies.txt"
    listed.write_text("\n".join(map(addresses, sites)))
    out = folder / "out"
    began = time.monotonic()
    with served(sites, folder) as world:
        done = set[int]()
        for number in range(kills + 1):
            last = number == kills
            cached, asked = _cached(folder / "home" / CACHE), len(world.asked())
            first = [str(listed)] if number == 0 or not (out / JOURNAL).exists() else []
            run = _start(world, folder, reader, ["research", *first, "--resume", "--out", str(out), *arguments])
            if not last and _goes_on_for(run, chance.randint(*between), lambda: len(world.asked()) + len(_done(out / JOURNAL))):
                run.kill()  # the run alone: its processes must end by themselves, or this waits for ever
                run.communicate()
                found.kills += 1
            else:
                _, told = run.communicate()
                if run.returncode not in (0, 1):
                    found.wrong.append(f"exit status {run.returncode}: {told.decode()[-2000:]}")
            found.again += [url for one in world.asked()[asked:] if (url := f"http://{one.host}{one.path}") in cached]
            now = _done(out / JOURNAL)
            found.lost += [f"company {company}" for company in done - now]
            done = now
        requests = world.asked()
    found.requests, found.seconds = len(requests), time.monotonic() - began
    found.wrong += wrong_answers(sites, out)
    found.forbidden = forbidden_requests(sites, requests)
    found.crowded = crowded_hosts(sites, requests, PAUSE) if not kills else []  # a new process cannot know the last turn
    return found


def _goes_on_for(run: subprocess.Popen[bytes], steps: int, count: Callable[[], int]) -> bool:
    """Wait until `count` has grown by `steps`. False when the run is over before."""
    begun = count()
    while run.poll() is None:
        if count() >= begun + steps:
            return True
        time.sleep(0.02)
    return False


def _start(world: World, folder: Path, reader: str, arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.helper.world.cli", str(world.http), str(world.tls), reader, *arguments]
    environment = {**os.environ, "VISIONFIT_HOME": str(folder / "home"), "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    return subprocess.Popen([*command, "--allow-private", "--pause", str(PAUSE)], env=environment, cwd=folder,
                            stderr=subprocess.PIPE)  # fmt: skip


def _cached(path: Path) -> set[str]:
    """The addresses whose answers are kept. Read as any program may that comes after the kill."""
    if not path.exists():
        return set()
    with closing(sqlite3.connect(path)) as cache:
        try:
            return {url for (url,) in cache.execute("SELECT url FROM answers")}
        except sqlite3.OperationalError:  # killed before the table was made
            return set()


def _done(path: Path) -> set[int]:
    if not path.exists():
        return set()
    with closing(sqlite3.connect(path)) as journal:
        try:
            return {number for (number,) in journal.execute("SELECT number FROM companies WHERE state = 'done'")}
        except sqlite3.OperationalError:
            return set()


def main() -> int:
    parser = argparse.ArgumentParser(description="Run over a world of fictional sites, kill the run, resume it, judge it.")
    parser.add_argument("--sites", type=int, default=300)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--reader", choices=("real", "stub"), default="real")
    parser.add_argument("--between", type=int, nargs=2, default=(1, 150), metavar=("LEAST", "MOST"),
                        help="steps (answers, companies done) from a start to the next kill")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = trial(make(asked.sites), Path(folder), kills=asked.kills, between=tuple(asked.between),
                      reader=asked.reader, arguments=("--jobs", str(asked.jobs), "--quiet"), seed=asked.seed)  # fmt: skip
    told = {"companies": found.companies, "requests": found.requests, "kills": found.kills, "seconds": round(found.seconds),
            "wrong answers": found.wrong, "requests against robots.txt": [f"{a.host}{a.path}" for a in found.forbidden],
            "hosts asked too fast": found.crowded, "fetched although cached": found.again, "lost": found.lost}  # fmt: skip
    print(json.dumps(told, indent=1))
    return int(bool(found.wrong or found.forbidden or found.crowded or found.again or found.lost))


if __name__ == "__main__":
    sys.exit(main())
