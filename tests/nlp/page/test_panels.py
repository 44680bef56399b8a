"""Tabs and accordions: hidden panels are content, under the label that opens them."""
from __future__ import annotations

from nlp.page import Role

from .pages import block, read, texts


def test_aria_tabs() -> None:
    page = read(
        '<div role="tablist"><button role="tab" aria-controls="p1">Our mission</button>'
        '<button role="tab" aria-controls="p2">Our values</button></div>'
        '<div id="p1" role="tabpanel"><p>To keep boats afloat.</p></div>'
        '<div id="p2" role="tabpanel" hidden><ul><li>Patience</li></ul></div>'
    )
    assert block(page, "To keep").headings == ("Our mission",)
    assert block(page, "Patience").headings == ("Our values",)
    assert block(page, "Patience").hidden
    assert not block(page, "To keep").hidden
    assert texts(page, Role.LABEL) == ["Our mission", "Our values"]


def test_bootstrap_tabs_by_href() -> None:
    page = read(
        '<ul class="nav nav-tabs"><li><a data-toggle="tab" href="#a">Vision</a></li>'
        '<li><a data-toggle="tab" href="#b">Values</a></li></ul>'
        '<div class="tab-content"><div id="a"><p>A harbour full of sails.</p></div>'
        '<div id="b" style="display: none"><p>Patience and candour in all we do.</p></div></div>'
    )
    assert block(page, "A harbour").headings == ("Vision",)
    assert block(page, "Patience").headings == ("Values",)
    assert block(page, "Patience").hidden


def test_accordion_button_in_a_heading() -> None:
    page = read(
        '<h3><button aria-expanded="false" aria-controls="x">Candour</button></h3>'
        '<div id="x" class="collapse"><p>We say when a hull is past saving.</p></div>'
    )
    assert block(page, "Candour").role is Role.HEADING
    assert block(page, "We say").headings == ("Candour",)


def test_details() -> None:
    page = read("<details><summary>Thrift</summary>We keep every offcut.</details><p>Come and see us.</p>")
    assert block(page, "We keep").headings == ("Thrift",)
    assert block(page, "Come and see").headings == ()


def test_a_button_that_opens_nothing_is_no_content() -> None:
    page = read("<p>We build boats.</p><button>Play video</button>")
    assert texts(page) == ["We build boats."]
    assert page.removed[0].reason == "button"
