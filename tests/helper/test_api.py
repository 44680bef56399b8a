"""The API's calls, with the real language core on fictional companies."""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from openapi_spec_validator import validate

from helper import briefing, version
from helper.api.logs import Sentences
from helper.api.work import PLACES, Workshop
from helper.errors import Problem
from helper.pages import load
from helper.store import Store
from nlp.contract import Brief, Page
from tests.helper import samples

DOMAIN = "staldric.example"


def pages_of(sites: Path, slug: str, *names: str) -> dict[str, Any]:
    return {"pages": [load(sites / slug / name).model_dump() for name in names]}


@pytest.fixture
def trust(sites: Path) -> dict[str, Any]:
    return pages_of(sites, "st-aldric-trust", "who-we-are.html", "work-for-us.html")


def error(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.get_json()["error"]["code"]


def test_health_needs_no_token(client: FlaskClient) -> None:
    del client.environ_base["HTTP_AUTHORIZATION"]
    health = client.get("/v1/health").get_json()
    assert health == {"service": "visionfit", "version": version(), "models": "ready"}


def test_profile(client: FlaskClient) -> None:
    assert client.get("/v1/profile").get_json()["aspirations"] == []
    told = {
        "schema": "visionfit/profile@1",
        "aspirations": [{"text": "Lead a team"}, {"text": "Learn", "private": True}],
    }
    saved = client.put("/v1/profile", json=told)
    assert saved.status_code == 200
    assert [(a["id"], a["text"], a["private"]) for a in saved.get_json()["aspirations"]] == [
        ("a1", "Lead a team", False),
        ("a2", "Learn", True),
    ]
    assert client.get("/v1/profile").get_json() == saved.get_json()


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"aspirations": [{"text": "x"}, {"text": ""}]}, "aspirations[1].text"),
        ({"skills": "SQL"}, "skills"),
        ({"schema": "visionfit/profile@9"}, "schema"),
        ({"aspirations": [{"id": "a", "text": "x"}, {"id": "a", "text": "y"}]}, "same id"),
    ],
)
def test_a_malformed_profile_is_told_by_field_and_not_saved(
    client: FlaskClient, body: dict[str, Any], field: str
) -> None:
    client.put("/v1/profile", json={"role": "Nurse"})
    answer = client.put("/v1/profile", json=body)
    assert error(answer) == (422, "bad_request")
    assert field in answer.get_json()["error"]["message"]
    assert client.get("/v1/profile").get_json()["role"] == "Nurse"


@pytest.mark.usefixtures("real_models")
def test_pages_to_a_saved_brief_and_its_end(client: FlaskClient, trust: dict[str, Any]) -> None:
    client.put("/v1/profile", json={"aspirations": [{"text": "Keep learning and earn qualifications"}]})
    answer = client.post("/v1/briefs", json=trust)
    assert answer.status_code == 200
    brief = Brief.model_validate(answer.get_json())
    assert brief.company.domain == DOMAIN
    assert [v.name for v in brief.values] == ["Kindness", "Reliability", "Equality", "Courage"]
    assert client.get(f"/v1/briefs/{DOMAIN}").get_json() == answer.get_json()
    (listed,) = client.get("/v1/briefs").get_json()["briefs"]
    assert (listed["company"]["domain"], listed["pages"], listed["stale"]) == (DOMAIN, 2, False)
    assert client.get("/v1/domains").get_json() == {"domains": [DOMAIN]}
    assert client.delete(f"/v1/briefs/{DOMAIN}").status_code == 204
    assert client.get("/v1/domains").get_json() == {"domains": []}
    assert error(client.get(f"/v1/briefs/{DOMAIN}")) == (404, "no_company")
    assert error(client.delete(f"/v1/briefs/{DOMAIN}")) == (404, "no_company")
    assert client.get("/v1/briefs").get_json() == {"briefs": []}


