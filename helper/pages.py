"""Saved pages: bytes to text as a browser decodes them, and the address they were saved from."""
from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import BinaryIO

from helper.errors import WRONG_USE, Problem
from nlp.contract import Page

MAX_BYTES = 20_000_000

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# What browsers and page savers write above the markup: Chrome and Edge, and SingleFile.
SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S+) -->|<!--\s*Page saved with SingleFile\s+url: (https?://\S+)")
HEAD_CHARACTERS = 200_000  # a saver puts its note, and a page its links, this early


def decode(data: bytes, declared: str | None = None) -> str:
    """HTML bytes as text: byte order mark, then the encoding `declared` by the server, then the one the page declares,
    then UTF-8, then windows-1252.

    This is the order of the HTML standard (https://html.spec.whatwg.org/#determining-the-character-encoding): latin-1
    means windows-1252, and a page that declares UTF-16 in readable ASCII is UTF-8. Bytes that don't fit become U+FFFD.
    """
    from bs4.dammit import EncodingDetector

    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data[len(mark):].decode(encoding, "replace")
    for told in (declared, EncodingDetector.find_declared_encoding(data, is_html=True)):
        try:
            name = codecs.lookup(told).name if told else ""
        except (LookupError, ValueError):
            name = ""
        if name in {"iso8859-1", "ascii"}:
            name = "cp1252"
        if name.startswith(("utf-16", "utf-32", "utf-7")):
            name = "utf-8"
        if name:
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def own_address(html: str) -> str | None:
    """The web address a page gives for itself: the saver's note, its canonical link, its og:url."""
    from bs4 import BeautifulSoup, Tag
    from bs4.filter import SoupStrainer

    head = html[:HEAD_CHARACTERS]
    noted = SAVED_FROM.search(head)
    if noted:
        return noted[1] or noted[2]
    soup = BeautifulSoup(head, "lxml", parse_only=SoupStrainer(["link", "meta"]))
    for tag, attribute in (
        (soup.find("link", rel="canonical"), "href"), (soup.find("meta", property="og:url"), "content"),
    ):
        value = tag.get(attribute) if isinstance(tag, Tag) else None
        if isinstance(value, str) and re.match(r"https?://[^\s/]", value):
            return value.strip()
    return None


def load(path: Path, url: str | None = None) -> Page:
    """A saved page. Without `url` it has the address it gives for itself, or else its file's.

    Raises Problem: no_page, too_large.
    """
    try:
        with path.open("rb") as file:
            data = _bounded(file, str(path))
    except OSError as error:
        raise Problem("no_page", f"{path} cannot be read ({error.strerror}).", "Name a saved .html file.",
                      exit_status=WRONG_USE) from error
    return _page(data, url, path.absolute().as_uri())


def from_stream(stream: BinaryIO, url: str | None = None) -> Page:
    """A page from standard input."""
    return _page(_bounded(stream, "the page on standard input"), url, "about:blank")


def _page(data: bytes, url: str | None, fallback: str) -> Page:
    html = decode(data)
    return Page(url=url or own_address(html) or fallback, html=html)


def _bounded(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Problem("too_large", f"{name} has more than {MAX_BYTES // 1_000_000} MB.",
                      "Save the page without its pictures and scripts.", status=413)
    return data
