"""One test for each attack a local helper must survive, over raw sockets where a client library would hide it.

docs/privacy.md says who may talk to the helper, and why.
"""

from __future__ import annotations

import csv
import io
import json
import logging
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from flask.testing import FlaskClient

import helper.api.http
from helper.api.gate import own_hosts
from helper.api.limits import MAX_BODY
from helper.api.logs import JsonLines, Sentences
from helper.api.server import bind
from helper.errors import Problem
from helper.fetch.address import is_public
from helper.presence import look
from helper.report.html import html
from helper.report.table import cell
from helper.store import Store
from nlp.contract import Page
from nlp.page import PageError, read_page
from tests.helper import samples
from tests.helper.conftest import EXTENSION, Served, code, free_port, status

JSON = "Content-Type: application/json"
OTHER_EXTENSION = "chrome-extension://" + "ponmlkjihgfedcba" * 2
FIREFOX = "moz-extension://01234567-89ab-cdef-0123-456789abcdef"


def told(answer: bytes) -> tuple[int, str]:
    return status(answer), code(answer)


# --- DNS rebinding


@pytest.mark.parametrize("line", ["GET /v1/health", "GET /v1/profile", "GET /nothing/here", "POST /v1/pairings", "TRACE /"])
@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.1:{port}.",
        "127.0.0.1.:{port}",
        "localhost.:{port}",
        "127.0.0.1.evil.example:{port}",
        "user@127.0.0.1:{port}",
        "127.0.0.1:{port}@evil.example",
        "127.0.0.1:{port}, evil.example",
        "127.0.0.1:{port}/",
        "127.1:{port}",
        "2130706433:{port}",
        "0.0.0.0:{port}",
        "[::1]:{port}",
        "[::ffff:127.0.0.1]:{port}",
        "127.0.0.1:0{port}",
        "",
        None,
    ],
)
def test_dns_rebinding(served: Served, line: str, host: str | None) -> None:
    if host == "":
        raw = f"{line} HTTP/1.1\r\nHost:\r\nAuthorization: Bearer {served.token}\r\nConnection: close\r\n\r\n"
        answer = served.send(raw.encode())
    else:
        answer = served.ask(line, host=host and host.format(port=served.port))
    assert told(answer) == (403, "wrong_host")


def test_dns_rebinding_without_host_as_http_1_0(served: Served) -> None:
    assert told(served.send(b"GET /v1/health HTTP/1.0\r\n\r\n")) == (403, "wrong_host")


def test_dns_rebinding_by_two_hosts(served: Served) -> None:
    for first, second in (("evil.example", ""), (f"127.0.0.1:{served.port}", f"127.0.0.1:{served.port}")):
        assert code(served.ask("GET /v1/health", f"Host: {first}", host=second)) == "wrong_host"


@pytest.mark.parametrize("target", ["http://evil.example/v1/health", "http://127.0.0.1:{port}/v1/health", "ftp://x/v1/health"])
def test_dns_rebinding_by_an_absolute_target(served: Served, target: str) -> None:
    assert told(served.ask(f"GET {target.format(port=served.port)}")) == (400, "bad_request")


def test_dns_rebinding_by_the_flask_app_alone(client: FlaskClient) -> None:
    for headers in ({"Host": "evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        assert client.get("/v1/health", headers=headers).status_code == 403


def test_the_list_of_hosts_is_never_empty() -> None:
    assert own_hosts(38427) == {"127.0.0.1:38427", "localhost:38427"}


# --- simple-request CSRF


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain; application/json",
        "text/plain, application/json",
        "application/json, text/plain",
        "application/json-patch+json",
        "application/json; charset=utf-16",
        "",
    ],
)
def test_simple_request_csrf(served: Served, content_type: str) -> None:
    for line in ("POST /v1/pairings", "PUT /v1/profile", "POST /v1/briefs"):
        answer = served.ask(line, f"Content-Type: {content_type}", body=b'{"code": "1234-5678"}')
        assert told(answer) == (415, "not_json")
    assert told(served.ask("PUT /v1/profile", body=b"{}")) == (415, "not_json")


