"""Questions, answers, preparation and comparison by the API, with the real language core on fictional companies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from helper.pages import load
from helper.store import Store
from nlp.contract import Answer

pytestmark = pytest.mark.usefixtures("real_models")
DOMAIN = "staldric.example"
PROFILE = {
    "role": "Ward helper",
    "aspirations": [
        {"id": "learn", "text": "Keep learning and train as a nurse", "because": "I left school too early",
         "steps": ["Finished a first-aid course"]},
        {"id": "visit", "text": "Make a difference to people who are alone", "horizon": "long",
         "because": "my grandmother had nobody", "steps": ["Visited two neighbours every week for a year"]},
        {"id": "abroad", "text": "Work abroad for a year"},
    ],
    "skills": ["first aid", "listening"],
    "experience": ["Three years as a porter in a hospital"],
    "work_style": ["calm"],
}  # fmt: skip
SLOT = {"question": "Q7", "audience": "manager", "register": "spoken"}


@pytest.fixture
def trust(client: FlaskClient, sites: Path) -> dict[str, Any]:
    """The brief of a company that is saved, with the profile above."""
    client.put("/v1/profile", json=PROFILE)
    brief: dict[str, Any] = client.post("/v1/briefs", json=pages(sites, "st-aldric-trust")).get_json()
    return brief


def pages(sites: Path, slug: str) -> dict[str, Any]:
    return {"pages": [load(file).model_dump() for file in sorted((sites / slug).glob("*.html"))]}


def error(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.get_json()["error"]["code"]


def url(what: str, domain: str = DOMAIN) -> str:
    return f"/v1/briefs/{domain}/{what}"


def test_questions(client: FlaskClient) -> None:
    told = client.get("/v1/questions").get_json()
    assert [question["id"] for question in told["questions"]] == [f"Q{n}" for n in range(1, 21)]
    first = {question["id"] for question in told["questions"] if question["first"]}
    assert first == {"Q1", "Q2", "Q3", "Q5", "Q7", "Q8", "Q19"}
    assert told["audiences"] == ["recruiter", "manager", "peer", "executive"]
    assert told["registers"] == ["spoken", "written-80", "written-150", "written-250"]


def test_an_answer_is_composed_and_not_saved(client: FlaskClient, trust: dict[str, Any]) -> None:
    made = client.post(url("answers"), json=SLOT)
    assert made.status_code == 200, made.get_json()
    answer = Answer.model_validate(made.get_json())
    assert (answer.question, answer.audience) == ("Q7", "manager")
    assert 60 <= answer.words <= 130
    assert client.get(url("answers")).get_json() == {"answers": []}
    assert client.post(url("answers"), json=SLOT).get_json() == made.get_json()
    written = client.post(url("answers"), json={**SLOT, "register": "written-80"}).get_json()
    assert "I'd" not in written["text"]
    assert written["words"] <= 80


def test_what_is_missing_for_an_answer_is_told(client: FlaskClient, trust: dict[str, Any]) -> None:
    refused = client.post(url("answers"), json={**SLOT, "question": "Q12"})
    assert error(refused) == (422, "too_little")
    assert "an aspiration to change" in refused.get_json()["error"]["hint"]
    client.put("/v1/profile", json={"aspirations": []})
    assert "no aspiration" in client.post(url("answers"), json=SLOT).get_json()["error"]["message"]


def test_kept_phrases_are_said_as_they_are_and_in_their_order(client: FlaskClient, trust: dict[str, Any]) -> None:
    ids = [phrase["id"] for phrase in trust["phrases"]]
    assert len(ids) >= 2
    texts = {phrase["id"]: phrase["text"] for phrase in trust["phrases"]}
    mine = "I'd like to go on learning with you, and I'd share it with your team, because I left school too early."
    kept = {"id": ids[0], "text": mine, "original": texts[ids[0]], "aspiration": "learn", "evidence": [],
            "true_for_me": True, "order": 1}  # fmt: skip
    client.put(url("preparation"), json={"kept": [kept]})
    told = client.post(url("answers"), json={**SLOT, "phrases": [ids[1], ids[0]]}).get_json()
    assert told["phrases"] == [ids[1], ids[0]]
    assert told["text"].index(texts[ids[1]]) < told["text"].index(mine)
    assert error(client.post(url("answers"), json={**SLOT, "phrases": ["p99"]})) == (404, "no_phrase")


def test_the_users_own_text_has_versions_and_is_never_overwritten(
    client: FlaskClient, trust: dict[str, Any], sites: Path
) -> None:
    flat = client.put(url("answers"), json={**SLOT, "text": "Your amazing trust is where I'd like to learn."}).get_json()
    assert (flat["version"], flat["question"], flat["register"]) == (1, "Q7", "spoken")
    assert "flattery" in {finding["rule"] for finding in flat["findings"]}
    better = {**SLOT, "text": "I'd like to learn here, and I'd help your visitors."}
    assert client.put(url("answers"), json=better).get_json()["version"] == 2
    assert client.put(url("answers"), json=better).get_json()["version"] == 2  # nothing changed
    client.put(url("answers"), json={**better, "audience": "peer"})

    client.post(url("answers"), json=SLOT)
    client.post("/v1/briefs", json=pages(sites, "st-aldric-trust"))
    client.put("/v1/profile", json={**PROFILE, "role": "Porter"})
    (manager, peer) = client.get(url("answers")).get_json()["answers"]
    assert (manager["text"], manager["version"], manager["audience"]) == (better["text"], 2, "manager")
    assert (peer["version"], peer["audience"]) == (1, "peer")
    assert "flattery" not in {finding["rule"] for finding in manager["findings"]}
    versions = client.get(url("answers/versions"), query_string=SLOT).get_json()["versions"]
    assert [(v["version"], v["text"][:12]) for v in versions] == [(2, "I'd like to "), (1, "Your amazing")]
    empty = client.get(url("answers/versions"), query_string={**SLOT, "question": "Q1"}).get_json()
    assert empty == {"versions": []}


def test_findings_follow_the_profile(client: FlaskClient, trust: dict[str, Any]) -> None:
    text = "I've mended four hundred clocks, and I'd bring that patience to your visitors."
    saved = client.put(url("answers"), json={**SLOT, "text": text}).get_json()
    assert "unsupported_number" in {finding["rule"] for finding in saved["findings"]}
    client.put("/v1/profile", json={**PROFILE, "experience": ["Mended four hundred clocks"]})
    (now,) = client.get(url("answers")).get_json()["answers"]
    assert "unsupported_number" not in {finding["rule"] for finding in now["findings"]}
    assert now["version"] == 1


@pytest.mark.parametrize(
    "body",
    [
        {"question": "Q21", "audience": "peer", "register": "spoken"},
        {"question": "Q1", "audience": "friend", "register": "spoken"},
        {"question": "Q1", "audience": "peer", "register": "sung"},
        {"question": "Q1", "audience": "peer", "phrases": []},
    ],
)
def test_a_request_that_does_not_fit(client: FlaskClient, trust: dict[str, Any], body: dict[str, Any]) -> None:
    assert error(client.post(url("answers"), json=body)) == (422, "bad_request")


def test_preparation_is_kept_and_forgotten_with_the_company(
    client: FlaskClient, trust: dict[str, Any], sites: Path, store: Store
) -> None:
    assert client.get(url("preparation")).get_json() == {
        "kept": [], "notes": "", "interview_date": None, "checklist": {}
    }  # fmt: skip
    told = {
        "kept": [{"id": "p1", "text": "Mine.", "original": "Theirs.", "aspiration": "learn", "evidence": ["v1"],
                  "true_for_me": True, "order": 0}],
        "notes": "Ask for Mrs Quill.", "interview_date": "2026-03-01", "checklist": {"practised": True},
    }  # fmt: skip
    assert client.put(url("preparation"), json=told).get_json() == told
    client.put(url("answers"), json={**SLOT, "text": "I'd like to learn here."})
    client.post("/v1/briefs", json=pages(sites, "st-aldric-trust"))  # read again
    assert client.get(url("preparation")).get_json() == told
    assert client.get("/v1/briefs").get_json()["briefs"][0]["interview_date"] == "2026-03-01"

    client.delete(f"/v1/briefs/{DOMAIN}")
    for what in ("preparation", "answers"):
        assert error(client.get(url(what))) == (404, "no_company")
    client.post("/v1/briefs", json=pages(sites, "st-aldric-trust"))
    assert client.get(url("preparation")).get_json()["kept"] == []
    assert client.get(url("answers")).get_json() == {"answers": []}


def test_nothing_is_prepared_for_a_company_that_is_not_saved(client: FlaskClient) -> None:
    assert error(client.put(url("preparation"), json={})) == (404, "no_company")
    assert error(client.put(url("answers"), json={**SLOT, "text": "x"})) == (404, "no_company")
    assert error(client.post(url("answers"), json=SLOT)) == (404, "no_company")
    assert error(client.put(url("preparation"), json={"interview_date": "soon"})) == (422, "bad_request")


def test_comparison(client: FlaskClient, trust: dict[str, Any], sites: Path) -> None:
    other = client.post("/v1/briefs", json=pages(sites, "orrin-labs")).get_json()["company"]["domain"]
    told = client.get("/v1/comparison", query_string=[("domain", DOMAIN), ("domain", other)]).get_json()
    assert [company["company"]["domain"] for company in told["companies"]] == [DOMAIN, other]
    first = told["companies"][0]
    assert [row["aspiration"] for row in first["aspirations"]] == ["learn", "visit", "abroad"]
    learn = first["aspirations"][0]
    best = max((m for m in trust["matches"] if m["aspiration"] == "learn"), key=lambda m: m["score"])
    assert (learn["score"], learn["strength"]) == (best["score"], best["strength"])
    said = {s["id"]: s["text"] for s in trust["statements"]} | {v["id"]: v["name"] for v in trust["values"]}
    assert learn["evidence"] == said[best["evidence"]]
    listed = {b["company"]["domain"]: b["fit"] for b in client.get("/v1/briefs").get_json()["briefs"]}
    assert {c["company"]["domain"]: c["fit"] for c in told["companies"]} == listed
    named = {theme["id"] for theme in told["themes"]}
    assert all(set(c["themes"]) <= named and all(0 < s <= 1 for s in c["themes"].values()) for c in told["companies"])
    assert all(theme["label"] for theme in told["themes"])


def test_comparison_takes_one_to_four_saved_companies(client: FlaskClient, trust: dict[str, Any]) -> None:
    assert error(client.get("/v1/comparison")) == (422, "bad_request")
    five = [("domain", f"{n}.example") for n in range(5)]
    assert error(client.get("/v1/comparison", query_string=five)) == (422, "bad_request")
    assert error(client.get("/v1/comparison", query_string={"domain": "none.example"})) == (404, "no_company")


def test_the_swap_test_knows_the_other_saved_companies(
    client: FlaskClient, trust: dict[str, Any], sites: Path
) -> None:
    name = client.post("/v1/briefs", json=pages(sites, "orrin-labs")).get_json()["company"]["name"]
    text = f"I'd like to keep learning with you as with {name}, and I'd share it with your team."
    findings = client.post("/v1/lint", json={"text": text, "brief": DOMAIN}).get_json()["findings"]
    assert "other_company" in {finding["rule"] for finding in findings}
