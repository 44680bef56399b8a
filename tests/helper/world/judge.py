"""Whether a run over the world found what it must, and asked for nothing it must not."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from tests.helper.world.server import Asked
from tests.helper.world.sites import Site

CHOSEN = re.compile(r"(https?://\S+) \(")


def addresses(site: Site) -> str:
    return f"https://{site.domain}/" if site.tls else f"http://{site.domain}/"


def wrong_answers(sites: Sequence[Site], out: Path) -> list[str]:
    """What companies.csv says otherwise than is known; empty when all is right."""
    with (out / "companies.csv").open(newline="", encoding="utf-8") as file:
        rows = {urlsplit(row["url"]).hostname or row["company"]: row for row in csv.DictReader(file)}
        by_slug = {row["slug"]: row for row in rows.values()}
    wrong = []
    if len(rows) != len(sites):
        wrong.append(f"{len(rows)} rows for {len(sites)} companies")
    for site in sites:
        row = by_slug.get(re.sub(r"[^a-z0-9]+", "-", site.domain))
        if row is None:
            wrong.append(f"{site.kind} {site.domain}: no row")
            continue
        if row["status"] != site.status:
            wrong.append(f"{site.kind} {site.domain}: status {row['status']}, not {site.status}: {row['notices']}")
            continue
        if site.status != "ok":
            continue
        chosen = _chosen(row["notices"])
        if site.paths is not None and chosen != site.paths:
            wrong.append(f"{site.kind} {site.domain}: pages {sorted(chosen)}, not {sorted(site.paths)}")
        if site.has_mission and row["mission"] != site.mission:
            wrong.append(f"{site.kind} {site.domain}: mission {row['mission']!r}, not {site.mission!r}")
    return wrong


def _chosen(notices: str) -> set[str]:
    told = notices.partition("Pages chosen: ")[2]
    return {f"{(parts := urlsplit(url)).hostname}{parts.path}" for url in CHOSEN.findall(told)}


def forbidden_requests(sites: Sequence[Site], asked: Iterable[Asked]) -> list[Asked]:
    """Requests that a robots.txt forbids."""
    rules = {host: site.forbidden for site in sites for host in site.hosts if site.forbidden}
    return [a for a in asked if a.path != "/robots.txt" and a.path.startswith(rules.get(a.host, ("\0",)))]


def crowded_hosts(sites: Sequence[Site], asked: Iterable[Asked], pause: float) -> list[str]:
    """Hosts that were asked twice at a time, or again before their pause was over. Clocks may differ by a little."""
    by_host: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        by_host[one.host].append(one)
    pauses = {host: site.pause for site in sites for host in site.hosts}
    crowded = []
    for host, ones in by_host.items():
        ones.sort(key=lambda a: a.began)
        for before, after in pairwise(ones):
            # the pause that robots.txt asks for cannot be known before it was read
            wanted = max(pause, pauses.get(host, 0) if before.path != "/robots.txt" else 0)
            if before.status and after.began - before.ended < wanted * 0.8 - 0.02:
                crowded.append(f"{host}: {before.path} {after.path} {after.began - before.ended:.3f}")
    return crowded
