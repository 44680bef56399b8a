"""The browsers that can start the helper, and where each looks for the programs it may start."""
from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Family = Literal["chromium", "firefox"]
CHROMIUM_FOLDER = "NativeMessagingHosts"


@dataclass(frozen=True, slots=True)
class Browser:
    """`linux` and `mac` are folders below the user's own; `registry` is a key below HKEY_CURRENT_USER.

    The profile folder is the parent of where Chromium and its kin look, and beside where Firefox does.
    """

    name: str
    title: str
    family: Family
    linux: str
    mac: str
    registry: str


BROWSERS: dict[str, Browser] = {
    browser.name: browser
    for browser in (
        Browser("chromium", "Chromium", "chromium", "chromium", "Chromium", r"Software\Chromium"),
        Browser("chrome", "Google Chrome", "chromium", "google-chrome", "Google/Chrome", r"Software\Google\Chrome"),
        Browser("edge", "Microsoft Edge", "chromium", "microsoft-edge", "Microsoft Edge", r"Software\Microsoft\Edge"),
        Browser("brave", "Brave", "chromium", "BraveSoftware/Brave-Browser", "BraveSoftware/Brave-Browser",
                r"Software\BraveSoftware\Brave-Browser"),
        Browser("firefox", "Firefox", "firefox", ".mozilla", "Mozilla", r"Software\Mozilla"),
    )
}


def profile_folder(browser: Browser, platform: str = sys.platform) -> Path:
    """The folder of the browser's own files: it is there once the browser has run."""
    home = Path.home()
    if platform == "win32":
        local, roaming = (Path(os.environ.get(name, home)) for name in ("LOCALAPPDATA", "APPDATA"))
        return roaming / "Mozilla" if browser.family == "firefox" else local / browser.mac / "User Data"
    if platform == "darwin":
        return home / "Library" / "Application Support" / browser.mac
    if browser.family == "firefox":
        return home / browser.linux
    return Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / browser.linux


def host_folder(browser: Browser, platform: str = sys.platform) -> Path:
    """Where the browser looks for manifests of native hosts, on a system without a registry."""
    if browser.family == "chromium":
        return profile_folder(browser, platform) / CHROMIUM_FOLDER
    folder = "NativeMessagingHosts" if platform == "darwin" else "native-messaging-hosts"
    return profile_folder(browser, platform) / folder


def found(platform: str = sys.platform) -> list[Browser]:
    """The browsers this user has run."""
    return [browser for browser in BROWSERS.values() if profile_folder(browser, platform).is_dir()]
