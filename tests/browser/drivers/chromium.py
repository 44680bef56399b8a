"""Chromium through Playwright and the DevTools protocol."""
from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser as Connection
from playwright.sync_api import CDPSession, Error, Page, Playwright

from drivers.browser import Browser, as_call
from drivers.wait import wait_for

BINARY = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--enable-unsafe-extension-debugging", "--remote-debugging-port=0",
    "--window-size=1280,800",
)
PANEL = "/panel/panel.html"


def unpacked_id(folder: Path) -> str:
    """The id Chromium gives an unpacked extension: a hash of its key, else of its path, in the letters a to p."""
    key = json.loads((folder / "manifest.json").read_text(encoding="utf-8")).get("key")
    named = base64.b64decode(key) if key else str(folder).encode()
    return "".join(chr(ord("a") + int(digit, 16)) for digit in hashlib.sha256(named).hexdigest()[:32])


def evaluate(page: Page, script: str, args: tuple[Any, ...]) -> Any:
    """None where the page gives way to another while it is asked."""
    try:
        return page.evaluate(as_call(script, args))
    except Error as error:
        if "Execution context was destroyed" in error.message:
            return None
        raise


class Chromium(Browser):
    name = "chromium"

    def __init__(
        self, playwright: Playwright, extension: Path, *, display: str | None = None, home: Path | None = None
    ) -> None:
        """`display`: an X display to show a window on; without one the browser is headless.

        `home`: the user's own folder, with the browser's profile where that user's browser has it.
        """
        self._playwright = playwright
        self._id = unpacked_id(extension)
        self._profile = home / ".config" / "chromium" if home else Path(tempfile.mkdtemp(prefix="visionfit-chromium-"))
        self._panel_connection: Connection | None = None
        args = [*FLAGS, f"--load-extension={extension}", f"--disable-extensions-except={extension}"]
        environment: dict[str, str | float | bool] = {
            **os.environ, **({"DISPLAY": display} if display else {}), **({"HOME": str(home)} if home else {}),
        }
        self._context = playwright.chromium.launch_persistent_context(
            self._profile, executable_path=BINARY, headless=False, no_viewport=True, env=environment,
            args=args if display else [*args, "--headless=new"],
        )
        workers = self._context.service_workers
        worker = workers[0] if workers else self._context.wait_for_event("serviceworker")
        # a click before the listener stands would be lost
        wait_for(lambda: worker.evaluate("chrome.action.onClicked.hasListeners()"), "the service worker")
        assert self._context.browser
        self._cdp: CDPSession = self._context.browser.new_browser_cdp_session()
        self._page: Page = self._context.pages[0]

    @property
    def page(self) -> Page:
        """The tab's page, for what only this browser is asked."""
        return self._page

    def new_tab(self) -> None:
        before, self._page = self._page, self._context.new_page()
        before.close()

    @contextmanager
    def second_tab(self) -> Iterator[None]:
        first, self._page = self._page, self._context.new_page()
        try:
            yield
        finally:
            self._page.close()
            self._page = first
            first.bring_to_front()

    def open(self, url: str) -> None:
        self._page.goto(url)

    def extension_url(self, path: str) -> str:
        return f"chrome-extension://{self._id}/{path}"

    def in_tab(self, script: str, *args: Any) -> Any:
        return evaluate(self._page, script, args)

    def type_in_tab(self, selector: str, text: str) -> None:
        self._page.locator(selector).fill("")
        self._page.locator(selector).press_sequentially(text)

    def click_in_tab(self, selector: str) -> None:
        self._page.locator(selector).click()

    def paste_in_tab(self, selector: str) -> str:
        self._page.bring_to_front()
        self._page.locator(selector).press("Control+V")
        return self._page.locator(selector).input_value()

    def _targets(self) -> list[dict[str, Any]]:
        return list(self._cdp.send("Target.getTargets", {"filter": [{}]})["targetInfos"])

    def click_toolbar(self) -> None:
        tab = next(t for t in self._targets() if t["type"] == "tab" and t["url"] == self._page.url)
        self._cdp.send("Extensions.triggerAction", {"id": self._id, "targetId": tab["targetId"]})

    def _panel(self) -> Page | None:
        if not any(t["type"] == "page" and t["url"].endswith(PANEL) for t in self._targets()):
            return None
        if self._panel_connection is None:
            port = (self._profile / "DevToolsActivePort").read_text().split()[0]
            self._panel_connection = self._playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
        pages = (page for context in self._panel_connection.contexts for page in context.pages)
        return next((page for page in pages if page.url.endswith(PANEL)), None)

    def in_panel(self, script: str, *args: Any) -> Any:
        panel = self._panel()
        return evaluate(panel, script, args) if panel else None

    def click_in_panel(self, selector: str) -> None:
        panel = self._panel()
        assert panel, "there is no panel"
        panel.locator(selector).first.click()

    def reload_panel(self) -> None:
        panel = self._panel()
        assert panel, "there is no panel"
        panel.reload()

    def wait_closed(self) -> None:
        self._context.wait_for_event("close", timeout=0)

    def close(self) -> None:
        if self._panel_connection:
            self._panel_connection.close()
        self._context.close()
        shutil.rmtree(self._profile, ignore_errors=True)
