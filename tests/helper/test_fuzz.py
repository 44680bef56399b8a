"""The API fuzzed from its own OpenAPI contract: no 500, and no answer that the contract does not have."""

from __future__ import annotations

import hypothesis
import pytest
import schemathesis
from flask_openapi3.openapi import OpenAPI
from schemathesis.checks import CHECKS, load_all_checks

from helper.api.app import create_app
from helper.store import Store
from nlp.contract import Brief
from tests.helper import samples
from tests.helper.conftest import PORT, ready_workshop

WANTED = ("not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance")
EXAMPLES = 15  # of each call


@pytest.fixture
def fuzzed(store: Store, monkeypatch: pytest.MonkeyPatch) -> OpenAPI:
    """The app with a language core that answers at once."""

    def match(reading: object, *_: object, **__: object) -> Brief:
        return samples.brief()

    monkeypatch.setattr("helper.store.pairings.Pairings.revoke", lambda *_: False)  # not its own
    monkeypatch.setattr("nlp.brief.read", lambda *_, **__: samples.reading())
    monkeypatch.setattr("nlp.brief.from_reading", match)
    return create_app(store, ready_workshop(), PORT)


@pytest.mark.filterwarnings("default")
def test_every_call_as_its_contract_has_it(fuzzed: OpenAPI, token: str) -> None:
    load_all_checks()
    checks = [CHECKS.get_one(name) for name in WANTED]
    headers = {"Authorization": f"Bearer {token}", "Host": f"127.0.0.1:{PORT}"}
    schema = schemathesis.openapi.from_wsgi("/v1/openapi.json", app=fuzzed, headers=headers)
    seen: set[int] = set()
    calls = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        right, wrong = (operation.as_strategy(generation_mode=mode) for mode in schemathesis.GenerationMode)

        @hypothesis.given(case=right | wrong)
        @hypothesis.settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None,
                             suppress_health_check=list(hypothesis.HealthCheck))
        def one(case: schemathesis.Case) -> None:
            seen.add(case.call_and_validate(headers=headers, checks=checks).status_code)

        one()
        calls += 1
    assert calls > 10
    assert {200, 404, 422} <= seen  # it got past the guard, and into every kind of answer
