"""What holds for the blocks of any markup whatever."""
from __future__ import annotations

from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.contract import Page
from nlp.page import PageError, Role, read_page
from nlp.page.parse import parse
from nlp.page.text import fold, visible

SITE = """<!doctype html><html lang="en"><head><title>Tarnwick Boats</title><meta name="description" content="Boats.">
</head><body><header><nav><a href="/a">Boats</a><a href="/b">Rope</a></nav></header><main><h1>About us</h1>
<p>Our <b>mission</b> is to keep wooden boats on the water.<br>Come &amp; see.</p><section class="v"><h2>Values</h2>
<div class="card"><span>01</span><h3>Patience</h3><p>We let the varnish dry.</p></div>
<div class="card"><h3>Candour</h3><p>We say when a hull is past saving.</p></div></section>
<ul role="tablist"><li><button role="tab" aria-controls="p">Aims</button></li></ul>
<div id="p" hidden><dl><dt>Thrift</dt><dd>We waste none.</dd></dl></div>
<table><tr><th>Mission</th><th>Vision</th></tr><tr><td>To float.</td><td>To sail.</td></tr></table>
<img alt="The slipway at dusk"><template shadowrootmode="open"><p>Hid</p></template>
</main><footer><p>© Tarnwick</p></footer></body></html>"""
TAGS = (
    "div p li ul a b span h1 h2 h3 td tr table dt dl button details section "
    "template svg nav footer dialog script select br img body html head frameset"
).split()
ATTRIBUTES = (
    "| class=card| class='modal'| id=x| href='#x'| role=tab aria-controls=x| hidden| alt='A b c'| a='"
    '| role=heading aria-level=²| shadowrootmode=open| style="display:none"| data-target="#x"'
).split("|")
TEXTS = "Our mission is to float.|Values|01| |\n|&nbsp;|&#0;|&#xD800;|<|>|]]>|-->|<!--|é|\0|\ud800".split("|")
opening = st.builds(lambda tag, name: f"<{tag}{name}>", st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES))
closing = st.sampled_from(TAGS).map(lambda tag: f"</{tag}>")
markup = st.lists(st.one_of(opening, closing, st.sampled_from(TEXTS), st.text(max_size=8)), max_size=60).map("".join)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """The fictional page with pieces cut out, moved or put in."""
    html = SITE
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(html)))
        end = draw(st.integers(start, min(len(html), start + 200)))
        insert = draw(st.one_of(opening, closing, st.sampled_from(TEXTS), st.just(html[start:end] * 2)))
        html = html[:start] + insert + html[end:]
    return html


def check(html: str) -> None:
    with suppress(PageError):
        page = read_page(Page(url="https://www.tarnwick-boats.example/about", html=html))
        parsed = parse(html)
        shown = parsed.measures[parsed.body].words
        shown += sum(len(image.get("alt", "").split()) for image in parsed.body.iter("img"))
        assert 0 <= page.coverage <= 1
        assert sum(len(block.text.split()) for block in page.blocks) <= shown
        assert [block.order for block in page.blocks] == list(range(len(page.blocks)))
        for block in page.blocks:
            assert block.text
            assert block.text == fold(visible(block.text))
            assert block.text.startswith(block.lead)
            assert all(heading and heading == fold(heading) for heading in block.headings)
            assert 1 <= block.level <= 6 if block.role is Role.HEADING else block.level == 0


BOUNDED = settings(
    max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@BOUNDED
@given(markup)
def test_random_markup(html: str) -> None:
    check(html)


@BOUNDED
@given(damaged())
def test_damaged_page(html: str) -> None:
    check(html)


def test_same_page_same_document() -> None:
    page = Page(url="https://www.tarnwick-boats.example/about", html=SITE)
    assert read_page(page) == read_page(page)
