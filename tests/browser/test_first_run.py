"""From the installation to the first brief in three steps, all in the panel: pair, say one thing, click on a page."""
from __future__ import annotations

from collections.abc import Callable

import pytest
from drivers.browser import Browser
from drivers.servers import Helper
from drivers.wait import wait_for

pytestmark = pytest.mark.browser

FILL = """
const field = document.getElementById(arguments[0]);
field.value = arguments[1];
field.form.requestSubmit();
"""


def test_three_steps(
    browser: Browser, company_url: str, stopped_helper: Helper, set_port: Callable[[Browser, int], None]
) -> None:
    helper = stopped_helper  # a fresh one, which nobody has told anything yet
    helper.start()
    set_port(browser, helper.port)
    browser.open({"chromium": "chrome://version", "firefox": "about:support"}[browser.name])
    browser.click_toolbar()  # a click on a page that cannot be read, as on the first day
    browser.wait_in_panel(".first-steps .now", "Connect")
    assert browser.axe_in_panel() == []

    browser.in_panel(FILL, "first-code", helper.new_code())
    browser.wait_in_panel(".first-steps .now", "aspire")
    wait_for(lambda: browser.in_panel("return Boolean(document.querySelector('.first-steps .chip'));"), "the examples")
    assert browser.axe_in_panel() == []

    browser.in_panel(FILL, "first-aspiration", "Lead a team of my own")
    browser.wait_in_panel(".first-steps .now", "Click the button")

    browser.open(company_url + "/about.html")
    browser.click_toolbar()
    browser.wait_in_panel("main[aria-busy=false] #company", "Brindlemoor")
    assert browser.panel_texts(".fit a") == ["Lead a team of my own"]

    # what the three steps left is on the other pages too
    browser.open(browser.extension_url("companies/companies.html"))
    found = "return document.querySelector('.company-card h2')?.textContent;"
    assert browser.wait_in_tab(found, "the company") == "Brindlemoor Ferries"
    browser.click_in_tab(".company-card summary")
    browser.wait_in_tab("return Boolean(document.querySelector('.readiness'));", "the preparation")
    assert browser.axe_in_tab() == []
    browser.open(browser.extension_url("sheet/sheet.html?domain=localhost"))
    assert browser.wait_in_tab("return document.querySelector('#sheet h1')?.textContent;", "the sheet") == "Brindlemoor Ferries"
    assert browser.axe_in_tab() == []
