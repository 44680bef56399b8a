"""sitemap.xml (https://www.sitemaps.org/protocol.html): indexes, gzip, text form; bounded, for a site may list millions."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from lxml import etree

from helper.errors import Problem
from helper.fetch.decompress import BadEncoding, TooLarge, gunzip
from helper.fetch.urls import normalised

MOST_FILES = 4
MOST_ADDRESSES = 20_000
MAX_BYTES = 10_000_000
CHUNK = 65_536
_TELLING = ("page", "about", "career", "company", "main", "static", "en")
_DULL = ("product", "post", "news", "blog", "image", "video", "tag", "categor", "author", "event")


class Ask(Protocol):
    def __call__(self, url: str, reason: str, max_bytes: int) -> bytes | None: ...


def addresses(roots: list[str], ask: Ask, wanted: Callable[[], bool]) -> Iterator[str]:
    """The pages that the sitemaps at `roots` list. `ask` gives a file's bytes, or None; `wanted`: whether to go on."""
    waiting, done, given = list(dict.fromkeys(roots)), set[str](), 0
    while waiting and len(done) < MOST_FILES and wanted():
        at = waiting.pop(0)
        if at in done:
            continue
        done.add(at)
        data = ask(at, "sitemap", MAX_BYTES)
        if data is None:
            continue
        further = []
        for is_index, address in _listed(data, at):
            if is_index:
                further.append(address)
            elif given < MOST_ADDRESSES:
                given += 1
                yield address
        # an index's most telling parts first: there may be hundreds of them
        waiting = sorted(waiting + further, key=_rank)


def _rank(url: str) -> int:
    name = url.rpartition("/")[2].lower()
    return 0 if any(w in name for w in _TELLING) else 2 if any(w in name for w in _DULL) else 1


def _listed(data: bytes, base: str) -> Iterator[tuple[bool, str]]:
    """Each address of a sitemap, and whether it is another sitemap's."""
    if data[:2] == b"\x1f\x8b":
        try:
            data = gunzip(data, MAX_BYTES)
        except (TooLarge, BadEncoding):
            return
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        for line in data.decode("utf-8", "replace").splitlines()[:MOST_ADDRESSES]:
            yield from _one(False, line, base)
        return
    # no entities and no network: a sitemap is a stranger's XML
    parser = etree.XMLPullParser(events=("end",), resolve_entities=False, no_network=True, recover=True)
    try:
        for start in range(0, len(data), CHUNK):
            parser.feed(data[start:start + CHUNK])
            for _, node in parser.read_events():
                kind = etree.QName(node).localname if isinstance(node.tag, str) else ""
                if kind in ("url", "sitemap"):
                    loc = next((child.text for child in node if str(child.tag).endswith("}loc") or child.tag == "loc"), "")
                    yield from _one(kind == "sitemap", loc or "", base)
                    node.clear()
    except etree.XMLSyntaxError:
        return


def _one(is_index: bool, text: str, base: str) -> Iterator[tuple[bool, str]]:
    try:
        if text.strip():
            yield is_index, normalised(text, base)
    except Problem:
        return
