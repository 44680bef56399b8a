"""visionfit doctor"""
from __future__ import annotations

import json
from dataclasses import asdict

import click

MARKS = {"ok": "ok  ", "note": "note", "bad": "BAD "}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def doctor(context: click.Context, as_json: bool) -> None:
    """Look whether everything is in order, and say what to do where it is not. Exit status 0: nothing is bad."""
    from helper.doctor import examine

    checks = []
    for check in examine():
        checks.append(check)
        if not as_json:
            click.echo(f"{MARKS[check.state]}  {check.name:12} {check.text}")
            if check.mend:
                click.echo(f"{'':18} {check.mend}")
    well = all(check.state != "bad" for check in checks)
    if as_json:
        click.echo(json.dumps({"well": well, "checks": [asdict(check) for check in checks]}, indent=1))
    context.exit(0 if well else 1)
