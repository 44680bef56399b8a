"""Folders of saved HTML: a company a sub-folder; pages that lie loose are put together by the site they come from."""
from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from helper import pages
from helper.errors import Problem
from helper.fetch.discovery.choose import choose
from helper.fetch.urls import normalised, site_of
from helper.research.inputs.job import Job, Refused, SavedPage, Seen, slug_of

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
HEAD_BYTES = 400_000  # the address a page gives for itself stands early


def plan(folder: Path, most: int, seen: Seen) -> Iterator[Job | Refused]:
    """The companies of a folder, by name."""
    entries = sorted(folder.iterdir())
    found = False
    loose: dict[str, list[SavedPage]] = {}
    for file in entries:
        if _is_page(file):
            page = _page(file)
            loose.setdefault(_site(page.url) or folder.resolve().name, []).append(page)
    for name, group in sorted(loose.items()):
        found = True
        yield Job(seen.free(slug_of(name, "pages")), folder.name or str(folder), None, _best(group, most))
    for entry in entries:
        if entry.is_dir() and not entry.is_symlink() and not _is_attachment(entry):
            closed: list[OSError] = []
            group = [_page(file) for file in _below(entry, closed.append)]
            slug, source = slug_of(entry.name, "folder"), f"{folder.name}/{entry.name}"
            if group:
                found = True
                yield Job(seen.free(slug), source, None, _best(group, most))
            elif closed:
                found = True
                told = f"{closed[0].filename} cannot be read ({closed[0].strerror})."
                yield Refused(seen.free(slug), source, Problem("no_page", told))
    if not found:
        told = f"{folder} holds no saved pages ({', '.join(SUFFIXES)})."
        yield Refused(seen.free(slug_of(folder.resolve().name, "folder")), str(folder), Problem("no_page", told))


def single(file: Path, seen: Seen) -> Job:
    """One saved page is a company with one page."""
    page = _page(file)
    return Job(seen.free(slug_of(_site(page.url) or file.stem, "page")), file.name, None, (page,))


def _below(folder: Path, on_error: Callable[[OSError], None]) -> Iterator[Path]:
    """The pages below a folder, by name; symbolic links, and what a browser saved beside a page, are left out.
    `on_error` is told of folders that cannot be read."""
    for where, folders, files in os.walk(folder, onerror=on_error):
        here = Path(where)
        folders[:] = sorted(name for name in folders if not _is_attachment(here / name))
        yield from (here / name for name in sorted(files) if _is_page(here / name))


def _is_page(file: Path) -> bool:
    return file.name.lower().endswith(SUFFIXES) and file.is_file() and not file.is_symlink()


def _is_attachment(folder: Path) -> bool:
    return folder.name.endswith(("_files", ".files"))


def _page(file: Path) -> SavedPage:
    try:
        with file.open("rb") as data:
            return SavedPage(file, pages.own_address(pages.decode(data.read(HEAD_BYTES))))
    except OSError:
        return SavedPage(file)  # told when it is to be read


def _site(url: str | None) -> str | None:
    try:
        return site_of(normalised(url)) if url else None
    except Problem:
        return None


def _best(group: list[SavedPage], most: int) -> tuple[SavedPage, ...]:
    """The pages to read where there are more than `most`: by address, or else by file name."""
    if len(group) <= most:
        return tuple(group)
    named = {_address(page): page for page in reversed(group)}
    return tuple(named[url] for url in choose(named, most))


def _address(page: SavedPage) -> str:
    if page.url and _site(page.url):
        return normalised(page.url)
    return normalised(f"http://folder.invalid/{'/'.join(page.file.parts[-2:])}")
