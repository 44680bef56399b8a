"""The company's site, a program that is not the helper, and the helper itself: all on loopback."""
from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

SITE = Path(__file__).resolve().parent.parent / "site"


class SiteHandler(SimpleHTTPRequestHandler):
    """Files; `/who-we-are` is another name of the About page; what was asked for is noted."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/who-we-are":
            self.send_response(302)
            self.send_header("Location", "/about.html")
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def serve(handler: Any) -> Iterator[int]:
    """Serve on a free port of 127.0.0.1; gives the port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def site() -> Iterator[tuple[str, list[str]]]:
    """The fictional company's address, and the paths asked of it.

    Its host is `localhost`, for which the extension has no standing permission as it has for 127.0.0.1.
    """
    asked: list[str] = []
    handler = type("Handler", (SiteHandler,), {"asked": asked})
    with serve(partial(handler, directory=str(SITE))) as port:
        yield f"http://localhost:{port}", asked


@contextmanager
def other_program() -> Iterator[int]:
    """A web server on some port that knows nothing of Visionfit."""
    with serve(partial(type("Other", (SiteHandler,), {"asked": []}), directory=str(SITE))) as port:
        yield port


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Helper:
    """`visionfit serve` as a process of its own, with a data folder of its own."""

    def __init__(self, home: Path, port: int) -> None:
        self.port = port
        self._environment = {
            **os.environ, "VISIONFIT_HOME": str(home), "VISIONFIT_PORT": str(port), "PYTHONUNBUFFERED": "1",
        }
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "helper", "serve"]
        self._process = subprocess.Popen(command, env=self._environment, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout
        for line in self._process.stdout:
            if re.match(r"Pairing code: \d{4}-\d{4}$", line):
                return
        raise AssertionError(f"the helper ended with {self._process.wait()} and showed no pairing code")

    def new_code(self) -> str:
        """A code from `visionfit pair`: each holds for one browser only."""
        command = [sys.executable, "-m", "helper", "pair"]
        ended = subprocess.run(command, env=self._environment, capture_output=True, text=True, check=True, timeout=60)
        found = re.search(r"Pairing code: (\d{4}-\d{4})", ended.stdout)
        assert found, ended
        return found[1]

    def stop(self) -> None:
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()
        self._process = None
