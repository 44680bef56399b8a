"""Who may talk to the helper: each attack by itself, over raw sockets where a client would hide it."""

from __future__ import annotations

import json
import re

import pytest

from helper import version
from helper.api.guard import MAX_BODY
from tests.helper.conftest import EXTENSION, Served

JSON = "Content-Type: application/json"


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def code(answer: bytes) -> str:
    """The error code of an answer that has the one shape and the one header every answer has."""
    head, _, body = answer.partition(b"\r\n\r\n")
    assert f"X-Visionfit: {version()}".encode() in head
    error = json.loads(body)["error"]
    assert set(error) == {"code", "message", "hint"}
    return str(error["code"])


def test_a_paired_client_is_let_in(served: Served) -> None:
    assert status(served.ask("GET /v1/profile")) == 200
    assert status(served.ask("GET /v1/profile", host=f"localhost:{served.port}")) == 200


@pytest.mark.parametrize("line", ["GET /v1/health", "GET /v1/profile", "GET /nothing/here", "POST /v1/pairings"])
@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:38427", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example", "[::1]:38427", None],
)
def test_dns_rebinding(served: Served, line: str, host: str | None) -> None:
    answer = served.ask(line, host=host)
    assert (status(answer), code(answer)) == (403, "wrong_host")


def test_two_hosts_are_refused(served: Served) -> None:
    assert code(served.ask("GET /v1/health", "Host: evil.example")) == "wrong_host"


def test_a_request_without_host_as_http_1_0(served: Served) -> None:
    assert code(served.send(b"GET /v1/health HTTP/1.0\r\n\r\n")) == "wrong_host"


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain; application/json",
        "application/json-patch+json",
        "",
    ],
)
def test_simple_request_csrf(served: Served, content_type: str) -> None:
    answer = served.ask("POST /v1/pairings", f"Content-Type: {content_type}", body=b'{"code": "1234-5678"}')
    assert (status(answer), code(answer)) == (415, "not_json")


@pytest.mark.parametrize("site", ["cross-site", "same-site", "anything"])
def test_cross_site_fetch(served: Served, site: str) -> None:
    answer = served.ask("GET /v1/health", f"Sec-Fetch-Site: {site}")
    assert (status(answer), code(answer)) == (403, "cross_site")


@pytest.mark.parametrize("site", ["none", "same-origin"])
def test_the_extension_s_own_fetch(served: Served, site: str) -> None:
    assert status(served.ask("GET /v1/profile", f"Sec-Fetch-Site: {site}", f"Origin: {EXTENSION}")) == 200


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "http://127.0.0.1:38427",
        "http://localhost",
        EXTENSION + ".evil.example",
        EXTENSION + "/",
        "https://evil.example/?" + EXTENSION,
        EXTENSION.upper(),
        EXTENSION[:-1],
        EXTENSION + "\t, https://evil.example",
        "moz-extension://0",
        "moz-extension://01234567-89ab-cdef-0123-456789abcdef.evil.example",
        "",
    ],
)
def test_origin_regex_bypass(served: Served, origin: str) -> None:
    answer = served.ask("GET /v1/profile", f"Origin: {origin}")
    assert (status(answer), code(answer)) == (403, "wrong_origin")


@pytest.mark.parametrize("origin", [EXTENSION, "moz-extension://01234567-89ab-cdef-0123-456789abcdef"])
def test_another_extension_needs_a_token(served: Served, origin: str) -> None:
    assert code(served.ask("GET /v1/profile", f"Origin: {origin}", token=False)) == "not_paired"
    assert status(served.ask("GET /v1/profile", f"Origin: {origin}")) == 200


@pytest.mark.parametrize(
    "header",
    [
        None,
        "Bearer",
        "Bearer ",
        "Bearer wrong-wrong-wrong-wrong-wrong",
        "Basic {token}",
        "Bearer {token} x",
        "Bearer x{token}",
        "Bearer \xe9{token}",
        "{token}",
    ],
)
@pytest.mark.parametrize(
    "line", ["GET /v1/profile", "GET /v1/briefs", "DELETE /v1/briefs/a", "GET /v1/openapi.json", "GET /x"]
)
def test_without_the_token(served: Served, line: str, header: str | None) -> None:
    headers = [f"Authorization: {header.format(token=served.token)}"] if header else []
    answer = served.ask(line, *headers, token=False)
    assert (status(answer), code(answer)) == (401, "not_paired")


