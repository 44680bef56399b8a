"""Pages made by scripts, shown by a real Chromium that has no network but the polite client."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from helper.errors import Problem
from helper.fetch.discovery.explore import explore
from helper.fetch.render import Browser
from tests.helper.world.online import Online, online, site
from tests.helper.world.replies import FILLER, page, text

pytestmark = pytest.mark.browser
HOME = "http://larkhill.example/"
SCRIPT = f"""
fetch("/words.json").then((answer) => answer.json()).then(({{mission}}) => {{
  document.title = "Larkhill";
  document.body.innerHTML = `<h1>Larkhill</h1><p>${{mission}}</p><p>{FILLER}</p>`;
  const pixel = new Image(); pixel.src = "http://tracker.example/pixel.gif";
  fetch("http://127.0.0.1:1/secret").catch(() => document.body.append("no secret"));
  fetch("/private/data.json").catch(() => document.body.append("no private data"));
  navigator.sendBeacon("/beacon", "x");
}});
"""


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Online]:
    replies = {
        "/": page("", '<div id="root"></div><script src="/app.js"></script>'),
        "/app.js": text(SCRIPT, "text/javascript"),
        "/words.json": text('{"mission": "Our mission is to keep old bridges safe."}', "application/json"),
        "/private/data.json": text("{}", "application/json"),
        "/robots.txt": text("User-agent: *\nDisallow: /private"),
    }
    with online(monkeypatch, tmp_path, site(replies), site({"/pixel.gif": text("x")}, "tracker.example")) as made:
        yield made


def test_a_page_that_scripts_make(world: Online) -> None:
    client = world.client()
    with pytest.raises(Problem) as raised:
        explore(client, [HOME])
    assert raised.value.code == "script_made"
    with closing(Browser(client)) as browser:
        found = explore(client, [HOME], most=1, render=browser.render)
    assert "Our mission is to keep old bridges safe." in found.pages[0].html
    asked = {f"{one.host}{one.path}" for one in world.world.asked()}
    assert {f"larkhill.example{path}" for path in ("/", "/app.js", "/words.json")} <= asked
    assert not any("pixel" in one or "private" in one or "beacon" in one for one in asked)
    assert ("refused", f"{HOME}private/data.json", "robots_forbidden", 0) in world.log


def test_no_browser_is_told(world: Online, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helper.fetch.render.shutil.which", lambda name: "/no/such/chromium")
    with pytest.raises(Problem) as raised:
        Browser(world.client())
    assert raised.value.code == "no_browser"
