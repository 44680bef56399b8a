"""What the head of a page says of it."""
from __future__ import annotations

from nlp.contract import Page
from nlp.page import read_page

from .pages import read


def test_title_description_and_site_name() -> None:
    page = read(
        "<p>We build boats.</p>",
        head="<title> About us\n | Tarnwick </title><meta name=description content='Boats since  1902.'>"
        '<meta property="og:site_name" content="Tarnwick Boats"><meta property="og:description" content="Other.">',
    )
    assert page.title == "About us | Tarnwick"
    assert page.description == "Boats since 1902."
    assert page.site_name == "Tarnwick Boats"


def test_json_ld_of_an_organisation() -> None:
    page = read(
        "<p>We build boats.</p>",
        head='<script type="application/ld+json">{"@graph": [{"@type": "BreadcrumbList", "name": "x"}, '
        '{"@type": ["Organization", "Brand"], "name": "Tarnwick Boats", "description": "Keeps boats afloat."}]}'
        "</script>",
    )
    assert (page.site_name, page.description) == ("Tarnwick Boats", "Keeps boats afloat.")


def test_broken_json_ld_is_ignored() -> None:
    page = read(
        "<p>We build boats.</p>",
        head='<script type="application/ld+json">{"@graph": </script><script type="application/ld+json">'
        '{"@graph": 3, "@type": null}</script><script type="application/ld+json">"x"</script>',
    )
    assert page.site_name == ""


def test_title_of_an_svg_is_not_the_page_s() -> None:
    page = read("<svg><title>Anchor</title></svg><p>We build boats.</p>", head="<title>Tarnwick</title>")
    assert page.title == "Tarnwick"


def test_title_given_with_the_page_comes_first() -> None:
    assert read_page(Page(url="", html="<title>A</title><p>We build boats.</p>", title="Tarnwick")).title == "Tarnwick"
