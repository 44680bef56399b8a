"""visionfit serve"""
from __future__ import annotations

import click


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Only an address of this machine alone is taken.")
@click.option("--idle", type=click.FloatRange(min=0), metavar="SECONDS",
              help="End when nobody has asked for anything for so long. A browser that starts the helper sets it.")
@click.option("--verbose", is_flag=True, help="Log more.")
def serve(host: str, idle: float | None, verbose: bool) -> None:
    """Run the helper that the browser extension talks to, until Ctrl-C.

    It listens on 127.0.0.1 only, at port 38427 or VISIONFIT_PORT, and shows a pairing code for the extension.
    """
    # who is here is answered before the rest is imported: see helper.api.front
    from helper import version
    from helper.api.front import Front
    from helper.api.server import bind, running
    from helper.settings import port as configured_port

    port = configured_port()
    front = Front()
    server = bind(front, host, port)
    with running(server):
        click.echo(f"Visionfit helper {version()} at http://127.0.0.1:{port}")
        from helper.serving import serve_until_end

        serve_until_end(front, port, idle=idle, verbose=verbose)
