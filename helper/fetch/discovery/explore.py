"""From an address to the pages worth reading: links first, then the sitemap, then the usual paths; N pages at most."""
from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from helper import pages
from helper.errors import Problem
from helper.fetch.cache import Cached
from helper.fetch.client import Client
from helper.fetch.discovery import sitemap
from helper.fetch.discovery.frontier import Candidate, Frontier
from helper.fetch.discovery.look import Look, look
from helper.fetch.discovery.verdict import of_answer, of_look
from helper.fetch.urls import normalised, origin_of, page_key, path_of

PAGES = 8
DEPTH = 2  # links of the home page, and links of those pages
COMPANY_SECONDS = 300.0
MOST_FAILURES = 6
ENOUGH = 6  # candidates with which no sitemap is asked for
USUAL: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("about", "mission"), ("/about", "/about-us", "/company")),
    (("values", "culture"), ("/values", "/culture")),
    (("careers",), ("/careers", "/jobs")),
)
# with these for the first page there is no use in trying another
FINAL = frozenset({"private_address", "bad_certificate", "parked_domain", "robots_forbidden", "asked_to_wait"})

Render = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Found:
    """A page worth reading. `why`: how it was found. `got_at`: seconds since the epoch."""

    url: str
    html: str
    topic: str
    why: str
    got_at: float


@dataclass(frozen=True, slots=True)
class Site:
    """`left_out`: pages that were tried and not taken, with the Problem's code and sentence."""

    pages: list[Found]
    left_out: list[tuple[str, Problem]] = field(default_factory=list)


def explore(client: Client, starts: Sequence[str], *, most: int = PAGES, render: Render | None = None) -> Site:
    """Read the site that `starts` (tried in order, until one answers) lead to.

    Raises Problem, where not even the first page can be had: its code is why. Raises Stopped.
    """
    return _Explorer(client, most, render).explore(starts)


class _Explorer:
    def __init__(self, client: Client, most: int, render: Render | None) -> None:
        self._client = client
        self._most = most
        self._render = render
        self._found: list[Found] = []
        self._left_out: list[tuple[str, Problem]] = []
        self._bodies: set[str] = set()
        self._ends_at = time.monotonic() + COMPANY_SECONDS

    def explore(self, starts: Sequence[str]) -> Site:
        page, seen = self._first(starts)
        self._frontier = Frontier(page.url)
        self._keep(page)
        self._frontier.add_links(seen, page.url, 1)
        if path_of(page.url) != "/":
            self._visit(Candidate(f"{origin_of(page.url)}/", "home", 0, "the home page", 0))
        if self._frontier.waiting() < min(ENOUGH, self._most):
            self._ask_sitemap(page.url)
        self._follow()
        self._try_usual_paths(page.url)
        return Site(self._found, self._left_out)

    def _first(self, starts: Sequence[str]) -> tuple[Found, Look]:
        failure = Problem("bad_address", "There is no address.")
        for number, start in enumerate(starts):
            try:
                return self._read(start, "home", "the address given")
            except Problem as problem:
                # what the first address says counts, unless the next one gets further than to no host at all
                if number == 0 or failure.code in ("no_such_host", "unreachable"):
                    failure = problem
                if problem.code in FINAL:
                    break
        raise failure

    def _follow(self) -> None:
        while len(self._found) < self._most and self._goes_on() and (candidate := self._frontier.next()):
            self._visit(candidate)

    def _goes_on(self) -> bool:
        """Whether time is left for one more page, and the site has not failed too often."""
        codes = [problem.code for _, problem in self._left_out]
        return ("asked_to_wait" not in codes and len(codes) < MOST_FAILURES
                and time.monotonic() + self._client.pause(self._frontier.home) < self._ends_at)

    def _visit(self, candidate: Candidate, *, quietly: bool = False) -> None:
        try:
            page, seen = self._read(candidate.url, candidate.topic, candidate.why)
            if page_key(page.url) != page_key(candidate.url) and not self._frontier.visited(page.url):
                return  # it led to a page that was read before
            if not self._frontier.is_own(page.url):
                raise Problem("leads_elsewhere", f"{candidate.url} leads to another site, {page.url}.")
        except Problem as problem:
            if not quietly:
                self._left_out.append((candidate.url, problem))
            return
        if self._keep(page) and not candidate.foreign and candidate.depth < DEPTH:
            self._frontier.add_links(seen, page.url, candidate.depth + 1)

    def _keep(self, page: Found) -> bool:
        """Take a page, unless the same stands under another address."""
        digest = sha256(page.html.encode("utf-8", "replace")).hexdigest()
        if digest in self._bodies:
            return False
        self._bodies.add(digest)
        self._found.append(page)
        self._frontier.visited(page.url)
        self._frontier.take(page.topic)
        return True

    def _read(self, url: str, topic: str, why: str) -> tuple[Found, Look]:
        """A page and the look of it; where it sends its reader on at once, that page."""
        got, html = self._fetch(url)
        seen = look(html, got.answer.url)
        if seen.refresh and seen.words < 50 and page_key(seen.refresh) != page_key(got.answer.url):
            got, html = self._fetch(seen.refresh)
            seen = look(html, got.answer.url)
        problem = of_look(url, got.answer.url, seen)
        if problem and problem.code in ("script_made", "empty_page") and self._render:
            html = self._render(got.answer.url)
            seen = look(html, got.answer.url)
            problem = of_look(url, got.answer.url, seen)
        if problem:
            raise problem
        return Found(got.answer.url, html, topic, why, got.checked_at), seen

    def _fetch(self, url: str) -> tuple[Cached, str]:
        got = self._client.get(url)
        if problem := of_answer(got.answer):
            raise problem
        _, _, declared = got.answer.headers.get("content-type", "").lower().partition("charset=")
        return got, pages.decode(got.answer.body, declared.strip(" \"';").partition(";")[0] or None)

    def _ask_sitemap(self, home: str) -> None:
        listed = [url for url in self._client.rules(home).sitemaps if self._readable(url)]
        roots = listed or [f"{origin_of(home)}/sitemap.xml"]
        for url in sitemap.addresses(roots, self._sitemap_file, self._goes_on):
            self._frontier.add_listed(url)

    def _readable(self, url: str) -> bool:
        try:
            return self._frontier.is_own(normalised(url))
        except Problem:
            return False

    def _sitemap_file(self, url: str, reason: str, max_bytes: int) -> bytes | None:
        try:
            if not self._frontier.is_own(url):
                return None
            answer = self._client.get(url, reason, max_bytes).answer
        except Problem:
            return None
        return answer.body if answer.status == 200 else None

    def _try_usual_paths(self, home: str) -> None:
        for topics, paths in USUAL:
            for path in paths:
                if self._frontier.has(*topics) or len(self._found) >= self._most or not self._goes_on():
                    break
                url = normalised(path, home)
                if self._frontier.visited(url):
                    self._visit(Candidate(url, topics[0], 0, "tried as a usual path", 1), quietly=True)
            self._follow()
