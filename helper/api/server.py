"""waitress around the app: bound to loopback, loud when it cannot."""
from __future__ import annotations

import errno
import ipaddress
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from waitress import create_server, wasyncore

from helper.api.gate import own_hosts
from helper.api.http import channel_for
from helper.api.limits import HARD_LIMIT
from helper.errors import WRONG_USE, Problem
from helper.presence import look, port_taken

THREADS = 8  # more than api.work.PLACES
IDLE_SECONDS = 30  # a client that sends nothing for this long is cut off
CONNECTIONS = 200
BACKLOG = 128


def bind(app: Any, host: str, port: int) -> Any:
    """A server that listens and waits for `.run()`.

    Raises Problem: not_loopback (others could reach it), already_running, port_taken, no_port.
    """
    if not _is_loopback(host):
        raise Problem("not_loopback", f"{host} can be reached from other machines; the helper serves this one only.",
                      "Leave the address at 127.0.0.1.", exit_status=WRONG_USE)
    server = create_server(
        app, sockets=[_listener(host, port)], threads=THREADS, ident=None, max_request_body_size=HARD_LIMIT,
        channel_timeout=IDLE_SECONDS, cleanup_interval=5, connection_limit=CONNECTIONS, expose_tracebacks=False,
        backlog=BACKLOG, asyncore_use_poll=True,
    )
    server.channel_class = channel_for(own_hosts(port))
    return server


@contextmanager
def running(server: Any) -> Iterator[None]:
    """Serve in the background for as long as the block lasts; work under way is finished then."""
    thread = Thread(target=server.run, name="server", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.task_dispatcher.shutdown()
        # idle connections too: a browser keeps one, and a request on it would hang with nobody to answer
        wasyncore.close_all(server._map, ignore_all=True)
        thread.join(10)


def _is_loopback(host: str) -> bool:
    """Whether `host` is an IPv4 address of this machine alone; a name or an IPv6 address is not."""
    try:
        return ipaddress.IPv4Address(host).is_loopback
    except ValueError:
        return False


def _listener(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere this option would let two programs have the port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(BACKLOG)  # two that have bound are told apart only here
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise _taken(host, port) from error
        raise Problem("no_port", f"Port {port} cannot be used ({error.strerror}).",
                      "Set VISIONFIT_PORT here and the same port in the extension's options.") from error
    return listener


def _taken(host: str, port: int) -> Problem:
    if look(host, port).who == "helper":
        return Problem("already_running", f"A Visionfit helper is already running on port {port}.",
                       "Use that one: `visionfit pair` shows a code for it.")
    return port_taken(port)
