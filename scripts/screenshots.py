"""Every view of the extension as a picture, in docs/screenshots, and checked with axe on the way.

    .venv/bin/python scripts/screenshots.py [--out FOLDER]

The pictures are of the demo's made-up company and person. Exit status 1: axe found a violation, or a view is wider
than its window.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from browsing import ROOT, Session, paired
from demo_site import PROFILE, demo_site, other_companies
from drivers.browser import AXE
from drivers.chromium import Chromium
from playwright.sync_api import Page

OUT = ROOT / "docs" / "screenshots"
TALLEST = 1100  # pixels: a picture is for looking at, not for reading to the end
PANEL = 380
PAGE = 900
MOST_BYTES = 150_000
RECORD = "return chrome.storage.session.get().then((kept) => Object.values(kept).find((one) => one.saved));"
SHOW = """async (record) => {
  const tab = await chrome.tabs.getCurrent();
  await chrome.storage.session.set({[`tab:${tab.id}`]: record});
}"""


class Camera:
    def __init__(self, session: Session, out: Path) -> None:
        assert isinstance(session.browser, Chromium)
        self._base = session.browser.extension_url("")
        self.page: Page = session.browser.page
        self._out = out
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def open(self, path: str) -> None:
        self.page.goto(self._base + path)

    def panel(self, record: Any, part: str = "brief") -> None:
        """The panel's page with what a reading left."""
        self.open("panel/panel.html")
        self.page.evaluate(SHOW, record)
        self.page.reload()
        if record.get("saved"):
            self.page.locator(f"#tab-{part}").click()

    def take(self, name: str, width: int, until: str, do: Callable[[Page], None] | None = None) -> None:
        """The view in light and dark, once `until` is there and `do` is done; one picture at 320 px is only checked."""
        page = self.page
        page.set_viewport_size({"width": width, "height": 760})
        page.locator(until).first.wait_for()
        if do:
            do(page)
        page.evaluate("document.activeElement?.blur()")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            self._check(f"{name} {scheme}")
            tall = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
            page.set_viewport_size({"width": width, "height": tall})
            page.evaluate("scrollTo(0, 0)")
            path = self._out / f"{name}-{scheme}.png"
            page.screenshot(path=path)
            if path.stat().st_size > MOST_BYTES:
                self.faults.append(f"{path.name} has {path.stat().st_size} bytes")
            page.set_viewport_size({"width": width, "height": 760})
        page.set_viewport_size({"width": 320, "height": 760})
        self._check(f"{name} at 320 px")

    def _check(self, view: str) -> None:
        self.page.evaluate(f"{AXE.read_text(encoding='utf-8')};0")
        for violation in self.page.evaluate("axe.run()")["violations"]:
            self.faults.append(f"{view}: {violation['id']}: {[node['html'][:120] for node in violation['nodes'][:3]]}")
        if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            self.faults.append(f"{view}: wider than its window")


def prepare(session: Session, site: str) -> Any:
    """A profile, a real reading by a click, some preparation, a few more companies. Gives what the reading left."""
    browser = session.browser
    session.call("PUT", "/v1/profile", json.loads(PROFILE.read_text(encoding="utf-8")))
    browser.open(site)
    browser.click_toolbar()
    browser.wait_in_panel("#announcer", "is ready")  # the company stands there before all is read
    session.open_options()
    record: Any = browser.in_tab(RECORD)
    brief = record["saved"]["brief"]
    domain = brief["company"]["domain"]
    kept = [
        {**{key: phrase[key] for key in ("id", "text", "aspiration", "evidence")}, "original": phrase["text"],
         "true_for_me": index == 0, "order": index}
        for index, phrase in enumerate(brief["phrases"][:3])
    ]
    session.call("PUT", f"/v1/briefs/{domain}/preparation", {
        "kept": kept, "notes": "Ask for Imke at the desk. The support team sits on the second floor.",
        "checklist": {"answer": True},
    })
    for pages in other_companies():
        session.call("POST", "/v1/briefs", {"pages": pages})
    return record


def views(camera: Camera, record: Any) -> None:
    camera.panel(record)
    camera.take("panel-brief", PANEL, ".fits")
    camera.panel(record, "phrases")
    camera.take("panel-phrases", PANEL, ".phrase.kept")
    camera.panel(record, "phrases")
    camera.take("panel-phrase-edit", PANEL, ".phrase.kept", edit_phrase)
    camera.panel(record, "answers")
    camera.take("panel-answer", PANEL, "#answer-text", build_answer)
    camera.page.set_viewport_size({"width": PANEL, "height": 760})
    camera.page.locator("[data-key=practise]").click()
    camera.take("panel-practice", PANEL, ".points li")
    camera.panel(record, "ready")
    camera.take("panel-ready", PANEL, ".readiness")
    camera.panel({"problem": {"kind": "not_running"}})
    camera.take("panel-not-running", PANEL, ".problem")
    camera.open("companies/companies.html")
    camera.take("companies", PAGE, ".company-card", compare)
    camera.open("options/options.html")
    camera.take("options", PAGE, "#rows fieldset", lambda page: page.locator("#ladder-view summary").click())
    camera.open("options/options.html")
    camera.take("wizard", PAGE, "#rows fieldset", open_wizard)
    domain = record["saved"]["brief"]["company"]["domain"]
    camera.open(f"sheet/sheet.html?domain={domain}")
    camera.take("sheet", PAGE, "#sheet h1")


def edit_phrase(page: Page) -> None:
    page.locator(".phrase [data-key=edit]").first.click()
    area = page.locator(".editor textarea")
    area.fill("I am a natural leader and your amazing company is the perfect place for me.")
    page.locator(".findings li").first.wait_for()


def build_answer(page: Page) -> None:
    page.locator("[data-key=build]").click()
    page.locator(".length:not([data-fits=false])").wait_for()
    page.locator(".answer .findings li").first.wait_for()


def compare(page: Page) -> None:
    boxes = page.locator("input.compare")
    for index in range(min(4, boxes.count())):
        boxes.nth(index).check()
    page.locator("#compare").click()
    page.locator(".compared table").first.wait_for()
    page.locator(".company-card summary").first.click()
    page.locator(".company-card .readiness").first.wait_for()


def open_wizard(page: Page) -> None:
    page.locator("#open-wizard").click()
    page.locator(".wizard h2").wait_for()
    for _ in range(4):
        heading = page.locator(".wizard h2").inner_text()
        page.locator(".wizard button.main").click()
        page.locator(".wizard h2", has_not_text=heading).wait_for()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    with demo_site() as site, paired("chromium") as session:
        camera = Camera(session, out)
        camera.panel({})
        camera.take("panel-first-run", PANEL, ".first-steps .now .chip")
        record = prepare(session, site)
        views(camera, record)
    for fault in camera.faults:
        print(fault, file=sys.stderr)
    print(f"{len(list(out.glob('*.png')))} pictures in {out}")
    return 1 if camera.faults else 0


if __name__ == "__main__":
    sys.exit(main())
