"""The saved profile, as the commands that show and change it need it."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from helper.store import Store
    from nlp.contract import Profile


HOW = "Look at it with `visionfit profile show`; if all is still true, say so with `visionfit profile reviewed`."


def opened() -> Store:
    from helper.store import Store

    return Store()


def current(store: Store) -> Profile:
    """The saved profile; an empty one at first."""
    from nlp.contract import Profile

    saved = store.profiles.current()
    return saved.profile if saved else Profile()


def save(store: Store, data: dict[str, Any]) -> Profile:
    """Check a changed profile and save it as a new version. Raises Problem: bad_profile, bad_ladder."""
    import json

    from helper import profiles, wizard

    checked = wizard.settled(profiles.parse(json.dumps(data).encode(), "the new profile"), current(store))
    store.profiles.save(checked)
    return checked


def as_data(profile: Profile) -> dict[str, Any]:
    return profile.model_dump(by_alias=True)


def aspiration_of(data: dict[str, Any], identifier: str) -> dict[str, Any]:
    """The aspiration with this id. Raises Problem(no_aspiration)."""
    from helper.errors import WRONG_USE, Problem

    for aspiration in data["aspirations"]:
        if aspiration["id"] == identifier:
            found: dict[str, Any] = aspiration
            return found
    raise Problem("no_aspiration", f"There is no aspiration {identifier!r}.", "`visionfit profile show` has the ids.",
                  exit_status=WRONG_USE)


def remind(store: Store) -> None:
    """Say on stderr when it is time to look at the profile again."""
    from helper.review import review

    told = review(store)
    if told.hint:
        click.echo(f"{told.hint} {HOW}", err=True)
