"""Web archives (WARC, ISO 28500): a company a site, its pages chosen by their addresses.

An archive may be larger than memory: it is read through once for an index on disk, and again for the chosen records.
"""
from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helper.errors import Problem
from helper.fetch.discovery.choose import choose
from helper.fetch.urls import normalised, site_of
from helper.research.inputs.job import Job, Refused, SavedPage, Seen, slug_of

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

HTML = ("text/html", "application/xhtml+xml")
MOST_PAGES = 20_000  # looked at of one site
COMMIT_EVERY = 10_000


def plan(path: Path, most: int, seen: Seen) -> Iterator[Job | Refused]:
    """The companies of an archive, by site."""
    with closing(sqlite3.connect("")) as index:  # "": on disk, for this connection alone
        index.execute("CREATE TABLE pages (site TEXT, url TEXT, offset INTEGER, at TEXT, PRIMARY KEY (site, url)) "
                      "WITHOUT ROWID")
        broken = None
        try:
            _fill(index, path)
        except Problem as problem:
            broken = problem
        any_page = False
        sites = index.execute("SELECT DISTINCT site FROM pages ORDER BY site")
        for (site,) in sites:
            any_page = True
            yield _job(index, path, site, most, seen)
        if broken or not any_page:
            told = broken or Problem("no_page", f"{path} holds no web page.")
            yield Refused(seen.free(slug_of(path.name, "archive")), path.name, told)


def read_record(path: Path, offset: int, max_bytes: int) -> tuple[bytes, str | None]:
    """The body of the record at `offset`, and the encoding its server declared. Raises Problem: bad_archive, too_large."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        with path.open("rb") as file:
            file.seek(offset)
            record = next(iter(ArchiveIterator(file)))
            data: bytes = record.content_stream().read(max_bytes + 1)
            kind = str(record.http_headers.get_header("content-type") or "")
    except (ArchiveLoadFailed, StopIteration, OSError, AttributeError, ValueError) as error:
        raise Problem("bad_archive", f"{path}, byte {offset}: the record cannot be read.") from error
    if len(data) > max_bytes:
        raise Problem("too_large", f"{path}, byte {offset}: the page has more than {max_bytes // 1_000_000} MB.")
    declared = kind.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    return data, declared or None


def _job(index: sqlite3.Connection, path: Path, site: str, most: int, seen: Seen) -> Job:
    query = "SELECT url, offset, at FROM pages WHERE site = ? LIMIT ?"
    found = {url: (offset, at) for url, offset, at in index.execute(query, (site, MOST_PAGES))}
    chosen = tuple(SavedPage(path.resolve(), url, *found[url]) for url in choose(found, most))
    return Job(seen.free(slug_of(site, "site")), f"{path.name}:{site}", None, chosen)


def _fill(index: sqlite3.Connection, path: Path) -> None:
    """Write down every HTML page, the newest of an address. Raises Problem(bad_archive) after what could be read."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    newest = ("INSERT INTO pages VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET offset = excluded.offset, "
              "at = excluded.at WHERE excluded.at >= at")
    try:
        with path.open("rb") as file:
            records: Any = ArchiveIterator(file)
            for number, record in enumerate(records):
                if (url := _page_url(record)) is not None:
                    at = str(record.rec_headers.get_header("WARC-Date") or "")
                    index.execute(newest, (site_of(url), url, records.get_record_offset(), at))
                if number % COMMIT_EVERY == 0:
                    index.commit()
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
        told = f"{path} is no whole web archive: {str(error).strip().splitlines()[0] if str(error) else 'unreadable'}."
        raise Problem("bad_archive", told, "What came before the broken place was read.") from error


def _page_url(record: ArcWarcRecord) -> str | None:
    if record.rec_type != "response" or record.http_headers is None:
        return None
    kind = (record.http_headers.get_header("content-type") or "").partition(";")[0].strip().lower()
    if record.http_headers.get_statuscode() != "200" or kind not in HTML:
        return None
    try:
        return normalised(record.rec_headers.get_header("WARC-Target-URI") or "")
    except Problem:
        return None
