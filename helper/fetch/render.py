"""Pages made by scripts, as an installed Chromium shows them. Needs the extra render.

The browser has no network of its own: whatever a page asks for goes through the polite client, and so through the
address guard, robots.txt, the cache and the privacy log; pictures, fonts, media and all that is not a GET are left out.
"""
from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from helper.errors import WRONG_USE, Problem
from helper.fetch.turns import Stopped
from helper.fetch.urls import site_of

if TYPE_CHECKING:
    from helper.fetch.client import Client

PAGE_SECONDS = 40
QUIET_SECONDS = 10  # at most this long for a page's scripts to fall silent
MOST_REQUESTS = 60
WANTED = frozenset({"document", "script", "stylesheet", "xhr", "fetch"})
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
HINT = "Install Chromium, and visionfit[render]; or leave --render out."


class Browser:
    """Safe to share between threads: one thread of its own shows a page at a time."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="browser")
        try:
            self._thread.submit(self._start).result()
        except Problem:
            self._thread.shutdown()
            raise

    def render(self, url: str) -> str:
        """The HTML of the page at `url` once its scripts have run. Raises Problem(render_failed), Stopped."""
        return self._thread.submit(self._show, url).result()

    def close(self) -> None:
        self._thread.submit(self._end).result()
        self._thread.shutdown()

    def _start(self) -> None:
        try:
            from playwright.sync_api import Error, sync_playwright
        except ImportError as error:
            raise Problem("missing_extra", "--render needs an extra part of Visionfit.", HINT,
                          exit_status=WRONG_USE) from error
        program = next((path for name in NAMES if (path := shutil.which(name))), None)
        self._error = Error
        self._playwright = sync_playwright().start()
        try:
            # a resolver that knows no name, and a proxy that is not there: what slips past the routes goes nowhere
            self._browser = self._playwright.chromium.launch(
                executable_path=program, proxy={"server": "http://127.0.0.1:9"},
                args=["--host-resolver-rules=MAP * ~NOTFOUND", "--disable-webrtc"],
            )
        except Error as error:
            self._playwright.stop()
            raise Problem("no_browser", "No Chromium was found that --render could use.", HINT,
                          exit_status=WRONG_USE) from error

    def _end(self) -> None:
        self._browser.close()
        self._playwright.stop()

    def _show(self, url: str) -> str:
        context = self._browser.new_context(service_workers="block", accept_downloads=False, locale="en-GB")
        self._asked, self._stopped, self._site = 0, False, site_of(url)
        try:
            page = context.new_page()
            page.route("**/*", self._answer)
            page.route_web_socket("**/*", lambda socket: socket.close())
            page.goto(url, timeout=PAGE_SECONDS * 1000, wait_until="load")
            with suppress(self._error):  # some pages never fall silent: what is there by then is read
                page.wait_for_load_state("networkidle", timeout=QUIET_SECONDS * 1000)
            return str(page.content())
        except self._error as error:
            if self._stopped:
                raise Stopped from error
            raise Problem("render_failed", f"{url} could not be shown by the browser.", "Try without --render.") from error
        finally:
            context.close()

    def _answer(self, route: Any) -> None:
        request = route.request
        self._asked += 1
        if request.method != "GET" or request.resource_type not in WANTED or self._asked > MOST_REQUESTS:
            route.abort()
            return
        try:
            got = self._client.get(request.url, f"render: {request.resource_type}").answer
        except Problem:
            route.abort()
        except Stopped:
            self._stopped = True
            route.abort()
        else:
            headers = {"content-type": got.headers.get("content-type", "text/html")}
            if site_of(request.url) == self._site:  # a page may read other hosts of its own site, and no others
                headers["access-control-allow-origin"] = "*"
            route.fulfill(status=got.status, body=got.body, headers=headers)
