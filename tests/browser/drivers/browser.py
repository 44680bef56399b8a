"""What the tests ask of a browser, whichever it is."""
from __future__ import annotations

import abc
import json
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from drivers.wait import wait_for

AXE = Path(__file__).resolve().parents[3] / "node_modules" / "axe-core" / "axe.min.js"
AXE_RUN = """
const told = ({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`;
return axe.run().then(({violations}) => violations.map(told));
"""


class Browser(abc.ABC):
    """One browser with the extension, one tab that the tests steer, and the extension's panel."""

    name: str

    # --- the tab ---

    @abc.abstractmethod
    def new_tab(self) -> None:
        """Go on in a fresh tab, and close the one before."""

    @abc.abstractmethod
    def second_tab(self) -> AbstractContextManager[None]:
        """Go on in another tab, then close it and come back to this one."""

    @abc.abstractmethod
    def open(self, url: str) -> None: ...

    @abc.abstractmethod
    def extension_url(self, path: str) -> str: ...

    @abc.abstractmethod
    def in_tab(self, script: str, *args: Any) -> Any:
        """Run the body of a function in the tab's page. A promise it returns is waited for."""

    @abc.abstractmethod
    def type_in_tab(self, selector: str, text: str) -> None:
        """Empty a field and type into it, key by key."""

    @abc.abstractmethod
    def click_in_tab(self, selector: str) -> None: ...

    @abc.abstractmethod
    def paste_in_tab(self, selector: str) -> str:
        """Paste the clipboard into an empty field and give what it holds then."""

    # --- the extension ---

    @abc.abstractmethod
    def click_toolbar(self) -> None:
        """Click the extension's toolbar button while the tab is in front."""

    @abc.abstractmethod
    def in_panel(self, script: str, *args: Any) -> Any:
        """Run the body of a function in the panel's page; None while there is no panel."""

    @abc.abstractmethod
    def click_in_panel(self, selector: str) -> None:
        """A click of the mouse, which counts as the user's own."""

    @abc.abstractmethod
    def reload_panel(self) -> None:
        """Load the panel's page anew, as after closing and opening it."""

    @abc.abstractmethod
    def wait_closed(self) -> None:
        """Until somebody closes the window."""

    @abc.abstractmethod
    def close(self) -> None: ...

    # --- built on these ---

    def panel_texts(self, selector: str) -> list[str]:
        """What the elements say, white space folded."""
        script = "return [...document.querySelectorAll(arguments[0])].map((element) => element.textContent);"
        texts = self.in_panel(script, selector)
        return [" ".join(text.split()) for text in texts or []]

    def wait_in_panel(self, selector: str, containing: str = "") -> str:
        """The text of the first such element that contains `containing`, once there is one."""
        def found() -> str:
            return next((text for text in self.panel_texts(selector) if text and containing in text), "")

        try:
            return wait_for(found, f"{selector} containing {containing!r} in the panel", seconds=60)
        except AssertionError as error:
            raise AssertionError(f"{error}; the panel says: {self.panel_texts('body')}") from None

    def wait_in_tab(self, script: str, what: str) -> Any:
        return wait_for(lambda: self.in_tab(script), what)

    def axe_in_panel(self) -> list[str]:
        self.in_panel(f"{AXE.read_text(encoding='utf-8')}; window.axe = axe;")
        return list(self.in_panel(AXE_RUN))

    def axe_in_tab(self) -> list[str]:
        self.in_tab(f"{AXE.read_text(encoding='utf-8')}; window.axe = axe;")
        return list(self.in_tab(AXE_RUN))


def as_call(script: str, args: tuple[Any, ...]) -> str:
    """The body of a function, called with JSON arguments, as an expression."""
    return f"(async function () {{ {script} }})(...{json.dumps(args)})"
