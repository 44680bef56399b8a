"""What the user has prepared for a company: kept phrases, notes, the date of the interview, a checklist."""
from __future__ import annotations

from flask_openapi3.openapi import OpenAPI

from helper import briefing
from helper.api.access import TOKEN
from helper.api.bodies import DomainPath
from helper.api.context import context
from helper.store import Store
from helper.store.preparation import Preparation


def register(app: OpenAPI) -> None:
    @app.get("/v1/briefs/<domain>/preparation", responses={200: Preparation}, security=TOKEN,
             summary="What is prepared for a company, at first empty", provide_automatic_options=False)
    def get_preparation(path: DomainPath) -> dict[str, object]:
        return _store_with(path).preparations.of(path.domain).model_dump(mode="json")

    @app.put("/v1/briefs/<domain>/preparation", responses={200: Preparation}, security=TOKEN,
             summary="Save it in the place of the last", provide_automatic_options=False)
    def put_preparation(path: DomainPath, body: Preparation) -> dict[str, object]:
        _store_with(path).preparations.save(path.domain, body)
        return body.model_dump(mode="json")


def _store_with(path: DomainPath) -> Store:
    store = context().store
    if store.companies.brief(path.domain) is None:
        raise briefing.no_company(path.domain)
    return store
