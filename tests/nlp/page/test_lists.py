"""Lists of every sort: bullets, definitions, lines broken with <br>, names in bold."""
from __future__ import annotations

from nlp.page import Role

from .pages import block, read, texts


def test_list_items_stand_under_their_heading() -> None:
    page = read("<h2>We promise</h2><ul><li>Fair hours</li><li><p>Warm workshops</p></li></ul>")
    assert texts(page, Role.ITEM) == ["Fair hours", "Warm workshops"]
    assert block(page, "Warm").headings == ("We promise",)
    assert block(page, "Warm").group == block(page, "Fair").group


def test_nested_list_is_a_group_of_its_own() -> None:
    page = read("<ul><li>Timber<ul><li>Oak</li><li>Elm</li></ul></li><li>Rope</li></ul>")
    assert texts(page) == ["Timber", "Oak", "Elm", "Rope"]
    assert block(page, "Oak").group == block(page, "Elm").group != block(page, "Rope").group


def test_lead_in_bold_is_told() -> None:
    page = read("<ul><li><strong>Candour</strong> – we say when a hull is past saving.</li></ul>")
    assert block(page, "Candour").lead == "Candour"


def test_bold_line_of_an_item_heads_the_rest() -> None:
    page = read("<ul><li><b>Candour</b><br>We say what is so.</li><li><b>Thrift</b><br>We waste none.</li></ul>")
    assert block(page, "Candour").role is Role.LABEL
    assert block(page, "We waste").headings == ("Thrift",)


def test_definition_list() -> None:
    page = read("<h2>Values</h2><dl><dt>Calm</dt><dd>We never shout.</dd><dt>Skill</dt><dd>We practise.</dd></dl>")
    assert texts(page, Role.LABEL) == ["Calm", "Skill"]
    assert block(page, "We practise").role is Role.ITEM
    assert block(page, "We practise").headings == ("Values", "Skill")


def test_short_lines_with_br_are_a_list() -> None:
    assert texts(read("<p>Calm<br>Skill<br>Thrift</p>")) == ["Calm", "Skill", "Thrift"]


def test_br_within_a_sentence_is_only_a_space() -> None:
    page = read("<p>We keep wooden boats<br>on the water for those who love them.</p>")
    assert texts(page) == ["We keep wooden boats on the water for those who love them."]


def test_two_br_part_paragraphs() -> None:
    page = read("<p>We build small boats and<br><br>we mend large ones.</p>")
    assert texts(page) == ["We build small boats and", "we mend large ones."]


def test_typed_bullets_and_icons_are_cut() -> None:
    page = read("<p>• Calm<br>• Skill<br>✓ Thrift</p><p><i class='material-icons'>anchor</i>Care</p>")
    assert texts(page) == ["Calm", "Skill", "Thrift", "Care"]


def test_names_in_bold_within_one_paragraph_are_parted() -> None:
    page = read(
        "<blockquote><p><strong>Give back:</strong> We teach a class each spring.\n"
        "<strong>Love the lake</strong> : We row to work.</p></blockquote>"
    )
    assert [b.lead for b in page.blocks] == ["Give back:", "Love the lake"]


def test_inline_boxes_without_a_space_between_are_parted() -> None:
    assert texts(read("<p><span>Our mission</span><span>To keep boats afloat.</span></p>")) == [
        "Our mission",
        "To keep boats afloat.",
    ]


def test_emphasis_within_a_word_or_name_is_not_a_border() -> None:
    assert texts(read("<p>V<span>ision</span> and <b>Mc</b>Intosh</p>")) == ["Vision and McIntosh"]
