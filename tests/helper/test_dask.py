"""Reading on a real Dask cluster on loopback: a scheduler and two workers, one of which is killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from helper.errors import Problem
from helper.research.cluster import DaskCluster
from helper.research.engine import Read
from helper.research.run import run
from tests.helper import readers
from tests.helper.test_research_run import job, material

ROOT = Path(__file__).resolve().parents[2]
MODULE = "distributed.cli.dask_{}"


@dataclass
class Cluster:
    address: str
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)


def start(program: str, folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "5s"}
    command = [sys.executable, "-m", MODULE.format(program), "--host", "127.0.0.1", "--no-dashboard", *arguments]
    with (folder / f"{program}.log").open("ab") as log:
        return subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=log)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("cluster")
    told = folder / "scheduler.json"
    scheduler = start("scheduler", folder, "--port", "0", "--scheduler-file", str(told))
    made = None
    try:
        wait_until(lambda: told.exists() and bool(told.read_text()))
        made = Cluster(json.loads(told.read_text())["address"])
        made.workers = [start("worker", folder, made.address, "--nthreads", "1", "--no-nanny", "--death-timeout", "60") for _ in range(2)]
        yield made
    finally:
        for process in [*(made.workers if made else []), scheduler]:
            process.kill()
            process.wait()


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def connected(cluster: Cluster, workers: int, read: Read = readers.unhurried) -> DaskCluster:
    engine = DaskCluster(cluster.address, None, read=read)
    wait_until(lambda: engine.slots == workers * 2)
    return engine


def test_the_same_files_as_on_one_machine(cluster: Cluster, sites: Path, tmp_path: Path) -> None:
    connected(cluster, 2).close()
    base = [sys.executable, "-m", "helper", "research", str(sites / "companies.jsonl"), "--quiet", "--out"]
    profile = ["--profile", str(ROOT / "helper" / "data" / "demo" / "profile.json")]
    subprocess.run([*base, tmp_path / "far", *profile, "--engine", "dask", "--scheduler", cluster.address], check=True, cwd=ROOT)
    subprocess.run([*base, tmp_path / "near", *profile, "--jobs", "1"], check=True, cwd=ROOT)
    names = sorted(path.name for path in (tmp_path / "near").iterdir() if not path.name.startswith("."))
    assert "companies.csv" in names
    for name in names:
        assert (tmp_path / "far" / name).read_bytes() == (tmp_path / "near" / name).read_bytes(), name


def test_a_worker_that_is_killed_loses_nothing(cluster: Cluster) -> None:
    engine = connected(cluster, 2)
    pids = {worker.pid for worker in cluster.workers}
    seen: dict[int, str] = {}
    for outcome in run(enumerate(job(f"c{n}") for n in range(24)), material, engine):
        assert outcome.number not in seen
        seen[outcome.number] = outcome.row.company
        if len(seen) == 6:
            cluster.workers[0].kill()
    assert sorted(seen) == list(range(24))
    assert {int(pid) for pid in seen.values()} <= pids
    assert len({pid for number, pid in seen.items() if number >= 20}) == 1  # the one that is left


def test_models_that_are_not_there_end_the_run(cluster: Cluster) -> None:
    with pytest.raises(Problem) as raised:
        list(run(enumerate([job("a")]), material, connected(cluster, 1, readers.without_models)))
    assert (raised.value.code, raised.value.hint) == ("models_failed", "Install them.")


def test_no_scheduler_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from helper.research import cluster as module

    monkeypatch.setattr(module, "CONNECT_SECONDS", 1)
    with pytest.raises(Problem) as raised:
        DaskCluster("tcp://127.0.0.1:1", None)
    assert raised.value.code == "no_cluster"
