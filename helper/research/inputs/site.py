"""A company named by its address: a domain, or a URL on its site."""
from __future__ import annotations

import re

from helper.errors import Problem
from helper.fetch.urls import host_of, normalised, page_key
from helper.research.inputs.job import Job, Refused, Seen, slug_of

_DOMAIN = re.compile(r"(?!\d+(?:\.\d+)*$)[^\s/@:,;?#]+\.[^\s/@:,;?#.\d]{2,}\.?(?::\d{1,5})?(?:/\S*)?")
# a name that ends so is a file that isn't there, not a domain
FILES = (".txt", ".csv", ".json", ".jsonl", ".html", ".htm", ".xhtml", ".warc", ".warc.gz", ".xlsx", ".pdf")


def is_address(text: str) -> bool:
    """Whether `text` is a web address, or a domain, with or without a path."""
    try:
        return bool(starts_of(text))
    except Problem:
        return False


def starts_of(text: str) -> tuple[str, ...]:
    """Where to look for the site that `text` names, in order. Raises Problem(bad_address)."""
    text = text.strip().strip("<>\"'")
    if "://" in text:
        return (normalised(text),)
    if not _DOMAIN.fullmatch(text) or text.lower().endswith(FILES):
        raise Problem("bad_address", f"{text[:200]!r} is no domain and no web address.",
                      "An address is acme.example, or https://acme.example/about.")
    text = text.rstrip(".")
    starts = [normalised(f"https://{text}"), normalised(f"http://{text}")]
    if not text.lower().startswith("www."):
        starts.append(normalised(f"https://www.{text}"))
    return tuple(starts)


def site_job(text: str, company: str | None, source: str, seen: Seen) -> Job | Refused:
    """The company at the address `text`; a second one at the same address is refused."""
    try:
        starts = starts_of(text)
    except Problem as problem:
        return Refused(seen.free(slug_of(company or text, "line")), source, problem, company)
    key, host = page_key(starts[0]), host_of(starts[0]).removeprefix("www.")
    slug = seen.free(slug_of(company or host, "company"))
    if key in seen.sites:
        told = f"{text.strip()} was asked for before, at {seen.sites[key]}, and is read once."
        return Refused(slug, source, Problem("duplicate_company", told), company)
    seen.sites[key] = source
    return Job(slug, source, company or None, starts=starts)
