"""Reading on several processes: each company once, whatever happens to another."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pytest

from helper.errors import Problem
from helper.fetch.turns import Stopped
from helper.report.comparison import Row
from helper.research.engine import Engine, InProcess, LocalProcesses, Read
from helper.research.inputs import Job
from helper.research.inputs.job import SavedPage
from helper.research.run import run
from helper.research.work import Material, Outcome
from tests.helper import readers


def job(slug: str) -> Job:
    return Job(slug, f"list.jsonl:{slug}", None, (SavedPage(Path("none.html")),))


def material(number: int, job: Job) -> Material | Outcome:
    """Gathering that fails at every company whose slug says so."""
    if job.slug.startswith("broken"):
        return Outcome(number, Row(slug=job.slug, company=job.slug, status="no_page"), None)
    return Material(number, job.slug, job.source, None, "", [], "2025-03-01T09:30:00Z", [])


def engine(processes: int, read: Read) -> Engine:
    return InProcess(None, read=read) if processes == 1 else LocalProcesses(processes, None, read=read)


def jobs(*slugs: str) -> Iterator[tuple[int, Job]]:
    return enumerate(map(job, slugs))


def codes(outcomes: list[Outcome]) -> dict[str, str]:
    assert sorted(o.number for o in outcomes) == list(range(len(outcomes)))
    return {o.row.slug: o.row.status for o in outcomes}


@pytest.mark.parametrize("processes", [1, 2])
def test_every_company_once(processes: int) -> None:
    slugs = [*(f"broken{n}" for n in range(9)), *(f"c{n}" for n in range(11)), "broken9"]
    outcomes = list(run(jobs(*slugs), material, engine(processes, readers.quick)))
    assert codes(outcomes) == {slug: "no_page" if slug.startswith("broken") else "ok" for slug in slugs}


def test_a_company_that_kills_its_process_fails_alone() -> None:
    slugs = ["c0", "deadly1", "c2", "c3", "c4", "c5", "deadly6", "c7", "c8"]
    outcomes = list(run(jobs(*slugs), material, engine(2, readers.deadly)))
    assert codes(outcomes) == {slug: "crashed" if slug.startswith("deadly") else "ok" for slug in slugs}


@pytest.mark.parametrize("processes", [1, 2])
def test_without_models_nothing_goes_on(processes: int) -> None:
    with pytest.raises(Problem) as raised:
        list(run(jobs("a", "b"), material, engine(processes, readers.without_models)))
    assert (raised.value.code, raised.value.hint, raised.value.status) == ("models_failed", "Install them.", 503)


def test_a_run_that_is_left_early_ends_its_processes() -> None:
    outcomes = run(jobs(*(f"c{n}" for n in range(1000))), material, engine(2, readers.quick))
    assert next(iter(outcomes)).row.status == "ok"
    outcomes.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


def test_little_is_held_between_gathering_and_reading() -> None:
    gathered, read, most = 0, 0, 0

    def count(number: int, job: Job) -> Material | Outcome:
        nonlocal gathered, most
        gathered += 1
        most = max(most, gathered - read)
        return material(number, job)

    for _ in run(jobs(*(f"c{n}" for n in range(200))), count, engine(1, readers.quick), threads=4):
        read += 1
    assert (gathered, read) == (200, 200)
    assert most <= 8  # what waits to be read, what is being read, and what was gathered meanwhile


def test_a_run_that_is_stopped_ends() -> None:
    def stopped(number: int, job: Job) -> Material | Outcome:
        raise Stopped

    assert list(run(jobs("a", "b"), stopped, engine(1, readers.quick))) == []
