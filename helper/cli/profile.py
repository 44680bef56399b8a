"""visionfit profile"""
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from helper.cli.options import out_option, put_out

if TYPE_CHECKING:
    from helper.store import Store
    from nlp.contract import Profile

WORDS = ("role", "industry", "level")
EXAMPLE = 'visionfit profile add "Lead a team of my own"'
LISTS = ("skills", "experience", "education", "training", "work_style", "avoid", "energisers", "drains")


@click.group()
def profile() -> None:
    """What you aspire to and bring with you. Nothing but this is ever said of you."""


@profile.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def show(form: str) -> None:
    """Show the saved profile."""
    with _store() as store:
        saved = _current(store)
    put_out(_json(saved) if form == "json" else _text(saved), None)


@profile.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def import_(file: Path) -> None:
    """Save the profile in a JSON file, in the place of the last."""
    from helper import profiles

    loaded = profiles.load(file)
    with _store() as store:
        store.profiles.save(loaded)
    click.echo(f"Saved: {len(loaded.aspirations)} aspirations.", err=True)


@profile.command()
@out_option
def export(out: Path | None) -> None:
    """Write the saved profile as JSON."""
    with _store() as store:
        put_out(_json(_current(store)), out)


@profile.command("set")
@click.argument("field", type=click.Choice(WORDS + LISTS))
@click.argument("values", nargs=-1)
def set_(field: str, values: tuple[str, ...]) -> None:
    """Set one field, such as: role "Nurse", or: skills "SQL" "Calm with people". Without a value, empty it."""
    if field in WORDS and len(values) > 1:
        raise click.UsageError(f"{field} takes one value; put it in quotes")
    with _store() as store:
        data = _current(store).model_dump(by_alias=True)
        data[field] = list(values) if field in LISTS else (values[0] if values else None)
        _save(store, data)


@profile.command()
@click.argument("text")
@click.option("--horizon", type=click.Choice(["short", "mid", "long"]), help="How far away it is.")
@click.option("--weight", type=click.FloatRange(0, 1000), default=1, show_default=True, help="How much it matters.")
@click.option("--because", help="Why it matters to you.")
@click.option("--step", "steps", multiple=True, help="Something you have done towards it. May be given again.")
@click.option("--private", is_flag=True, help="Match it, but never name it in a phrase.")
def add(
    text: str, horizon: str | None, weight: float, because: str | None, steps: tuple[str, ...], private: bool
) -> None:
    """Add an aspiration, such as: "Lead a team of my own"."""
    with _store() as store:
        data = _current(store).model_dump(by_alias=True)
        data["aspirations"].append({"text": text, "horizon": horizon, "weight": weight, "because": because,
                                    "steps": list(steps), "private": private})
        saved = _save(store, data)
    click.echo(f"Added as {saved.aspirations[-1].id}.", err=True)


@profile.command()
@click.argument("identifier", metavar="ID")
def remove(identifier: str) -> None:
    """Remove an aspiration by its id, as `show` gives it."""
    from helper.errors import WRONG_USE, Problem

    with _store() as store:
        data = _current(store).model_dump(by_alias=True)
        kept = [a for a in data["aspirations"] if a["id"] != identifier]
        if len(kept) == len(data["aspirations"]):
            raise Problem("no_aspiration", f"There is no aspiration {identifier!r}.",
                          "`visionfit profile show` has the ids.", exit_status=WRONG_USE)
        _save(store, {**data, "aspirations": kept})


def _store() -> Store:
    from helper.store import Store

    return Store()


def _current(store: Store) -> Profile:
    from nlp.contract import Profile

    saved = store.profiles.current()
    return saved.profile if saved else Profile()


def _save(store: Store, data: dict[str, Any]) -> Profile:
    import json

    from helper import profiles

    checked = profiles.parse(json.dumps(data).encode(), "the new profile")
    store.profiles.save(checked)
    return checked


def _json(saved: Profile) -> str:
    return saved.model_dump_json(by_alias=True, indent=1) + "\n"


def _text(saved: Profile) -> str:
    lines = [f"{field}: {getattr(saved, field)}" for field in WORDS if getattr(saved, field)]
    lines.append("aspirations:" if saved.aspirations else f"No aspirations yet: {EXAMPLE}")
    for aspiration in saved.aspirations:
        notes = [aspiration.horizon or "", "private" if aspiration.private else "",
                 f"weight {aspiration.weight:g}" if aspiration.weight != 1 else ""]
        told = ", ".join(note for note in notes if note)
        lines.append(f"  {aspiration.id}  {aspiration.text}" + (f"  ({told})" if told else ""))
        if aspiration.because:
            lines.append(f"      because {aspiration.because}")
        lines += [f"      step: {step}" for step in aspiration.steps]
    lists = ((field, getattr(saved, field)) for field in LISTS)
    lines += [f"{field.replace('_', ' ')}: {'; '.join(values)}" for field, values in lists if values]
    return "\n".join(lines) + "\n"