@pytest.mark.parametrize("content_type", ["application/json", "application/json; charset=utf-8", "APPLICATION/JSON;charset=UTF-8"])
def test_json_that_says_so_is_taken(served: Served, content_type: str) -> None:
    assert status(served.ask("PUT /v1/profile", f"Content-Type: {content_type}", body=b'{"aspirations": []}')) == 200


def test_simple_request_csrf_by_a_form_in_a_page(served: Served) -> None:
    answer = served.ask(
        "POST /v1/profile",
        "Content-Type: text/plain",
        "Origin: https://evil.example",
        "Sec-Fetch-Site: cross-site",
        body=b'{"aspirations": [], "x": "="}',
    )
    assert told(answer) == (403, "cross_site")


# --- cross-site fetch


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none, cross-site", "NONE", "anything", ""])
@pytest.mark.parametrize("line", ["GET /v1/health", "GET /v1/profile", "DELETE /v1/briefs/a.example", "GET /nothing"])
def test_cross_site_fetch(served: Served, line: str, site: str) -> None:
    assert told(served.ask(line, f"Sec-Fetch-Site: {site}")) == (403, "cross_site")


@pytest.mark.parametrize("site", ["none", "same-origin"])
@pytest.mark.parametrize("origin", [EXTENSION, FIREFOX])
def test_the_extension_s_own_fetch_is_let_in(served: Served, site: str, origin: str) -> None:
    assert status(served.ask("GET /v1/profile", f"Sec-Fetch-Site: {site}", f"Origin: {origin}")) == 200


def test_cross_site_fetch_does_not_get_its_body_taken_in(served: Served) -> None:
    """The refusal comes at once, though the body that was announced never does."""
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as connection:
        connection.sendall(
            f"POST /v1/briefs HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nOrigin: https://evil.example\r\n"
            "Expect: 100-continue\r\nContent-Length: 50000000\r\n\r\n".encode()
        )
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert told(answer) == (403, "wrong_origin")


# --- hostile page reads replies


@pytest.mark.parametrize(
    "line", ["GET /v1/health", "GET /v1/profile", "GET /nothing", "OPTIONS /v1/profile", "OPTIONS /v1/health", "OPTIONS *"]
)
@pytest.mark.parametrize("origin", [EXTENSION, "https://evil.example", "null"])
def test_hostile_page_reads_replies(served: Served, line: str, origin: str) -> None:
    asked = ["Access-Control-Request-Method: PUT", "Access-Control-Request-Private-Network: true"]
    answer = served.ask(line, f"Origin: {origin}", *asked).lower()
    assert b"access-control-" not in answer
    assert b"cross-origin-resource-policy: same-origin" in answer


def test_preflight_is_not_answered(served: Served) -> None:
    assert status(served.ask("OPTIONS /v1/profile", "Origin: https://evil.example", token=False)) == 403
    assert status(served.ask("OPTIONS /v1/profile", f"Origin: {EXTENSION}")) == 405
    assert status(served.ask("OPTIONS /v1/health", f"Origin: {EXTENSION}", token=False)) == 401


# --- Origin regex bypass


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "http://127.0.0.1:38427",
        "http://localhost",
        "file://",
        EXTENSION + ".evil.example",
        EXTENSION + "/",
        EXTENSION + ":80",
        "https://evil.example/?" + EXTENSION,
        EXTENSION.upper(),
        EXTENSION[:-1],
        EXTENSION + "\t, https://evil.example",
        "xchrome-extension://" + EXTENSION[-32:],
        "moz-extension://0",
        "moz-extension://" + "g" * 36,
        FIREFOX + ".evil.example",
        FIREFOX + "@evil.example",
        "",
    ],
)
def test_origin_regex_bypass(served: Served, origin: str) -> None:
    assert told(served.ask("GET /v1/profile", f"Origin: {origin}")) == (403, "wrong_origin")


def test_origin_regex_bypass_by_two_origins(served: Served) -> None:
    answer = served.ask("GET /v1/profile", f"Origin: {EXTENSION}", "Origin: https://evil.example")
    assert told(answer) == (403, "wrong_origin")


# --- another extension


@pytest.mark.parametrize("origin", [EXTENSION, FIREFOX])
def test_another_extension_needs_a_token(served: Served, origin: str) -> None:
    assert code(served.ask("GET /v1/profile", f"Origin: {origin}", token=False)) == "not_paired"


