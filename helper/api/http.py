"""HTTP as the helper takes it from waitress: stricter, bounded in time, and JSON even in its own errors."""
from __future__ import annotations

import json
import logging
import time
from functools import partial
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.task import ErrorTask
from waitress.utilities import Error

from helper.api.gate import check_headers
from helper.api.headers import headers
from helper.errors import Problem

REQUEST_SECONDS = 60.0  # from a request's first byte to its last; one that drips would keep its place for ever

CODES = {400: "bad_request", 413: "too_large", 431: "headers_too_large", 501: "not_implemented"}
REASONS = {403: "Forbidden", 408: "Request Timeout"}
HINT = "docs/api.md has the calls."

log = logging.getLogger(__name__)


class Refused(Error):  # type: ignore[misc]  # waitress has no types
    """What waitress keeps of a request that a Problem ended before the app saw it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.code = problem.status
        self.reason = REASONS[problem.status]


class Parser(HTTPRequestParser):  # type: ignore[misc]
    """Reads one request. One that may not go on is refused by its headers, before its body is taken in."""

    error: Any

    def __init__(self, adjustments: Any, hosts: frozenset[str]) -> None:
        super().__init__(adjustments)
        self._hosts = hosts
        self._began = time.monotonic()

    def received(self, data: bytes) -> int:
        """Take in what came. Returns how many bytes belong to this request."""
        if time.monotonic() - self._began > REQUEST_SECONDS:
            return self._refuse(Problem("too_slow", "The request took too long to arrive.", HINT, status=408), data)
        had_headers = self._has_headers()
        consumed: int = super().received(data)
        if self._has_headers() and not had_headers and not self.empty and self.error is None:
            told = self.headers.get
            try:
                check_headers(self._hosts, host=told("HOST"), site=told("SEC_FETCH_SITE"), origin=told("ORIGIN"))
            except Problem as problem:
                return self._refuse(problem, data)
        return consumed

    def parse_header(self, header_plus: bytes) -> None:
        """Raises ParsingError for what a client has no honest reason to send, though HTTP may allow it."""
        try:
            super().parse_header(header_plus)
        except ValueError as error:
            raise ParsingError("The address cannot be read") from error
        if self.version not in {"1.0", "1.1"}:
            raise ParsingError("Only HTTP/1.0 and HTTP/1.1 are spoken here")
        if self.proxy_scheme or self.proxy_netloc:
            raise ParsingError("The helper is no proxy")
        chunked = self.chunked or "TRANSFER_ENCODING" in self.headers
        if chunked and ("CONTENT_LENGTH" in self.headers or self.version == "1.0"):
            raise ParsingError("Two lengths of one body")  # RFC 9112, 6.1: how requests are smuggled

    def _has_headers(self) -> bool:
        return bool(self.headers_finished)

    def _refuse(self, problem: Problem, data: bytes) -> int:
        self.error = Refused(problem)
        self.completed = True
        self.expect_continue = False
        return len(data)  # what else came is not looked at: the connection is closed after the answer


class JsonErrorTask(ErrorTask):  # type: ignore[misc]
    """What is answered before the app sees the request, in the shape of every other error."""

    def execute(self) -> None:
        error = self.request.error
        problem = getattr(error, "problem", None) or Problem(
            CODES.get(error.code, "internal"), f"{error.reason}.", HINT, status=error.code
        )
        log.info("refused: %d %s", error.code, problem.code)
        body = json.dumps(problem.as_json()).encode()
        self.status = f"{error.code} {error.reason}"
        self.response_headers.extend({"Content-Type": "application/json", **headers()}.items())
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


def channel_for(hosts: frozenset[str]) -> type[HTTPChannel]:
    """waitress's connection, for a helper that goes by these names."""
    return type("Channel", (HTTPChannel,), {
        "error_task_class": JsonErrorTask, "parser_class": staticmethod(partial(Parser, hosts=hosts)),
    })
