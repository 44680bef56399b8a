"""Where a connection may lead. Names are resolved once, here, and the connection goes to the very address checked.

A name that is looked up again between the check and the connection could answer with another address (DNS rebinding;
https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html), so that the
check sits below the HTTP library: every connection, those of redirects too, is made through `GuardedBackend`.
"""
from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from helper.errors import Problem
from helper.fetch.turns import Stopped

SLICE_SECONDS = 0.5
NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits


def lookup(host: str, port: int) -> list[tuple[str, int]]:
    """The addresses of a host, with the port to use. Raises Problem(no_such_host)."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Problem("no_such_host", f"There is no host {host}.", "Is the name spelt right, and are you online?") from error
    return list(dict.fromkeys((str(address[0]), port) for *_, address in found))


def is_public(address: str) -> bool:
    """Whether `address` is one of the public internet: not loopback, private, link-local, shared or reserved."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to checked addresses only, and ends whatever takes longer than the calling thread's deadline."""

    def __init__(self, *, allow_private: bool = False, stop: threading.Event | None = None) -> None:
        self._allow_private = allow_private
        self.stop = stop or threading.Event()
        self._inner = httpcore.SyncBackend()
        self._local = threading.local()

    def allow(self, seconds: float) -> None:
        """Give the calling thread's next exchange this long, all in all."""
        self._local.deadline = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """The seconds that remain, `timeout` at most. Raises httpcore.ReadTimeout when there are none."""
        remaining = getattr(self._local, "deadline", float("inf")) - time.monotonic()
        if remaining <= 0:
            raise httpcore.ReadTimeout("the time for the whole exchange is over")
        return min(remaining, timeout) if timeout is not None else remaining

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = lookup(host, port)
        if not self._allow_private and not all(is_public(address) for address, _ in addresses):
            raise Problem(
                "private_address", f"{host} is an address of this machine or of a private network.",
                "If you mean it, add --allow-private.",
            )
        failure: Exception = httpcore.ConnectError("no address")
        for address, at in addresses:
            try:
                return _Timed(self._inner.connect_tcp(address, at, self.left(timeout)), self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        raise Problem("bad_address", "A socket file is no web address.")

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class _Timed(httpcore.NetworkStream):
    """A stream whose every step ends by the deadline: a server that drips a byte a minute is no way around it.

    It waits in slices, so that the end of a run need not wait for the slowest server.
    """

    def __init__(self, inner: httpcore.NetworkStream, backend: GuardedBackend) -> None:
        self._inner = inner
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        ends_at = time.monotonic() + self._backend.left(timeout)
        while True:
            left = ends_at - time.monotonic()
            try:
                return self._inner.read(max_bytes, max(0.01, min(SLICE_SECONDS, left)))
            except httpcore.ReadTimeout:
                if left <= SLICE_SECONDS:
                    raise
                if self._backend.stop.is_set():
                    raise Stopped from None

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._backend.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Timed(self._inner.start_tls(ssl_context, server_hostname, self._backend.left(timeout)), self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
