"""robots.txt: what a site lets programs read, and how fast (RFC 9309; Crawl-delay as Protego has it)."""
from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from helper.errors import Problem
from helper.fetch.transport import PRODUCT, Answer
from helper.fetch.urls import origin_of

MAX_BYTES = 1_000_000  # the RFC asks for half of it at least
MOST_KEPT = 2_000


@dataclass(frozen=True, slots=True)
class Rules:
    """What one robots.txt says. `status`: of the answer it came with."""

    status: int
    parsed: Protego | None

    def allows(self, url: str) -> bool:
        return self.parsed is None or bool(self.parsed.can_fetch(url, PRODUCT))

    @property
    def delay(self) -> float:
        """Seconds between two requests that the site asks for; 0 when it doesn't."""
        if self.parsed is None:
            return 0.0
        rate = self.parsed.request_rate(PRODUCT)
        return max(float(self.parsed.crawl_delay(PRODUCT) or 0), rate.seconds / rate.requests if rate else 0.0)

    @property
    def sitemaps(self) -> list[str]:
        return list(self.parsed.sitemaps) if self.parsed else []


class Robots:
    """The rules of each origin, asked for once. `get` fetches an address, redirects followed, without asking here."""

    def __init__(self, get: Callable[[str, int], Answer]) -> None:
        self._get = get
        self._guard = threading.Lock()
        self._known: OrderedDict[str, Rules | Problem] = OrderedDict()
        self._locks: dict[str, threading.Lock] = {}

    def rules(self, url: str) -> Rules:
        """The rules for `url`. Raises Problem: robots_unavailable, and what fetching raises."""
        origin = origin_of(url)
        with self._guard:
            lock = self._locks.setdefault(origin, threading.Lock())
        with lock:
            found = self._known.get(origin)
            if found is None:
                found = self._ask(origin)
                with self._guard:
                    self._known[origin] = found
                    while len(self._known) > MOST_KEPT:
                        self._locks.pop(self._known.popitem(last=False)[0], None)
        if isinstance(found, Problem):
            raise found
        return found

    def _ask(self, origin: str) -> Rules | Problem:
        try:
            answer = self._get(f"{origin}/robots.txt", MAX_BYTES)
        except Problem as problem:
            if problem.code in ("redirect_loop", "bad_redirect"):  # as good as none (section 2.3.1.2)
                return Rules(404, None)
            return _unavailable(origin, "too large") if problem.code == "too_large" else problem
        if answer.status >= 500 or answer.status == 429:
            return _unavailable(origin, f"status {answer.status}")  # all is forbidden then (section 2.3.1.4)
        if answer.status >= 300:
            return Rules(answer.status, None)
        return Rules(answer.status, Protego.parse(answer.body.decode("utf-8-sig", "replace")))


def _unavailable(origin: str, why: str) -> Problem:
    return Problem("robots_unavailable", f"{origin}/robots.txt cannot be read ({why}), so nothing else is.",
                   "Try again later.")
