"""From the toolbar click to a copied phrase: the real browser, the real helper, a company's site."""
from __future__ import annotations

from collections.abc import Callable

import pytest
from drivers.browser import Browser
from drivers.firefox import Firefox
from drivers.servers import Helper
from drivers.wait import wait_for

pytestmark = pytest.mark.browser

ASPIRATION = "Lead a team of my own"
OTHER_ASPIRATION = "Explain difficult things in plain words"
VALUES = ["Safety before schedule", "Grow your crew", "Plain speaking", "Care for the water"]


@pytest.fixture(scope="module")
def paired(running: Browser, set_port: Callable[[Browser, int], None], helper: Helper) -> Browser:
    """A browser whose user has paired it by typing the code, and has saved one aspiration."""
    set_port(running, helper.port)
    pair(running, helper)
    save_aspiration(running, ASPIRATION)
    assert running.axe_in_tab() == []
    return running


@pytest.fixture
def prepared(paired: Browser, browser: Browser) -> Browser:
    return browser


def pair(browser: Browser, helper: Helper) -> None:
    browser.wait_in_tab("return !document.getElementById('pair-form').hidden;", "the pairing form")
    browser.type_in_tab("#code", helper.new_code())
    browser.click_in_tab("#pair-form button")
    browser.wait_in_tab("return document.getElementById('connection-state').dataset.state === 'ready';", "the pairing")


def save_aspiration(browser: Browser, text: str) -> None:
    browser.wait_in_tab("return Boolean(document.querySelector('fieldset [name=text]'));", "the aspirations")
    browser.type_in_tab("fieldset [name=text]", text)
    browser.type_in_tab("fieldset [name=steps]", "I train the two newest people in our shop")
    browser.click_in_tab("#save")
    browser.wait_in_tab("return document.getElementById('profile-state').textContent === 'Saved.';", "the saving")


def read_company(browser: Browser, url: str) -> None:
    browser.open(url)
    browser.click_toolbar()
    browser.wait_in_panel("main[aria-busy=false] #company")  # it stands there before all is read


def part(browser: Browser, name: str) -> None:
    browser.click_in_panel(f"#tab-{name}")


def test_from_the_click_to_a_copied_phrase(prepared: Browser, company_url: str, asked: list[str]) -> None:
    browser = prepared
    read_company(browser, company_url + "/about.html")

    assert browser.panel_texts("#company") == ["Brindlemoor Ferries"]
    lead = browser.panel_texts(".lead blockquote")
    # the mission stands on a page that was fetched, the vision in a shadow root that a script made
    assert "Our mission is to keep island life possible by sailing every day that the sea allows." in lead
    assert "By 2035 we will connect every island of the sound without burning a litre of diesel." in lead
    assert browser.panel_texts(".values h3") == VALUES
    assert ASPIRATION in browser.panel_texts(".pair h3")

    assert ASPIRATION in browser.panel_texts(".fit a")
    part(browser, "phrases")
    phrase = browser.wait_in_panel(".phrase .say")
    quotes = browser.panel_texts(".phrase .say mark")
    assert quotes
    assert quotes[0] in phrase
    browser.click_in_panel(".phrase .copy")
    browser.wait_in_panel(".phrase .copy", "Copied")
    assert browser.axe_in_panel() == []

    browser.open(company_url + "/notes.html")
    assert browser.paste_in_tab("#notes") == phrase
    part(browser, "brief")


def test_each_page_is_listed_with_what_became_of_it(prepared: Browser, company_url: str, asked: list[str]) -> None:
    read_company(prepared, company_url + "/about.html")
    listed = dict(zip(
        prepared.in_panel("return [...document.querySelectorAll('#pages a')].map((a) => new URL(a.href).pathname);"),
        prepared.panel_texts("#pages li .muted"), strict=True,
    ))
    assert set(listed) == {"/about.html", "/purpose.html", "/values.html", "/careers/", "/careers/benefits.html"}
    assert listed["/careers/benefits.html"] == "Not read · the site answered 404"
    assert listed["/about.html"].endswith("the page you opened")
    assert all(note.startswith("Read") for path, note in listed.items() if path != "/careers/benefits.html")
    for untouched in ("/timetable.pdf", "/account/login.html", "/privacy.html", "/notes.html"):
        assert untouched not in asked


