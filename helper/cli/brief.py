"""visionfit brief"""
from __future__ import annotations

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
@click.option("--pages", "most", type=click.IntRange(1, 100), default=8, show_default=True,
              help="Pages at most that are fetched of a site.")
@click.option("--refresh", is_flag=True, help="Ask the site whether its pages have changed since they were fetched.")
@click.option("--allow-private", is_flag=True, help="Also fetch from this machine and from private networks.")
@click.option("--render", is_flag=True, help="Show pages that scripts make in an installed Chromium.")
@click.option("--explain", is_flag=True,
              help="Tell on stderr which pages were chosen and why, how each was read and what was left out.")
def brief(
    sources: tuple[str, ...],
    urls: tuple[str, ...],
    profile_file: Path | None,
    form: str,
    out: Path | None,
    save: bool,
    most: int,
    refresh: bool,
    allow_private: bool,
    render: bool,
    explain: bool,
) -> None:
    """Make the brief of one company.

    PAGE is a web address or a domain, whose site is looked through for the pages worth reading; or a saved .html file,
    or - for standard input.
    """
    if len(urls) > len(sources):
        raise click.UsageError("more --url than pages")
    if save and profile_file:
        raise click.UsageError("--save keeps a brief for the saved profile, so it takes no --profile")
    for url in urls:
        _check_address(url)
    profile = chosen_profile(profile_file)
    if form == "text" and (profile is None or not profile.aspirations):
        click.echo('No aspirations yet, so this is what the company says and nothing more: visionfit profile add "…"', err=True)
    from helper.research.one import Fetching, load

    loaded = load(sources, urls, Fetching(most, refresh, allow_private, render))
    pages = loaded.pages
    if explain:
        for notice in loaded.notices:
            click.echo(notice.text, err=True)
        _explain(pages)
    from helper import briefing

    if save:
        from helper.store import Store

        with Store() as store:
            made = briefing.make_and_save(store, pages, read_at=loaded.read_at)
    else:
        made = briefing.make_brief(pages, profile, read_at=loaded.read_at)
    made.notices += loaded.notices
    put_out(rendered(made, profile, form, out), out)


def _check_address(url: str) -> None:
    from helper.errors import WRONG_USE, Problem
    from helper.research.inputs.site import is_address

    if "://" not in url or not is_address(url):
        raise Problem("bad_address", f"{url[:200]!r} is no web address.", "An address is https://acme.example/about.",
                      exit_status=WRONG_USE)


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
