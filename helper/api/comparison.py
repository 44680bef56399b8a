"""GET /v1/comparison: a few saved companies side by side."""
from __future__ import annotations

from flask_openapi3.openapi import OpenAPI

from helper import briefing, comparing
from helper.api.access import TOKEN
from helper.api.bodies import ComparedAspiration, ComparedCompany, Comparison, ComparisonQuery, Theme
from helper.api.context import context
from nlp.contract import Brief, Profile


def register(app: OpenAPI) -> None:
    @app.get("/v1/comparison", responses={200: Comparison}, security=TOKEN,
             summary="Up to four saved companies side by side", provide_automatic_options=False)
    def comparison(query: ComparisonQuery) -> dict[str, object]:
        ours = context()
        domains = list(dict.fromkeys(query.domain))
        for domain in domains:
            if ours.store.companies.brief(domain) is None:
                raise briefing.no_company(domain)
        with ours.workshop.turn():
            briefs = [briefing.saved_brief(ours.store, domain) for domain in domains]
        current = ours.store.profiles.current()
        profile = current.profile if current else Profile()
        companies = [_compared(brief, profile) for brief in briefs]
        named = {theme for company in companies for theme in company.themes}
        themes = [Theme(id=id_, label=label) for id_, label in comparing.theme_labels().items() if id_ in named]
        return Comparison(companies=companies, themes=themes).model_dump(mode="json")


def _compared(brief: Brief, profile: Profile) -> ComparedCompany:
    rows = [
        ComparedAspiration(
            aspiration=one.aspiration.id, text=one.aspiration.text, score=one.match.score if one.match else None,
            strength=one.match.strength if one.match else None, evidence=one.evidence, conflict=one.conflict,
        )
        for one in comparing.aspirations(brief, profile)
    ]
    return ComparedCompany(
        company=brief.company, fit=comparing.fit(brief, profile), aspirations=rows, themes=comparing.themes(brief)
    )
