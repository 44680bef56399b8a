"""The profile, its earlier versions, and whether it is time to look at it again."""
from __future__ import annotations

from typing import Any

from flask_openapi3.openapi import OpenAPI

from helper.api.access import TOKEN
from helper.api.bodies import ProfileVersion, ProfileVersions, VersionPath
from helper.api.context import context
from helper.profiles import check_ladder, no_version
from helper.review import review
from helper.wizard import settled
from nlp.contract import Profile

HOW = "Look at it again; if all is still true, save it as it is."


def register(app: OpenAPI) -> None:
    @app.get("/v1/profile", responses={200: Profile}, security=TOKEN, summary="The saved profile, at first empty",
             provide_automatic_options=False)
    def get_profile() -> dict[str, Any]:
        saved = context().store.profiles.current()
        return _as_json(saved.profile if saved else Profile())

    @app.put("/v1/profile", responses={200: Profile}, security=TOKEN, summary="Save a profile in the place of the last",
             provide_automatic_options=False)
    def put_profile(body: Profile) -> dict[str, Any]:
        store = context().store
        check_ladder(body)
        current = store.profiles.current()
        settled_body = settled(body, current.profile if current else None)
        version = store.profiles.save(settled_body)
        if current and version == current.version:  # looked at and found still true
            store.profiles.reviewed()
        return _as_json(settled_body)

    @app.get("/v1/profile/versions", responses={200: ProfileVersions}, security=TOKEN,
             summary="The versions of the profile, and whether a review is due", provide_automatic_options=False)
    def list_profile_versions() -> dict[str, Any]:
        store = context().store
        versions = [
            ProfileVersion(version=v.version, saved_at=v.saved_at, aspirations=len(v.profile.aspirations))
            for v in store.profiles.versions()
        ]
        told = review(store)
        hint = f"{told.hint} {HOW}" if told.hint else None
        return ProfileVersions(versions=versions, review_due=told.due, review_hint=hint).model_dump(mode="json")

    @app.get("/v1/profile/versions/<version>", responses={200: Profile}, security=TOKEN,
             summary="One version of the profile", provide_automatic_options=False)
    def get_profile_version(path: VersionPath) -> dict[str, Any]:
        saved = context().store.profiles.version(path.version)
        if saved is None:
            raise no_version(path.version)
        return _as_json(saved.profile)


def _as_json(profile: Profile) -> dict[str, Any]:
    return profile.model_dump(mode="json", by_alias=True)
