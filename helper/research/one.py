"""The pages of one company, for `visionfit brief`: saved files, standard input, addresses, or a whole site."""
from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from helper import pages
from helper.clock import stamp
from helper.errors import WRONG_USE, Problem
from helper.fetch.client import Client, Manners
from helper.fetch.discovery.explore import PAGES, Render, explore
from helper.fetch.session import session
from helper.research.gather import told
from helper.research.inputs.site import is_address, starts_of
from nlp.contract import Notice, Page


@dataclass(frozen=True, slots=True)
class Fetching:
    most: int = PAGES
    refresh: bool = False
    allow_private: bool = False
    render: bool = False


@dataclass(slots=True)
class Loaded:
    """`times`: when each page was got or saved, in seconds since the epoch. `notices`: how they were chosen."""

    pages: list[Page] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    @property
    def read_at(self) -> str:
        """The newest page's time, so that the same files give the same brief."""
        return stamp(max(self.times))


def load(sources: Sequence[str], urls: Sequence[str], fetching: Fetching) -> Loaded:
    """`sources` are files, - for standard input, or addresses. `urls` are the files' own addresses, in order.

    One address alone stands for its site, which is looked through; several are fetched as they are.
    Raises Problem: no_page, too_large, and what fetching raises.
    """
    loaded = Loaded()
    if not any(_is_online(source) for source in sources):
        for number, source in enumerate(sources):
            _from_disk(source, urls[number] if number < len(urls) else None, loaded)
        return loaded
    manners = Manners(since=time.time(), refresh=fetching.refresh)
    with session(manners, allow_private=fetching.allow_private, with_browser=fetching.render) as online:
        for number, source in enumerate(sources):
            if _is_online(source):
                most = fetching.most if len(sources) == 1 else 1
                _from_site(online.client, starts_of(source), most, online.render, loaded)
            else:
                _from_disk(source, urls[number] if number < len(urls) else None, loaded)
    return loaded


def _from_site(client: Client, starts: Sequence[str], most: int, render: Render | None, loaded: Loaded) -> None:
    site = explore(client, starts, most=most, render=render)
    loaded.pages += [Page(url=page.url, html=page.html) for page in site.pages]
    loaded.times += [page.got_at for page in site.pages]
    loaded.notices += told(site)


def _from_disk(source: str, url: str | None, loaded: Loaded) -> None:
    if source == "-":
        loaded.pages.append(pages.from_stream(sys.stdin.buffer, url))
        loaded.times.append(time.time())
    else:
        loaded.pages.append(pages.load(Path(source), url))
        loaded.times.append(Path(source).stat().st_mtime)


def _is_online(source: str) -> bool:
    if source == "-" or ("://" not in source and Path(source).exists()):
        return False
    if "://" in source and not is_address(source):
        raise Problem("bad_address", f"{source[:200]!r} is no web address that can be read.",
                      "An address is https://acme.example/about, or acme.example.", exit_status=WRONG_USE)
    return is_address(source)
