"""The layouts in which values stand."""
from __future__ import annotations

import numpy as np
import pytest

from nlp.contract import Page
from nlp.models.statement_encoder import OUTPUTS
from nlp.page import read_page
from nlp.reading.judges import logit
from nlp.reading.value_features import value_feature_table
from nlp.reading.value_items import running_values, value_items
from nlp.reading.value_lists import NAMES, value_list_table


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
    "numbered labels": "<h3>Value 01 Candour</h3><p>We say it plainly.</p><h3>Value 02: Thrift</h3><p>We mend before we buy.</p>",
    "layout table": "<table><tr><td>Candour</td><td>We say it plainly.</td></tr><tr><td>Thrift</td><td>We mend before we buy.</td></tr></table>",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_gives_names_with_descriptions(layout: str) -> None:
    html = f"<html><body><main><h2>Our values</h2>{LAYOUTS[layout]}</main></body></html>"
    items = value_items([read_page(Page(url="https://ibex.example/values", html=html))])
    found = {item.name: item.description for item in items}
    assert found.get("Candour") == "We say it plainly."
    assert found.get("Thrift") == "We mend before we buy."


def test_a_picture_names_a_value_only_where_no_words_do() -> None:
    card = '<div class=c><img src=a.png alt="{alt}">{words}</div>'
    pictures = card.format(alt="Candour", words="") + card.format(alt="Thrift", words="")
    described = card.format(alt="Two people on a roof", words="<h3>Candour</h3><p>We say it plainly.</p>") + card.format(
        alt="Hands at a bench", words="<h3>Thrift</h3><p>We mend before we buy.</p>"
    )
    assert _names(pictures) - {"Our values"} == {"Candour", "Thrift"}
    assert {"Candour", "Thrift"} <= _names(described)
    assert not {"Two people on a roof", "Hands at a bench"} & _names(described)


def test_the_letters_of_an_acronym_are_no_names() -> None:
    rows = "".join(f"<li><b>{word[0]}</b> {word}</li>" for word in ("Candour", "Thrift"))
    assert not {"C", "T"} & _names(f"<ul>{rows}</ul>")


def _names(values: str) -> set[str]:
    html = f"<html><body><main><h2>Our values</h2><div>{values}</div></main></body></html>"
    return {item.name for item in value_items([read_page(Page(url="https://ibex.example/values", html=html))])}


def test_each_list_is_one_row() -> None:
    html = f"<html><body><main><h2>Our values</h2>{LAYOUTS['cards']}<h2>Our boats</h2>{LAYOUTS['list with leads']}</main></body></html>"
    documents = [read_page(Page(url="https://ibex.example/values", html=html))]
    items = value_items(documents)
    said = np.linspace(0.1, 0.9, len(items) * len(OUTPUTS)).reshape(len(items), len(OUTPUTS))
    table = value_feature_table(items, documents)
    lists, member = value_list_table(items, table, said)
    assert [len({i.group for i in items}), len(NAMES)] == list(lists.shape)
    for item, number in zip(items, member, strict=True):
        inside = [i for i, other in enumerate(items) if other.group == item.group]
        assert lists[number][NAMES.index("items")] == len(inside)
        assert lists[number][0] == pytest.approx(table[inside].mean(0)[0])
        most = lists[number][NAMES.index(f"most-encoder:{OUTPUTS[-1]}")]
        assert most == pytest.approx(logit(said[inside])[:, -1].max(), abs=1e-5)


@pytest.mark.parametrize("line", ["Candour | Thrift | Plain speech", "Candour • Thrift • Plain speech", "Candour · Thrift · Plain speech"])
def test_a_list_with_strokes_is_one_wherever_it_stands(line: str) -> None:
    page = Page(url="https://larkrow.example/about", html=f"<main><h2>Larkrow Ferries</h2><p>{line}</p><p>We sail at nine, weather permitting.</p></main>")
    names = [item.name for item in value_items([read_page(page)]) if item.form == "list"]
    assert names == ["Candour", "Thrift", "Plain speech"]
