"""The connection that needs no typing: `visionfit install` once, and the browser starts the helper by itself."""
from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from drivers.browser import Browser
from drivers.chromium import Chromium
from drivers.firefox import Firefox
from drivers.servers import free_port
from drivers.wait import wait_for
from playwright.sync_api import Playwright

from helper.presence import look
from helper.settings import HOST

pytestmark = pytest.mark.browser

EXTENSION = Path(__file__).resolve().parents[2] / "extension"  # as users load it, with its lasting id


class User:
    """Somebody with a home folder, a browser and Visionfit installed."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = free_port()
        self._environment = {
            **os.environ, "HOME": str(home), "VISIONFIT_HOME": str(home / "data"), "VISIONFIT_PORT": str(self.port),
        }
        self._environment.pop("XDG_CONFIG_HOME", None)

    def run(self, *arguments: str) -> str:
        command = [sys.executable, "-m", "helper", *arguments]
        ended = subprocess.run(command, env=self._environment, capture_output=True, text=True, check=True, timeout=120)
        return ended.stdout

    def running(self) -> bool:
        return look(HOST, self.port).who == "helper"

    def helper_process(self) -> int:
        """The process that listens on the port."""
        for folder in Path("/proc").iterdir():
            if folder.name.isdecimal():
                try:
                    environment = (folder / "environ").read_bytes()
                    command = (folder / "cmdline").read_bytes()
                except OSError:
                    continue
                if f"VISIONFIT_PORT={self.port}\0".encode() in environment and b"\0serve\0" in command:
                    return int(folder.name)
        raise AssertionError("no helper runs")

    def end_helper(self) -> None:
        if self.running():
            os.kill(self.helper_process(), signal.SIGTERM)
            wait_for(lambda: not self.running(), "the helper's end")


@pytest.fixture(params=["chromium", "firefox"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def user(tmp_path: Path) -> Iterator[User]:
    made = User(tmp_path / "user")
    made.home.mkdir()
    yield made
    made.end_helper()
    shutil.rmtree(made.home, ignore_errors=True)


@pytest.fixture
def browser(name: str, user: User, playwright: Playwright) -> Iterator[Browser]:
    user.run("install", "--browser", name)
    started: Browser = (
        Chromium(playwright, EXTENSION, home=user.home) if name == "chromium" else Firefox(EXTENSION, home=user.home)
    )
    yield started
    started.close()


def test_the_panel_starts_the_helper_and_is_paired(browser: Browser, user: User, company_url: str) -> None:
    assert not user.running()
    browser.open(company_url + "/about.html")
    browser.click_toolbar()
    browser.wait_in_panel("#company", "Brindlemoor")
    assert user.running()
    assert browser.name in user.run("pair", "--list").lower()
    assert "/about.html" in user.run("log")

    # the helper ends, as it does after a time without use: it is started anew, with the same pairing
    user.end_helper()
    assert browser.in_panel("document.getElementById('read-again').click(); return true;")
    wait_for(user.running, "the helper")
    wait_for(lambda: user.run("log").count("/about.html") >= 2, "the second reading")
    assert len(user.run("pair", "--list").splitlines()) == 1


def test_taken_back_nothing_is_started(browser: Browser, user: User, company_url: str) -> None:
    user.run("install", "--uninstall")
    browser.open(company_url + "/about.html")
    browser.click_toolbar()
    browser.wait_in_panel(".problem h1", "isn’t running")
    assert not user.running()