def test_another_extension_cannot_use_a_stolen_token(served: Served) -> None:
    body = json.dumps({"code": served.store.pairings.offer(), "client": "Chromium"}).encode()
    answer = served.ask("POST /v1/pairings", JSON, f"Origin: {EXTENSION}", body=body, token=False)
    token = json.loads(answer.partition(b"\r\n\r\n")[2])["token"]
    bearer = f"Authorization: Bearer {token}"
    assert status(served.ask("GET /v1/profile", bearer, f"Origin: {EXTENSION}", token=False)) == 200
    assert status(served.ask("GET /v1/profile", bearer, token=False)) == 200  # Chromium tells no Origin on GET
    for other in (OTHER_EXTENSION, FIREFOX):
        assert code(served.ask("GET /v1/profile", bearer, f"Origin: {other}", token=False)) == "not_paired"


# --- a page triggers pairing


def wrong(shown: str) -> str:
    return ("1" if shown[0] == "0" else "0") + shown[1:]


def test_a_page_triggers_pairing(served: Served) -> None:
    """It can make no code, see none, and not even spend the tries of the one that is shown."""
    shown = served.store.pairings.offer()
    body = json.dumps({"code": wrong(shown)}).encode()
    page = ["Origin: https://evil.example", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"]
    for content_type in ("text/plain", "application/json"):
        for _ in range(6):
            answer = served.ask("POST /v1/pairings", f"Content-Type: {content_type}", *page, body=body, token=False)
            assert status(answer) == 403
    assert shown.encode() not in served.ask("GET /v1/pairings", *page) + served.ask("GET /v1/health")
    assert served.store.pairings.pair(shown, "the user")


def test_a_code_is_not_guessed_over_many_connections(served: Served) -> None:
    shown = served.store.pairings.offer()
    guess = json.dumps({"code": wrong(shown)}).encode()

    def try_one(_: int) -> str:
        return code(served.ask("POST /v1/pairings", JSON, body=guess, token=False))

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(try_one, range(20)))
    assert sorted(answers) == ["no_code"] * 15 + ["wrong_code"] * 5
    with pytest.raises(Problem, match="No pairing code"):
        served.store.pairings.pair(shown, "too late")


def test_a_code_gives_one_token_to_many_who_ask_at_once(served: Served) -> None:
    body = json.dumps({"code": served.store.pairings.offer()}).encode()
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda _: served.ask("POST /v1/pairings", JSON, body=body, token=False), range(10)))
    assert sorted(map(status, answers)) == [201] + [403] * 9


@pytest.mark.parametrize("given", [12345678, None, ["1234-5678"], {"a": 1}, True, "", "x" * 65, "１２３４-５６７８", "\x00"])
def test_odd_codes_pair_nobody(served: Served, given: object) -> None:
    answer = served.ask("POST /v1/pairings", JSON, body=json.dumps({"code": given}).encode(), token=False)
    assert told(answer) in {(422, "bad_request"), (403, "no_code"), (403, "wrong_code")}


# --- token in URL, logs, Referer


def test_token_in_url(served: Served) -> None:
    for query in (f"token={served.token}", f"access_token={served.token}", f"Authorization=Bearer%20{served.token}"):
        assert code(served.ask(f"GET /v1/profile?{query}", token=False)) == "not_paired"
    assert code(served.ask("GET /v1/profile", f"Cookie: token={served.token}", token=False)) == "not_paired"


