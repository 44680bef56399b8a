"""visionfit native-host: what `visionfit install` makes a browser start"""
from __future__ import annotations

import click


@click.command("native-host", hidden=True, context_settings={"ignore_unknown_options": True})
@click.option("--allow", multiple=True, metavar="ID", help="An extension that may use it besides Visionfit's own.")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def native_host(allow: tuple[str, ...], arguments: tuple[str, ...]) -> None:
    """Speak with the browser that started this: give the extension the helper's port and a token."""
    from helper.native.host import caller, clean_channel, converse

    origin = caller(arguments, allow)
    with clean_channel() as (incoming, outgoing):
        from helper.native.start import connect

        converse(lambda message: connect(message, origin), incoming, outgoing)