@pytest.mark.usefixtures("real_models")
def test_a_changed_profile_is_matched_without_reading_again(
    client: FlaskClient, trust: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.post("/v1/briefs", json=trust).get_json()
    assert first["matches"] == first["gaps"] == []
    monkeypatch.setattr("nlp.brief.read", lambda *_, **__: pytest.fail("the pages were read again"))
    client.put("/v1/profile", json={"aspirations": [{"id": "learn", "text": "Keep learning and earn qualifications"}]})
    assert client.get("/v1/briefs").get_json()["briefs"][0]["stale"]
    second = client.get(f"/v1/briefs/{DOMAIN}").get_json()
    assert "learn" in {m["aspiration"] for m in second["matches"]} | {g["aspiration"] for g in second["gaps"]}
    assert second["statements"] == first["statements"]
    assert not client.get("/v1/briefs").get_json()["briefs"][0]["stale"]


@pytest.mark.usefixtures("real_models")
def test_the_same_pages_sent_twice_are_read_once(
    client: FlaskClient, trust: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.post("/v1/briefs", json=trust).get_json()
    monkeypatch.setattr("nlp.brief.read", lambda *_, **__: pytest.fail("the pages were read again"))
    assert client.post("/v1/briefs", json=trust).get_json() == first


@pytest.mark.usefixtures("real_models")
@pytest.mark.parametrize(
    ("html", "wanted"),
    [("", (422, "empty_page")), ("just words", (422, "not_html")), ("<p>" + "x" * 6_000_000, (413, "too_large"))],
)
def test_pages_that_cannot_be_read(client: FlaskClient, html: str, wanted: tuple[int, str]) -> None:
    assert error(client.post("/v1/briefs", json={"pages": [{"url": "https://a.example/", "html": html}]})) == wanted
    assert client.get("/v1/briefs").get_json() == {"briefs": []}


@pytest.mark.usefixtures("real_models")
def test_half_a_surrogate_in_a_page_is_no_failure(client: FlaskClient) -> None:
    html = b"<h1>Our mission</h1><p>We bake \\ud83d bread for every town we love.</p>"
    body = b'{"pages": [{"url": "https://a.example/", "html": "' + html + b'"}]}'
    answer = client.post("/v1/briefs", data=body, content_type="application/json")
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"pages": []},
        {"pages": [{"url": "https://a.example/", "html": "<p>"}] * 9},
        {"pages": [{"html": "<p>"}]},
        {"pages": "x"},
        {"pages": [{"url": "file:///etc/passwd", "html": "<p>"}]},
        {"pages": [{"url": "javascript:1", "html": "<p>"}]},
        {"pages": [{"url": "https://a.example/", "html": "<p>", "extra": 1}]},
        {"pages": [{"url": "https://a.example/", "html": None}]},
    ],
)
def test_a_request_that_does_not_fit_the_contract(client: FlaskClient, body: dict[str, Any]) -> None:
    assert error(client.post("/v1/briefs", json=body)) == (422, "bad_request")


@pytest.mark.usefixtures("real_models")
def test_lint(client: FlaskClient, trust: dict[str, Any]) -> None:
    client.put("/v1/profile", json={"aspirations": [{"text": "Keep learning and earn qualifications"}]})
    client.post("/v1/briefs", json=trust)
    text = "I am passionate about your amazing company, and you say “a sentence nobody wrote”."
    answer = client.post("/v1/lint", json={"text": text, "brief": DOMAIN, "phrase": None})
    assert answer.status_code == 200
    findings = answer.get_json()["findings"]
    assert findings
    assert {"rule", "severity", "message", "hint", "span"} == set(findings[0])
    assert error(client.post("/v1/lint", json={"text": "x", "brief": "none.example"})) == (404, "no_company")
    assert error(client.post("/v1/lint", json={"text": "x", "brief": DOMAIN, "phrase": "p999"})) == (404, "no_phrase")
    assert error(client.post("/v1/lint", json={"text": "", "brief": DOMAIN})) == (422, "bad_request")


def test_the_contract_is_valid_and_names_every_call(client: FlaskClient, app: Any) -> None:
    contract = client.get("/v1/openapi.json").get_json()
    validate(contract)
    told = {
        (path.replace("{", "<").replace("}", ">"), method.upper())
        for path, calls in contract["paths"].items()
        for method in calls
    }
    real = {(rule.rule, method) for rule in app.url_map.iter_rules() for method in rule.methods - {"HEAD", "OPTIONS"}}
    assert told == real
    for path, calls in contract["paths"].items():
        for method, call in calls.items():
            is_open = (path, method) in {("/v1/health", "get"), ("/v1/pairings", "post")}
            assert bool(call.get("security")) == (not is_open), (path, method)
            assert {"200", "201", "204"} & set(call["responses"])
            assert "401" in call["responses"]


