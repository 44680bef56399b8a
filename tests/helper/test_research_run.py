"""Reading on several processes: each company once, whatever happens to another."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from helper.errors import Problem
from helper.research.plan import Job, Refused
from helper.research.run import Outcome, run
from tests.helper import readers


def job(slug: str) -> Job:
    return Job(slug, f"list.jsonl:{slug}", None, ((Path("none.html"), None),))


REFUSED = Refused("line-3", "list.jsonl:3", Problem("bad_line", "The line is no valid JSON."))


def codes(outcomes: list[Outcome]) -> dict[str, str]:
    assert sorted(o.number for o in outcomes) == list(range(len(outcomes)))
    return {o.row.slug: o.row.status for o in outcomes}


@pytest.mark.parametrize("processes", [1, 2])
def test_every_company_once(processes: int) -> None:
    work = [REFUSED] * 9 + [job(f"c{n}") for n in range(11)] + [REFUSED]
    outcomes = list(run(work, None, processes, readers.quick))
    assert len(outcomes) == 21
    assert codes(outcomes) == {"line-3": "bad_line", **{f"c{n}": "ok" for n in range(11)}}


def test_a_company_that_kills_its_process_fails_alone() -> None:
    slugs = ["c0", "deadly1", "c2", "c3", "c4", "c5", "deadly6", "c7", "c8"]
    outcomes = list(run(map(job, slugs), None, 2, readers.deadly))
    assert codes(outcomes) == {slug: "crashed" if slug.startswith("deadly") else "ok" for slug in slugs}


@pytest.mark.parametrize("processes", [1, 2])
def test_without_models_nothing_goes_on(processes: int) -> None:
    with pytest.raises(Problem) as raised:
        list(run([job("a"), job("b")], None, processes, readers.without_models))
    assert (raised.value.code, raised.value.hint, raised.value.status) == ("models_failed", "Install them.", 503)


def test_a_run_that_is_left_early_ends_its_processes() -> None:
    outcomes = run((job(f"c{n}") for n in range(1000)), None, 2, readers.quick)
    assert next(outcomes).row.status == "ok"
    outcomes.close()
    assert not multiprocessing.active_children()
