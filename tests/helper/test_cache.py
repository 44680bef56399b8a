"""The HTTP cache: what is kept, for how long, and how it is asked about again."""

from __future__ import annotations

import sqlite3
import stat
import time
from pathlib import Path

import pytest

from helper.errors import Problem
from helper.fetch.cache import FILE, Cache, Cached
from helper.fetch.freshness import lifetime, may_store, retry_after
from helper.fetch.transport import Answer
from tests.helper.world.online import online, site
from tests.helper.world.replies import Reply, page, redirect

HOME = "http://larkhill.example/"
DATE = "Sat, 01 Mar 2025 09:30:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 86_400),
        ({"cache-control": "max-age=60"}, 60),
        ({"cache-control": 'private, MAX-AGE="60"'}, 60),
        ({"cache-control": "max-age=60, no-cache"}, 0),
        ({"cache-control": "max-age=99999999"}, 7 * 86_400),
        ({"expires": "Sat, 01 Mar 2025 09:31:00 GMT", "date": DATE}, 60),
        ({"expires": "0"}, 0),
        ({"expires": "Sat, 01 Mar 2025 09:00:00 GMT", "date": DATE}, 0),
        ({"cache-control": "max-age=60", "expires": "0"}, 60),
    ],
)
def test_lifetime(headers: dict[str, str], seconds: float) -> None:
    assert lifetime(200, headers) == seconds


@pytest.mark.parametrize("status", [302, 303, 307, 404])
def test_what_holds_for_now_is_asked_about_again_within_the_hour(status: int) -> None:
    assert lifetime(status, {}) == 3600
    assert lifetime(status, {"cache-control": "max-age=86400"}) == 3600
    assert lifetime(status, {"cache-control": "max-age=60"}) == 60
    assert {lifetime(lasting, {}) for lasting in (301, 308, 410)} == {86_400}


def test_what_may_be_kept() -> None:
    assert may_store(200, {})
    assert may_store(404, {})
    assert not may_store(200, {"cache-control": "private, no-store"})
    assert not may_store(200, {"vary": "*"})
    assert not may_store(500, {})
    assert not may_store(503, {})


def test_retry_after_in_seconds_and_as_a_date() -> None:
    from datetime import UTC, datetime

    now = datetime(2025, 3, 1, 9, 29, 30, tzinfo=UTC)
    assert retry_after({"retry-after": "17"}, now) == 17
    assert retry_after({"retry-after": DATE}, now) == 30
    assert retry_after({"retry-after": "soon"}, now) is None
    assert retry_after({}, now) is None


def test_a_kept_page_is_not_asked_for_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with online(monkeypatch, tmp_path, site({"/": redirect("/home"), "/home": page("x", "x")})) as made:
        first = made.client().get(HOME)
        second = made.client().get(HOME)
        assert (first.answer.body, first.answer.url) == (second.answer.body, second.answer.url)
        assert made.paths() == ["/robots.txt", "/", "/home"]


def test_refresh_asks_only_whether_it_has_changed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with online(monkeypatch, tmp_path, site({"/": page("x", "x")})) as made:
        made.client().get(HOME)
        time.sleep(0.01)
        client = made.client(since=time.time(), refresh=True)
        assert client.get(HOME).answer.body == made.client().get(HOME).answer.body
        client.get(HOME)  # just confirmed: not asked about again in the same run
        asked = [one for one in made.world.asked() if one.path == "/"]
        assert [(one.status, one.conditional) for one in asked] == [(200, False), (304, True)]


def test_what_must_not_be_kept_is_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    secret = Reply(b"secret", headers={"Cache-Control": "no-store", "Content-Type": "text/html"})
    with online(monkeypatch, tmp_path, site({"/": secret})) as made:
        made.client().get(HOME)
        made.client().get(HOME)
        assert made.paths().count("/") == 2
        assert Cache(tmp_path).get(HOME) is None


def test_the_file_is_the_user_s_alone_and_old_answers_go(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new")
    cache.put(Answer(HOME, 200, {"etag": '"1"', "set-cookie": "a=b"}, b"body"))
    kept = cache.get(HOME)
    assert kept is not None
    assert (kept.answer.body, kept.answer.headers) == (b"body", {"etag": '"1"'})
    assert kept.validators() == {"If-None-Match": '"1"'}
    assert stat.S_IMODE((tmp_path / "new" / FILE).stat().st_mode) == 0o600
    cache.close()
    with sqlite3.connect(tmp_path / "new" / FILE) as connection:
        connection.execute("UPDATE answers SET checked_at = ?", (time.time() - 31 * 86_400,))
    connection.close()
    again = Cache(tmp_path / "new")
    assert again.get(HOME) is None
    again.close()


def test_fresh_until_it_is_not() -> None:
    cached = Cached(Answer(HOME, 200, {"cache-control": "max-age=60"}, b""), 1000.0)
    assert cached.fresh(1059)
    assert not cached.fresh(1061)


def test_a_file_that_is_no_cache_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database" * 100)
    with pytest.raises(Problem) as raised:
        Cache(tmp_path)
    assert raised.value.code == "no_cache"
