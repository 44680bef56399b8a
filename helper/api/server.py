"""waitress around the app: bound to loopback, loud when it cannot, JSON even in its own errors."""
from __future__ import annotations

import errno
import http.client
import ipaddress
import json
import os
import socket
from typing import Any

from waitress import create_server
from waitress.channel import HTTPChannel
from waitress.task import ErrorTask

from helper import version
from helper.api.guard import MAX_BODY
from helper.errors import WRONG_USE, Problem

THREADS = 8  # more than api.work.PLACES
HARD_LIMIT = 4 * MAX_BODY  # up to here a body is taken in (to disk) so that the app can answer 413 in full
IDLE_SECONDS = 30  # a client that sends nothing for this long is cut off

CODES = {400: "bad_request", 413: "too_large", 431: "headers_too_large", 501: "not_implemented"}


class JsonErrorTask(ErrorTask):  # type: ignore[misc]  # waitress has no types
    """What waitress says by itself, to a broken request, in the shape of every other error."""

    def execute(self) -> None:
        error = self.request.error
        problem = Problem(CODES.get(error.code, "internal"), f"{error.reason}.", "")
        body = json.dumps(problem.as_json()).encode()
        self.status = f"{error.code} {error.reason}"
        self.response_headers.extend([("Content-Type", "application/json"), ("X-Visionfit", version())])
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Channel(HTTPChannel):  # type: ignore[misc]
    error_task_class = JsonErrorTask


def bind(app: Any, host: str, port: int) -> Any:
    """A server that listens and waits for `.run()`.

    Raises Problem: not_loopback (others could reach it), already_running, port_taken, no_port.
    """
    if not _is_loopback(host):
        raise Problem("not_loopback", f"{host} can be reached from other machines; the helper serves this one only.",
                      "Leave the address at 127.0.0.1.", exit_status=WRONG_USE)
    server = create_server(
        app, sockets=[_listener(host, port)], threads=THREADS, ident=None, max_request_body_size=HARD_LIMIT,
        channel_timeout=IDLE_SECONDS, cleanup_interval=5, connection_limit=64, expose_tracebacks=False,
    )
    server.channel_class = Channel
    return server


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
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise _taken(host, port) from error
        raise Problem("no_port", f"Port {port} cannot be used ({error.strerror}).",
                      "Set VISIONFIT_PORT here and the same port in the extension's options.") from error
    return listener


def _taken(host: str, port: int) -> Problem:
    if _is_helper(host, port):
        return Problem("already_running", f"A Visionfit helper is already running on port {port}.",
                       "Use that one: `visionfit pair` shows a code for it.")
    return Problem("port_taken", f"Port {port} is taken by another program.",
                   "End that program, or set VISIONFIT_PORT here and the same port in the extension's options.")


def _is_helper(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=1)
    try:
        connection.request("GET", "/v1/health")
        return connection.getresponse().getheader("X-Visionfit") is not None
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