def test_token_in_logs(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        served.ask(f"GET /v1/profile?token={served.token}")
        served.ask(f"GET /nothing/Bearer {served.token}")
        served.ask("POST /v1/pairings", JSON, body=b'{"code": "1234-5678"}')
        logging.getLogger("helper").error("token: %s, code 1234-5678, Bearer %s", served.token, served.token)
    for formatter in (Sentences(), JsonLines()):
        text = "\n".join(formatter.format(record) for record in caplog.records)
        assert "/v1/pairings" in text
        assert served.token not in text
        assert "1234-5678" not in text


def test_token_in_a_referer(served: Served) -> None:
    assert b"Referrer-Policy: no-referrer" in served.ask("GET /v1/profile")
    assert b"Cache-Control: no-store" in served.ask("GET /v1/profile")


# --- token or database readable by others


def test_token_or_database_readable_by_others(store: Store, home: Path) -> None:
    shown = store.pairings.offer()
    token = store.pairings.pair(shown, "x")
    kept = b"".join(path.read_bytes() for path in home.iterdir())
    assert token.encode() not in kept
    assert shown.replace("-", "").encode() not in kept
    assert home.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in home.iterdir()} == {0o600}


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
        "Bearer {token}, Bearer x",
        "Bearer \xe9{token}",
        "BEARER {token}",
        "{token}",
        "Bearer " + "a" * 100_000,
    ],
)
@pytest.mark.parametrize(
    "line",
    ["GET /v1/profile", "GET /v1/briefs", "DELETE /v1/briefs/a", "GET /v1/openapi.json", "GET /v1/log", "GET /v1/pairings", "GET /x"],
)
def test_without_the_token(served: Served, line: str, header: str | None) -> None:
    headers = [f"Authorization: {header.format(token=served.token)}"] if header else []
    assert told(served.ask(line, *headers, token=False)) == (401, "not_paired")


def test_two_tokens_are_none(served: Served) -> None:
    assert code(served.ask("GET /v1/profile", "Authorization: Bearer wrong-wrong-wrong-wrong")) == "not_paired"


# --- path-spelling bypass


@pytest.mark.parametrize(
    "path",
    [
        "//v1/profile",
        "/v1//profile",
        "/v1/health/../profile",
        "/v1/health/%2e%2e/profile",
        "/v1/%70rofile",
        "/v1/profile/",
        "/V1/profile",
        "/v1/health/",
        "/v1/health%2f..%2fprofile",
        "/v1/health;/profile",
        "/./v1/profile",
        "/v1/profile%00",
        "/%76%31/profile",
        "/v1\\profile",
        "/v1/profile%c0%ae",
        "/v1/profile?/v1/health",
        "/v1/profile#/v1/health",
        "*",
        "v1/profile",
        "/v1/pairings/../profile",
    ],
)
def test_path_spelling_bypass(served: Served, path: str) -> None:
    assert told(served.ask(f"GET {path}", token=False)) == (401, "not_paired")


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "TRACE", "CONNECT", "PATCH", "PROPFIND"])
def test_odd_methods_pass_nothing_by(served: Served, method: str) -> None:
    assert status(served.ask(f"{method} /v1/profile", token=False)) == 401
    assert status(served.ask(f"{method} /v1/health", token=False)) == 401
    answer = served.ask(f"{method} /v1/profile", "X-HTTP-Method-Override: GET")
    assert status(answer) == 405
    assert b"\r\nAllow: " in answer


# --- oversized or slow body


def test_oversized_body(served: Served) -> None:
    body = b'{"pages": [{"url": "https://a.example/", "html": "' + b"x" * MAX_BODY + b'"}]}'
    assert told(served.ask("POST /v1/briefs", JSON, body=body)) == (413, "too_large")


def test_oversized_body_is_refused_by_its_length(served: Served) -> None:
    assert told(served.ask("POST /v1/briefs", JSON, f"Content-Length: {10**12}")) == (413, "too_large")


