"""visionfit profile"""
from __future__ import annotations

from pathlib import Path

import click

from helper.cli import own_profile as own
from helper.cli.aspirations import add, edit, ladder, remove
from helper.cli.options import out_option, put_out
from helper.cli.profile_text import LISTS, WORDS
from helper.cli.wizard import wizard


@click.group()
def profile() -> None:
    """What you aspire to and bring with you. Nothing but this is ever said of you."""


@profile.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def show(form: str) -> None:
    """Show the saved profile."""
    from helper.cli.profile_text import text
    from helper.wizard import unedited

    with own.opened() as store:
        saved = own.current(store)
        own.remind(store)
    put_out(saved.model_dump_json(by_alias=True, indent=1) if form == "json" else text(saved), None)
    for aspiration, starter in unedited(saved):
        click.echo(f"{aspiration.id} still has the example's words. {starter.hint}", err=True)


@profile.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def import_(file: Path) -> None:
    """Save the profile in a JSON file, in the place of the last."""
    from helper import profiles

    loaded = profiles.load(file)
    with own.opened() as store:
        store.profiles.save(loaded)
    click.echo(f"Saved: {_count(len(loaded.aspirations))}.", err=True)


@profile.command()
@out_option
def export(out: Path | None) -> None:
    """Write the saved profile as JSON."""
    with own.opened() as store:
        put_out(own.current(store).model_dump_json(by_alias=True, indent=1) + "\n", out)


@profile.command("set")
@click.argument("field", type=click.Choice([*WORDS, "stepping_stone", *LISTS]), metavar="FIELD")
@click.argument("values", nargs=-1)
@click.option("--add", "adding", is_flag=True, help="Keep what a list has and add to it.")
def set_(field: str, values: tuple[str, ...], adding: bool) -> None:
    """Set one field, such as: role "Nurse", or: skills "SQL" "Calm with people". Without a value, empty it.

    \b
    One value: role industry present_role situation level stay_years stepping_stone
               mission vision
    A list:    values passions strengths avoid energisers drains skills experience
               education training work_style colleagues social_circles financial_goals
    """
    if field not in LISTS and (len(values) > 1 or adding):
        raise click.UsageError(f"{field} takes one value; put it in quotes")
    with own.opened() as store:
        data = own.as_data(own.current(store))
        if field in LISTS:
            data[field] = [*data[field], *values] if adding else list(values)
        else:
            data[field] = values[0] if values else (False if field == "stepping_stone" else None)
        own.save(store, data)


@profile.command()
@click.argument("action")
@click.option("--situation", help="Where it was, and what was wrong.")
@click.option("--result", help="What came of it.")
@click.option("--lesson", help="What it taught you.")
@click.option("--remove", "removing", is_flag=True, help="Remove the story of this action.")
def story(action: str, situation: str | None, result: str | None, lesson: str | None, removing: bool) -> None:
    """Add a thing you did that is worth telling, or tell more of it: "Moved our card index into a database"."""
    from helper.errors import WRONG_USE, Problem

    with own.opened() as store:
        data = own.as_data(own.current(store))
        known = next((one for one in data["stories"] if one["action"].casefold() == action.strip().casefold()), None)
        if removing and known is None:
            raise Problem("no_story", f"There is no story {action!r}.", "`visionfit profile show` has them.", exit_status=WRONG_USE)
        if removing:
            data["stories"].remove(known)
        else:
            told = {key: value for key, value in (("situation", situation), ("result", result), ("lesson", lesson)) if value}
            if known is None:
                data["stories"].append({"action": action, **told})
            else:
                known.update(told)
        own.save(store, data)


@profile.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def versions(form: str) -> None:
    """List the versions of your profile, the newest first."""
    with own.opened() as store:
        found = store.profiles.versions()
        own.remind(store)
    if form == "json":
        import json

        rows = [{"version": v.version, "saved_at": v.saved_at, "aspirations": len(v.profile.aspirations)} for v in found]
        put_out(json.dumps(rows, indent=1), None)
        return
    for one in found:
        put_out(f"{one.version:4}  {one.saved_at[:16].replace('T', ' ')}  {_count(len(one.profile.aspirations))}", None)
    if not found:
        click.echo("Nothing is saved yet.", err=True)


@profile.command()
@click.argument("version", type=click.IntRange(min=1))
@click.option("--show", "showing", is_flag=True, help="Only show that version.")
def restore(version: int, showing: bool) -> None:
    """Save an earlier version as the newest one. Nothing in between is lost."""
    from helper.cli.profile_text import text
    from helper.profiles import no_version

    with own.opened() as store:
        found = store.profiles.version(version)
        if found is None:
            raise no_version(version)
        if showing:
            put_out(text(found.profile), None)
            return
        number = store.profiles.save(found.profile)
    click.echo(f"Version {version} is your profile again, as version {number}.", err=True)


@profile.command()
def reviewed() -> None:
    """Say that you have looked at your profile and it is still true. The reminder rests for three months."""
    with own.opened() as store:
        store.profiles.reviewed()
    click.echo("Noted.", err=True)


for command in (add, edit, remove, ladder, wizard):
    profile.add_command(command)


def _count(aspirations: int) -> str:
    return f"{aspirations} aspiration{'' if aspirations == 1 else 's'}"
