"""What the panel says when something stands in the way, and how it goes on when that is gone."""
from __future__ import annotations

from collections.abc import Callable

import pytest
from drivers.browser import Browser
from drivers.servers import Helper, free_port

pytestmark = pytest.mark.browser


def problem(browser: Browser) -> str:
    browser.wait_in_panel(".problem h1")
    return str(browser.in_panel("return document.querySelector('.problem').dataset.problem;"))


def test_helper_not_running(browser: Browser, company_url: str, set_port: Callable[[Browser, int], None]) -> None:
    set_port(browser, free_port())
    browser.open(company_url + "/about.html")
    browser.click_toolbar()
    assert problem(browser) == "not_running"
    assert browser.panel_texts(".problem code") == ["visionfit serve"]
    assert browser.panel_texts(".problem button") == ["Try again"]
    assert browser.axe_in_panel() == []


@pytest.mark.parametrize("running", ["firefox"], indirect=True)  # Chromium takes it back on a page nothing can steer
def test_permission_for_the_helper_taken_back(
    browser: Browser, company_url: str, set_port: Callable[[Browser, int], None]
) -> None:
    set_port(browser, free_port())
    assert browser.in_tab("return chrome.permissions.remove({origins: ['http://127.0.0.1/*']});")
    browser.open(company_url + "/about.html")
    browser.click_toolbar()
    assert problem(browser) == "not_allowed"
    browser.click_in_panel(".problem button")
    browser.wait_in_panel(".problem h1", "isn’t running")


def test_a_pdf(browser: Browser, company_url: str) -> None:
    browser.open(company_url + "/timetable.pdf")
    browser.click_toolbar()
    assert problem(browser) in {"not_html", "unreadable"}  # one browser's viewer is a page, the other's is out of reach


def test_wrong_program_on_the_port(
    browser: Browser, company_url: str, set_port: Callable[[Browser, int], None], other_port: int
) -> None:
    set_port(browser, other_port)
    browser.open(company_url + "/about.html")
    browser.click_toolbar()
    assert problem(browser) == "wrong_program"


def test_not_paired(
    browser: Browser, company_url: str, set_port: Callable[[Browser, int], None], helper: Helper, asked: list[str]
) -> None:
    set_port(browser, helper.port)
    browser.open(company_url + "/about.html")
    browser.click_toolbar()
    assert problem(browser) == "not_paired"
    assert "/values.html" not in asked  # nothing is fetched for a helper that would not take it


def test_helper_started_after_the_click(
    browser: Browser, company_url: str, set_port: Callable[[Browser, int], None], stopped_helper: Helper
) -> None:
    set_port(browser, stopped_helper.port)
    browser.open(company_url + "/about.html")
    browser.click_toolbar()
    assert problem(browser) == "not_running"
    stopped_helper.start()
    browser.click_in_panel(".problem button")
    browser.wait_in_panel(".problem h1", "paired")
    assert problem(browser) == "not_paired"


def test_a_page_of_the_browser_itself(browser: Browser) -> None:
    browser.open({"chromium": "chrome://version", "firefox": "about:support"}[browser.name])
    browser.click_toolbar()
    assert problem(browser) == "unreadable"
    assert browser.panel_texts(".problem button") == []


def test_nothing_is_read_without_a_click(browser: Browser, company_url: str) -> None:
    """The extension's pages may not look into a tab that the user has not clicked the button for."""
    browser.open(browser.extension_url("options/options.html"))
    script = """
        const [url] = arguments;
        const look = async () => {
          const tab = await chrome.tabs.create({url, active: false});
          const loading = async () => (await chrome.tabs.get(tab.id)).status !== 'complete';
          while (await loading()) await new Promise((next) => setTimeout(next, 50));
          return chrome.scripting.executeScript({target: {tabId: tab.id}, func: () => document.title})
            .then(() => 'read', () => 'refused').finally(() => chrome.tabs.remove(tab.id));
        };
        return look();
    """
    assert browser.in_tab(script, company_url + "/about.html") == "refused"