def test_oversized_body_in_chunks(served: Served) -> None:
    chunk = b"100000\r\n" + b" " * 0x100000 + b"\r\n"
    head = (
        f"POST /v1/briefs HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nAuthorization: Bearer {served.token}\r\n"
        f"{JSON}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    ).encode()
    answer = served.send(head + chunk * (MAX_BODY // 0x100000 + 1) + b"0\r\n\r\n")
    assert told(answer) == (413, "too_large")


def test_slow_body(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """A body that drips loses its place, however lively its connection is."""
    monkeypatch.setattr(helper.api.http, "REQUEST_SECONDS", 0.2)
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as connection:
        head = f"PUT /v1/profile HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\n{JSON}\r\nContent-Length: 1000\r\n\r\n"
        connection.sendall(head.encode())
        for _ in range(100):
            connection.sendall(b" ")
            time.sleep(0.05)
            connection.settimeout(0.001)
            try:
                answer = connection.recv(65536)
                break
            except TimeoutError:
                connection.settimeout(10)
        else:
            pytest.fail("the helper took the whole drip")
    assert told(answer) == (408, "too_slow")


def test_slow_headers(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helper.api.http, "REQUEST_SECONDS", 0.0)
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as connection:
        connection.sendall(b"GET /v1/health HTTP/1.1\r\n")
        time.sleep(0.1)
        connection.sendall(b"A: b\r\n")
        assert told(connection.recv(65536)) == (408, "too_slow")


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        (b"NONSENSE\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
        (b"GET /v1/health\r\n\r\n", 400),
        (b"GET /v1/health HTTP/2.0\r\nHost: HOST\r\n\r\n", 400),
        (b"GET http://[::1/ HTTP/1.1\r\nHost: HOST\r\n\r\n", 400),
        (b"GET /v1/health HTTP/1.1\nHost: HOST\r\n\r\n", 400),
        (b"GET /v1/health HTTP/1.1\r\nHost: HOST\r\nA : b\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nA: ".ljust(262_144, b"x"), 431),
        (b"GET / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
        (b"PUT /v1/profile HTTP/1.1\r\nHost: HOST\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        (b"PUT /v1/profile HTTP/1.0\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        (b"PUT /v1/profile HTTP/1.1\r\nHost: HOST\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}x", 400),
        (b"PUT /v1/profile HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\n\r\n", 400),
        (b"PUT /v1/profile HTTP/1.1\r\nHost: HOST\r\nContent-Length: +2\r\n\r\n{}", 400),
        (b"PUT /v1/profile HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n", 400),
    ],
)
def test_broken_http_gets_the_same_shape(served: Served, raw: bytes, wanted: int) -> None:
    answer = served.send(raw.replace(b"HOST", f"127.0.0.1:{served.port}".encode()))
    assert status(answer) == wanted
    assert code(answer) in {"bad_request", "headers_too_large", "not_implemented"}
    assert answer.count(b"HTTP/1.") == 1  # what came after the fault was not taken for another request


def test_many_idle_connections_do_not_shut_the_helper(served: Served) -> None:
    idle = [socket.create_connection(("127.0.0.1", served.port), timeout=10) for _ in range(100)]
    try:
        assert status(served.ask("GET /v1/health")) == 200
    finally:
        for connection in idle:
            connection.close()


# --- gzip and HTML bombs, deep nesting, huge attributes


def test_gzip_bomb(served: Served) -> None:
    for encoding in ("gzip", "deflate", "br", "identity, gzip"):
        answer = served.ask("PUT /v1/profile", JSON, f"Content-Encoding: {encoding}", body=b"\x1f\x8b\x08\x00")
        assert told(answer) == (415, "not_json")


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b'"{}"',
        b"null",
        b"\xff\xfe",
        '{"aspirations": []}'.encode("utf-16"),
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b'{"a": ' + b"[" * 60 + b"]" * 60 + b"}",
        b'{"a": NaN}',
        b'{"a": -Infinity}',
        b'{"a": 1e999}',
        b'{"a": ' + b"9" * 5000 + b"}",
        b'{"a": 123456789012345678901234567890}',
        b'{"a": "\x00"}',
        b'{"a": 1} {"b": 2}',
        b"",
    ],
)
def test_bad_json(served: Served, body: bytes) -> None:
    assert told(served.ask("PUT /v1/profile", JSON, body=body)) == (400, "bad_json")


@pytest.mark.parametrize(
    "profile",
    [
        {"aspirations": [{"text": "Lead \u0000 a team"}], "x": "\u0000"},
        {"aspirations": [{"text": "Lead \ud800 a team"}], "\udfff": "\ud83d"},
        {"aspirations": [{"text": "\u202e" + "é" * 400}]},
        {"aspirations": [], "deep": {"a": [[[[[[[[[[{"b": [[[[[[[[[[1]]]]]]]]]]}]]]]]]]]]]}},
        {"aspirations": [], "big": 10**17, "small": -1e-300},
    ],
)
def test_odd_text_is_kept_and_comes_back(served: Served, profile: object) -> None:
    assert status(served.ask("PUT /v1/profile", JSON, body=json.dumps(profile).encode())) == 200
    assert status(served.ask("GET /v1/profile")) == 200


BOMBS = {
    "deep nesting": "<div>" * 50_000,
    "many nodes": "<b>x</b>" * 300_000,
    "a huge attribute": f'<p title="{"x" * 4_000_000}">Our mission is small.</p>',
    "many attributes": "<p " + " ".join(f"a{i}=1" for i in range(10_000)) + ">Our mission is small.",
    "unclosed everything": "<table><tr><td><select><option>" * 20_000,
    "a billion laughs": '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><p>&b;</p>' * 1000,
    "too much of it": "<p>Our mission is large.</p>" * 200_000,
}


@pytest.mark.parametrize("what", BOMBS)
def test_html_bomb(what: str) -> None:
    """Read to an end, or refused by name; the page that is too large is refused before it is parsed."""
    if what == "too much of it":
        with pytest.raises(PageError, match="too large"):
            read_page(Page(url="https://a.example/", html=BOMBS[what]))
    else:
        assert len(read_page(Page(url="https://a.example/", html=BOMBS[what])).blocks) <= 20_000


# --- captured HTML runs somewhere


def test_captured_html_runs_somewhere(served: Served) -> None:
    brief = samples.brief()
    brief.company.name = brief.statements[0].text = '<script>alert(1)</script><img src=x onerror="alert(1)">'
    page = html(brief, samples.profile())
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "default-src &#39;none&#39;" in page
    for line in ("GET /v1/briefs", "GET /v1/profile", "GET /nothing<script>"):
        answer = served.ask(line)
        assert b"Content-Type: application/json" in answer
        assert b"X-Content-Type-Options: nosniff" in answer
        assert b"Content-Security-Policy: default-src 'none'" in answer


# --- helper fetches an attacker's address (SSRF)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "::1", "fe80::1", "fc00::1",
     "::ffff:127.0.0.1", "64:ff9b::7f00:1", "224.0.0.1"],
)  # fmt: skip
def test_ssrf(address: str) -> None:
    assert not is_public(address)  # and tests/helper/test_address.py: after resolution, and on each redirect


def test_the_api_fetches_nothing(served: Served) -> None:
    """A page's address is a name to the helper, not a place to go to."""
    with socket.create_server(("127.0.0.1", 0)) as trap:
        trap.settimeout(0.5)
        url = f"http://127.0.0.1:{trap.getsockname()[1]}/"
        body = json.dumps({"pages": [{"url": url, "html": ""}]}).encode()
        assert status(served.ask("POST /v1/briefs", JSON, body=body)) == 422
        with pytest.raises(TimeoutError):
            trap.accept()


# --- wrong program on the port


class Stranger(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"service": "visionfit"}')

    def log_message(self, format: str, *args: object) -> None:
        pass


def test_wrong_program_on_the_port() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Stranger) as other:
        thread = Thread(target=other.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        port = other.server_port
        assert look("127.0.0.1", port).who == "other"
        with pytest.raises(Problem) as raised:
            bind(None, "127.0.0.1", port)
        other.shutdown()
        thread.join()
    assert raised.value.code == "port_taken"
    assert str(port) in raised.value.message


def test_a_program_that_never_answers_is_no_helper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helper.presence.SECONDS", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert look("127.0.0.1", silent.getsockname()[1]).who == "other"
    assert look("127.0.0.1", free_port()).who == "nobody"


# --- LAN bind


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "::1", "192.168.1.5", "localhost", "", "127.0.0.1.evil.example", "*"])
def test_lan_bind(host: str) -> None:
    with pytest.raises(Problem) as raised:
        bind(None, host, free_port())
    assert raised.value.code == "not_loopback"


# --- stack trace to client


def test_stack_trace_to_client(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise RuntimeError("a secret inside")

    monkeypatch.setattr("helper.store.profiles.Profiles.current", broken)
    answer = client.get("/v1/profile")
    assert answer.status_code == 500
    assert answer.get_json()["error"]["code"] == "internal"
    assert b"secret" not in answer.data
    assert b"Traceback" not in answer.data


def test_unknown_path_and_method(served: Served) -> None:
    assert told(served.ask("GET /nothing")) == (404, "not_found")
    answer = served.ask("DELETE /v1/profile")
    assert told(answer) == (405, "method_not_allowed")
    assert b"\r\nAllow: " in answer


# --- CSV injection


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"https://evil.example\")"])
def test_csv_injection(text: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerow([cell(text)])
    (read,) = next(csv.reader(io.StringIO(out.getvalue())))
    assert read[0] == "'"
