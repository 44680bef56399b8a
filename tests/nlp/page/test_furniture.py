"""What is on every page of a site is left out, each part with its reason."""
from __future__ import annotations

import pytest

from .pages import read, reasons, texts

CAREERS = "https://www.tarnwick-boats.example/careers"
OWN = "<main><h1>About us</h1><p>We keep wooden boats on the water, as our parents did before us.</p></main>"
LINKS = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Home", "Boats", "Rope", "Shop", "Visit"))


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (f"<nav><ul>{LINKS}</ul></nav>", "menu"),
        (f'<div class="topNav_main"><ul>{LINKS}</ul></div>', "menu"),
        (f"<ul>{LINKS}</ul>", "list of links"),
        (f"<header><b>Tarnwick</b><nav>{LINKS}</nav></header>", "site header"),
        ("<footer><p>Tarnwick Boats, Slipway 2</p></footer>", "footer"),
        ('<div class="site-footer"><p>Tarnwick Boats, Slipway 2</p></div>', "footer"),
        ('<div id="cookie-consent"><p>We store two crumbs.</p></div>', "cookie banner"),
        ('<div role="dialog"><p>Our letter comes monthly.</p></div>', "dialog"),
        ('<div class="modal fade"><h2>Ada Tarn</h2><p>Ada has built boats since 1990.</p></div>', "dialog"),
        ('<div class="a11y-panel"><span>Text size</span></div>', "page tools"),
        ('<div class="testimonial">“They saved my ketch”, says Bo.</div>', "customers' testimonial"),
    ],
)
def test_furniture_is_left_out_with_its_reason(html: str, reason: str) -> None:
    page = read(html + OWN + "<p>Come and see the yard on any day of the week, rain or shine.</p>")
    assert texts(page)[:2] == ["About us", "We keep wooden boats on the water, as our parents did before us."]
    assert len(page.blocks) == 3
    assert [r.reason for r in page.removed] == [reason]


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ('<a href="#main">Skip to content</a>', "call to action"),
        ('<p><a href="/join">Join the crew</a> <a href="/ask">Ask us</a></p>', "call to action"),
        ('<div><a href="/">Home</a> &gt; About us</div>', "breadcrumb"),
        ("<p>© 2031 Tarnwick Boats</p>", "legal line"),
        ("<p>(c) Tarnwick Boats 2031</p>", "legal line"),
        ("<p>+44 20 7946 0000</p>", "number or symbol"),
    ],
)
def test_single_lines_that_say_nothing(html: str, reason: str) -> None:
    page = read(html + OWN)
    assert len(page.blocks) == 2
    assert [r.reason for r in page.removed] == [reason]


def test_the_third_point_of_a_list_is_no_copyright_line() -> None:
    page = read("<p>(b) Candour. We say what broke.</p><p>(c) Thrift. We mend before we buy.</p>" + OWN)
    assert "(c) Thrift. We mend before we buy." in texts(page)


def test_hero_in_a_header_is_content() -> None:
    page = read("<header><h1>Our mission</h1><p>To keep wooden boats on the water.</p></header><p>Since 1902.</p>")
    assert texts(page) == ["Our mission", "To keep wooden boats on the water.", "Since 1902."]


def test_header_of_a_section_is_content() -> None:
    page = read(f"<section><header><h2>Our aim</h2></header><p>To float.</p></section>{OWN}")
    assert "Our aim" in texts(page)


def test_a_box_with_half_of_the_words_is_content_whatever_its_name() -> None:
    page = read(f'<div class="modal menu cookie">{OWN}</div><footer>Slipway 2</footer>')
    assert texts(page)[0] == "About us"


def test_a_side_menu_s_box_that_holds_the_text_too_is_content() -> None:
    page = read(
        f'<div id="content_menu_box"><ul>{LINKS * 3}</ul><p>We keep wooden boats on the water, as our parents did '
        f"before us, and their parents before them.</p></div><ul>{LINKS * 4}</ul>"
    )
    assert texts(page) == [
        "We keep wooden boats on the water, as our parents did before us, and their parents before them."
    ]


def test_employee_s_words_on_a_careers_page_stay() -> None:
    quote = '<div class="testimonial">“I joined as an apprentice and now I lead a team.”</div>'
    assert len(read(quote + OWN, url=CAREERS).blocks) == 3
    assert len(read(quote + OWN).blocks) == 2


def test_class_names_used_again_do_not_make_a_testimonial() -> None:
    page = read(
        '<section class="testimonials"><div><h2>Values</h2><p>Patience with wood.</p></div>'
        f"<div><h2>Culture</h2><p>Tea is at four.</p></div></section>{OWN}"
    )
    assert "Patience with wood." in texts(page)


def test_requirements_of_a_job_are_left_out_on_careers_pages() -> None:
    advert = (
        "<h2>Boatbuilder</h2><h3>Requirements</h3><ul><li>Two years with oak</li></ul>"
        "<h3>We offer</h3><p>Paid training.</p>"
    )
    page = read(OWN + advert, url=CAREERS)
    assert reasons(page) == {"Requirements": "job requirements", "Two": "job requirements"}
    assert texts(page)[-2:] == ["We offer", "Paid training."]
    assert "Two years with oak" in texts(read(OWN + advert))


def test_coverage_falls_only_with_removals_that_can_be_wrong() -> None:
    assert read(f"<nav>{LINKS}</nav>{OWN}<footer>Slipway 2</footer>").coverage == 1
    advert = "<h3>Requirements</h3><p>" + "Two years with oak and one with elm. " * 6 + "</p>"
    page = read(OWN + advert, url=CAREERS)
    kept = sum(len(text.split()) for text in texts(page))
    assert page.coverage == pytest.approx(kept / (kept + 1 + 48), abs=0.01)
