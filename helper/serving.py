"""The helper from the moment it answers to its end: the store opened, the models loaded, the end waited for."""
from __future__ import annotations

import logging
import signal
import time

import click

from helper import briefing
from helper.api.app import create_app
from helper.api.front import Front
from helper.api.logs import set_up_logging
from helper.api.work import Workshop
from helper.settings import data_folder
from helper.store.renew import open_or_renew

LOOK_SECONDS = 1.0
ENDINGS = (signal.SIGINT, signal.SIGTERM)

log = logging.getLogger(__name__)


def serve_until_end(front: Front, port: int, *, idle: float | None, verbose: bool) -> None:
    """Open the API behind `front` and return when the user, the system or `idle` seconds without a call end it.

    Raises Problem where the store cannot be opened.
    """
    for ending in ENDINGS:
        signal.signal(ending, _end)
    with open_or_renew() as store:
        set_up_logging(data_folder(), verbose=verbose)
        workshop = Workshop(_get_ready)
        front.open(create_app(store, workshop, port))
        click.echo(f"Pairing code: {store.pairings.offer()}")
        click.echo("Type it into the extension's options within five minutes. Ctrl-C ends the helper.", err=True)
        workshop.open()
        try:
            while idle is None or front.idle_seconds() < idle:
                time.sleep(LOOK_SECONDS if idle is None else min(LOOK_SECONDS, idle))
            log.info("ended after %.0f seconds without a call", idle)
        except KeyboardInterrupt:
            log.info("ended")
        finally:
            workshop.close()


def _end(*_: object) -> None:
    """Once: an impatient second Ctrl-C would break off the closing."""
    for ending in ENDINGS:
        signal.signal(ending, lambda *_: None)  # not SIG_IGN: of a signal that is under way already Python would complain
    raise KeyboardInterrupt


def _get_ready() -> None:
    """Load the models, and know the language core's version, which the first page would else wait for."""
    briefing.load_models()
    briefing.core_version()
