"""Image alternative texts."""
from __future__ import annotations

import pytest

from nlp.page import Role

from .pages import read, texts


def test_alt_text_is_a_block_under_its_heading() -> None:
    page = read('<h2>Values</h2><div><img alt="Patience"></div><div><img alt="Candour"></div>')
    assert texts(page, Role.ALT) == ["Patience", "Candour"]
    assert page.blocks[-1].headings == ("Values",)


@pytest.mark.parametrize("alt", ["", "hull-2.jpg", "IMG 2041", "banner", "Tarnwick logo", "workshop_front", "null"])
def test_file_names_and_logos_say_nothing(alt: str) -> None:
    assert texts(read(f'<p>We build boats.</p><img alt="{alt}">')) == ["We build boats."]


def test_alt_text_that_repeats_the_page_is_left_out() -> None:
    assert texts(read('<img alt="patience"><h3>Patience</h3><p>We wait.</p>')) == ["Patience", "We wait."]


def test_icon_that_links_away_is_left_out() -> None:
    page = read('<p>We build boats.</p><a href="https://social.example/x"><img alt="Follow us"></a>')
    assert texts(page) == ["We build boats."]
