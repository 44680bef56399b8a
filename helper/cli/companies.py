"""visionfit companies"""
from __future__ import annotations

import json
from pathlib import Path

import click

from helper.cli.options import format_option, out_option, put_out, rendered


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
@click.argument("domain")
def delete(domain: str) -> None:
    """Forget a company: what was read on its pages, its brief, what you prepared for it."""
    from helper import briefing, forgetting
    from helper.store import Store

    with Store() as store:
        if not forgetting.forget_company(store, domain):
            raise briefing.no_company(domain)
    click.echo(f"{domain} is forgotten.", err=True)
