"""How far a run is, for people (a bar) or for programs (a JSON line a company), always on stderr."""
from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from helper.research.work import Outcome

ROUGH = 3  # companies before a rate is told


class Progress(Protocol):
    def gathered(self, pages: int) -> None: ...
    def done(self, outcome: Outcome) -> None: ...


class Count:
    """What is done of `total`, and how fast."""

    def __init__(self, total: int, done: int) -> None:
        self.total, self.all_done, self.now_done, self.pages, self.failed = total, done, 0, 0, 0
        self._began = time.monotonic()

    def gathered(self, pages: int) -> None:
        self.pages += pages

    def done(self, outcome: Outcome) -> None:
        self.all_done += 1
        self.now_done += 1
        self.failed += outcome.brief is None

    @property
    def per_minute(self) -> float:
        return 60 * self.now_done / max(0.001, time.monotonic() - self._began)

    @property
    def seconds_left(self) -> float | None:
        if self.now_done < ROUGH:
            return None
        return 60 * (self.total - self.all_done) / self.per_minute


@contextmanager
def progress(total: int, done: int, *, as_json: bool, quiet: bool) -> Iterator[Progress]:
    """`done` of `total` were done before."""
    count = Count(total, done)
    if as_json:
        yield _Lines(count)
    elif quiet or not sys.stderr.isatty():
        yield count
    else:
        with _bar(count) as shown:
            yield shown


class _Lines:
    def __init__(self, count: Count) -> None:
        self._count = count

    def gathered(self, pages: int) -> None:
        self._count.gathered(pages)

    def done(self, outcome: Outcome) -> None:
        count = self._count
        count.done(outcome)
        left = count.seconds_left
        line = {"slug": outcome.row.slug, "status": outcome.row.status, "done": count.all_done, "total": count.total,
                "failed": count.failed, "pages": count.pages, "companies_per_minute": round(count.per_minute, 2),
                "seconds_left": round(left) if left is not None else None}
        print(json.dumps(line), file=sys.stderr, flush=True)


@contextmanager
def _bar(count: Count) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    told = TextColumn("{task.fields[told]}", markup=False)
    with Bar(BarColumn(), MofNCompleteColumn(), told, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=count.total, completed=count.all_done, told="starting")

        class Shown:
            def gathered(self, pages: int) -> None:
                count.gathered(pages)
                bar.update(task, told=_told(count))

            def done(self, outcome: Outcome) -> None:
                count.done(outcome)
                bar.update(task, completed=count.all_done, told=f"{_told(count)}, {outcome.row.slug}")

        yield Shown()


def _told(count: Count) -> str:
    left = count.seconds_left
    parts = [f"{count.per_minute:.0f} a minute" if count.now_done >= ROUGH else "reading"]
    if left is not None:
        parts.append(f"{left / 60:.0f} minutes left" if left > 90 else f"{left:.0f} s left")
    if count.pages:
        parts.append(f"{count.pages} pages fetched")
    if count.failed:
        parts.append(f"{count.failed} failed")
    return ", ".join(parts)
