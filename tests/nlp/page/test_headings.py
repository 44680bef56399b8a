"""Headings however they are typed, and how long they hold."""
from __future__ import annotations

from nlp.page import Role

from .pages import block, read


def test_path_follows_the_levels() -> None:
    page = read("<h1>A</h1><h2>About the yard</h2><h3>History</h3><p>Old.</p><h2>People</h2><p>Few of us.</p>")
    assert block(page, "Old").headings == ("About the yard", "History")
    assert block(page, "Few of us").headings == ("People",)


def test_heading_role_of_aria() -> None:
    page = read('<div role="heading" aria-level="3">Our aim</div><p>To float.</p>')
    assert block(page, "Our aim").role is Role.HEADING
    assert block(page, "Our aim").level == 3
    assert block(page, "To float").headings == ("Our aim",)


def test_bold_paragraph_is_a_label() -> None:
    page = read("<p><strong>Our mission</strong></p><p>To keep wooden boats on the water.</p>")
    assert block(page, "Our mission").role is Role.LABEL
    assert block(page, "To keep").headings == ("Our mission",)


def test_bold_sentence_is_no_label() -> None:
    assert block(read("<p><b>We keep wooden boats on the water.</b></p>"), "We keep").role is Role.PARAGRAPH


def test_title_class_and_capitals_are_labels() -> None:
    page = read('<div class="box-title">Our mission</div><div>To float.</div><div>OUR VISION</div><p>To sail.</p>')
    assert block(page, "To float").headings == ("Our mission",)
    assert block(page, "To sail").headings == ("OUR VISION",)


def test_short_line_in_its_own_style_heads_the_paragraph_below() -> None:
    page = read('<div class="k1">Ownership</div><p>We treat each boat as if it were our own and more.</p>')
    assert block(page, "Ownership").role is Role.LABEL
    assert block(page, "We treat").headings == ("Ownership",)


def test_kicker_stands_before_its_heading() -> None:
    page = read("<section><p>Our vision</p><h2>A harbour full of sails</h2><p>Every summer evening.</p></section>")
    assert block(page, "Our vision").role is Role.LABEL
    assert block(page, "Every summer").headings == ("Our vision", "A harbour full of sails")


def test_a_label_ends_with_its_box_unless_it_stood_alone() -> None:
    page = read(
        "<div><p><b>Opening times</b></p><p>From nine to five.</p></div><p>We are a family of boat builders.</p>"
        "<div><b>Our mission</b></div><div class=x>To keep wooden boats on the water.</div>"
    )
    assert block(page, "We are a family").headings == ()
    assert block(page, "To keep").headings == ("Our mission",)


def test_headings_are_texts_of_earlier_blocks() -> None:
    page = read("<h1>Tarnwick</h1><p>Kicker line</p><h2>Why</h2><p><b>Aim</b></p><p>To float.</p>")
    seen: set[str] = set()
    for b in page.blocks:
        assert set(b.headings) <= seen
        seen.add(b.text)
