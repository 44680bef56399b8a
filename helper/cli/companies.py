"""visionfit companies"""
from __future__ import annotations

import json
from pathlib import Path

import click

from helper.cli.options import chosen_profile, format_option, out_option, profile_option, put_out, rendered


@click.group()
def companies() -> None:
    """The companies whose briefs are saved."""


@companies.command("list")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def list_companies(form: str) -> None:
    """Name them, by domain."""
    from helper.report.clean import clean
    from helper.store import Store

    with Store() as store:
        saved = store.companies.all()
    if form == "json":
        rows = [{**s.brief.company.model_dump(), "pages": len(s.brief.pages), "saved_at": s.saved_at} for s in saved]
        put_out(json.dumps(rows, indent=1, ensure_ascii=False), None)
        return
    for one in saved:
        company = one.brief.company
        told = f"{len(one.brief.pages)} pages  {one.saved_at[:10]}"
        put_out(f"{clean(company.domain):32} {clean(company.name):32} {told}", None)
    if not saved:
        click.echo("No company is saved yet. The extension saves them, and `visionfit brief --save`.", err=True)


@companies.command()
@click.argument("domain")
@format_option
@out_option
def show(domain: str, form: str, out: Path | None) -> None:
    """Show a saved brief, matched anew when your profile has changed."""
    from helper import briefing
    from helper.store import Store

    with Store() as store:
        brief = briefing.saved_brief(store, domain)
        saved = store.profiles.current()
    put_out(rendered(brief, saved.profile if saved else None, form, out), out)


@companies.command()
@profile_option
@click.option("--top", type=click.IntRange(min=1), help="Only the first so many.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def rank(profile_file: Path | None, top: int | None, form: str) -> None:
    """Order them by how far their pages support your aspirations, 0 to 100. Quick, however many they are."""
    from dataclasses import asdict

    from helper import ranking
    from helper.errors import WRONG_USE, Problem
    from helper.report.clean import clean
    from helper.store import Store

    profile = chosen_profile(profile_file)
    if profile is None or not any(aspiration.weight for aspiration in profile.aspirations):
        raise Problem("no_profile", "There are no aspirations to rank companies by.",
                      "Save some with `visionfit profile import`, or name a file with --profile.", exit_status=WRONG_USE)
    with Store() as store:
        rows = ranking.ranked(
            store, profile, told=lambda company: click.echo(f"Preparing {clean(company.domain)}, once.", err=True)
        )[:top]
    if form == "json":
        told = [{**asdict(row), "company": row.company.model_dump()} for row in rows]
        put_out(json.dumps(told, indent=1, ensure_ascii=False), None)
        return
    for row in rows:
        put_out(f"{row.support * 100:3.0f}  {clean(row.company.domain):32} {clean(row.company.name)}", None)
    if not rows:
        click.echo("No company is saved yet. The extension saves them, and `visionfit brief --save`.", err=True)


@companies.command()
@click.argument("domain")
def delete(domain: str) -> None:
    """Forget a company: what was read on its pages, its brief, what you prepared for it."""
    from helper import briefing, forgetting
    from helper.store import Store

    with Store() as store:
        if not forgetting.forget_company(store, domain):
            raise briefing.no_company(domain)
    click.echo(f"{domain} is forgotten.", err=True)
