"""Web addresses in one form, so that a page has one name in the cache, in robots.txt and among those visited."""
from __future__ import annotations

import re
from functools import cache

import httpx
import tldextract

from helper.errors import Problem

MAX_LENGTH = 2000
_HOST = re.compile(r"(?=.{1,253}$)(?!-)[a-z0-9_-]{1,63}(?:\.(?!-)[a-z0-9_-]{1,63})*\.?|\[[0-9a-f:.]+\]")
_INDEX = re.compile(r"/(?:index\.\w{2,5})?$")


def normalised(url: str, base: str | None = None) -> str:
    """`url`, relative to `base`, in the form of RFC 3986, section 6: no fragment, no default port, host in ASCII.

    Raises Problem(bad_address): no http(s) address, with a user name in it, or too long.
    """
    try:
        joined = httpx.URL(base).join(url.strip()) if base else httpx.URL(url.strip())
        host = joined.raw_host.decode("ascii").lower()
        good = joined.scheme in ("http", "https") and not joined.userinfo and _HOST.fullmatch(
            f"[{host}]" if ":" in host else host)
        text = str(joined.copy_with(fragment=None, path=joined.path or "/"))
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise _bad(url) from error
    if not good or len(text) > MAX_LENGTH or not text.isascii():
        raise _bad(url)
    return text


def _bad(url: str) -> Problem:
    return Problem("bad_address", f"{url[:200]!r} is no web address that can be read.",
                   "An address is https://acme.example/about, or acme.example for its home page.")


def host_of(url: str) -> str:
    """Host and port: what politeness and robots.txt go by."""
    return httpx.URL(url).netloc.decode("ascii")


def origin_of(url: str) -> str:
    parsed = httpx.URL(url)
    return f"{parsed.scheme}://{parsed.netloc.decode('ascii')}"


def path_of(url: str) -> str:
    return httpx.URL(url).path


def page_key(url: str) -> str:
    """One name for `/about`, `/about/` and `/about/index.html`, with http or https, with www. or without."""
    parsed = httpx.URL(url)
    host = parsed.netloc.decode("ascii").removeprefix("www.")
    query = parsed.query.decode("ascii")
    return host + _INDEX.sub("", parsed.path) + (f"?{query}" if query else "")


@cache
def _extractor() -> tldextract.TLDExtract:
    # the list of suffixes that comes with the package: nothing is fetched
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def site_of(url: str) -> str:
    """The registrable domain ("acme.co.uk"); of a name under no known suffix its last two parts; else host and port."""
    parsed = httpx.URL(url)
    host = parsed.host.rstrip(".")
    parts = _extractor()(host)
    if parts.ipv4 or parts.ipv6 or "." not in host:
        return parsed.netloc.decode("ascii")
    return parts.top_domain_under_public_suffix or ".".join(host.split(".")[-2:])
