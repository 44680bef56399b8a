"""Who reads: this process, several local ones, or (see cluster.py) the workers of a Dask cluster. All are used alike."""
from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait as wait_for
from typing import Protocol

from helper.errors import Problem
from helper.research.read import failed, research_one
from helper.research.work import Material, Outcome
from nlp.contract import Profile

Read = Callable[[Material, Profile | None], Outcome]
QUEUE_PER_PROCESS = 2  # enough to keep a process busy; a longer queue would hold more in memory
COMPANIES_PER_PROCESS = 5_000  # then new ones: the vocabulary of a language pipeline only grows


class WorkerDied(Exception):
    """The process that read a company died, or that of another company read beside it."""


class Engine(Protocol):
    """`slots`: how many companies to hand over at once."""

    @property
    def slots(self) -> int: ...

    def submit(self, material: Material) -> Future[Outcome]:
        """The outcome, later; or WorkerDied."""

    def alone(self, material: Material) -> Outcome:
        """Read a company beside which a worker died, so that it can harm no other."""

    def close(self) -> None: ...


class InProcess:
    """For one company, or one processor that is to be spared: no process is started."""

    slots = 1

    def __init__(self, profile: Profile | None, *, read: Read = research_one) -> None:
        self._read = read
        self._profile = profile

    def submit(self, material: Material) -> Future[Outcome]:
        future: Future[Outcome] = Future()
        try:
            future.set_result(self.alone(material))
        except Problem as problem:
            future.set_exception(problem)
        return future

    def alone(self, material: Material) -> Outcome:
        return self._read(material, self._profile)

    def close(self) -> None:
        pass


class LocalProcesses:
    """Processes of this machine. One that dies takes the pool with it; a new pool is made then."""

    def __init__(self, processes: int, profile: Profile | None, *, read: Read = research_one) -> None:
        self._processes = processes
        self._profile = profile
        self._read = read
        self._pool = _pool(processes)
        self._taken = 0

    @property
    def slots(self) -> int:
        return QUEUE_PER_PROCESS * self._processes

    def submit(self, material: Material) -> Future[Outcome]:
        if self._taken == COMPANIES_PER_PROCESS * self._processes:
            self._pool.shutdown(wait=False)  # the old processes end when they have done what they were given
            self._pool, self._taken = _pool(self._processes), 0
        self._taken += 1
        told: Future[Outcome] = Future()
        try:
            self._pool.submit(self._read, material, self._profile).add_done_callback(lambda f: _pass_on(f, told))
        except BrokenProcessPool:
            told.set_exception(WorkerDied())
        return told

    def alone(self, material: Material) -> Outcome:
        self._renew()
        try:
            with _pool(1) as pool:
                return pool.submit(self._read, material, self._profile).result()
        except BrokenProcessPool:
            return failed(material, Problem("crashed", "The reading process died, perhaps for want of memory."))

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)

    def _renew(self) -> None:
        self._pool.shutdown(cancel_futures=True)
        self._pool = _pool(self._processes)


def _pass_on(done: Future[Outcome], told: Future[Outcome]) -> None:
    if done.cancelled() or isinstance(error := done.exception(), BrokenProcessPool):
        told.set_exception(WorkerDied())
    elif error is not None:
        told.set_exception(error)
    else:
        told.set_result(done.result())


def _pool(processes: int) -> ProcessPoolExecutor:
    # spawn: a fork would copy threads and locks of the loaded models in the middle of their work
    return ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"), initializer=_start_process)


def _start_process() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    os.environ["OMP_NUM_THREADS"] = "1"  # the processes are the parallelism
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that is killed cannot tell its processes: they would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)
