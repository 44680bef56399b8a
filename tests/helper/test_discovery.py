"""From a home page to the pages worth reading. (test_world.py has the whole way; here is what each step decides.)"""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from helper.errors import Problem
from helper.fetch.discovery.choose import choose
from helper.fetch.discovery.explore import explore
from helper.fetch.discovery.judge import judge
from helper.fetch.discovery.look import look
from helper.fetch.discovery.sitemap import MOST_FILES, addresses
from helper.fetch.discovery.verdict import of_answer, of_look
from helper.fetch.transport import Answer
from helper.research.inputs.site import starts_of
from tests.helper.world.menus import measure
from tests.helper.world.online import online, site
from tests.helper.world.replies import FILLER, Reply, menu, page, sitemap, sitemap_index

HOME = "http://larkhill.example/"


def test_choices_are_as_good_as_the_documents_say() -> None:
    """docs/research.md has the figures of menus that no word was chosen by."""
    precision, recall, _ = measure(held_out=True)
    assert (round(precision, 2), round(recall, 2)) == (0.95, 0.86)


@pytest.mark.parametrize(
    ("text", "url", "topic"),
    [
        ("Our values", "/x", "values"),
        ("", "/our-mission", "mission"),
        ("About us", "/privacy", None),
        ("Log in to our careers site", "/careers", None),
        ("About", "/about.pdf", None),
        ("Read on", "/news/our-mission", "mission"),
        ("Read on", "/news/2024/our-mission", None),
        ("A long headline in which the word company stands", "/z", "about"),
        ("Mission", "/de/mission", "mission"),
        ("Firma", "/de/company", None),
        ("Cats", "/cats", None),
    ],
)
def test_what_a_link_promises(text: str, url: str, topic: str | None) -> None:
    promise = judge(f"https://a.example{url}", text, "https://a.example/")
    assert (promise and promise.topic) == topic


def test_a_name_goes_before_a_path_and_a_path_before_a_sitemap() -> None:
    home = "https://a.example/"
    scores = [judge(f"{home}{path}", text, home) for path, text in
              (("values", "Our values"), ("v", "Our values"), ("news/values", "Values"), ("values", None))]  # fmt: skip
    both, name, dated, listed = (promise.score if promise else 0 for promise in scores)
    assert both > name > listed > dated


def test_look() -> None:
    seen = look(
        '<html lang="EN"><head><title> A \n b </title><base href="https://a.example/x/"><script>var words</script>'
        '<link rel="alternate" hreflang="en-GB" href="/en/"></head><body><nav><a href="y">Y <b>z</b></a></nav><p>Two words'
        '<a href="mailto:x@y">m</a><a href="//b.example"><img alt="Logo"></a></p><footer><a href="#top">t</a>'
        '<a href="/z" aria-label="Zed"></a></footer><!-- no --><noscript>hidden</noscript></body></html>', "https://a.example/")  # fmt: skip
    assert (seen.title, seen.language, seen.english) == ("A b", "en", "https://a.example/en/")
    assert [(link.url, link.text, link.place) for link in seen.links] == [
        ("https://a.example/x/y", "Y z", "menu"), ("https://b.example/", "Logo", "text"), ("https://a.example/z", "Zed", "foot"),
    ]  # fmt: skip
    assert seen.text == "Y z Two words m t"


@pytest.mark.parametrize("html", ["", "<", "\x00", "<" * 5000, "<div>" * 20_000, "<?xml version='1.0' encoding='x'?><p>a"])
def test_look_at_what_is_hardly_a_page(html: str) -> None:
    assert look(html, HOME).links == []


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("<title>Page not found</title><p>Sorry.", "soft_404"),
        ("<h1>We couldn’t find that page</h1>", "soft_404"),
        ("<h1>larkhill.example</h1><p>This domain is parked free, courtesy of a registrar.", "parked_domain"),
        ("<p>The domain larkhill.example is for sale!", "parked_domain"),
        ("<form><p>Members only<input type=PASSWORD></form>", "login_wall"),
        ("<p>We use cookies. Accept all cookies to continue.<a href=/cookies>Cookie policy</a>", "cookie_wall"),
        ("<title>Just a moment...</title><p>Checking your browser before you go on.", "human_check"),
        ("<div id=app></div><script src=a.js></script>", "script_made"),
        ("<p>Hi", "empty_page"),
        (f"<title>Not found in shops</title><h1>Not found in shops</h1><p>{FILLER * 5}", None),
        (f"<h1>About</h1><p>{FILLER}<p>We use cookies. Accept cookies?", None),
        (f"<h1>About</h1><p>{FILLER}", None),
        ("<p>Home</p><a href=/a>One</a><a href=/b>Two</a><a href=/c>Three</a><script></script>", None),
    ],
)
def test_what_is_no_page(html: str, code: str | None) -> None:
    problem = of_look(HOME, HOME, look(f"<html><body>{html}", HOME))
    assert (problem and problem.code) == code


@pytest.mark.parametrize(
    ("status", "kind", "code"),
    [(200, "text/html", None), (200, "TEXT/HTML; charset=x", None), (200, "", None), (200, "image/png", "not_html"), (404, "text/html", "not_found"),
     (403, "text/html", "access_denied"), (502, "text/html", "server_error"), (204, "text/html", "http_error")],
)  # fmt: skip
def test_what_is_no_answer(status: int, kind: str, code: str | None) -> None:
    problem = of_answer(Answer(HOME, status, {"content-type": kind} if kind else {}, b" <html>"))
    assert (problem and problem.code) == code


