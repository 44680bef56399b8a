"""Whose the pages are."""
from __future__ import annotations

import pytest

from nlp.contract import Page
from nlp.page import read_page
from nlp.reading.company import company_of

TEXT = "<p>We mend nets, sails and ropes for the fishing boats of the coast, and teach others to do the same.</p>"


def _name(url: str, *titles: str, site_name: str = "") -> str:
    meta = f'<meta property="og:site_name" content="{site_name}">' if site_name else ""
    pages = (f"<html><head><title>{title}</title>{meta}</head><body><main>{TEXT}</main></body></html>" for title in titles)
    return company_of([read_page(Page(url=f"{url}/{number}", html=html)) for number, html in enumerate(pages)]).name


@pytest.mark.parametrize(
    ("url", "titles", "name"),
    [
        ("https://example.com", ["About us | Tarn Hollow Dairy"], "Tarn Hollow Dairy"),
        ("https://example.com", ["Tarn Hollow Dairy – Careers"], "Tarn Hollow Dairy"),
        ("https://example.com", ["Mission Statement – Tarn Hollow Dairy Ltd."], "Tarn Hollow Dairy"),
        ("https://tarnhollow.example", ["About Tarn Hollow", "Life at Tarn Hollow", "Our values"], "Tarn Hollow"),
        ("https://tarn-hollow.example", ["Document"], "Tarn Hollow"),
        ("https://tarnhollow.example", ["Vision, Mission & Values", "Company Overview"], "Tarnhollow"),
        ("https://example.com", ["Careers | Tarn Hollow official website"], "Tarn Hollow"),
    ],
)
def test_the_name_in_the_titles(url: str, titles: list[str], name: str) -> None:
    assert _name(url, *titles) == name


def test_an_address_is_no_name() -> None:
    name = _name("https://tarnhollow.example", "About us | Tarn Hollow Dairy", site_name="https://www.tarnhollow.example/")
    assert name == "Tarn Hollow Dairy"


def test_the_slogan_after_the_site_name_is_left_out() -> None:
    name = _name("https://tarnhollow.example", "About", "Careers", site_name="Tarn Hollow | Milk as it should be")
    assert name == "Tarn Hollow"
