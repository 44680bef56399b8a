"""The pages worth reading among many that are at hand already: a folder's, a web archive's."""
from __future__ import annotations

import heapq
from collections.abc import Iterable
from urllib.parse import urlsplit

from helper.errors import Problem
from helper.fetch.discovery.frontier import Frontier
from helper.fetch.urls import normalised, origin_of, path_of

FEWEST = 3  # where no address promises anything: the pages nearest to the home page


def choose(urls: Iterable[str], most: int) -> list[str]:
    """At most `most` of `urls` (all of one site), the home page first, then by what their addresses promise."""
    known: dict[str, str] = {}
    for url in urls:
        try:
            known.setdefault(normalised(url), url)
        except Problem:
            continue
    if not known:
        return []
    nearest = heapq.nsmallest(FEWEST, known, key=lambda url: (_depth(url), len(url), url))
    home = next((url for url in nearest if path_of(url) == "/"), None)
    frontier = Frontier(home or f"{origin_of(nearest[0])}/")
    for url in known:
        frontier.add_listed(url)
    chosen = [home] if home else []
    while len(chosen) < most and (candidate := frontier.next()):
        frontier.take(candidate.topic)
        chosen.append(candidate.url)
    chosen += [url for url in nearest if url not in chosen][: max(0, FEWEST - len(chosen))]
    return [known[url] for url in chosen[:most]]


def _depth(url: str) -> int:
    return urlsplit(url).path.rstrip("/").count("/") + bool(urlsplit(url).query)
