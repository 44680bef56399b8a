"""One run from its journal to its files: the order of steps that `visionfit research` goes through."""
from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from helper.briefing import core_version
from helper.errors import WRONG_USE, Problem
from helper.fetch.client import Manners
from helper.fetch.session import session
from helper.research import inputs
from helper.research.cluster import DaskCluster
from helper.research.engine import Engine, InProcess, LocalProcesses
from helper.research.gather import gatherer
from helper.research.journal import FILE, RunJournal
from helper.research.output import Output
from helper.research.progress import progress
from helper.research.readings import Readings, Recalling
from helper.research.run import FILES_AT_ONCE, SITES_AT_ONCE, run
from helper.research.work import Material, Outcome
from helper.settings import data_folder
from nlp.contract import Profile


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asked for. `scheduler`: read on that Dask cluster, else on `jobs` local processes."""

    inputs: tuple[str, ...]
    out: Path
    formats: tuple[str, ...]
    profile: Profile | None
    jobs: int = 1
    pages: int = 8
    pause: float = 1.0
    scheduler: str | None = None
    resume: bool = False
    retry: bool = False
    refresh: bool = False
    allow_private: bool = False
    render: bool = False
    quiet: bool = False
    json_progress: bool = False
    profile_file: Path | None = None

    @property
    def options(self) -> dict[str, object]:
        """What a run that is gone on with keeps to, unless it is told otherwise."""
        return {
            "formats": self.formats, "pages": self.pages, "pause": self.pause, "render": self.render,
            "allow_private": self.allow_private, "core": core_version(),
            "profile_file": str(self.profile_file.absolute()) if self.profile_file else None,
        }


@dataclass(frozen=True, slots=True)
class Result:
    total: int
    failed: int
    not_done: int


def conduct(
    wish: Wish, tell: Callable[[str], None], *, keep: Callable[[Outcome], None] | None = None
) -> Result:
    """Do what is left to do of a run, new or old. Ended early (KeyboardInterrupt), it leaves what is done, and says so.

    `tell` gets sentences for the user; `keep` each outcome, before its brief is written. Raises Problem.
    """
    if wish.inputs:
        inputs.check(wish.inputs)
    elif not (wish.out / FILE).exists():
        raise Problem("no_run", f"There is no run in {wish.out} to go on with.", "Name companies to research.",
                      exit_status=WRONG_USE)
    output = Output(wish.out, wish.formats)
    journal = RunJournal(wish.out)
    try:
        _prepare(journal, wish, tell)
        try:
            _work(journal, output, wish, keep)
        except KeyboardInterrupt:
            tell(f"Stopped. `visionfit research --resume --out {wish.out}` goes on.")
        finally:
            output.finish(lambda ranked: journal.rows(ranked=ranked))
        for row in journal.failed_rows():
            tell(f"{row.slug}: {'; '.join(row.notices)} [{row.status}]")
        not_done = journal.count() - journal.count("done")
        return Result(journal.count(), journal.failures(), not_done)
    finally:
        journal.close()


def _prepare(journal: RunJournal, wish: Wish, tell: Callable[[str], None]) -> None:
    """Bring the journal to where this run begins."""
    fingerprint = _fingerprint(wish)
    named = [_absolute(source) for source in wish.inputs]
    known = journal.fact("inputs")
    goes_on = wish.resume or wish.retry or wish.refresh
    if not goes_on or known is None:
        if journal.exists and journal.count() > journal.count("done"):
            tell("The unfinished run in this folder is given up. (--resume would have gone on with it.)")
        journal.start(named, fingerprint, wish.options)
        known = named
    elif named and named != known:
        raise Problem("other_run", f"The run in {wish.out} was begun with other inputs.",
                      "Name none to go on with it, or another folder with --out.", exit_status=WRONG_USE)
    if not journal.exists:
        journal.plan(inputs.plan(known, wish.pages))
    elif wish.refresh:
        journal.note(started_at=time.time(), refresh=True, fingerprint=fingerprint, options=wish.options)
        journal.again()
    elif journal.fact("fingerprint") != fingerprint:
        tell("The profile, the number of pages or Visionfit itself is not what the run began with: all are done again. "
             "A company whose pages are the same is matched anew and not read again.")
        journal.note(fingerprint=fingerprint)
        journal.again()
    elif wish.retry:
        journal.note(started_at=time.time())
        journal.again(failed_only=True)


def _work(
    journal: RunJournal, output: Output, wish: Wish, keep: Callable[[Outcome], None] | None
) -> None:
    total, done = journal.count(), journal.count("done")
    if done == total:
        return
    manners = Manners(wish.pause, since=journal.fact("started_at"), refresh=bool(journal.fact("refresh")))
    with ExitStack() as stack:
        online = journal.has_sites()
        opened = stack.enter_context(
            session(manners, allow_private=wish.allow_private, with_browser=wish.render)) if online else None
        shown = stack.enter_context(progress(total, done, as_json=wish.json_progress, quiet=wish.quiet))
        gather = gatherer(opened.client if opened else None, most=wish.pages, render=opened.render if opened else None)

        def gathered(material: Material) -> None:
            if material.fetched:
                journal.gathered(material)
                shown.gathered(len(material.pages))

        readings = stack.enter_context(closing(Readings(data_folder())))
        engine = _engine(wish, min(wish.jobs, total - done))
        outcomes = run(
            journal.to_do(), gather, Recalling(engine, readings), threads=SITES_AT_ONCE if online else FILES_AT_ONCE,
            stop=opened.stop if opened else None,
            on_gathered=gathered,
        )
        for outcome in outcomes:
            if outcome.reading is not None:
                readings.put(outcome.pages_sha256, outcome.reading)
            if keep and outcome.brief:
                keep(outcome)
            output.add(outcome)
            journal.done(outcome)
            shown.done(outcome)


def _engine(wish: Wish, processes: int) -> Engine:
    if wish.scheduler is not None:
        return DaskCluster(wish.scheduler, wish.profile)
    if processes <= 1:
        return InProcess(wish.profile)
    return LocalProcesses(processes, wish.profile)


def _fingerprint(wish: Wish) -> str:
    """What the results depend on besides the pages."""
    profile = wish.profile.model_dump(mode="json", by_alias=True) if wish.profile else None
    return hashlib.sha256(json.dumps([profile, core_version(), wish.pages, wish.render]).encode()).hexdigest()


def _absolute(source: str) -> str:
    """An input as it is named from any folder."""
    path = Path(source)
    return str(path.absolute()) if "://" not in source and path.exists() else source
