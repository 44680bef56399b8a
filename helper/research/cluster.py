"""Reading on the workers of a Dask cluster that is there already. Fetching stays here, and so does politeness."""
from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import Any

from helper.errors import WRONG_USE, Problem
from helper.research.engine import Read, WorkerDied
from helper.research.read import failed, research_one
from helper.research.work import Material, Outcome
from nlp.contract import Profile

CONNECT_SECONDS = 15
QUEUE_PER_THREAD = 2
_one_at_a_time = threading.Lock()  # in a worker: a language pipeline is one thread's at a time


class DaskCluster:
    """Workers may come, go and die: the scheduler gives their companies to others."""

    def __init__(self, scheduler: str, profile: Profile | None, *, read: Read = research_one) -> None:
        try:
            from distributed import Client
        except ImportError as error:
            raise Problem("missing_extra", "The engine dask needs an extra part of Visionfit.",
                          "Install visionfit[cluster].", exit_status=WRONG_USE) from error
        try:
            self._client = Client(scheduler, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise Problem("no_cluster", f"There is no Dask scheduler at {scheduler}.",
                          "Start one with `dask scheduler`, and name its address with --scheduler.") from error
        self._read = read
        # sent once, not with every company
        self._profile = self._client.scatter(profile, broadcast=True) if profile else None
        self._check_workers()

    @property
    def slots(self) -> int:
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values())) * QUEUE_PER_THREAD

    def submit(self, material: Material) -> Future[Outcome]:
        told: Future[Outcome] = Future()
        self._client.submit(_on_worker, self._read, material, self._profile, pure=False).add_done_callback(
            lambda done: _pass_on(done, told))
        return told

    def alone(self, material: Material) -> Outcome:
        """The scheduler has tried it on several workers, and each of them died."""
        return failed(material, Problem("crashed", "The workers that read it died, perhaps for want of memory."))

    def close(self) -> None:
        self._client.close(timeout=CONNECT_SECONDS)

    def _check_workers(self) -> None:
        """Workers with another language core would give other answers."""
        from helper.briefing import core_version

        versions = self._client.run(_core_version, on_error="return")
        wrong = sorted(worker for worker, version in versions.items() if version != core_version())
        if wrong:
            self.close()
            raise Problem("cluster_mismatch", f"Not all workers have this version of Visionfit: {', '.join(wrong)}.",
                          "Install the same version everywhere.")


def _core_version() -> str:
    from helper.briefing import core_version

    return core_version()


def _on_worker(read: Read, material: Material, profile: Profile | None) -> Outcome:
    with _one_at_a_time:
        return read(material, profile)


def _pass_on(done: Any, told: Future[Outcome]) -> None:
    """From Dask's future to a standard one. A worker's death comes as KilledWorker, a lost scheduler as a cancellation."""
    from distributed import KilledWorker

    try:
        told.set_result(done.result(timeout=CONNECT_SECONDS))
    except KilledWorker:
        told.set_exception(WorkerDied())
    except Problem as problem:
        told.set_exception(problem)
    except BaseException as error:
        told.set_exception(Problem("cluster_lost", f"The Dask cluster was lost ({type(error).__name__}).",
                                   "Start it again and add --resume: what is done is kept."))
