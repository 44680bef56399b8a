"""A link opened in a real Chromium scrolls to its sentence and highlights it."""
from __future__ import annotations

import base64
from collections.abc import Iterator
from functools import partial
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, Playwright

from nlp.contract import Page
from nlp.page import read_page
from nlp.page.fragment import text_link

pytestmark = pytest.mark.browser

LONG = (
    "We want to be a yard where everyone who comes in through the gate, whoever they are and from wherever they come, "
    "learns to build a boat that floats, to sail it home, and to teach the next one how it is done."
)
SENTENCES = {
    "plain": ("<p>We keep boats afloat.</p>", "We keep boats afloat."),
    "within": ("<p>Tea is at four. We keep boats afloat. Do come.</p>", "We keep boats afloat."),
    "inline": ("<p>We <b>keep</b> <a href='#'>boats</a>\n  afloat.</p>", "We keep boats afloat."),
    "spaces": ("<p>We&nbsp;keep boats afloat.</p>", "We keep boats afloat."),
    "signs": ("<p>Care, well-being &amp; 100% “joy” + a/b?</p>", "Care, well-being & 100% “joy” + a/b?"),
    "capitals": ("<p style='text-transform:uppercase'>We keep boats afloat.</p>", "We keep boats afloat."),
    "panel": ("<details><summary>Aims</summary><p>We keep boats afloat.</p></details>", "We keep boats afloat."),
    "long": (f"<p>{escape(LONG)}</p>", LONG),
}
# The first words of the long sentence stand at the top too: a link by first and last words would mark all between.
TOP = "<p style='height:3000px'>We want to be a yard. We keep ropes.</p>"
MARKED = "<style>::target-text{background:#f0f;color:#f0f}</style>"
PIXELS = """async image => {
  const shot = new Image(); shot.src = 'data:image/png;base64,' + image; await shot.decode();
  const canvas = document.createElement('canvas'); canvas.width = shot.width; canvas.height = shot.height;
  const context = canvas.getContext('2d'); context.drawImage(shot, 0, 0);
  const data = context.getImageData(0, 0, canvas.width, canvas.height).data;
  let marked = 0;
  for (let i = 0; i < data.length; i += 4) marked += data[i] > 240 && data[i + 1] < 15 && data[i + 2] > 240;
  return marked;
}"""


def page_of(name: str) -> str:
    body = SENTENCES[name][0]
    return f"<!doctype html><meta charset=utf-8><title>Yard</title>{MARKED}<body>{TOP}{body}<p style='height:3000px'>."


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        name = self.path[1:]
        body = page_of(name).encode() if name in SENTENCES else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=partial(server.serve_forever, poll_interval=0.05), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    flags = ["--no-sandbox", "--disable-gpu"]
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
    yield browser
    browser.close()


@pytest.mark.parametrize("name", SENTENCES)
def test_the_link_opens_the_page_at_the_sentence(name: str, site: str, chromium: Browser) -> None:
    sentence = SENTENCES[name][1]
    url = f"{site}/{name}"
    assert any(sentence in block.text for block in read_page(Page(url=url, html=page_of(name))).blocks)
    tab, other = chromium.new_page(), chromium.new_page()
    tab.goto(text_link(url, sentence))
    tab.wait_for_function("scrollY > 2000")
    shot = base64.b64encode(tab.screenshot()).decode()
    assert other.evaluate(PIXELS, shot) > 1000
    tab.evaluate("scrollTo(0, 0)")
    top = base64.b64encode(tab.screenshot()).decode()
    assert other.evaluate(PIXELS, top) == 0
    tab.close()
    other.close()
