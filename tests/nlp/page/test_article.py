"""Article-like pages: what surrounds the article is left out."""
from __future__ import annotations

from .pages import read, texts

PARAGRAPHS = "".join(
    f"<p>In the year {year} the yard built {n} boats, and the people of the village came, as they always do, to see "
    f"them slide, one after the other, into the cold and quiet water of the firth below the church.</p>"
    for n, year in enumerate(range(1902, 1922))
)
TEASER = '<div class="related"><p>Also read how rope is made in nine easy steps</p></div>'
ARTICLE = '<meta property="og:type" content="article"><title>Twenty years</title>'


def test_only_the_article_of_an_article_page_is_kept() -> None:
    body = f'<div class="post"><h1>Twenty years</h1>{PARAGRAPHS}</div>{TEASER}'
    page = read(body, url="https://www.tarnwick-boats.example/p/9", head=ARTICLE)
    assert not any("rope" in text for text in texts(page))
    assert [r.reason for r in page.removed] == ["outside the article"]
    assert [b.order for b in page.blocks] == list(range(len(page.blocks)))
    assert len(page.blocks) == 21


def test_a_page_about_the_company_is_kept_whole() -> None:
    page = read(f"<h1>Twenty years</h1>{PARAGRAPHS}{TEASER}", head=ARTICLE)
    assert any("rope" in text for text in texts(page))
