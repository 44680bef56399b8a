"""visionfit install"""
from __future__ import annotations

import re

import click

from helper.native.browsers import BROWSERS

EXTENSION_ID = re.compile(r"[a-p]{32}|[\w.+-]+@[\w.-]+|\{[0-9a-f-]{36}\}")


@click.command()
@click.option("--browser", "names", multiple=True, type=click.Choice(list(BROWSERS)),
              help="Only this one; may be given again. Without it, every browser you have.")
@click.option("--extension-id", "extension_ids", multiple=True, metavar="ID",
              help="An extension besides Visionfit's own: a copy that the browser gave another id.")
@click.option("--uninstall", is_flag=True, help="Take it back.")
def install(names: tuple[str, ...], extension_ids: tuple[str, ...], uninstall: bool) -> None:
    """Let your browsers start the helper, so that nothing has to be typed. For your user alone."""
    from helper.errors import WRONG_USE, Problem
    from helper.native import browsers
    from helper.native import install as registration

    for one in extension_ids:
        if not EXTENSION_ID.fullmatch(one):
            raise Problem("bad_extension_id", f"{one!r} is no extension's id.",
                          "chrome://extensions or about:debugging shows it.", exit_status=WRONG_USE)
    if uninstall:
        for browser in [BROWSERS[name] for name in names or BROWSERS]:
            if registration.uninstall(browser):
                click.echo(f"{browser.title}: taken back")
        return
    chosen = [BROWSERS[name] for name in names] or browsers.found()
    if not chosen:
        raise Problem("no_browser", "No browser of yours was found.", "Name one with --browser.")
    for browser in chosen:
        click.echo(f"{browser.title}: {registration.install(browser, extension_ids)}")
    click.echo("Open Visionfit in the browser: it starts the helper by itself.", err=True)