def test_sitemaps_of_every_form() -> None:
    files = {
        f"{HOME}map.xml": sitemap_index(f"{HOME}posts.xml", f"{HOME}pages.xml.gz", f"{HOME}list.txt").encode(),
        f"{HOME}pages.xml.gz": gzip.compress(sitemap(f"{HOME}about", "relative", "ftp://no.example").encode()),
        f"{HOME}list.txt": f"{HOME}one\n\n{HOME}two\nno address\n".encode(),
        f"{HOME}posts.xml": b"<urlset><url><loc>http://larkhill.example/post</loc></url><url><loc>broken",
    }
    asked: list[str] = []

    def ask(url: str, reason: str, max_bytes: int) -> bytes | None:
        asked.append(url)
        return files.get(url)

    found = list(addresses([f"{HOME}map.xml", f"{HOME}map.xml"], ask, lambda: True))
    assert asked == [f"{HOME}map.xml", f"{HOME}pages.xml.gz", f"{HOME}list.txt", f"{HOME}posts.xml"]  # the telling ones first
    assert found[:4] == [f"{HOME}about", f"{HOME}relative", f"{HOME}one", f"{HOME}two"]
    assert f"{HOME}post" in found


def test_sitemaps_that_never_end_or_expand() -> None:
    asked: list[str] = []

    def endless(url: str, reason: str, max_bytes: int) -> bytes:
        asked.append(url)
        return sitemap_index(f"{HOME}{len(asked)}.xml").encode()

    assert list(addresses([f"{HOME}0.xml"], endless, lambda: True)) == []
    assert len(asked) == MOST_FILES
    laughs = b'<!DOCTYPE a [<!ENTITY b "http://a.example/x"><!ENTITY c SYSTEM "file:///etc/passwd">]><urlset><url><loc>&b;</loc></url><url><loc>&c;</loc></url></urlset>'
    assert all("passwd" not in url and "root" not in url for url in addresses([HOME], lambda *_: laughs, lambda: True))


def test_at_most_n_pages_the_telling_ones_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    links = menu(*((f"/jobs/{n}", f"Jobs {n}") for n in range(9)), ("/values", "Values"), ("/about", "About"))
    pages = {f"/jobs/{n}": page("Job", f"job {n} {FILLER}") for n in range(9)}
    pages |= {"/": page("Home", links + FILLER), "/values": page("V", FILLER), "/about": page("A", f"about {FILLER}")}
    with online(monkeypatch, tmp_path, site(pages)) as made:
        found = explore(made.client(), [HOME], most=4)
        assert [one.url.rpartition("/")[2] for one in found.pages] == ["", "values", "about", "0"]
        assert [one.why for one in found.pages[:2]] == ["the address given", "“Values” in the menu"]
        assert made.paths() == ["/robots.txt", "/", "/values", "/about", "/jobs/0"]


def test_the_same_page_twice_counts_once_and_other_sites_not_at_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    links = menu(("/about", "About"), ("/about-us/", "About us"), ("http://other.example/about", "About"), ("/away", "Our mission"))
    about = page("About", f"about {FILLER}")
    world = site({"/": page("Home", links + FILLER), "/about": about, "/about-us/": about,
                  "/away": Reply(status=302, headers={"Location": "http://other.example/about"})})  # fmt: skip
    with online(monkeypatch, tmp_path, world, site({"/about": page("Other", FILLER)}, "other.example")) as made:
        found = explore(made.client(), [HOME])
        assert [one.url for one in found.pages] == [HOME, f"{HOME}about"]
        assert [problem.code for _, problem in found.left_out] == ["leads_elsewhere"]


def test_english_pages_are_preferred(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    german = page("Start", menu(("/firma", "Firma")) + FILLER, head='<link rel="alternate" hreflang="en" href="/en/">')
    german = Reply(german.body.replace(b'lang="en">', b'lang="de">', 1), headers=german.headers)
    world = site({"/": german, "/en/": page("Home", menu(("/en/about", "About")) + FILLER + "en"),
                  "/en/about": page("About", "about" + FILLER)})  # fmt: skip
    with online(monkeypatch, tmp_path, world) as made:
        assert [one.url for one in explore(made.client(), [HOME]).pages] == [HOME, f"{HOME}en/", f"{HOME}en/about"]


def test_a_domain_is_tried_with_and_without_tls_and_www(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert starts_of("larkhill.example") == ("https://larkhill.example/", HOME, "https://www.larkhill.example/")
    with online(monkeypatch, tmp_path, site({"/": page("Home", FILLER)})) as made:
        client = made.client()
        # the TLS port has another host's certificate: that is never got round by leaving TLS out
        with pytest.raises(Problem) as raised:
            explore(client, starts_of("larkhill.example"))
        assert raised.value.code == "bad_certificate"
        found = explore(client, ["http://larkhill.example:1/", HOME])
        assert found.pages[0].url == HOME


def test_pages_at_hand_are_chosen_by_address() -> None:
    base = "https://a.example"
    urls = [f"{base}/shop/{n}" for n in range(50)] + [f"{base}/careers", f"{base}/about/values", f"{base}/", "not an address"]
    assert choose(urls, 8) == [f"{base}/", f"{base}/about/values", f"{base}/careers"]
    assert choose(urls[:50], 8) == [f"{base}/shop/0", f"{base}/shop/1", f"{base}/shop/2"]
    assert choose([], 8) == []
