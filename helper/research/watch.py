"""Companies looked at again: a saved one, or all of a research run."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from helper import briefing
from helper.clock import stamp
from helper.errors import WRONG_USE, Problem
from helper.fetch.discovery.explore import explore
from helper.fetch.session import Session
from helper.fetch.urls import normalised
from helper.report.changes import Changes, changes
from helper.research.conduct import Result, Wish, conduct
from helper.research.journal import recall
from helper.research.work import Outcome
from helper.store import Store
from nlp.contract import Brief, Page


def look_through(wish: Wish, tell: Callable[[str], None], found: Callable[[Changes], None]) -> Result:
    """Refresh the run in `wish.out`, and give `found` what each company says otherwise than in its last brief there.

    A company without one is read, and told. Raises Problem: no_run, and conduct's.
    """
    begun = recall(wish.out)
    if not begun:
        raise Problem("no_run", f"There is no run in {wish.out} to look at again.",
                      "Name the --out folder of `visionfit research`, or a saved company.", exit_status=WRONG_USE)
    by_the_reader = begun.get("core") != briefing.core_version()

    def compare(outcome: Outcome) -> None:
        assert outcome.brief is not None
        before = _last_brief(wish.out / f"{outcome.row.slug}.json")
        if before is None:
            tell(f"{outcome.row.slug}: read for the first time")
        else:
            found(changes(before, Brief.model_validate_json(outcome.brief), by_the_reader=by_the_reader))

    with_briefs = (*wish.formats, *(["json"] if "json" not in wish.formats else []))
    return conduct(replace(wish, refresh=True, formats=with_briefs), tell, keep=compare)


def _last_brief(file: Path) -> Brief | None:
    try:
        return Brief.model_validate_json(file.read_bytes())
    except (OSError, ValueError):
        return None


def look_again(store: Store, online: Session, domain: str, most: int) -> Changes:
    """Fetch a saved company's pages as they are now, save what they say, and tell what is otherwise than before.

    Raises Problem: no_company, no_address, and what fetching and reading raise; what was saved stays then.
    """
    saved = store.companies.brief(domain)
    if saved is None:
        raise briefing.no_company(domain)
    site = explore(online.client, _starts(saved.brief), most=most, render=online.render)
    pages = [Page(url=page.url, html=page.html) for page in site.pages]
    read_at = stamp(max(page.got_at for page in site.pages))
    now = briefing.make_and_save(store, pages, read_at=read_at)
    return changes(saved.brief, now, by_the_reader=saved.model != briefing.core_version())


def _starts(brief: Brief) -> list[str]:
    """The home page of the site where its pages were read, else the first of them."""
    for page in [*(p for p in brief.pages if p.kind == "home"), *brief.pages]:
        try:
            return [normalised(page.url)]
        except Problem:
            continue
    raise Problem("no_address", f"The pages of {brief.company.domain} were saved without a web address.",
                  "Read the company anew with `visionfit brief DOMAIN --save`.")