@pytest.mark.parametrize(
    "path",
    [
        "//v1/profile",
        "/v1//profile",
        "/v1/health/../profile",
        "/v1/%70rofile",
        "/v1/profile/",
        "/V1/profile",
        "/v1/health/",
        "/v1/health%2f..%2fprofile",
        "/v1/health;/profile",
        "/./v1/profile",
        "/v1/profile%00",
        "/%76%31/profile",
        "*",
        "http://127.0.0.1/v1/profile",
        "/v1/pairings/../profile",
    ],
)
def test_path_spelling_bypass(served: Served, path: str) -> None:
    answer = served.ask(f"GET {path}", token=False)
    assert (status(answer), code(answer)) == (401, "not_paired")


def test_token_in_the_address_is_nothing(served: Served) -> None:
    answer = served.ask(f"GET /v1/profile?token={served.token}&access_token={served.token}", token=False)
    assert code(answer) == "not_paired"


@pytest.mark.parametrize(
    "line", ["GET /v1/health", "GET /v1/profile", "GET /nothing", "OPTIONS /v1/profile", "OPTIONS /v1/health"]
)
def test_no_cors(served: Served, line: str) -> None:
    answer = served.ask(line, f"Origin: {EXTENSION}", "Access-Control-Request-Method: PUT").lower()
    assert b"access-control-" not in answer


def test_preflight_is_not_answered(served: Served) -> None:
    assert status(served.ask("OPTIONS /v1/profile", "Origin: https://evil.example", token=False)) == 403
    assert status(served.ask("OPTIONS /v1/profile", f"Origin: {EXTENSION}")) == 405


def test_oversized_body(served: Served) -> None:
    body = b'{"pages": [{"url": "https://a.example/", "html": "' + b"x" * MAX_BODY + b'"}]}'
    answer = served.ask("POST /v1/briefs", JSON, body=body)
    assert (status(answer), code(answer)) == (413, "too_large")


def test_oversized_body_is_refused_by_its_length(served: Served) -> None:
    answer = served.ask("POST /v1/briefs", JSON, f"Content-Length: {10**12}")
    assert (status(answer), code(answer)) == (413, "too_large")


def test_oversized_body_in_chunks(served: Served) -> None:
    chunk = b"100000\r\n" + b" " * 0x100000 + b"\r\n"
    head = (
        f"POST /v1/briefs HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nAuthorization: Bearer {served.token}\r\n"
        f"{JSON}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    ).encode()
    answer = served.send(head + chunk * (MAX_BODY // 0x100000 + 1) + b"0\r\n\r\n")
    assert (status(answer), code(answer)) == (413, "too_large")


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b'"{}"',
        b"null",
        b"\xff\xfe",
        b"[" * 200_000,
        b'{"a": NaN}',
        b'{"a": 1e999}',
        b'{"a": ' + b"9" * 5000 + b"}",
        b"",
    ],
)
def test_bad_json(served: Served, body: bytes) -> None:
    answer = served.ask("PUT /v1/profile", JSON, body=body)
    assert (status(answer), code(answer)) == (400, "bad_json")


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        (b"NONSENSE\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nA: ".ljust(262_144, b"x"), 431),
        (b"GET / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
    ],
)
def test_broken_http_gets_the_same_shape(served: Served, raw: bytes, wanted: int) -> None:
    answer = served.send(raw)
    assert status(answer) == wanted
    assert re.fullmatch("[a-z_]+", code(answer))


def test_unknown_path_and_method(served: Served) -> None:
    assert (status(answer := served.ask("GET /nothing")), code(answer)) == (404, "not_found")
    answer = served.ask("DELETE /v1/profile")
    assert (status(answer), code(answer)) == (405, "method_not_allowed")
    assert b"\r\nAllow: " in answer
