"""GET and PUT /v1/profile."""
from __future__ import annotations

from typing import Any

from flask_openapi3.openapi import OpenAPI

from helper.api.access import TOKEN
from helper.api.context import context
from nlp.contract import Profile


def register(app: OpenAPI) -> None:
    @app.get("/v1/profile", responses={200: Profile}, security=TOKEN, summary="The saved profile, at first empty",
             provide_automatic_options=False)
    def get_profile() -> dict[str, Any]:
        saved = context().store.profiles.current()
        return _as_json(saved.profile if saved else Profile())

    @app.put("/v1/profile", responses={200: Profile}, security=TOKEN, summary="Save a profile in the place of the last",
             provide_automatic_options=False)
    def put_profile(body: Profile) -> dict[str, Any]:
        context().store.profiles.save(body)
        return _as_json(body)


def _as_json(profile: Profile) -> dict[str, Any]:
    return profile.model_dump(mode="json", by_alias=True)