def test_a_single_page_is_enough(prepared: Browser, company_url: str, asked: list[str]) -> None:
    read_company(prepared, company_url + "/alone.html")
    assert prepared.panel_texts("#company") == ["Tarn Hollow Dairy"]
    assert len(prepared.panel_texts("#pages li")) == 1
    assert [path for path in asked if path.endswith(".html")] == ["/alone.html"]


def test_a_page_in_another_language_is_told(prepared: Browser, company_url: str) -> None:
    prepared.open(company_url + "/ueber-uns.html")
    prepared.click_toolbar()
    prepared.wait_in_panel("[data-code=not_english]")


def test_pages_can_be_left_out_and_added(prepared: Browser, company_url: str, asked: list[str]) -> None:
    read_company(prepared, company_url + "/about.html")
    asked.clear()
    leave_out = """
        const values = [...document.querySelectorAll('#pages li')].find((li) => li.querySelector('a').href.endsWith('/values.html'));
        values.querySelector('.switch').click();
    """
    prepared.in_panel(leave_out)
    prepared.wait_in_panel("#pages .dropped")
    assert "/values.html" not in asked
    assert prepared.panel_texts(".values h3") != VALUES
    prepared.in_panel("""
        const field = document.getElementById('add-page');
        field.value = '/values.html';
        field.form.requestSubmit();
    """)
    prepared.wait_in_panel(".values h3", VALUES[-1])
    assert prepared.panel_texts("#pages .dropped") == []


def test_a_phrase_is_kept_and_an_answer_built_of_it(prepared: Browser, company_url: str) -> None:
    read_company(prepared, company_url + "/about.html")
    part(prepared, "phrases")
    prepared.wait_in_panel(".phrase .say")
    prepared.click_in_panel(".phrase [data-key=keep]")
    prepared.wait_in_panel(".phrase [data-key=keep]", "Kept")
    part(prepared, "answers")
    prepared.wait_in_panel(".order-row")
    prepared.click_in_panel("[data-key=build]")
    wait_for(lambda: prepared.in_panel("return document.getElementById('answer-text').value.length > 40;"), "an answer")
    assert prepared.axe_in_panel() == []
    prepared.click_in_panel("[data-key=save]")
    prepared.wait_in_panel(".answer [role=status]", "Saved as version")
    prepared.reload_panel()
    prepared.wait_in_panel("#company")
    part(prepared, "phrases")
    prepared.wait_in_panel(".phrase [data-key=keep]", "Kept")  # the helper has it, not the panel
    prepared.click_in_panel(".phrase [data-key=keep]")
    prepared.wait_in_panel(".phrase [data-key=keep][aria-pressed=false]")
    part(prepared, "ready")
    prepared.wait_in_panel(".readiness")
    assert prepared.axe_in_panel() == []
    part(prepared, "brief")


@pytest.mark.parametrize("running", ["firefox"], indirect=True)  # no driver reaches Chromium's own shortcuts
def test_the_shortcut_copies_the_best_phrase(prepared: Browser, company_url: str) -> None:
    assert isinstance(prepared, Firefox)
    read_company(prepared, company_url + "/about.html")
    part(prepared, "phrases")
    phrase = prepared.wait_in_panel(".phrase .say")
    part(prepared, "brief")  # the panel has the focus, as it has after any work in it
    prepared.press_shortcut("C")
    wait_for(lambda: prepared.badge() == "✓", "the button to say that it is copied")
    prepared.open(company_url + "/notes.html")
    assert prepared.paste_in_tab("#notes") == phrase


