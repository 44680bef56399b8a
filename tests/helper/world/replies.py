"""What a fictional site answers, and the pages it shows."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from typing import Any

FILLER = (
    "We started in a rented workshop with two benches and one telephone. Today eighty people work in three towns, and "
    "the workshop is still ours. Most of our customers have been with us for more than ten years, and we know the "
    "names of nearly all of them. We keep our books open to everybody who works here, and we mend what we sell. "
)
NOISE = (
    '<a href="/privacy">Privacy</a> <a href="/news/2024/opening">News</a> <a href="/products/42">Products</a> '
    '<a href="/contact">Contact</a> <a href="https://social.example/x">Follow us</a> <a href="/brochure.pdf">About us (PDF)</a>'
)


@dataclass(frozen=True)
class Reply:
    """`manner`: plain; drip (a byte now and then, for ever); drop (the connection is closed); bomb (it unpacks to more
    than a gigabyte). `first`: what is answered the first time instead."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    manner: str = "plain"
    first: Reply | None = None


def page(title: str, body: str, head: str = "", **more: Any) -> Reply:
    html = f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{body}</body></html>'
    return Reply(html.encode(), headers={"Content-Type": "text/html; charset=utf-8"}, **more)


def redirect(to: str, status: int = 301) -> Reply:
    return Reply(status=status, headers={"Location": to})


def text(body: str, kind: str = "text/plain") -> Reply:
    return Reply(body.encode(), headers={"Content-Type": kind})


def packed(body: str, kind: str) -> Reply:
    return Reply(gzip.compress(body.encode()), headers={"Content-Type": kind})


def menu(*links: tuple[str, str]) -> str:
    return "<nav>" + "".join(f'<a href="{href}">{words}</a>' for href, words in links) + "</nav>"


def sitemap(*urls: str) -> str:
    entries = "".join(f"<url><loc>{url}</loc></url>" for url in urls)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'


def sitemap_index(*urls: str) -> str:
    entries = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in urls)
    return f'<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</sitemapindex>'


NOT_THERE = page("Not found", "<h1>Not found</h1>", status=404)
SOFT_404 = page("Page not found", "<h1>Oops</h1><p>The page you wanted does not exist.</p>")
