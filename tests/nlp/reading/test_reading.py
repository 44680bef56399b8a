"""What is read from whole pages of companies that do not exist."""
from __future__ import annotations

import pytest

from nlp.brief import read as read_pages
from nlp.contract import Page, Reading
from nlp.models import models
from nlp.page import PageError, read_page
from nlp.reading import read_company

MISSION = "We exist to keep small harbours open to small boats."
VISION = "A coast where every village has its own landing."
ABOUT = f"""<html lang="en"><head><title>About us | Tern Harbours</title></head><body>
<nav><a href="/">Home</a><a href="/about">About</a><a href="/jobs">Jobs</a><a href="/shop">Shop</a></nav>
<main><h1>About Tern Harbours</h1>
<section><h2>Our mission</h2><p>{MISSION}</p></section>
<section><h2>Our vision</h2><p>{VISION}</p></section>
<section><h2>Our values</h2>
 <div class="card"><h3>Honesty</h3><p>We publish every berth fee on one page.</p></div>
 <div class="card"><h3>Patience</h3><p>We wait for the tide and for each other.</p></div>
 <div class="card"><h3>Stewardship</h3><p>We leave a quay in better repair than we found it.</p></div></section>
<section><h2>Prices</h2><p>A berth for a night costs 14 pounds, water included.</p></section></main></body></html>"""
CAREERS = f"""<html lang="en"><head><title>Careers | Tern Harbours</title></head><body><main><h1>Work with us</h1>
<p>{MISSION}</p>
<h2>Training and development</h2>
<p>We train every new harbour hand for a year, and we pay for the boatmaster's certificate.</p>
<h2>Our people</h2>
<p>We believe that people work best when they are trusted, and our crews set their own watches.</p>
</main></body></html>"""
PRICES = """<html lang="en"><head><title>Pricing</title></head><body><main><h1>Pricing</h1>
<p>The starter plan costs 9 dollars a month and holds ten projects. The team plan costs 29 dollars a month.</p>
<ul><li>Unlimited exports</li><li>Priority support</li><li>Single sign-on</li></ul>
<p>Cancel at any time. Prices do not include tax. Contact sales for invoices of more than one year.</p>
</main></body></html>"""
GERMAN = """<html lang="de"><head><title>Über uns</title></head><body><main><h1>Über uns</h1><h2>Unsere Werte</h2>
<p>Wir arbeiten seit dreißig Jahren gemeinsam daran, dass jede Familie in unserer Stadt eine warme Wohnung hat, und wir
glauben, dass gute Arbeit Zeit braucht. Unsere Mitarbeiterinnen und Mitarbeiter lernen jeden Tag voneinander, und wir
nehmen uns die Zeit, die dafür nötig ist, weil wir einander vertrauen.</p></main></body></html>"""


def read(*pages: str, url: str = "https://tern-harbours.example/page") -> Reading:
    documents = [read_page(Page(url=f"{url}{n}", html=html)) for n, html in enumerate(pages)]
    return read_company(documents, read_at="2026-01-01T00:00:00Z", models=models())


@pytest.fixture(scope="module")
def tern() -> Reading:
    return read(ABOUT, CAREERS)


def texts(reading: Reading, *kinds: str) -> list[str]:
    return [s.text for s in reading.statements if s.kind in kinds]


def test_mission_and_vision_are_told_apart_and_explicit(tern: Reading) -> None:
    assert texts(tern, "mission") == [MISSION]
    assert texts(tern, "vision") == [VISION]
    assert all(s.explicit for s in tern.statements if s.kind in ("mission", "vision"))


def test_a_sentence_on_two_pages_is_one_statement(tern: Reading) -> None:
    assert sum(s.text == MISSION for s in tern.statements) == 1


def test_growth_and_culture_come_from_the_careers_page(tern: Reading) -> None:
    assert any("boatmaster" in text for text in texts(tern, "growth"))
    assert any("trusted" in text for text in texts(tern, "culture", "growth"))
    assert not any("costs 14 pounds" in s.text for s in tern.statements)


def test_values_have_their_names_and_descriptions(tern: Reading) -> None:
    assert {v.name: v.description for v in tern.values} == {
        "Honesty": "We publish every berth fee on one page.",
        "Patience": "We wait for the tide and for each other.",
        "Stewardship": "We leave a quay in better repair than we found it.",
    }


def test_everything_quoted_stands_on_the_page(tern: Reading) -> None:
    quoted = [s.text for s in tern.statements] + [v.name for v in tern.values]
    assert quoted
    assert all(tern.holds(text) for text in quoted)
    assert not tern.holds("We exist to keep large harbours open")


def test_links_open_the_page_at_the_sentence(tern: Reading) -> None:
    vision = next(s for s in tern.statements if s.kind == "vision")
    assert vision.link == f"{vision.url}#:~:text=A%20coast%20where%20every%20village%20has%20its%20own%20landing."


def test_company_and_notices(tern: Reading) -> None:
    assert (tern.company.name, tern.company.domain) == ("Tern Harbours", "tern-harbours.example")
    assert tern.notices == []


def test_a_page_that_states_nothing_yields_nothing() -> None:
    reading = read(PRICES)
    assert reading.values == []
    assert texts(reading, "mission", "vision") == []
    assert "nothing_found" in [n.code for n in reading.notices]


def test_a_page_in_another_language_is_named_and_not_read() -> None:
    reading = read(GERMAN)
    assert [n.code for n in reading.notices] == ["not_english", "nothing_found"]
    assert reading.statements == []
    assert reading.pages[0].language == "de"


def test_no_pages_at_all() -> None:
    reading = read()
    assert reading.statements == []
    assert [n.code for n in reading.notices] == ["nothing_found"]


def test_the_same_pages_give_the_same_reading(tern: Reading) -> None:
    assert read(ABOUT, CAREERS) == tern


def test_one_bad_page_among_good_ones_is_a_notice() -> None:
    pages = [Page(url="https://tern-harbours.example/about", html=ABOUT), Page(url="https://tern-harbours.example/x", html=" ")]
    reading = read_pages(pages, read_at="2026-01-01T00:00:00Z")
    assert texts(reading, "mission") == [MISSION]
    assert [n.code for n in reading.notices] == ["empty_page"]


def test_bad_pages_alone_are_an_error() -> None:
    with pytest.raises(PageError) as caught:
        read_pages([Page(url="", html=" "), Page(url="", html="")], read_at="2026-01-01T00:00:00Z")
    assert caught.value.code == "empty_page"


@pytest.mark.parametrize("filler", ["<p>{}</p>", "{} "], ids=["many paragraphs", "one paragraph"])
def test_a_page_as_long_as_a_book_is_read_from_its_beginning_and_that_is_told(
    filler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nlp.reading.read.MOST_WORDS", 60)
    more = "".join(filler.format(f"Berth {number} is {number} metres long.") for number in range(100))
    late = "<h2>Our values</h2><ul><li>Candour</li><li>Thrift</li></ul>"
    html = f"<html lang=en><head><title>Tern Harbours</title></head><body><main><h2>Our mission</h2><p>{MISSION}</p><p>{more}</p>{late}</main></body></html>"
    reading = read_company([read_page(Page(url="https://tern.example/", html=html))], read_at="2026-01-01", models=models())
    assert [s.text for s in reading.statements if s.kind == "mission"] == [MISSION]
    assert reading.values == []
    assert "long_page" in {notice.code for notice in reading.notices}
    assert sum(len(sentence.text.split()) for sentence in reading.sentences) <= 60
    assert reading.holds("Candour")  # a quote may still come from all of the page
