"""A real browser with the extension in it, paired with a helper of its own: for looking, measuring and screenshots."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts"), str(ROOT / "tests" / "browser")]

from drivers.browser import Browser  # noqa: E402
from drivers.chromium import Chromium  # noqa: E402
from drivers.firefox import Firefox  # noqa: E402
from drivers.servers import Helper, free_port  # noqa: E402
from package_extension import Browser as Name  # noqa: E402
from package_extension import unpack  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

PAIR = """
const [port, code] = arguments;
const headers = {'Content-Type': 'application/json'};
return fetch(`http://127.0.0.1:${port}/v1/pairings`, {method: 'POST', headers, body: JSON.stringify({code, client: 'scripts'})})
  .then((response) => response.json())
  .then(({token}) => chrome.storage.local.set({port, token}))
  .then(() => true);
"""
CALL = """
const [method, path, body] = arguments;
return chrome.storage.local.get(['port', 'token']).then(({port, token}) => fetch(`http://127.0.0.1:${port}${path}`, {
  method, headers: {Authorization: `Bearer ${token}`, 'Content-Type': 'application/json'},
  body: body === null ? undefined : JSON.stringify(body),
})).then(async (response) => [response.status, await response.json()]);
"""


@dataclass(frozen=True)
class Session:
    browser: Browser
    helper: Helper

    def call(self, method: str, path: str, body: object = None) -> object:
        """One of the helper's calls, made as the extension makes it, from the options page."""
        status, answer = self.browser.in_tab(CALL, method, path, body)
        if status >= 400:
            raise RuntimeError(f"{method} {path}: {answer}")
        return answer

    def open_options(self) -> None:
        self.browser.open(self.browser.extension_url("options/options.html"))


@contextmanager
def paired(name: Name, *, display: str | None = None, home: Path | None = None) -> Iterator[Session]:
    """The browser, headless unless it has a display, paired with a helper that keeps its data in `home`."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="visionfit-")))
        helper = Helper(home or folder / "home", free_port())
        helper.start()
        stack.callback(helper.stop)
        extension = unpack(name, folder / "extension")
        browser: Browser
        if name == "chromium":
            browser = Chromium(stack.enter_context(sync_playwright()), extension, display=display)
        else:
            browser = Firefox(extension, display=display)
        stack.callback(browser.close)
        session = Session(browser, helper)
        session.open_options()
        browser.in_tab(PAIR, helper.port, helper.new_code())
        yield session
