"""Firefox through Marionette, which also reaches the browser's own window: its toolbar and its sidebar."""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from drivers.browser import Browser
from drivers.marionette import Marionette
from drivers.wait import wait_for

BINARY = "/usr/bin/firefox-esr"
UUID = "5f3c1f7e-52a5-4a8b-9f0e-1d6f4a2b7c11"  # Firefox gives each profile another one; a test must know it
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the WebDriver name of an element reference
SHIFT = "\ue008"
CONTROL = "\ue009"
ALT = "\ue00a"
NULL = "\ue000"
PREFERENCES = {
    "marionette.port": 0,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "extensions.webextOptionalPermissionPrompts": False,  # a permission asked for in a click is given at once
}
IN_PANEL = """
const [script, args, done] = arguments;
const browser = document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser');
const actor = browser?.browsingContext?.currentWindowGlobal?.getActor('MarionetteCommands');
if (!actor) done(null);
else actor.executeScript(script, args, {}).then(done, (error) => done(`failed: ${error}`));
"""
LOADING = "failed: AbortError"  # the panel's page was replaced by the next one while it was asked
WHERE_PANEL = """
const sidebar = document.getElementById('sidebar');
const outer = sidebar.getBoundingClientRect();
const inner = sidebar.contentDocument.getElementById('webext-panels-browser').getBoundingClientRect();
return [outer.x + inner.x, outer.y + inner.y];
"""
WHERE = """
const element = document.querySelector(arguments[0]);
element.scrollIntoView({block: 'center', behavior: 'instant'});
const middle = () => {
    const {x, y, width, height} = element.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
};
// the click comes a moment later, so the page must have settled
return new Promise((done) => {
    let before = middle();
    const timer = setInterval(() => {
        const now = middle();
        if (now[0] === before[0] && now[1] === before[1]) { clearInterval(timer); done(now); }
        before = now;
    }, 40);
});
"""