def test_a_quote_leads_to_its_sentence_in_the_same_tab(prepared: Browser, company_url: str) -> None:
    read_company(prepared, company_url + "/about.html")
    link = ".values li:nth-child(4) a.show"
    prepared.wait_in_panel(link)
    prepared.click_in_panel(link)
    prepared.wait_in_tab("return location.pathname === '/values.html';", "the page of the values")
    last_value = """
        const {top, bottom} = [...document.querySelectorAll('h2')].at(-1).getBoundingClientRect();
        return scrollY > 0 && top >= 0 && bottom <= innerHeight;
    """
    prepared.wait_in_tab(last_value, "the last value to be on the screen")
    first_value = last_value.replace("at(-1)", "at(0)").replace("scrollY > 0 && ", "")
    prepared.click_in_panel(".values li:nth-child(1) a.show")
    prepared.wait_in_tab(first_value, "the first value to be on the screen")


def test_the_panel_remembers_and_reads_again_when_asked(prepared: Browser, company_url: str, asked: list[str]) -> None:
    read_company(prepared, company_url + "/about.html")
    before = len(asked)
    prepared.reload_panel()
    prepared.wait_in_panel("#company", "Brindlemoor")
    assert len(asked) == before
    prepared.click_in_panel("#read-again")
    wait_for(lambda: len(asked) > before, "the site to be asked again")
    prepared.wait_in_panel("main[aria-busy=false] #company")
    assert len(asked) > before


def test_new_aspirations_need_no_new_reading(prepared: Browser, company_url: str, asked: list[str]) -> None:
    read_company(prepared, company_url + "/about.html")
    before = len(asked)
    for aspiration in (OTHER_ASPIRATION, ASPIRATION):
        with prepared.second_tab():
            prepared.open(prepared.extension_url("options/options.html"))
            save_aspiration(prepared, aspiration)
        prepared.wait_in_panel(".yours", aspiration)
    assert len(asked) == before


def test_pairing_anew_goes_on_with_the_page(prepared: Browser, company_url: str, helper: Helper) -> None:
    prepared.open(prepared.extension_url("options/options.html"))
    prepared.wait_in_tab("return !document.getElementById('unpair').hidden;", "the connection")
    prepared.click_in_tab("#unpair")
    prepared.wait_in_tab("return !document.getElementById('pair-form').hidden;", "the pairing form")
    prepared.open(company_url + "/about.html")
    prepared.click_toolbar()
    prepared.wait_in_panel(".problem h1", "paired")
    prepared.in_panel("""
        const field = document.getElementById('first-code');
        field.value = arguments[0];
        field.form.requestSubmit();
    """, helper.new_code())
    prepared.wait_in_panel("main[aria-busy=false] #company", "Brindlemoor")


def test_a_helper_that_ends_leaves_the_brief_in_place(prepared: Browser, company_url: str, helper: Helper) -> None:
    read_company(prepared, company_url + "/about.html")
    helper.stop()
    try:
        prepared.click_toolbar()
        prepared.wait_in_panel(".problem h1", "isn’t running")
        assert prepared.panel_texts("#company") == ["Brindlemoor Ferries"]
    finally:
        helper.start()  # the pairing outlives the helper's process
    prepared.click_in_panel(".problem button")
    prepared.wait_in_panel("#announcer", "is ready")
    prepared.wait_in_panel("main[aria-busy=false] #company")
    assert prepared.panel_texts(".problem") == []


def test_whatever_a_page_says_is_shown_as_text(prepared: Browser, company_url: str) -> None:
    read_company(prepared, company_url + "/hostile.html")
    assert any("<script>document.title='owned'</script>" in text for text in prepared.panel_texts("#company"))
    assert any("<img src=x onerror=" in text for text in prepared.panel_texts("#pages a"))
    assert prepared.in_panel("return document.title;") == "Visionfit"
    # marks that turn the direction of writing act inside their own words only
    assert prepared.in_panel("""
        const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
        const turned = [];
        while (walker.nextNode()) if (walker.currentNode.data.includes('\\u202e')) turned.push(walker.currentNode);
        return turned.length > 0 && turned.every((text) => text.parentElement.closest('bdi'));
    """)
    assert prepared.panel_texts("main :is(img, script, iframe, svg)") == []
