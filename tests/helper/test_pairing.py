"""Pairing: five tries, five minutes, once, and nothing but hashes kept."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from helper.errors import Problem
from helper.store import Store


def wrong(code: str) -> str:
    return ("1" if code[0] == "0" else "0") + code[1:]


def test_a_code_is_good_for_one_token(store: Store) -> None:
    code = store.pairings.offer()
    assert re.fullmatch(r"\d{4}-\d{4}", code)
    token = store.pairings.pair(code, "Firefox on Linux")
    assert store.pairings.knows(token)
    with pytest.raises(Problem) as raised:
        store.pairings.pair(code, "another")
    assert raised.value.code == "no_code"


@pytest.mark.parametrize("typed", ["{0}{1}", " {0} {1}\n", "{0}-{1}"])
def test_a_code_may_be_typed_without_its_hyphen(store: Store, typed: str) -> None:
    assert store.pairings.pair(typed.format(*store.pairings.offer().split("-")), "x")


def test_five_wrong_tries_end_a_code(store: Store) -> None:
    code = store.pairings.offer()
    for _ in range(5):
        with pytest.raises(Problem) as raised:
            store.pairings.pair(wrong(code), "guesser")
        assert raised.value.code == "wrong_code"
    with pytest.raises(Problem) as raised:
        store.pairings.pair(code, "guesser")
    assert raised.value.code == "no_code"


def test_four_wrong_tries_do_not(store: Store) -> None:
    code = store.pairings.offer()
    for _ in range(4):
        with pytest.raises(Problem):
            store.pairings.pair(wrong(code), "hasty")
    assert store.pairings.knows(store.pairings.pair(code, "hasty"))


@pytest.mark.parametrize("seconds", [301, -60])  # and a clock that was set back does not make a code older than new
def test_a_code_is_good_for_five_minutes(store: Store, monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    code = store.pairings.offer()
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + seconds)
    with pytest.raises(Problem) as raised:
        store.pairings.pair(code, "late")
    assert raised.value.code == "code_expired"


def test_a_new_code_voids_the_last(store: Store) -> None:
    first = store.pairings.offer()
    second = store.pairings.offer()
    with pytest.raises(Problem):
        store.pairings.pair(first, "old")
    assert store.pairings.pair(second, "new")


def test_secrets_are_not_in_the_file(store: Store, home: Path) -> None:
    code = store.pairings.offer()
    offered = b"".join(path.read_bytes() for path in home.iterdir())
    token = store.pairings.pair(code, "x")
    kept = b"".join(path.read_bytes() for path in home.iterdir())
    assert code.encode() not in offered
    assert token.encode() not in kept


@pytest.mark.parametrize("token", ["", "é", "x" * 10_000, "\ud800"])
def test_odd_tokens_are_unknown(store: Store, token: str) -> None:
    store.pairings.pair(store.pairings.offer(), "x")
    assert not store.pairings.knows(token)


def test_over_http(client: FlaskClient, store: Store) -> None:
    del client.environ_base["HTTP_AUTHORIZATION"]
    code = store.pairings.offer()
    refused = client.post("/v1/pairings", json={"code": wrong(code), "client": "x"})
    assert (refused.status_code, refused.get_json()["error"]["code"]) == (403, "wrong_code")
    answer = client.post("/v1/pairings", json={"code": code, "client": "x"})
    assert answer.status_code == 201
    token = answer.get_json()["token"]
    assert client.get("/v1/profile", headers={"Authorization": f"Bearer {token}"}).status_code == 200
