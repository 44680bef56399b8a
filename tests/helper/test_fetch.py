"""Fetching politely: turns, retries, redirects, limits, and a record of everything."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from helper.errors import Problem
from helper.fetch.turns import Stopped, Turns
from helper.fetch.urls import normalised, page_key, site_of
from tests.helper.world.judge import crowded_hosts
from tests.helper.world.online import online, site
from tests.helper.world.replies import FILLER, Reply, page, redirect, text

HOME = "http://larkhill.example/"


@pytest.mark.parametrize(
    ("url", "base", "told"),
    [
        ("HTTP://Larkhill.EXAMPLE:80", None, "http://larkhill.example/"),
        ("https://larkhill.example:443/a#b", None, "https://larkhill.example/a"),
        ("../b?c=d", "https://larkhill.example/x/y/", "https://larkhill.example/x/b?c=d"),
        ("//other.example/z", "https://larkhill.example/", "https://other.example/z"),
        ("https://bücher.example/ü", None, "https://xn--bcher-kva.example/%C3%BC"),
    ],
)
def test_one_form_of_an_address(url: str, base: str | None, told: str) -> None:
    assert normalised(url, base) == told


@pytest.mark.parametrize("url", ["ftp://a.example/", "file:///etc/passwd", "javascript:alert(1)", "http://", "http://u:p@a.example/",
                                 "http://a b/", "http:///x", "http://a.example/" + "x" * 3000, "", "http://[::1", "http://a..b/"])  # fmt: skip
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(Problem) as raised:
        normalised(url)
    assert raised.value.code == "bad_address"


def test_names_of_pages_and_sites() -> None:
    assert page_key("https://www.a.example/about/") == page_key("http://a.example/about/index.html") == "a.example/about"
    assert page_key("https://a.example/about?x=1") != page_key("https://a.example/about")
    assert site_of("https://jobs.acme.co.uk/") == "acme.co.uk"
    assert site_of("https://careers.acme.example/") == "acme.example"
    assert site_of("http://acme.github.io/") == "acme.github.io"
    assert site_of("http://127.0.0.1:8000/") == "127.0.0.1:8000"


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(b"x" * 2000, headers={"Content-Type": "text/html"}), "too_large"),
        (Reply(headers={"Content-Type": "text/html"}, manner="bomb"), "too_large"),
        (Reply(b"not gzip", headers={"Content-Encoding": "gzip"}), "bad_response"),
        (Reply(manner="drop"), "bad_response"),
        (Reply(b"x" * 900, manner="drip"), "timed_out"),
        (redirect("http://larkhill.example/"), "redirect_loop"),
        (redirect("file:///etc/passwd"), "bad_redirect"),
        (Reply(status=429, headers={"Retry-After": "86400"}), "asked_to_wait"),
    ],
)
def test_failures_have_codes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, reply: Reply, code: str) -> None:
    with online(monkeypatch, tmp_path, site({"/": reply})) as made:
        with pytest.raises(Problem) as raised:
            made.client(whole_seconds=1.0).get(HOME, max_bytes=1000)
        assert raised.value.code == code
        assert made.log[-1][1] == HOME


def test_a_certificate_nobody_vouches_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with online(monkeypatch, tmp_path, site({"/": page("x", "x")}, tls=True)) as made:
        with pytest.raises(Problem) as raised:
            made.client().get("https://larkhill.example/")
        assert raised.value.code == "bad_certificate"


def test_retry_after_is_waited_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    busy = Reply(status=503, headers={"Retry-After": "1"})
    with online(monkeypatch, tmp_path, site({"/": Reply(b"ok", first=busy)})) as made:
        assert made.client().get(HOME).answer.body == b"ok"
        first, second = (one for one in made.world.asked() if one.path == "/")
        assert second.began - first.ended >= 1.0


def test_one_request_at_a_time_and_a_pause(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    world = site({f"/{n}": page("x", str(n), delay=0.05) for n in range(6)})
    with online(monkeypatch, tmp_path, world) as made:
        client = made.client(pause=0.1)
        threads = [threading.Thread(target=client.get, args=(f"{HOME}{n}",)) for n in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(made.paths()) == 7  # robots.txt once, though six wanted it
        assert crowded_hosts([world], made.world.asked(), 0.1) == []


def test_crawl_delay_goes_before_a_shorter_pause(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    world = site({"/robots.txt": text("User-agent: *\nCrawl-delay: 0.3"), "/": page("x", "x"), "/a": page("x", "y")}, pause=0.3)
    with online(monkeypatch, tmp_path, world) as made:
        client = made.client()
        for path in ("", "a"):
            client.get(HOME + path)
        assert client.pause(HOME) == 0.3
        assert crowded_hosts([world], made.world.asked(), 0) == []


def test_every_request_and_refusal_is_recorded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    world = site({"/robots.txt": text("User-agent: *\nDisallow: /private"), "/": redirect("/a"), "/a": page("x", FILLER)})
    with online(monkeypatch, tmp_path, world) as made:
        client = made.client()
        size = len(client.get(HOME).answer.body)
        with pytest.raises(Problem):
            client.get(f"{HOME}private/x")
        assert made.log == [
            ("fetched", f"{HOME}robots.txt", "robots.txt", 32),
            ("fetched", HOME, "page", 0),
            ("fetched", f"{HOME}a", "page", size),
            ("refused", f"{HOME}private/x", "robots_forbidden", 0),
        ]
        assert len(made.paths()) == 3


def test_it_says_who_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from helper.fetch.transport import user_agent

    assert user_agent().startswith("Visionfit/")
    assert "Mozilla" not in user_agent()


def test_the_end_of_a_run_ends_what_waits(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stop = threading.Event()
    turns = Turns(stop)
    with turns.turn("a.example", 600):
        pass
    threading.Timer(0.1, stop.set).start()
    with pytest.raises(Stopped), turns.turn("a.example", 600):
        pass
    with online(monkeypatch, tmp_path, site({"/robots.txt": text(""), "/": page("x", "x", delay=3)})) as made:
        client = made.client(whole_seconds=60)
        threading.Timer(0.3, made.stop.set).start()
        began = time.monotonic()
        with pytest.raises(Stopped):
            client.get(HOME)
        assert time.monotonic() - began < 2.9  # sooner than the server answers
