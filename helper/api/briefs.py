"""Briefs: made of captured pages, listed, read, deleted."""
from __future__ import annotations

from flask import Response
from flask_openapi3.openapi import OpenAPI

from helper import briefing, forgetting
from helper.api.access import TOKEN
from helper.api.bodies import BriefList, BriefRequest, BriefSummary, DomainList, DomainPath
from helper.api.context import context
from helper.report.fit import fit
from helper.store.journal import Entry
from nlp.contract import Brief

READ = "handed over by your browser, to be read"


def register(app: OpenAPI) -> None:
    @app.post("/v1/briefs", responses={200: Brief}, security=TOKEN, summary="Read a company's pages and save the brief",
              provide_automatic_options=False)
    def post_brief(body: BriefRequest) -> Response:
        ours = context()
        ours.store.journal.record_all(Entry("received", p.url, READ, len(p.html.encode())) for p in body.pages)
        with ours.workshop.turn():
            return _json(briefing.make_and_save(ours.store, body.pages))

    @app.get("/v1/briefs", responses={200: BriefList}, security=TOKEN, summary="The saved companies",
             provide_automatic_options=False)
    def list_briefs() -> dict[str, object]:
        return BriefList(briefs=_summaries()).model_dump(mode="json")

    @app.get("/v1/domains", responses={200: DomainList}, security=TOKEN, summary="The saved companies' domains alone",
             provide_automatic_options=False)
    def list_domains() -> dict[str, object]:
        return DomainList(domains=context().store.companies.domains()).model_dump()

    @app.get("/v1/briefs/<domain>", responses={200: Brief}, security=TOKEN,
             summary="A saved brief, matched anew when the profile has changed", provide_automatic_options=False)
    def get_brief(path: DomainPath) -> Response:
        ours = context()
        if ours.store.companies.brief(path.domain) is None:  # told at once, whatever the models are doing
            raise briefing.no_company(path.domain)
        with ours.workshop.turn():
            return _json(briefing.saved_brief(ours.store, path.domain))

    @app.delete("/v1/briefs/<domain>", responses={204: None}, security=TOKEN, summary="Forget a company",
                provide_automatic_options=False)
    def delete_brief(path: DomainPath) -> tuple[str, int]:
        if not forgetting.forget_company(context().store, path.domain):
            raise briefing.no_company(path.domain)
        return "", 204


def _json(brief: Brief) -> Response:
    return Response(brief.to_json(indent=None), mimetype="application/json")


def _summaries() -> list[BriefSummary]:
    store = context().store
    current = store.profiles.current()
    version = current.version if current else None
    interviews = store.preparations.interviews()
    profiles = {saved.version: saved.profile for saved in store.profiles.versions()}
    return [
        BriefSummary(
            company=saved.brief.company, pages=len(saved.brief.pages), statements=len(saved.brief.statements),
            values=len(saved.brief.values), matches=len(saved.brief.matches), saved_at=saved.saved_at,
            stale=saved.profile_version != version,
            fit=fit(saved.brief, profiles.get(saved.profile_version or 0)),
            interview_date=interviews.get(saved.brief.company.domain),
        )
        for saved in store.companies.all()
    ]
