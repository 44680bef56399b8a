"""Links that open a page at a sentence."""
from __future__ import annotations

from urllib.parse import unquote

import pytest

from nlp.page.fragment import text_link

PAGE = "https://www.tarnwick-boats.example/about"


def test_the_text_follows_as_a_directive() -> None:
    assert text_link(PAGE, "We float.") == f"{PAGE}#:~:text=We%20float."


def test_a_fragment_of_the_address_is_replaced() -> None:
    assert text_link(f"{PAGE}?a=1#values", "We float.") == f"{PAGE}?a=1#:~:text=We%20float."


def test_the_directive_s_own_signs_are_encoded() -> None:
    directive = text_link(PAGE, "Care, well-being & 100% “joy” + a/b?").partition("text=")[2]
    assert not set(directive) & set("-,&+/?# “")
    assert unquote(directive) == "Care, well-being & 100% “joy” + a/b?"


def test_long_text_is_named_by_its_ends() -> None:
    words = [f"w{number}" for number in range(100)]
    start, end = text_link(PAGE, " ".join(words)).partition("text=")[2].split(",")
    assert unquote(start).split() == words[:8]
    assert unquote(end).split() == words[-8:]


@pytest.mark.parametrize("url", ["", "file:///home/ada/about.html", "unknown", "javascript:alert(1)", "http"])
def test_no_link_without_a_web_address(url: str) -> None:
    assert text_link(url, "We float.") == ""
