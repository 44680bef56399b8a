"""The browsers, how they reach the helper, and the extension beside it."""
from __future__ import annotations

import json
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import helper
from helper import version
from helper.doctor.check import Check
from helper.native.browsers import BROWSERS, Browser, found
from helper.native.install import installed, launcher_path, manifest_path


def browsers() -> Iterator[Check]:
    """Which browsers this user has."""
    titles = ", ".join(browser.title for browser in found())
    if titles:
        yield Check("browsers", "ok", f"Found: {titles}.")
    else:
        yield Check("browsers", "note", "No browser was found in its usual place.",
                    "Name yours: `visionfit install --browser …`.")


def native_hosts() -> Iterator[Check]:
    """Whether the browsers can start the helper."""
    registered = [browser for browser in BROWSERS.values() if installed(browser)]
    for browser in registered:
        wrong = _fault(browser)
        if wrong:
            yield Check("native host", "bad", f"{browser.title} cannot start the helper: {wrong}.",
                        f"Run `visionfit install --browser {browser.name}` again.")
        else:
            yield Check("native host", "ok", f"{browser.title} can start the helper.")
    missing = [browser for browser in found() if browser not in registered]
    if missing:
        yield Check("native host", "note", f"Not set up to start it: {', '.join(b.title for b in missing)}.",
                    "Run `visionfit install`.")


def extension() -> Iterator[Check]:
    """The version of the extension that lies beside the helper, where it is installed from its own folder."""
    manifest = Path(helper.__path__[0]).parent / "extension" / "manifest.json"
    if not manifest.is_file():
        yield Check("extension", "ok", f"It must be of version {series(version())}: the browser shows which it is.")
        return
    theirs = json.loads(manifest.read_text(encoding="utf-8"))["version"]
    if series(theirs) == series(version()):
        yield Check("extension", "ok", f"The extension in {manifest.parent} is of version {theirs}.")
    else:
        yield Check("extension", "bad", f"The extension in {manifest.parent} is of version {theirs}, the helper of "
                    f"{version()}.", "Bring both up to date.")


def series(number: str) -> str:
    """What must be the same for two versions to fit: the major number, before 1.0 the minor one too."""
    major, minor, *_ = [*number.split("."), "0"]
    return f"{major}.x" if major != "0" else f"0.{minor}.x"


def _fault(browser: Browser) -> str:
    """Why the registration does not work; empty where it does."""
    try:
        launcher = Path(json.loads(manifest_path(browser).read_text(encoding="utf-8"))["path"])
    except (OSError, ValueError, KeyError):
        return "its manifest cannot be read"
    if launcher != launcher_path(browser):
        return f"it starts {launcher}, of another installation"
    if not os.access(launcher, os.X_OK):
        return f"{launcher} is not there or cannot be run"
    command = re.search(r"^exec (.*)$", launcher.read_text(encoding="utf-8"), re.MULTILINE)
    python = shlex.split(command[1])[0] if command else ""
    return f"its Python, {python}, is gone" if command and not os.access(python, os.X_OK) else ""
