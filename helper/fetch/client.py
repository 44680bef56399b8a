"""Fetching an address politely: cache, robots.txt, turns, redirects, and a record of every request."""
from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from helper.errors import Problem
from helper.fetch.cache import Cache, Cached
from helper.fetch.freshness import retry_after
from helper.fetch.robots import Robots, Rules
from helper.fetch.transport import MAX_BYTES, Transport
from helper.fetch.turns import Turns
from helper.fetch.urls import host_of, normalised

MOST_REDIRECTS = 6
MOST_TRIES = 3
LONGEST_WAIT = 60.0  # a server may ask for more; then it is left alone
WAIT_UNTOLD = 5.0

Record = Callable[[Literal["fetched", "refused"], str, str, int], None]


@dataclass(frozen=True, slots=True)
class Manners:
    """How a run behaves. `since`: what was fetched from then on counts as just fetched (seconds since the epoch)."""

    pause: float = 1.0
    since: float = 0.0
    refresh: bool = False


class Client:
    """Safe to share between threads."""

    def __init__(self, transport: Transport, cache: Cache, turns: Turns, record: Record, manners: Manners) -> None:
        self._transport = transport
        self._cache = cache
        self._turns = turns
        self._record = record
        self._manners = manners
        self._robots = Robots(lambda url, most: self._follow(url, "robots.txt", most, obey=False).answer)

    def get(self, url: str, reason: str = "page", max_bytes: int = MAX_BYTES) -> Cached:
        """The answer at `url`, or where it leads to, whatever its status; and when it was got.

        Raises Problem: robots_forbidden, robots_unavailable, redirect_loop, bad_redirect, bad_address, asked_to_wait,
        and Transport.get's. Raises Stopped.
        """
        return self._follow(url, reason, max_bytes, obey=True)

    def rules(self, url: str) -> Rules:
        """What the robots.txt for `url` says. Raises Problem as `get`."""
        return self._robots.rules(url)

    def pause(self, url: str) -> float:
        """Seconds between two requests to the host of `url`."""
        return max(self._manners.pause, self._robots.rules(url).delay)

    def _follow(self, url: str, reason: str, max_bytes: int, *, obey: bool) -> Cached:
        at, seen = normalised(url), set[str]()
        while at not in seen and len(seen) < MOST_REDIRECTS:
            seen.add(at)
            pause = self._manners.pause
            if obey:
                rules = self._robots.rules(at)
                if not rules.allows(at):
                    self._record("refused", at, "robots_forbidden", 0)
                    raise Problem("robots_forbidden", f"The site's robots.txt forbids programs to read {at}.",
                                  "Read it in your browser, and save the page if you want a brief.")
                pause = max(pause, rules.delay)
            found = self._one(at, reason, max_bytes, pause)
            location = found.answer.headers.get("location")
            if found.answer.status not in (301, 302, 303, 307, 308) or not location:
                return found
            try:
                at = normalised(location, at)
            except Problem as problem:
                raise Problem("bad_redirect", f"{at} leads to {location[:200]!r}, which cannot be read.") from problem
        raise Problem("redirect_loop", f"{normalised(url)} leads on and on, and nowhere.")

    def _one(self, url: str, reason: str, max_bytes: int, pause: float) -> Cached:
        known = self._usable(url)
        tries = 0
        while known is None:
            tries += 1
            with self._turns.turn(host_of(url), pause):
                known = self._usable(url)  # perhaps another has fetched it while this one waited
                if known is None:
                    known = self._ask(url, reason, max_bytes, last=tries == MOST_TRIES)
        return known

    def _usable(self, url: str) -> Cached | None:
        known = self._cache.get(url)
        if known is None:
            return None
        just_now = known.checked_at >= self._manners.since
        return known if just_now or (not self._manners.refresh and known.fresh(time.time())) else None

    def _ask(self, url: str, reason: str, max_bytes: int, *, last: bool) -> Cached | None:
        """One request. None: the server asks to come again later, and the host is held off till then."""
        stale = self._cache.get(url)
        headers = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"}
        try:
            answer = self._transport.get(url, {**headers, **(stale.validators() if stale else {})}, max_bytes)
        except Problem as problem:
            refused = problem.code in ("private_address", "no_such_host")
            self._record("refused" if refused else "fetched", url, f"{reason}: {problem.code}", 0)
            raise
        self._record("fetched", url, reason, len(answer.body))
        if answer.status == 304 and stale:
            return self._cache.confirm(stale, answer)
        if answer.status in (429, 503):
            told = retry_after(answer.headers, datetime.now(UTC))
            wait = WAIT_UNTOLD if told is None else told
            if wait > LONGEST_WAIT:
                raise Problem("asked_to_wait", f"{host_of(url)} asks to be left alone for {wait:.0f} seconds.",
                              "Try again after that.")
            if not last:
                self._turns.hold_off(host_of(url), wait)
                return None
        self._cache.put(answer)
        return Cached(answer, time.time())
