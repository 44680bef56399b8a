"""visionfit serve"""
from __future__ import annotations

import signal

import click


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Only an address of this machine alone is taken.")
def serve(host: str) -> None:
    """Run the helper that the browser extension talks to, until Ctrl-C.

    It listens on 127.0.0.1 only, at port 38427 or VISIONFIT_PORT, and shows a pairing code for the extension.
    """
    from helper import briefing, version
    from helper.api.app import create_app
    from helper.api.logs import set_up_logging
    from helper.api.server import bind
    from helper.api.work import Workshop
    from helper.settings import port as configured_port
    from helper.store import Store

    port = configured_port()
    with Store() as store:
        workshop = Workshop(briefing.load_models)
        server = bind(create_app(store, workshop, port), host, port)
        set_up_logging()
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        click.echo(f"Visionfit helper {version()} at http://127.0.0.1:{port}")
        click.echo(f"Pairing code: {store.pairings.offer()}")
        click.echo("Type it into the extension's options within five minutes. Ctrl-C ends the helper.", err=True)
        workshop.open()
        server.run()
