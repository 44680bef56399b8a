"""A client with everything behind it: the cache on disk, the privacy log, the browser if one is asked for."""
from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass

from helper.fetch.cache import Cache
from helper.fetch.client import Client, Manners
from helper.fetch.discovery.explore import Render
from helper.fetch.transport import Transport
from helper.fetch.turns import Turns
from helper.settings import data_folder
from helper.store import Store


@dataclass(frozen=True, slots=True)
class Session:
    """`stop`: set it, and whatever waits for a host gives up (Stopped)."""

    client: Client
    render: Render | None
    stop: threading.Event


@contextmanager
def session(manners: Manners, *, allow_private: bool = False, with_browser: bool = False) -> Iterator[Session]:
    """Raises Problem: no_cache, no_browser, missing_extra, and the store's."""
    with ExitStack() as stack:
        stop = threading.Event()
        store = stack.enter_context(Store())
        cache = stack.enter_context(closing(Cache(data_folder())))
        transport = stack.enter_context(closing(Transport(allow_private=allow_private, stop=stop)))
        client = Client(transport, cache, Turns(stop), store.journal.record, manners)
        render = None
        if with_browser:
            from helper.fetch.render import Browser

            render = stack.enter_context(closing(Browser(client))).render
        yield Session(client, render, stop)