class Firefox(Browser):
    name = "firefox"

    def __init__(self, extension: Path, *, display: str | None = None, home: Path | None = None) -> None:
        """`display`: an X display to show a window on; without one the browser is headless.

        `home`: the user's own folder, where Firefox looks for the programs it may start.
        """
        manifest = json.loads((extension / "manifest.json").read_text(encoding="utf-8"))
        gecko_id: str = manifest["browser_specific_settings"]["gecko"]["id"]
        self._button = gecko_id.replace("@", "_").replace(".", "_") + "-BAP"
        self._profile = Path(tempfile.mkdtemp(prefix="visionfit-firefox-"))
        preferences = {**PREFERENCES, "extensions.webextensions.uuids": json.dumps({gecko_id: UUID})}
        lines = (f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in preferences.items())
        (self._profile / "user.js").write_text("".join(lines), encoding="utf-8")
        arguments = [BINARY, "--marionette", "-remote-allow-system-access", "--no-remote", "--new-instance",
                     "-profile", str(self._profile), "--width", "1280", "--height", "800"]
        self._process = subprocess.Popen(
            arguments if display else [*arguments, "-headless"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, **({"DISPLAY": display} if display else {}), **({"HOME": str(home)} if home else {})},
        )
        self._marionette: Marionette | None = None
        try:
            port = wait_for(self._port, "Firefox's port", seconds=60)
            self._marionette = Marionette(port)
            self._send("Addon:Install", {"path": str(extension), "temporary": True})
        except BaseException:
            self.close()
            raise

    def _port(self) -> int:
        path = self._profile / "MarionetteActivePort"
        return int(path.read_text() or 0) if path.exists() else 0

    def _send(self, command: str, parameters: dict[str, Any] | None = None) -> Any:
        assert self._marionette
        return self._marionette.send(command, parameters)

    @contextmanager
    def _window(self) -> Iterator[None]:
        """The browser's own window instead of the page in its tab."""
        self._send("Marionette:SetContext", {"value": "chrome"})
        try:
            yield
        finally:
            self._send("Marionette:SetContext", {"value": "content"})

    def new_tab(self) -> None:
        handle = self._send("WebDriver:NewWindow", {"type": "tab", "focus": True})["handle"]
        self._send("WebDriver:CloseWindow")
        self._send("WebDriver:SwitchToWindow", {"handle": handle})

    @contextmanager
    def second_tab(self) -> Iterator[None]:
        first = self._send("WebDriver:GetWindowHandle")["value"]
        second = self._send("WebDriver:NewWindow", {"type": "tab", "focus": True})["handle"]
        self._send("WebDriver:SwitchToWindow", {"handle": second})
        try:
            yield
        finally:
            self._send("WebDriver:CloseWindow")
            self._send("WebDriver:SwitchToWindow", {"handle": first, "focus": True})

    def open(self, url: str) -> None:
        self._send("WebDriver:Navigate", {"url": url})

    def extension_url(self, path: str) -> str:
        return f"moz-extension://{UUID}/{path}"

    def in_tab(self, script: str, *args: Any) -> Any:
        return self._send("WebDriver:ExecuteScript", {"script": script, "args": list(args), "sandbox": None})["value"]

    def _element(self, selector: str) -> str:
        found = self._send("WebDriver:FindElement", {"using": "css selector", "value": selector})
        return str(found["value"][ELEMENT])

    def type_in_tab(self, selector: str, text: str) -> None:
        element = self._element(selector)
        self._send("WebDriver:ElementClear", {"id": element})
        self._send("WebDriver:ElementSendKeys", {"id": element, "text": text})

    def click_in_tab(self, selector: str) -> None:
        self._send("WebDriver:ElementClick", {"id": self._element(selector)})

    def paste_in_tab(self, selector: str) -> str:
        self._send("WebDriver:ElementSendKeys", {"id": self._element(selector), "text": f"{CONTROL}v{NULL}"})
        return str(self.in_tab("return document.querySelector(arguments[0]).value;", selector))

    def click_toolbar(self) -> None:
        with self._window():
            self._send("WebDriver:ElementClick", {"id": self._element(f"#{self._button}")})

    def press_shortcut(self, letter: str) -> None:
        """Alt+Shift+letter, as the browser itself gets it: only this browser's driver reaches its shortcuts."""
        held = [ALT, SHIFT, letter]
        actions = [{"type": "keyDown", "value": key} for key in held] + [{"type": "keyUp", "value": key} for key in reversed(held)]
        with self._window():
            self._send("WebDriver:PerformActions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def badge(self) -> str:
        """What stands on the toolbar button."""
        with self._window():
            script = "return document.getElementById(arguments[0]).getAttribute('badge') ?? '';"
            return str(self._send("WebDriver:ExecuteScript", {"script": script, "args": [self._button]})["value"])

    def in_panel(self, script: str, *args: Any) -> Any:
        with self._window():
            parameters = {"script": IN_PANEL, "args": [script, list(args)], "sandbox": None}
            answer = self._send("WebDriver:ExecuteAsyncScript", parameters)["value"]
        if str(answer).startswith(LOADING):
            return None
        assert not str(answer).startswith("failed: "), answer
        return answer

    def click_in_panel(self, selector: str) -> None:
        x, y = self.in_panel(WHERE, selector)
        with self._window():
            left, top = self._send("WebDriver:ExecuteScript", {"script": WHERE_PANEL, "args": []})["value"]
            move = {"type": "pointerMove", "x": round(left + x), "y": round(top + y), "origin": "viewport"}
            click = [move, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
            self._send("WebDriver:PerformActions", {"actions": [{"type": "pointer", "id": "mouse", "actions": click}]})

    def reload_panel(self) -> None:
        self.in_panel("window.beforeReload = true; location.reload();")
        loaded = "return !window.beforeReload && document.readyState === 'complete';"
        wait_for(lambda: self.in_panel(loaded), "the panel's reload")

    def wait_closed(self) -> None:
        self._process.wait()

    def close(self) -> None:
        if self._marionette:
            with suppress(RuntimeError, OSError, EOFError):
                self._send("Marionette:Quit", {"flags": ["eForceQuit"]})
            self._marionette.close()
        else:
            self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._profile, ignore_errors=True)
