"""visionfit forget"""
from __future__ import annotations

import click


@click.command()
@click.argument("company", required=False)
@click.option("--all", "everything", is_flag=True, help="Everything: profile, companies, answers, pairings, logs.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(company: str | None, everything: bool, yes: bool) -> None:
    """Remove what is saved of COMPANY (its domain), or with --all everything, to the last byte."""
    from helper import briefing, forgetting
    from helper.store import Store

    if bool(company) == everything:
        raise click.UsageError("Name one company, or say --all.")
    if not yes:
        click.confirm(f"Remove {company or 'everything'} for good?", abort=True, err=True)
    with Store() as store:
        if company is None:
            forgetting.forget_all(store)
        elif not forgetting.forget_company(store, company):
            raise briefing.no_company(company)
        left = forgetting.other_copies(store.database.path.parent)
    click.echo(f"{company or 'Everything'} is forgotten.", err=True)
    for path in left:
        click.echo(f"{path} is an earlier copy and may still hold it; delete it when you no longer need it.", err=True)
