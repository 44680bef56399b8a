"""visionfit brief"""
from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from helper.cli.options import (
    chosen_profile,
    format_option,
    out_option,
    profile_option,
    put_out,
    refuse_address,
    rendered,
)

if TYPE_CHECKING:
    from nlp.contract import Page


@click.command()
@click.argument("sources", metavar="PAGE...", nargs=-1, required=True)
@click.option("--url", "urls", multiple=True, metavar="URL", help="A page's address; once for each PAGE, in order.")
@profile_option
@format_option
@out_option
@click.option("--save", is_flag=True, help="Keep the brief, for `visionfit companies` and the extension.")
@click.option("--explain", is_flag=True, help="Tell on stderr how each page was read and what was left out.")
def brief(
    sources: tuple[str, ...],
    urls: tuple[str, ...],
    profile_file: Path | None,
    form: str,
    out: Path | None,
    save: bool,
    explain: bool,
) -> None:
    """Make the brief of one company from its saved pages.

    PAGE is a saved .html file, or - for standard input.
    """
    if len(urls) > len(sources):
        raise click.UsageError("more --url than pages")
    if save and profile_file:
        raise click.UsageError("--save keeps a brief for the saved profile, so it takes no --profile")
    profile = chosen_profile(profile_file)
    pages = _load(sources, urls)
    if explain:
        _explain(pages)
    from helper import briefing

    if save:
        from helper.store import Store

        with Store() as store:
            made = briefing.make_and_save(store, pages, read_at=_read_at(sources))
    else:
        made = briefing.make_brief(pages, profile, read_at=_read_at(sources))
    put_out(rendered(made, profile, form, out), out)


def _load(sources: Sequence[str], urls: Sequence[str]) -> list[Page]:
    from helper import pages

    loaded = []
    for number, source in enumerate(sources):
        url = urls[number] if number < len(urls) else None
        if source == "-":
            loaded.append(pages.from_stream(sys.stdin.buffer, url))
        else:
            refuse_address(source)
            loaded.append(pages.load(Path(source), url))
    return loaded


def _read_at(sources: Sequence[str]) -> str:
    """When the pages were saved, so that the same files give the same brief; now for standard input."""
    from helper.clock import stamp

    return stamp(None if "-" in sources else max(Path(source).stat().st_mtime for source in sources))


def _explain(pages: Sequence[Page]) -> None:
    from helper.briefing import core_errors
    from helper.report.clean import clean
    from nlp.page import read_page

    for page in pages:
        with core_errors():
            document = read_page(page)
        told = f"{document.kind} page, language {document.language}, {len(document.blocks)} blocks"
        click.echo(f"{clean(page.url)}: {told}, {document.coverage:.0%} of its visible words", err=True)
        for removed in document.removed:
            click.echo(f"  left out ({removed.reason}): {clean(removed.path)}: {clean(removed.text)[:80]}", err=True)
