"""A store, and a served API, for a test."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from flask_openapi3.openapi import OpenAPI
from werkzeug.test import TestResponse

from helper import version
from helper.api.app import create_app
from helper.api.server import bind, running
from helper.api.work import Workshop
from helper.briefing import load_models
from helper.store import Store

PORT = 38427
EXTENSION = "chrome-extension://" + "abcdefghijklmnop" * 2


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    with Store() as opened:
        yield opened


def ready_workshop() -> Workshop:
    """One whose models are there at once; a test that reads pages loads the real ones itself."""
    made = Workshop(lambda: None)
    made._load_models()
    return made


@pytest.fixture
def app(store: Store) -> OpenAPI:
    return create_app(store, ready_workshop(), PORT)


@pytest.fixture
def token(store: Store) -> str:
    return store.pairings.pair(store.pairings.offer(), "a test")


class LocalClient(FlaskClient):
    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        return super().open(*args, **{"base_url": f"http://127.0.0.1:{PORT}", **kwargs})


@pytest.fixture
def client(app: OpenAPI, token: str) -> FlaskClient:
    """A paired client that speaks to the app in this process."""
    app.test_client_class = LocalClient
    made = app.test_client()
    made.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return made


@dataclass(frozen=True)
class Served:
    port: int
    token: str
    store: Store

    def send(self, raw: bytes) -> bytes:
        """The whole answer to these very bytes: what a client library would add or mend stays out of the way."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(raw)
            connection.shutdown(socket.SHUT_WR)
            parts = []
            while part := connection.recv(65536):
                parts.append(part)
        return b"".join(parts)

    def ask(self, line: str, *headers: str, body: bytes = b"", host: str | None = "", token: bool = True) -> bytes:
        """An answer to a request with the Host, token and length it should have, unless told otherwise."""
        lines = [f"{line} HTTP/1.1", "Connection: close", *headers]
        if host is not None:
            lines.append(f"Host: {host or f'127.0.0.1:{self.port}'}")
        if token:
            lines.append(f"Authorization: Bearer {self.token}")
        if body and not any(h.startswith("Content-Length") for h in headers):
            lines.append(f"Content-Length: {len(body)}")
        return self.send("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)


def status(answer: bytes) -> int:
    """The HTTP status of a raw answer."""
    return int(answer.split(b" ", 2)[1])


def code(answer: bytes) -> str:
    """The error code of a raw answer that has the one shape and the headers every answer has."""
    head, _, body = answer.partition(b"\r\n\r\n")
    assert f"X-Visionfit: {version()}".encode() in head
    assert b"Content-Type: application/json" in head
    assert b"X-Content-Type-Options: nosniff" in head
    assert b"access-control" not in head.lower()
    error = json.loads(body)["error"]
    assert set(error) == {"code", "message", "hint"}
    assert all(isinstance(part, str) for part in error.values())
    return str(error["code"])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The API behind its real server, on a port of its own; one for all tests that leave nothing behind."""
    port = free_port()
    with Store(tmp_path_factory.mktemp("served")) as store:
        server = bind(create_app(store, ready_workshop(), port), "127.0.0.1", port)
        with running(server):
            yield Served(port, store.pairings.pair(store.pairings.offer(), "a test"), store)


@pytest.fixture(scope="session")
def real_models() -> Callable[[], None]:
    """The language models, loaded once for all tests."""
    load_models()
    return load_models
