"""Read companies on several processes. A company that fails, or kills its process, does not stop the others."""
from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from helper.errors import Problem
from helper.report.comparison import Row, failed_row, row_of
from helper.research.plan import Job, Refused
from nlp.contract import Profile

Read = Callable[[int, Job, Profile | None], "Outcome"]
QUEUE_PER_PROCESS = 2  # enough to keep a process busy; a longer queue would hold more in memory


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one company. `brief` is its JSON; None where it failed."""

    number: int  # its place among the inputs
    row: Row
    brief: str | None


def research_one(number: int, job: Job, profile: Profile | None) -> Outcome:
    """Read one company. Any error becomes its row, but for models that are not there: nothing would go right then."""
    from helper import briefing, pages
    from helper.clock import stamp

    try:
        loaded = [pages.load(path, url) for path, url in job.pages]
        # a saved page was read when it was saved; so the same files give the same brief
        read_at = stamp(max(path.stat().st_mtime for path, _ in job.pages))
        brief = briefing.make_brief(loaded, profile, read_at=read_at, company=job.company)
        return Outcome(number, row_of(job.slug, brief, profile), brief.to_json())
    except Problem as problem:
        if problem.code == "models_failed":
            raise
        return _failed(number, job, problem)
    except Exception as error:
        if os.environ.get("VISIONFIT_DEBUG"):
            raise
        return _failed(number, job, Problem("internal", f"{type(error).__name__}: {error}."))


def run(
    work: Iterable[Job | Refused], profile: Profile | None, processes: int, read: Read = research_one
) -> Generator[Outcome]:
    """The outcomes, as they come. Raises Problem(models_failed)."""
    if processes == 1:
        for number, item in enumerate(work):
            yield _refused(number, item) if isinstance(item, Refused) else read(number, item, profile)
        return
    numbered = iter(enumerate(work))
    undone = yield from _run_pool(numbered, profile, processes, read)
    while undone:
        # a company in work has killed its process, and with it the pool: each of them again, alone
        for number, job in undone:
            yield _alone(number, job, profile, read)
        undone = yield from _run_pool(numbered, profile, processes, read)


def _run_pool(
    numbered: Iterator[tuple[int, Job | Refused]], profile: Profile | None, processes: int, read: Read
) -> Generator[Outcome, None, list[tuple[int, Job]]]:
    """Work through `numbered` until its end or a crash; returns the jobs that a crash left undone."""
    waiting: dict[Future[Outcome], tuple[int, Job]] = {}
    with _pool(processes) as pool:
        try:
            while True:
                while len(waiting) < QUEUE_PER_PROCESS * processes and (entry := next(numbered, None)):
                    number, item = entry
                    if isinstance(item, Refused):
                        yield _refused(number, item)
                    else:
                        waiting[_submit(pool, read, number, item, profile)] = (number, item)
                if not waiting:
                    return []
                for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                    outcome = future.result()
                    del waiting[future]
                    yield outcome
        except BrokenProcessPool:
            return list(waiting.values())
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _submit(
    pool: ProcessPoolExecutor, read: Read, number: int, job: Job, profile: Profile | None
) -> Future[Outcome]:
    """`pool.submit`, but a pool that is already broken says so through the future, so that the job is not lost."""
    try:
        return pool.submit(read, number, job, profile)
    except BrokenProcessPool as error:
        future: Future[Outcome] = Future()
        future.set_exception(error)
        return future


def _alone(number: int, job: Job, profile: Profile | None, read: Read) -> Outcome:
    try:
        with _pool(1) as pool:
            return pool.submit(read, number, job, profile).result()
    except BrokenProcessPool:
        return _failed(number, job, Problem("crashed", "The reading process died, perhaps for want of memory."))


def _pool(processes: int) -> ProcessPoolExecutor:
    # spawn: a fork would copy threads and locks of the loaded models in the middle of their work
    return ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"), initializer=_start_process)


def _start_process() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    os.environ["OMP_NUM_THREADS"] = "1"  # the processes are the parallelism


def _failed(number: int, job: Job, problem: Problem) -> Outcome:
    row = failed_row(job.slug, job.company or job.slug, job.source, problem, job.pages[0][1] or "")
    return Outcome(number, row, None)


def _refused(number: int, refused: Refused) -> Outcome:
    return Outcome(number, failed_row(refused.slug, refused.slug, refused.source, refused.problem), None)
