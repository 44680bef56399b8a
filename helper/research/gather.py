"""A company's pages brought together: from its site, from saved files, from a web archive."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from helper import pages
from helper.clock import stamp
from helper.errors import Problem
from helper.fetch.client import Client
from helper.fetch.discovery.explore import Render, Site, explore
from helper.fetch.urls import normalised, site_of
from helper.report.comparison import failed_row
from helper.research.inputs.archive import read_record
from helper.research.inputs.job import Job, SavedPage
from helper.research.work import Material, Outcome
from nlp.contract import Notice, Page

Gather = Callable[[int, Job], "Material | Outcome"]


def gatherer(client: Client | None, *, most: int, render: Render | None = None) -> Gather:
    """A function for `run`; `client` is needed for companies that are named by their address."""
    return partial(_gather, client=client, most=most, render=render)


def _gather(number: int, job: Job, *, client: Client | None, most: int, render: Render | None) -> Material | Outcome:
    """Never raises a Problem: it becomes the company's outcome. Raises Stopped."""
    try:
        if job.starts:
            assert client is not None
            return material_of(number, job, explore(client, job.starts, most=most, render=render))
        loaded = [_load(page) for page in job.pages]
        # a saved page was read when it was saved; so the same files give the same brief
        read_at = max(page.at or stamp(page.file.stat().st_mtime) for page in job.pages)
    except Problem as problem:
        row = failed_row(job.slug, job.company or _named(job), job.source, problem, job.url)
        return Outcome(number, row, None)
    return Material(number, job.slug, job.source, job.company, job.url, loaded, read_at, [])


def material_of(number: int, job: Job, site: Site) -> Material:
    """What was found on a site, with the story of how."""
    return Material(
        number, job.slug, job.source, job.company, site.pages[0].url,
        [Page(url=page.url, html=page.html) for page in site.pages], stamp(max(page.got_at for page in site.pages)),
        told(site), fetched=True,
    )


def told(site: Site) -> list[Notice]:
    """Which pages were chosen and why, and what was left out and why."""
    chosen = "; ".join(f"{page.url} ({page.why})" for page in site.pages)
    return [
        Notice(code="pages_chosen", text=f"Pages chosen: {chosen}."),
        *(Notice(code=problem.code, text=problem.message) for _, problem in _first_of_each(site.left_out)),
    ]


def _first_of_each(left_out: Sequence[tuple[str, Problem]]) -> list[tuple[str, Problem]]:
    seen: set[str] = set()
    return [(url, p) for url, p in left_out if not (p.message in seen or seen.add(p.message))]  # type: ignore[func-returns-value]


def _load(page: SavedPage) -> Page:
    if page.offset is None:
        return pages.load(page.file, page.url)
    data, declared = read_record(page.file, page.offset, pages.MAX_BYTES)
    return Page(url=page.url or "", html=pages.decode(data, declared))


def _named(job: Job) -> str:
    """What to call a company that has not been read."""
    try:
        return site_of(normalised(job.url)) if job.starts else job.slug
    except Problem:
        return job.slug
