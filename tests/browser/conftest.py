"""Real browsers, the real helper, and a fictional company's site, all on this machine."""
from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent / "scripts")]

from drivers.browser import Browser  # noqa: E402
from drivers.chromium import Chromium  # noqa: E402
from drivers.firefox import Firefox  # noqa: E402
from drivers.servers import Helper, free_port, other_program, site  # noqa: E402
from package_extension import unpack  # noqa: E402


@pytest.fixture(scope="session")
def extensions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The packages as they are shipped, one folder a browser."""
    folder = tmp_path_factory.mktemp("extension")
    return {"chromium": unpack("chromium", folder / "chromium"), "firefox": unpack("firefox", folder / "firefox")}


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def running(request: pytest.FixtureRequest, extensions: dict[str, Path], playwright: Playwright) -> Iterator[Browser]:
    """One browser for the tests of a file: starting it takes longer than most of them."""
    started: Browser = (
        Chromium(playwright, extensions["chromium"]) if request.param == "chromium" else Firefox(extensions["firefox"])
    )
    yield started
    started.close()


@pytest.fixture
def browser(running: Browser) -> Browser:
    """The browser in a fresh tab, of which the panel knows nothing yet."""
    running.new_tab()
    return running


@pytest.fixture(scope="session")
def company() -> Iterator[tuple[str, list[str]]]:
    with site() as served:
        yield served


@pytest.fixture
def company_url(company: tuple[str, list[str]]) -> str:
    company[1].clear()
    return company[0]


@pytest.fixture
def asked(company: tuple[str, list[str]]) -> list[str]:
    """The paths that were asked of the company's site in this test."""
    return company[1]


@pytest.fixture(scope="module")
def helper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Helper]:
    started = Helper(tmp_path_factory.mktemp("home"), free_port())
    started.start()
    yield started
    started.stop()


@pytest.fixture
def stopped_helper(tmp_path: Path) -> Iterator[Helper]:
    """A helper that does not run yet."""
    helper = Helper(tmp_path / "home", free_port())
    yield helper
    helper.stop()


@pytest.fixture
def other_port() -> Iterator[int]:
    with other_program() as port:
        yield port


@pytest.fixture(scope="session")
def set_port() -> Callable[[Browser, int], None]:
    """Open the options page and set the helper's port, as a user would."""
    def set_in_options(browser: Browser, port: int) -> None:
        browser.open(browser.extension_url("options/options.html"))
        browser.click_in_tab("#connection summary")
        browser.wait_in_tab("return document.getElementById('port').value !== '';", "the port field")
        browser.type_in_tab("#port", str(port))
        browser.click_in_tab("#port-form button")
        browser.wait_in_tab(
            f"return chrome.storage.local.get('port').then((kept) => kept.port === {port});", "the port to be kept")
    return set_in_options
