"""The pages that may be worth reading, best first, each with the reason it is there."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from helper.fetch.discovery.hiring import is_hiring_system
from helper.fetch.discovery.judge import judge
from helper.fetch.discovery.look import Look
from helper.fetch.urls import host_of, page_key, site_of

AGAIN = 25.0  # what each page already taken of a topic costs the next one
MOST_OF_ONE_TOPIC = 3
HIRING_TOPICS = ("careers", "culture")


@dataclass(frozen=True, slots=True)
class Candidate:
    url: str
    topic: str
    score: float
    why: str
    depth: int
    foreign: bool = False  # on a hiring system's host or a sub-domain: its own links are not followed


class Frontier:
    """What was found and not yet taken. The same findings in the same order always give the same next one."""

    def __init__(self, home: str) -> None:
        self.home = home
        self._site = site_of(home)
        self._found: dict[str, Candidate] = {}
        self._seen: set[str] = {page_key(home)}
        self._taken: Counter[str] = Counter()

    def add_links(self, seen: Look, page_url: str, depth: int) -> None:
        """The links of a page that was read."""
        for link in seen.links:
            foreign = self._foreign(link.url)
            promise = judge(link.url, link.text, page_url, link.place, link.position) if foreign is not None else None
            if promise and (promise.topic in HIRING_TOPICS or not is_hiring_system(link.url)):
                self._add(Candidate(link.url, promise.topic, promise.score, promise.why, depth, bool(foreign)))
        if seen.english and not seen.language.startswith("en") and self._foreign(seen.english) is not None:
            self._add(Candidate(seen.english, "home", 200.0, "the English version of the page", depth))

    def add_listed(self, url: str) -> None:
        """An entry of the sitemap."""
        if self._foreign(url) is False and (promise := judge(url, None, self.home)):
            self._add(Candidate(url, promise.topic, promise.score, promise.why, 1))

    def next(self) -> Candidate | None:
        """The best that is left, one of a topic not yet taken before another of the same."""
        open_ = [c for c in self._found.values() if self._taken[c.topic] < MOST_OF_ONE_TOPIC]
        best = max(open_, key=lambda c: (c.score - AGAIN * self._taken[c.topic], -c.depth, -len(c.url), c.url), default=None)
        if best is not None:
            self.visited(best.url)
        return best

    def visited(self, url: str) -> bool:
        """Note a page as seen. False when it was before."""
        key = page_key(url)
        self._found.pop(key, None)
        new = key not in self._seen
        self._seen.add(key)
        return new

    def take(self, topic: str) -> None:
        """A page of this topic was read."""
        self._taken[topic] += 1

    def has(self, *topics: str) -> bool:
        """Whether a page of one of these topics was read or is waiting."""
        return any(self._taken[t] for t in topics) or any(c.topic in topics for c in self._found.values())

    def waiting(self) -> int:
        return len(self._found)

    def is_own(self, url: str) -> bool:
        """Whether a page found at `url` is the company's: on its site, or at a hiring system."""
        return self._foreign(url) is not None

    def _foreign(self, url: str) -> bool | None:
        """False: the same host. True: a sub-domain, or a hiring system's host. None: somebody else's."""
        if host_of(url).removeprefix("www.") == host_of(self.home).removeprefix("www."):
            return False
        return True if site_of(url) == self._site or is_hiring_system(url) else None

    def _add(self, candidate: Candidate) -> None:
        key = page_key(candidate.url)
        known = self._found.get(key)
        if key not in self._seen and (known is None or candidate.score > known.score):
            self._found[key] = candidate
