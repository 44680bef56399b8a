"""Repeated boxes: each card's heading ends with it, the heading above the row holds for all."""
from __future__ import annotations

from nlp.page import Role

from .pages import block, read, texts

CARDS = """
<h2>Our values</h2>
<div class="row">
  <div class="col"><h3>Patience</h3><p>We let the varnish dry before we look again.</p></div>
  <div class="col"><h3>Candour</h3><p>We say when a hull is past saving.</p></div>
  <div class="col"><h3>Thrift</h3><p>We keep every offcut that could become a cleat.</p></div>
</div>
<p>Come and see the yard on any day of the week.</p>
"""


def test_each_card_has_its_heading_and_the_row_s() -> None:
    page = read(CARDS)
    assert block(page, "We say when").headings == ("Our values", "Candour")
    assert block(page, "We keep every").headings == ("Our values", "Thrift")
    assert block(page, "Come and see").headings == ("Our values",)


def test_cards_of_a_row_share_a_group_and_have_numbers_of_their_own() -> None:
    page = read(CARDS)
    names = [block(page, name) for name in ("Patience", "Candour", "Thrift")]
    assert len({b.group for b in names}) == 1
    assert names[0].group >= 0
    assert len({b.card for b in names}) == 3
    assert block(page, "Patience").card == block(page, "We let").card


def test_headings_of_the_row_s_own_level_do_not_end_it() -> None:
    page = read(CARDS.replace("h3", "h2"))
    assert block(page, "We keep every").headings == ("Our values", "Thrift")


def test_two_rows_of_one_make_share_the_heading() -> None:
    rows = "".join(
        f'<div class="row"><div class="tile"><h2>{a}</h2><p>It is {a} we want.</p></div>'
        f'<div class="tile"><h2>{b}</h2><p>It is {b} we want.</p></div></div>'
        for a, b in (("calm", "care"), ("trust", "pluck"))
    )
    page = read(f"<h2>What we hold dear</h2>{rows}")
    assert block(page, "It is pluck").headings == ("What we hold dear", "pluck")


def test_introduction_in_one_section_tiles_in_the_next() -> None:
    page = read(
        "<h1>Tarnwick</h1>"
        '<section class="s"><h2>Our values</h2><p>Five words hang above the workshop door.</p></section>'
        '<section class="s"><div class="t"><h3>Grit</h3></div><div class="t"><h3>Humour</h3></div></section>'
        '<section class="s"><h2>Find us</h2><p>By the slipway.</p></section>'
    )
    assert block(page, "Humour").headings == ("Tarnwick", "Our values")
    assert block(page, "By the slipway").headings == ("Tarnwick", "Find us")


def test_two_columns_heading_left_text_right() -> None:
    page = read(
        '<div class="row"><div class="col"><h2>Our mission</h2></div>'
        '<div class="col"><p>To keep wooden boats on the water.</p></div></div>'
        '<div class="row"><div class="col"><h2>History</h2></div><div class="col"><p>Built in 1902.</p></div></div>'
    )
    assert block(page, "To keep").headings == ("Our mission",)
    assert block(page, "Built in").headings == ("History",)


def test_a_row_of_bare_headings_leaves_none_behind() -> None:
    tiles = "".join(f'<div class="n"><h3>{name}</h3></div>' for name in ("Oak", "Larch", "Elm"))
    page = read(f"<h2>Timber</h2><div>{tiles}</div><p>We buy within the county.</p>")
    assert block(page, "We buy").headings == ("Timber",)


def test_card_wrapped_in_a_link_is_content() -> None:
    page = read(
        '<h2>Values</h2><a class="card" href="/a"><h3>Calm</h3><p>We never shout.</p></a>'
        '<a class="card" href="/b"><h3>Skill</h3><p>We practise.</p></a>'
    )
    assert block(page, "We never shout").headings == ("Values", "Calm")
    assert block(page, "We practise").card != block(page, "We never shout").card


def test_numbers_of_tiles_are_left_out_and_head_nothing() -> None:
    page = read(
        "<h2>Values</h2>"
        '<div class="v"><span class="n">01</span><h3>Calm</h3><p>We never shout at wood.</p></div>'
        '<div class="v"><h2>02</h2><h3>Skill</h3><p>We practise every joint.</p></div>'
    )
    assert texts(page, Role.HEADING) == ["Values", "Calm", "Skill"]
    assert block(page, "We practise").headings == ("Values", "Skill")
    assert [r.reason for r in page.removed] == ["number or symbol"] * 2