def test_a_bug_is_told_without_a_trace(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helper.api.profile._as_json", lambda _: 1 / 0)
    answer = client.get("/v1/profile")
    assert error(answer) == (500, "internal")
    assert "ZeroDivision" not in answer.text
    assert answer.headers["X-Visionfit"]


def test_models_that_cannot_be_loaded(store: Store, sites: Path) -> None:
    def absent() -> None:
        raise Problem("models_failed", "The models are not there.", "Install them.", status=503)

    workshop = Workshop(absent)
    workshop._load_models()
    assert workshop.models == "failed"
    with pytest.raises(Problem) as raised, workshop.turn():
        pytest.fail("a turn was given")
    assert (raised.value.code, raised.value.hint) == ("models_failed", "Install them.")


def test_models_load_in_the_background_and_briefs_wait_for_them() -> None:
    may_load, turned = threading.Event(), threading.Event()
    workshop = Workshop(lambda: may_load.wait(10) and None)
    workshop.open()
    assert workshop.models == "loading"

    def work() -> None:
        with workshop.turn():
            turned.set()

    worker = threading.Thread(target=work)
    worker.start()
    assert not turned.is_set()
    may_load.set()
    worker.join(10)
    assert turned.is_set()
    assert workshop.models == "ready"


def test_busy_is_told_and_the_others_are_served(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    inside, leave = threading.Semaphore(0), threading.Event()
    alone: list[int] = []

    def slow(*_: Any, **__: Any) -> Brief:
        alone.append(1)
        assert len(alone) == 1
        inside.release()
        assert leave.wait(10)
        alone.pop()
        return samples.brief()

    monkeypatch.setattr(briefing, "make_and_save", slow)
    body = {"pages": [{"url": "https://a.example/", "html": "<p>x"}]}
    answers: list[int] = []
    threads = [
        threading.Thread(target=lambda: answers.append(client.post("/v1/briefs", json=body).status_code))
        for _ in range(PLACES)
    ]
    threads[0].start()
    assert inside.acquire(timeout=10)
    for thread in threads[1:]:
        thread.start()
    workshop = client.application.extensions["visionfit"].workshop
    while workshop._places._value:  # until all the others are waiting
        time.sleep(0.01)
    refused = client.post("/v1/briefs", json=body)
    assert error(refused) == (503, "busy")
    assert refused.headers["Retry-After"]
    assert client.get("/v1/health").status_code == 200
    leave.set()
    for thread in threads:
        thread.join(10)
    assert answers == [200] * PLACES


def test_no_secret_in_the_log(client: FlaskClient, token: str, caplog: pytest.LogCaptureFixture, store: Store) -> None:
    caplog.set_level(logging.INFO)
    client.get("/v1/profile?token=" + token)
    code = store.pairings.offer()
    client.post("/v1/pairings", json={"code": code})
    formatter = Sentences("%(message)s")
    logged = "\n".join(formatter.format(record) for record in caplog.records)
    assert "GET /v1/profile 200" in logged
    assert token not in logged
    assert code not in logged
    record = logging.LogRecord(
        "x", logging.ERROR, "x", 1, f"Authorization: Bearer {token} token={token} 'code': '{code}'", None, None
    )
    assert token not in formatter.format(record)
    assert code not in formatter.format(record)


def test_a_path_cannot_forge_a_log_line(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    client.get("/v1/briefs/a%0A12:00:00%20INFO%20forged")
    assert all("\n" not in record.getMessage() for record in caplog.records)


def test_core_version_names_the_language_core() -> None:
    assert briefing.core_version() == briefing.core_version()
    assert len(briefing.core_version()) == 16


def test_pages_hash_tells_pages_apart() -> None:
    page = Page(url="https://a.example/", html="<p>x")
    other = page.model_copy(update={"selection": "x"})
    assert len({briefing.pages_sha256(p) for p in ([page], [other], [page, page], [page, other])}) == 4
