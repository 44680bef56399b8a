"""A part of the page that the user has marked."""
from __future__ import annotations

from nlp.contract import Page
from nlp.page import Role, read_page

MARKED = "Our mission\n\nTo keep wooden   boats on the water.\nValues\nPatience\nWe let the varnish dry, come what may."


def test_only_the_selection_is_read() -> None:
    page = read_page(Page(url="", html="<title>Tarnwick</title><p>We sell rope.</p>", selection=MARKED))
    assert [b.text for b in page.blocks][:2] == ["Our mission", "To keep wooden boats on the water."]
    assert page.blocks[1].headings == ("Our mission",)
    assert page.blocks[1].role is Role.PARAGRAPH
    assert page.blocks[-1].headings == ("Patience",)
    assert (page.title, page.coverage, page.removed) == ("Tarnwick", 1.0, ())


def test_selection_of_a_page_that_is_too_large_is_read() -> None:
    page = read_page(Page(url="", html="<p>rope</p>" * 600_000, selection=MARKED))
    assert page.blocks[0].text == "Our mission"


def test_blank_selection_means_the_whole_page() -> None:
    page = read_page(Page(url="", html="<p>We sell rope.</p>", selection=" \n "))
    assert [b.text for b in page.blocks] == ["We sell rope."]
