"""A million companies from a public crawl archive, simulated from measured costs.

Each company is read in a time drawn from the measured ones, after its records were fetched from the archive's object
store; machines are lent and may be taken back, and what they were reading is read again. Everything that was not
measured is an assumption, and stands in `Assumptions`.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Assumptions:
    companies: int = 1_000_000
    cores: int = 256
    records: int = 5  # pages of a company
    kilobytes: float = 25.0  # of a packed record
    range_request_seconds: float = 0.15  # one record from the object store, within its region
    requests_at_once: int = 16  # for each core: fetching waits, reading computes
    taken_back_hours: float = 24.0  # how long a lent core lasts, on average
    start_seconds: float = 20.0  # for a process to load the models
    dollars_per_core_hour: float = 0.02
    dollars_per_million_requests: float = 0.40
    slower: float = 1.0  # than the core it was measured on


@dataclass(frozen=True)
class Simulated:
    hours: float
    core_hours: float
    repeated: int
    gigabytes_in: float
    dollars: float


def simulate(seconds: Sequence[float], given: Assumptions, seed: int = 1) -> Simulated:
    """`seconds`: measured reading times of single companies on one core."""
    chance = random.Random(seed)
    fetching = given.records * given.range_request_seconds / given.requests_at_once
    free = [(given.start_seconds, core) for core in range(given.cores)]
    heapq.heapify(free)
    gone = [chance.expovariate(1 / (given.taken_back_hours * 3600)) for _ in range(given.cores)]
    done = repeated = 0
    last = 0.0
    while done < given.companies:
        now, core = heapq.heappop(free)
        # fetching for the next company goes on beside reading: a core waits for it only where it is the slower of the two
        then = now + max(chance.choice(seconds) * given.slower, fetching)
        if then > gone[core]:
            repeated += 1
            again = gone[core] + given.start_seconds
            gone[core] = again + chance.expovariate(1 / (given.taken_back_hours * 3600))
            heapq.heappush(free, (again, core))
            continue
        done, last = done + 1, max(last, then)
        heapq.heappush(free, (then, core))
    core_hours = last / 3600 * given.cores
    requests = given.companies * given.records
    dollars = core_hours * given.dollars_per_core_hour + requests / 1e6 * given.dollars_per_million_requests
    return Simulated(last / 3600, core_hours, repeated, requests * given.kilobytes / 1e6, dollars)
