"""Versions of the profile, the ladder, and when it is time to look again."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from flask.testing import FlaskClient

from helper.errors import Problem
from helper.profiles import check_ladder
from helper.review import REVIEW_DAYS, review
from helper.store import Store
from helper.store.companies import SavedBrief
from helper.store.preparation import Preparation
from nlp.contract import Aspiration, Profile
from tests.helper import samples

SAVED = "2025-03-01T10:00:00Z"


def day(month: int, number: int, year: int = 2025) -> datetime:
    return datetime(year, month, number, 12, tzinfo=UTC)


def test_no_profile_needs_no_review(store: Store) -> None:
    assert not review(store, day(3, 2)).due


def test_a_review_is_due_after_three_months_and_then_rests(store: Store) -> None:
    store.profiles.save(samples.profile(), at=SAVED)
    assert not review(store, day(5, 29)).due
    late = review(store, day(5, 31))
    assert late.due
    assert f"{REVIEW_DAYS + 1} days ago" in str(late.hint)
    store.profiles.reviewed(at="2025-05-31T12:00:00Z")
    assert not review(store, day(6, 1)).due
    assert review(store, day(9, 1)).due


def test_a_review_is_due_after_an_interview(store: Store) -> None:
    store.profiles.save(samples.profile(), at=SAVED)
    store.preparations.save("a.example", Preparation(interview_date=date(2025, 3, 10)))
    assert not review(store, day(3, 10)).due  # it is today
    assert "an interview" in str(review(store, day(3, 11)).hint)
    store.profiles.reviewed(at="2025-03-11T12:00:00Z")
    assert not review(store, day(3, 12)).due


def test_a_review_is_due_when_the_role_changes_and_the_aspirations_do_not(store: Store) -> None:
    store.profiles.save(Profile(role="Nurse", aspirations=[Aspiration(text="Lead a ward")]), at=SAVED)
    store.profiles.save(Profile(role="Nurse", industry="x", aspirations=[Aspiration(text="Lead a ward")]), at=SAVED)
    assert not review(store, day(3, 2)).due  # a field filled in is no change of role
    changed = Profile(role="Ward manager", aspirations=[Aspiration(text="Lead a ward")])
    store.profiles.save(changed, at="2025-03-02T10:00:00Z")
    assert "role has changed" in str(review(store, day(3, 3)).hint)
    store.profiles.save(changed.model_copy(update={"aspirations": [Aspiration(text="Lead a hospital")]}), at=SAVED)
    assert not review(store, day(3, 3)).due


def test_versions_by_the_api(client: FlaskClient) -> None:
    assert client.get("/v1/profile/versions").get_json() == {"versions": [], "review_due": False, "review_hint": None}
    for role in ("Nurse", "Ward manager"):
        client.put("/v1/profile", json={"role": role, "aspirations": [{"text": "Lead a ward"}]})
    told = client.get("/v1/profile/versions").get_json()
    newest, first = told["versions"]
    assert (newest["version"] > first["version"], newest["aspirations"]) == (True, 1)
    assert told["review_due"]
    assert "role" in told["review_hint"]
    client.put("/v1/profile", json={"role": "Ward manager", "aspirations": [{"text": "Lead a ward"}]})  # still true
    assert not client.get("/v1/profile/versions").get_json()["review_due"]
    assert client.get(f"/v1/profile/versions/{first['version']}").get_json()["role"] == "Nurse"
    for unknown, code in ((99, "no_version"), (0, "bad_request")):
        answer = client.get(f"/v1/profile/versions/{unknown}").get_json()
        assert answer["error"]["code"] == code


def test_a_version_that_something_was_made_with_stays(store: Store) -> None:
    first = store.profiles.save(Profile(role="A"))
    second = store.profiles.save(Profile(role="B"), instead_of=first)
    assert [v.version for v in store.profiles.versions()] == [second]
    made = SavedBrief(samples.brief(), second, "core-1", SAVED)
    store.companies.save(samples.reading(), "a" * 64, made)
    third = store.profiles.save(Profile(role="C"), instead_of=second)
    assert [v.version for v in store.profiles.versions()] == [third, second]


def test_a_profile_saved_before_a_field_was_added_is_no_new_version(store: Store) -> None:
    first = store.profiles.save(Profile(role="A"))
    with store.database.writing() as connection:
        connection.exec_driver_sql("""UPDATE profiles SET json = '{"schema": "visionfit/profile@1", "role": "A"}'""")
    assert store.profiles.save(Profile(role="A")) == first


def ladder(*rungs: tuple[str, str | None]) -> Profile:
    return Profile(aspirations=[Aspiration(id=id_, text=id_, leads_to=target) for id_, target in rungs])


def test_a_ladder_that_holds() -> None:
    check_ladder(ladder(("goal", "chief"), ("talk", "goal"), ("chief", None)))


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        (ladder(("a", "b")), "'b'"),
        (ladder(("a", "a")), "a -> a"),
        (ladder(("x", "a"), ("a", "b"), ("b", "c"), ("c", "a")), "a -> b -> c -> a"),
    ],
)
def test_a_ladder_that_does_not(profile: Profile, told: str) -> None:
    with pytest.raises(Problem) as raised:
        check_ladder(profile)
    assert raised.value.code == "bad_ladder"
    assert told in raised.value.message


def test_a_bad_ladder_is_refused_by_the_api_and_nothing_is_saved(client: FlaskClient) -> None:
    body: dict[str, Any] = {"aspirations": [{"id": "a", "text": "x", "leads_to": "z"}]}
    answer = client.put("/v1/profile", json=body)
    assert (answer.status_code, answer.get_json()["error"]["code"]) == (422, "bad_ladder")
    assert client.get("/v1/profile").get_json()["aspirations"] == []
