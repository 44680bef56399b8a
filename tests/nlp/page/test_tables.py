"""Tables as layout and tables of data."""
from __future__ import annotations

from nlp.page import Role

from .pages import block, read, texts


def test_name_and_description_in_two_cells() -> None:
    page = read(
        "<h2>Values</h2><table><tr><td>Calm</td><td>We never shout.</td></tr>"
        "<tr><td>Skill</td><td>We practise.</td></tr></table>"
    )
    assert block(page, "Calm").role is Role.LABEL
    assert block(page, "We practise").headings == ("Values", "Skill")


def test_first_row_heads_the_columns() -> None:
    page = read(
        "<table><tr><th>Mission</th><th>Vision</th></tr>"
        "<tr><td>To keep boats afloat.</td><td>A harbour full of sails.</td></tr></table>"
    )
    assert block(page, "To keep").headings == ("Mission",)
    assert block(page, "A harbour").headings == ("Vision",)


def test_layout_table_is_read_like_boxes() -> None:
    page = read(
        "<table width=900><tr><td><ul><li><a href=/a>Home</a><li><a href=/b>Boats</a><li><a href=/c>Rope</a>"
        "<li><a href=/d>Shop</a></ul></td><td><h2>Our mission</h2><p>To keep boats afloat.</p></td></tr></table>"
    )
    assert texts(page) == ["Our mission", "To keep boats afloat."]
    assert block(page, "To keep").headings == ("Our mission",)
