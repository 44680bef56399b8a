"""visionfit demo"""
from __future__ import annotations

import click

from helper.cli.options import FORMATS, put_out, rendered


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
def demo(form: str) -> None:
    """Read a made-up company's site for a made-up person, and show the brief."""
    from importlib.resources import files

    from helper import briefing, profiles, strict_json
    from nlp.contract import Page

    folder = files("helper") / "data" / "demo"
    site = strict_json.loads((folder / "site.json").read_bytes())
    profile = profiles.parse((folder / "profile.json").read_bytes(), "profile.json")
    pages = [Page(url=page["url"], html=(folder / page["html_file"]).read_text("utf-8")) for page in site["pages"]]
    click.echo("Visionfit reads a made-up company's site for a made-up person.", err=True)
    brief = briefing.make_brief(pages, profile, read_at=site["read_at"])
    put_out(rendered(brief, profile, form, None), None)

