"""The made-up companies that come with Visionfit, served on this machine: the demo's, and those of the tests."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "helper" / "data" / "demo"
PROFILE = DEMO / "profile.json"
OTHERS = ROOT / "tests" / "sites"


def demo_pages() -> dict[str, bytes]:
    """The demo's pages by their path."""
    site = json.loads((DEMO / "site.json").read_text(encoding="utf-8"))
    return {urlsplit(page["url"]).path: (DEMO / page["html_file"]).read_bytes() for page in site["pages"]}


def other_companies() -> list[list[dict[str, Any]]]:
    """The pages of a few more made-up companies, as the helper takes them."""
    from helper.pages import decode

    lines = (OTHERS / "companies.jsonl").read_text(encoding="utf-8").splitlines()
    companies = [json.loads(line) for line in lines if line.strip()]
    return [
        [{"url": page["url"], "html": decode((OTHERS / page["html_file"]).read_bytes())} for page in one["pages"]]
        for one in companies
    ]


@contextmanager
def demo_site() -> Iterator[str]:
    """Serve the demo company; gives its address. On `localhost`, for which the extension has no standing permission."""
    pages = demo_pages()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(urlsplit(self.path).path)
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://localhost:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
