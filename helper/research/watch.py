"""A saved company looked at again."""
from __future__ import annotations

from helper import briefing
from helper.clock import stamp
from helper.errors import Problem
from helper.fetch.discovery.explore import explore
from helper.fetch.session import Session
from helper.fetch.urls import normalised
from helper.report.changes import Changes, changes
from helper.store import Store
from nlp.contract import Brief, Page


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
