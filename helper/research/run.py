"""The run itself: companies are gathered by threads and read by an engine, both at once, with little held in between."""
from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Any

from helper.fetch.turns import Stopped
from helper.research.engine import Engine, WorkerDied
from helper.research.gather import Gather
from helper.research.inputs import Job
from helper.research.work import Material, Outcome

SITES_AT_ONCE = 16
FILES_AT_ONCE = 2


def run(
    jobs: Iterable[Material | tuple[int, Job]], gather: Gather, engine: Engine, *, threads: int = FILES_AT_ONCE,
    stop: threading.Event | None = None, on_gathered: Callable[[Material], None] = lambda _: None,
) -> Iterator[Outcome]:
    """The outcomes, as they come. `stop` is set when the run ends early, so that threads that wait do not.

    Raises Problem(models_failed), and what an engine raises for all companies alike.
    """
    waiting = iter(jobs)
    gathering: set[Future[Material | Outcome]] = set()
    ready: deque[Material] = deque()
    reading: dict[Future[Outcome], Material] = {}
    pool = ThreadPoolExecutor(threads)
    try:
        while True:
            while len(gathering) + len(ready) < threads and (entry := next(waiting, None)):
                if isinstance(entry, Material):
                    ready.append(entry)
                else:
                    gathering.add(pool.submit(gather, *entry))
            while ready and len(reading) < engine.slots:
                material = ready.popleft()
                reading[engine.submit(material)] = material
            if not gathering and not reading:
                return
            pending: set[Future[Any]] = {*gathering, *reading}
            done = wait(pending, return_when=FIRST_COMPLETED).done
            for gathered in done & gathering:
                gathering.remove(gathered)
                found = gathered.result()
                if isinstance(found, Outcome):
                    yield found
                else:
                    on_gathered(found)
                    ready.append(found)
            yield from _outcomes(done, reading, engine)
    except Stopped:
        return
    finally:
        if stop is not None:
            stop.set()
        pool.shutdown(cancel_futures=True)
        engine.close()


def _outcomes(
    done: set[Future[Any]], reading: dict[Future[Outcome], Material], engine: Engine
) -> Iterator[Outcome]:
    """What is read. Where a worker died, each company that was in its hands is read again, alone."""
    suspects: list[Material] = []
    for future in [future for future in reading if future in done]:
        try:
            outcome = future.result()
        except WorkerDied:
            suspects.append(reading.pop(future))
        else:
            del reading[future]
            yield outcome
    if suspects:
        wait(reading)
        suspects += [reading.pop(future) for future in list(reading) if isinstance(future.exception(), WorkerDied)]
        for material in suspects:
            yield engine.alone(material)
