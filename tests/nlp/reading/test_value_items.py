"""The layouts in which values stand."""
from __future__ import annotations

import pytest

from nlp.contract import Page
from nlp.page import read_page
from nlp.reading.value_items import running_values, value_items


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Our core values are honesty, patience and care.", ["honesty", "patience", "care"]),
        ("We are a crew that values courage, thrift and good humour – in any weather.", ["courage", "thrift", "good humour"]),
        ("Everything we do is guided by fairness and curiosity.", ["fairness", "curiosity"]),
        ("The shop sells bread, cheese and wine.", []),
        ("Our values matter to us.", []),
    ],
)
def test_values_inside_one_sentence(sentence: str, names: list[str]) -> None:
    assert [name for name, _ in running_values(sentence)] == names


LAYOUTS = {
    "cards": "<div><div class=c><h3>Candour</h3><p>We say it plainly.</p></div>"
    "<div class=c><h3>Thrift</h3><p>We mend before we buy.</p></div></div>",
    "strong paragraphs": "<p><strong>Candour</strong><br>We say it plainly.</p><p><strong>Thrift</strong><br>We mend before we buy.</p>",
    "list with leads": "<ul><li><b>Candour:</b> We say it plainly.</li><li><b>Thrift:</b> We mend before we buy.</li></ul>",
    "definition list": "<dl><dt>Candour</dt><dd>We say it plainly.</dd><dt>Thrift</dt><dd>We mend before we buy.</dd></dl>",
    "numbered headings": "<h3>1. Candour</h3><p>We say it plainly.</p><h3>2. Thrift</h3><p>We mend before we buy.</p>",
    "layout table": "<table><tr><td>Candour</td><td>We say it plainly.</td></tr><tr><td>Thrift</td><td>We mend before we buy.</td></tr></table>",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_gives_names_with_descriptions(layout: str) -> None:
    html = f"<html><body><main><h2>Our values</h2>{LAYOUTS[layout]}</main></body></html>"
    items = value_items([read_page(Page(url="https://ibex.example/values", html=html))])
    found = {item.name: item.description for item in items}
    assert found.get("Candour") == "We say it plainly."
    assert found.get("Thrift") == "We mend before we buy."
