"""A polite client in the world, for what is tested without a command line."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from helper.fetch import address
from helper.fetch.cache import Cache
from helper.fetch.client import Client, Manners
from helper.fetch.transport import Transport
from helper.fetch.turns import Turns
from tests.helper.world.replies import Reply
from tests.helper.world.server import World, served
from tests.helper.world.sites import Site


@dataclass
class Online:
    """`log`: what was recorded of each request. `client` may be made anew: the cache stays."""

    world: World
    folder: Path
    stop: threading.Event = field(default_factory=threading.Event)
    log: list[tuple[str, str, str, int]] = field(default_factory=list)
    closing: list[Transport | Cache] = field(default_factory=list)

    def client(
        self, *, pause: float = 0.0, since: float = 0.0, refresh: bool = False, allow_private: bool = True,
        whole_seconds: float = 5.0,
    ) -> Client:
        transport = Transport(allow_private=allow_private, whole_seconds=whole_seconds, stop=self.stop)
        cache = Cache(self.folder)
        self.closing += [transport, cache]
        return Client(transport, cache, Turns(self.stop), lambda *entry: self.log.append(entry),
                      Manners(pause, since, refresh))  # fmt: skip

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [one.path for one in self.world.asked()]


@contextmanager
def online(monkeypatch: pytest.MonkeyPatch, folder: Path, *sites: Site) -> Iterator[Online]:
    """Names that end in .example are on loopback, at the ports of the world."""
    with served(sites, folder) as world:

        def lookup(host: str, port: int) -> list[tuple[str, int]]:
            return [("127.0.0.1", {80: world.http, 443: world.tls}.get(port, port))]

        monkeypatch.setattr(address, "lookup", lookup)
        made = Online(world, folder)
        try:
            yield made
        finally:
            made.stop.set()
            for one in made.closing:
                one.close()


def site(replies: dict[str, Reply], domain: str = "larkhill.example", **more: Any) -> Site:
    return Site(domain, "own", "Larkhill", "", hosts={domain: replies}, **more)
