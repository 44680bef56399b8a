"""Saved companies by what people call them."""
from __future__ import annotations

from typing import TYPE_CHECKING

from helper.errors import WRONG_USE, Problem

if TYPE_CHECKING:
    from helper.store import Store


def domain_of(store: Store, called: str) -> str:
    """The domain of the saved company that `called` means: its domain, its name, or the beginning of either.

    Raises Problem: no_company, several_companies.
    """
    wanted = called.strip().casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    saved = {one.brief.company.domain: one.brief.company.name.casefold() for one in store.companies.all()}
    for found in (
        [domain for domain in saved if domain == wanted],
        [domain for domain, name in saved.items() if name == wanted],
        [domain for domain, name in saved.items() if wanted and (domain.startswith(wanted) or name.startswith(wanted))],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise Problem("several_companies", f"{called!r} may be any of {', '.join(found)}.", "Name it by its domain.",
                          exit_status=WRONG_USE)
    known = f"Saved are: {', '.join(saved)}." if saved else "Save one with `visionfit brief PAGE... --save`, or in the browser."
    raise Problem("no_company", f"No company {called!r} is saved.", known, status=404, exit_status=WRONG_USE)
