"""Throughput, scaling from one process to more, and memory, each of real runs of `visionfit research`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread

import psutil

from scripts.scaling.companies import write

ROOT = Path(__file__).resolve().parents[2]
PROFILE = ROOT / "helper" / "data" / "demo" / "profile.json"
SAMPLE_SECONDS = 1.0


@dataclass
class Measured:
    """`seconds`: from the first company done to the last, so that loading the models does not count. `cpu_seconds`: of
    each company after the first, all processes together; unlike `seconds` it hardly depends on what else the machine
    does. `own_cpu_seconds`: of the run's own process, all in all. `megabytes`: of all processes (proportional set size),
    after each share of the companies."""

    companies: int
    jobs: int
    seconds: float
    load: float
    cpu_seconds: list[float] = field(default_factory=list)
    own_cpu_seconds: float = 0.0
    megabytes: dict[str, float] = field(default_factory=dict)

    @property
    def per_second(self) -> float:
        return (self.companies - 1) / self.seconds


def throughput(companies: int, jobs: Sequence[int], sentences: int) -> list[Measured]:
    """The same companies read with each number of processes."""
    with tempfile.TemporaryDirectory() as folder:
        listed = write(Path(folder), companies, sentences=sentences)
        return [_run(listed, companies, number, [sys.executable, "-m", "helper"]) for number in jobs]


def memory(companies: int, jobs: int, sentences: int, *, stub: bool) -> Measured:
    """Memory over a long run of small companies; with `stub`, of the run alone, without reading."""
    command = [sys.executable, "-m", "tests.helper.world.cli", "0", "0", "stub"] if stub else [sys.executable, "-m", "helper"]
    with tempfile.TemporaryDirectory() as folder:
        listed = write(Path(folder), companies, sentences=sentences, pages=1)
        return _run(listed, companies, jobs, command)


def _run(listed: Path, companies: int, jobs: int, command: Sequence[str]) -> Measured:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "VISIONFIT_HOME": str(listed.parent / f"home{jobs}")}
    arguments = ["research", str(listed), "--profile", str(PROFILE), "--jobs", str(jobs), "--json-progress",
                 "--out", str(listed.parent / f"out{jobs}"), "--format", "json,csv"]  # fmt: skip
    load = os.getloadavg()[0]
    process = subprocess.Popen([*command, *arguments], env=environment, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    samples: list[tuple[int, float]] = []
    done, ended = [0], Event()
    watcher = Thread(target=_watch, args=(process.pid, done, samples, ended))
    watcher.start()
    moments, cpu, own = [], [], []
    for line in process.stderr:
        if line.startswith("{") and "done" in (told := json.loads(line)):
            done[0] = told["done"]
            moments.append(time.monotonic())
            run = psutil.Process(process.pid)
            own.append(_cpu(run))
            cpu.append(own[-1] + sum(_cpu(child) for child in run.children(recursive=True)))
    process.wait()
    ended.set()
    watcher.join()
    if len(moments) != companies:
        raise SystemExit(f"{len(moments)} of {companies} companies were done")
    gaps = [after - before for before, after in pairwise(cpu)]
    return Measured(companies, jobs, moments[-1] - moments[0], load, gaps, own[-1] - own[0], _by_share(samples, companies))


def _cpu(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
    except psutil.Error:
        return 0.0
    return float(times.user + times.system)


def _watch(pid: int, done: list[int], samples: list[tuple[int, float]], ended: Event) -> None:
    while not ended.wait(SAMPLE_SECONDS):
        try:
            run = psutil.Process(pid)
            whole = sum(process.memory_full_info().pss for process in [run, *run.children(recursive=True)])
        except psutil.Error:
            continue
        samples.append((done[0], whole / 1e6))


def _by_share(samples: list[tuple[int, float]], companies: int) -> dict[str, float]:
    """The largest sample in each tenth of the run."""
    tenths: dict[str, float] = {}
    for done, megabytes in samples:
        name = f"{min(9, done * 10 // companies) * 10}%"
        tenths[name] = max(tenths.get(name, 0.0), round(megabytes, 1))
    return tenths
