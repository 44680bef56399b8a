"""visionfit profile add, edit, remove and ladder: aspirations and the goals that lead to them."""
from __future__ import annotations

from typing import Any

import click

from helper.cli import own_profile as own
from helper.cli.options import put_out

KINDS = click.Choice(["aspiration", "goal"])
HORIZONS = click.Choice(["short", "mid", "long"])
WEIGHT = click.FloatRange(0, 1000)
CLEARED: dict[str, Any] = {"because": None, "steps": [], "planned": [], "leads_to": None, "horizon": None}


@click.command()
@click.argument("text")
@click.option("--kind", type=KINDS, default="aspiration", show_default=True, help="A goal can be done and checked.")
@click.option("--horizon", type=HORIZONS, help="How far away it is.")
@click.option("--weight", type=WEIGHT, default=1, show_default=True, help="How much it matters.")
@click.option("--because", help="Why it matters to you.")
@click.option("--step", "steps", multiple=True, help="Something you have done towards it. May be given again.")
@click.option("--planned", multiple=True, help="Something you will do next. May be given again.")
@click.option("--leads-to", metavar="ID", help="The aspiration it is a step to.")
@click.option("--private", is_flag=True, help="Match it, but never name it in a phrase.")
def add(text: str, steps: tuple[str, ...], planned: tuple[str, ...], **told: Any) -> None:
    """Add an aspiration or a goal, such as: "Lead a team of my own"."""
    if not text.strip():
        raise click.UsageError('say what you aspire to, such as: "Lead a team of my own"')
    with own.opened() as store:
        data = own.as_data(own.current(store))
        data["aspirations"].append({"text": text, "steps": list(steps), "planned": list(planned), **told})
        saved = own.save(store, data)
    click.echo(f"Added as {saved.aspirations[-1].id}.", err=True)


@click.command()
@click.argument("identifier", metavar="ID")
@click.option("--text", help="Other words for it.")
@click.option("--kind", type=KINDS)
@click.option("--horizon", type=HORIZONS)
@click.option("--weight", type=WEIGHT)
@click.option("--because", help="Why it matters to you.")
@click.option("--step", "steps", multiple=True, help="One more thing you have done. A planned one is then no longer planned.")
@click.option("--planned", multiple=True, help="One more thing you will do.")
@click.option("--leads-to", metavar="ID", help="The aspiration it is a step to.")
@click.option("--private/--public", default=None, help="Whether it may be said aloud.")
@click.option("--clear", multiple=True, type=click.Choice(list(CLEARED)), help="Empty a field. May be given again.")
def edit(identifier: str, steps: tuple[str, ...], planned: tuple[str, ...], clear: tuple[str, ...], **told: Any) -> None:
    """Change an aspiration or a goal, by its id, as `show` gives it."""
    with own.opened() as store:
        data = own.as_data(own.current(store))
        aspiration = own.aspiration_of(data, identifier)
        aspiration.update({field: CLEARED[field] for field in clear})
        aspiration.update({field: value for field, value in told.items() if value is not None})
        aspiration["steps"] = list(dict.fromkeys([*aspiration["steps"], *steps]))
        aspiration["planned"] = [one for one in dict.fromkeys([*aspiration["planned"], *planned]) if one not in steps]
        own.save(store, data)


@click.command()
@click.argument("identifier", metavar="ID")
def remove(identifier: str) -> None:
    """Remove an aspiration or a goal by its id, as `show` gives it. What led to it stays."""
    with own.opened() as store:
        data = own.as_data(own.current(store))
        data["aspirations"].remove(own.aspiration_of(data, identifier))
        freed = [a for a in data["aspirations"] if a["leads_to"] == identifier]
        for aspiration in freed:
            aspiration["leads_to"] = None
        own.save(store, data)
    if freed:
        click.echo(f"These led to it and now lead nowhere: {', '.join(a['id'] for a in freed)}.", err=True)


@click.command()
def ladder() -> None:
    """Show each aspiration with the goals that lead to it, what is done and what comes next."""
    from helper.cli.profile_text import ladder as drawn
    from helper.wizard import wizard

    with own.opened() as store:
        saved = own.current(store)
    put_out(drawn(saved), None)
    if not any(aspiration.planned for aspiration in saved.aspirations):
        click.echo("Nothing is planned yet. Some ways to begin:", err=True)
        for idea in wizard().explore:
            click.echo(f"  - {idea}", err=True)
