"""robots.txt, as RFC 9309 has it."""

from __future__ import annotations

import pytest

from helper.errors import Problem
from helper.fetch.robots import MAX_BYTES, Robots
from helper.fetch.transport import Answer

RULES = b"""
User-agent: *
Disallow: /
Crawl-delay: 9

User-agent: VisionFit
Disallow: /private
Allow: /private/press
Disallow: /*.cgi$
Crawl-delay: 2
Sitemap: https://a.example/map.xml
"""


def robots(status: int = 200, body: bytes = RULES, problem: Problem | None = None) -> tuple[Robots, list[str]]:
    asked: list[str] = []

    def get(url: str, most: int) -> Answer:
        assert most == MAX_BYTES
        asked.append(url)
        if problem:
            raise problem
        return Answer(url, status, {}, body)

    return Robots(get), asked


def test_our_own_rules_go_before_those_for_all() -> None:
    rules = robots()[0].rules("https://a.example/")
    allowed = {path: rules.allows(f"https://a.example{path}") for path in ("/", "/private/x", "/private/press", "/x.cgi", "/x.cgi?a")}
    assert allowed == {"/": True, "/private/x": False, "/private/press": True, "/x.cgi": False, "/x.cgi?a": True}
    assert (rules.delay, rules.sitemaps) == (2.0, ["https://a.example/map.xml"])


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_none_forbids_nothing(status: int) -> None:
    assert robots(status)[0].rules("https://a.example/").allows("https://a.example/x")


@pytest.mark.parametrize("status", [429, 500, 503])
def test_one_that_cannot_be_had_forbids_all(status: int) -> None:
    made, asked = robots(status)
    for _ in range(2):
        with pytest.raises(Problem) as raised:
            made.rules("https://a.example/")
        assert raised.value.code == "robots_unavailable"
    assert len(asked) == 1


def test_a_host_that_is_not_there_is_told_as_that() -> None:
    with pytest.raises(Problem) as raised:
        robots(problem=Problem("no_such_host", "There is no host."))[0].rules("https://a.example/")
    assert raised.value.code == "no_such_host"


def test_each_origin_has_its_own() -> None:
    made, asked = robots()
    for url in ("https://a.example/", "https://a.example/b", "http://a.example/", "https://www.a.example/", "https://a.example:8443/"):
        made.rules(url)
    assert asked == ["https://a.example/robots.txt", "http://a.example/robots.txt", "https://www.a.example/robots.txt",
                     "https://a.example:8443/robots.txt"]  # fmt: skip


def test_a_page_in_its_place_forbids_nothing() -> None:
    made, _ = robots(body=b"<!doctype html><html><body>Welcome</body></html>")
    assert made.rules("https://a.example/").allows("https://a.example/about")
