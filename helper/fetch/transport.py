"""One HTTP request: bounded in time and size, to a checked address, every failure a Problem with a code."""
from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version

import certifi
import httpcore

from helper.errors import Problem
from helper.fetch.address import GuardedBackend
from helper.fetch.decompress import BadEncoding, TooLarge, unpacked
from helper.fetch.urls import host_of

PRODUCT = "Visionfit"  # the name that a robots.txt may use
MAX_BYTES = 5_000_000
CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
WHOLE_SECONDS = 45.0
MAX_CONNECTIONS = 64
IDLE_SECONDS = 20.0


def user_agent() -> str:
    """Who is asking, honestly: a program, its version, and for whom."""
    return f"{PRODUCT}/{version('visionfit')} (reads a few pages for one person preparing an interview; obeys robots.txt)"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered. Header names are in lower case; several of one name are joined by commas."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


class Transport:
    """Safe to share between threads."""

    def __init__(
        self, *, allow_private: bool = False, whole_seconds: float | None = None, stop: threading.Event | None = None
    ) -> None:
        self._whole_seconds = whole_seconds or WHOLE_SECONDS
        self._backend = GuardedBackend(allow_private=allow_private, stop=stop)
        context = ssl.create_default_context()
        context.load_verify_locations(certifi.where())
        self._pool = httpcore.ConnectionPool(
            context, max_connections=MAX_CONNECTIONS, keepalive_expiry=IDLE_SECONDS, network_backend=self._backend
        )

    def get(self, url: str, headers: Mapping[str, str], max_bytes: int = MAX_BYTES) -> Answer:
        """GET `url` (normalised), redirects not followed.

        Raises Problem: no_such_host, unreachable, timed_out, bad_certificate, private_address, too_large, bad_response.
        """
        sent = {"User-Agent": user_agent(), "Accept-Encoding": "gzip, deflate", "Accept-Language": "en, *;q=0.5", **headers}
        try:
            try:
                return self._once(url, sent, max_bytes)
            except (httpcore.RemoteProtocolError, httpcore.ReadError, httpcore.WriteError):
                return self._once(url, sent, max_bytes)  # a kept connection that the server had closed meanwhile
        except httpcore.TimeoutException as error:
            raise Problem("timed_out", f"{host_of(url)} took too long to answer.", "Try again later.") from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise _failed(url, error) from error
        except TooLarge as error:
            raise Problem("too_large", f"{url} has more than {max_bytes / 1_000_000:g} MB.") from error
        except BadEncoding as error:
            raise Problem("bad_response", f"{url} is not packed as its server says.") from error

    def close(self) -> None:
        self._pool.close()

    def _once(self, url: str, headers: Mapping[str, str], max_bytes: int) -> Answer:
        self._backend.allow(self._whole_seconds)
        timeouts = {"connect": CONNECT_SECONDS, "read": READ_SECONDS, "write": READ_SECONDS, "pool": WHOLE_SECONDS}
        sent = [(name.encode(), value.encode()) for name, value in headers.items()]
        with self._pool.stream("GET", url, headers=sent, extensions={"timeout": timeouts}) as response:
            told = _joined(response.headers)
            if told.get("content-length", "").isdigit() and int(told["content-length"]) > max_bytes:
                raise TooLarge
            body = unpacked(_chunks(response), told.get("content-encoding", ""), max_bytes)
            return Answer(url, response.status, told, body)


def _chunks(response: httpcore.Response) -> Iterator[bytes]:
    yield from response.iter_stream()


def _joined(headers: list[tuple[bytes, bytes]]) -> dict[str, str]:
    joined: dict[str, str] = {}
    for name, value in headers:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        joined[key] = f"{joined[key]}, {text}" if key in joined else text
    return joined


def _failed(url: str, error: Exception) -> Problem:
    causes: list[BaseException] = [error]
    while (cause := causes[-1].__cause__ or causes[-1].__context__) and cause not in causes:
        causes.append(cause)
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return Problem("bad_certificate", f"The certificate of {host_of(url)} is not valid.",
                       "The connection cannot be trusted. Save the pages in your browser, if you trust the site.")
    if isinstance(error, httpcore.ProtocolError):
        return Problem("bad_response", f"{host_of(url)} does not answer as a web server does.")
    return Problem("unreachable", f"{host_of(url)} cannot be reached.", "Try again later.")
