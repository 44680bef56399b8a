"""Who the pages belong to: the company's name and its registrable domain."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from urllib.parse import urlsplit

import tldextract

from nlp.contract import Company
from nlp.page import Document
from nlp.page.text import fold

_SEPARATOR = re.compile(r"\s+[|–—·•:»>/\\-]+\s+|\s*\|\s*|:\s+")
_LEGAL = re.compile(r"[,\s]+(?:inc|llc|ltd|limited|gmbh|plc|corp|corporation|co|pvt|s\.?a|ag|bv|oy)\.?$", re.I)
_WEBSITE = re.compile(r"\s+(?:official )?(?:web ?site|home ?page)$", re.I)
# Titles that say which page it is, and not whose.
_GENERIC = re.compile(
    r"^(?:(?:home|page|about|us|our|story|mission|vision|values?|culture|team|people|company|corporate|careers?|jobs?|welcome|contact|who|we|"
    r"are|index|overview|profile|untitled|document|join|core|statements?|history|philosophy|purpose|principles|beliefs|objectives?|goals?|"
    r"website|and|the)\b[\s,&-]*)+$|^(?:life at .*|(?:mission|vision|values)(?:,| and| &) .*|our .{0,30}|about .{0,30})$",
    re.I,
)
_ADDRESS = re.compile(r"://|^www\.")


@cache
def _extractor() -> tldextract.TLDExtract:
    # The bundled public-suffix list only: nothing is fetched, nothing cached on disk.
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def domain_of(url: str) -> str:
    """The registrable domain of a web address ("jobs.acme.co.uk" -> "acme.co.uk"); the host where there is none."""
    host = urlsplit(url).hostname or ""
    return _extractor()(host).top_domain_under_public_suffix or host.removeprefix("www.")


def company_of(documents: Sequence[Document]) -> Company:
    """Name and domain.

    The name is the part of the pages' titles and site names that their domain spells or that they share; else
    the first part of the domain.
    """
    domains = Counter(domain_of(d.url) for d in documents if d.url)
    domain = domains.most_common(1)[0][0] if domains else ""
    parts = _extractor()(domain)
    label = parts.domain if parts.suffix else "" if parts.ipv4 else domain.split(".")[0]
    votes: defaultdict[str, float] = defaultdict(float)
    ends: Counter[str] = Counter()  # of a title's parts the last is more often the site's name
    for document in documents:
        names = _possible_names(document)
        for name in dict.fromkeys(names):
            votes[name] += 1 + 3 * _spells(name, label)
            ends[name] += name == names[-1]
            if name == fold(document.site_name):
                votes[name] += 2
    if votes:
        best = max(votes, key=lambda name: (votes[name], ends[name], -len(name), name))
        if votes[best] > 1 or len(documents) == 1 or not label:
            return Company(name=best, domain=domain)
    return Company(name=label.replace("-", " ").title() or "this company", domain=domain)


def _possible_names(document: Document) -> list[str]:
    """Parts of the site's name and of the title, in their order."""
    parts = [*_SEPARATOR.split(document.site_name), *_SEPARATOR.split(document.title)]
    about = re.match(r"(?:about|careers at|life at|working at|jobs at|join|welcome to)\s+(.+)", document.title, re.I)
    if about:
        parts.insert(0, _SEPARATOR.split(about.group(1))[0])
    names = [_LEGAL.sub("", _WEBSITE.sub("", fold(part))) for part in parts]
    return [n for n in names if 1 < len(n) <= 50 and not _GENERIC.match(n) and not _ADDRESS.search(n)]


def _spells(name: str, label: str) -> float:
    """How far the domain's label spells the name: 1 whole, else the shared beginning, initials count too."""
    letters = re.sub(r"[^a-z0-9]", "", name.lower())
    label = re.sub(r"[^a-z0-9]", "", label.lower())
    initials = "".join(w[0] for w in re.findall(r"[a-z0-9]+", name.lower()))
    if not letters or not label:
        return 0.0
    if letters == label or initials == label:
        return 1.0
    short, long = sorted((letters, label), key=len)
    return 0.8 if len(short) >= 3 and short in long else 0.0
