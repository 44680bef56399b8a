"""Serves the world on 127.0.0.1: by the Host header, so that one port has every site. Each request is written down."""

from __future__ import annotations

import gzip
import json
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.helper.world.replies import NOT_THERE, Reply
from tests.helper.world.sites import Site

DRIP_SECONDS = 0.3


@dataclass(frozen=True)
class Asked:
    """One request: when it came in and when its answer was out."""

    host: str
    path: str
    status: int
    began: float
    ended: float
    conditional: bool


@dataclass(frozen=True)
class World:
    http: int
    tls: int
    log: Path
    sites: dict[str, tuple[Site, dict[str, Reply]]]

    def replace(self, host: str, path: str, reply: Reply) -> None:
        """From now on `path` answers otherwise."""
        self.sites[host][1][path] = reply

    def asked(self) -> list[Asked]:
        return [Asked(**json.loads(line)) for line in self.log.read_text().splitlines()]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, sites: Sequence[Site], log: Path, latency: float = 0.0) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.replies: dict[str, tuple[Site, dict[str, Reply]]] = {}
        for site in sites:
            for host, replies in site.hosts.items():
                known = self.replies.get(host)
                self.replies[host] = (site, {**(known[1] if known else {}), **replies})
        self.log, self.lock, self.seen = log, threading.Lock(), set[tuple[str, str]]()
        self.latency = latency

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that was killed, or gave up, is no error here."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        began = time.time()
        host = self.headers.get("Host", "").partition(":")[0]
        site, replies = self.server.replies.get(host, (None, {}))
        reply = replies.get(self.path, NOT_THERE if site is None or self.path == "/robots.txt" else site.unknown)
        if reply.first:
            with self.server.lock:
                new = (host, self.path) not in self.server.seen
                self.server.seen.add((host, self.path))
            reply = reply.first if new else reply
        time.sleep(reply.delay + self.server.latency)
        status = reply.status
        try:
            status = self._send(reply)
        finally:
            line = {"host": host, "path": self.path, "status": status, "began": began, "ended": time.time(),
                    "conditional": "If-None-Match" in self.headers}
            with self.server.lock, self.server.log.open("a") as log:
                log.write(json.dumps(line) + "\n")

    def _send(self, reply: Reply) -> int:
        if reply.manner == "drop":
            self.close_connection = True
            return 0
        body, headers = reply.body, dict(reply.headers)
        if reply.manner == "bomb":
            body, headers["Content-Encoding"] = _bomb(), "gzip"
        elif reply.manner == "plain" and reply.status == 200:
            headers["ETag"] = f'"{hash(body)}"'
            if self.headers.get("If-None-Match") == headers["ETag"]:
                self.send_response(304)
                self.send_header("ETag", headers["ETag"])
                self.end_headers()
                return 304
        self.send_response(reply.status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if reply.manner == "drip":
            for byte in body:
                self.wfile.write(bytes([byte]))
                time.sleep(DRIP_SECONDS)
        else:
            self.wfile.write(body)
        return reply.status

    def log_message(self, format: str, *args: Any) -> None:
        pass


@cache
def _bomb() -> bytes:
    """1.5 GB of zeros in 1.5 MB; packed again and again would be less, but no browser would unpack it."""
    return gzip.compress(bytes(10_000_000)) * 150


@contextmanager
def served(sites: Sequence[Site], folder: Path, latency: float = 0.0) -> Iterator[World]:
    """The world, running: sites with a bad certificate on a TLS port, the others on the plain one."""
    log = folder / "asked.jsonl"
    log.touch()
    plain = _Server([site for site in sites if not site.tls], log, latency)
    tls = _Server([site for site in sites if site.tls], log, latency)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_certificate(folder))
    tls.socket = context.wrap_socket(tls.socket, server_side=True, do_handshake_on_connect=False)
    threads = [threading.Thread(target=server.serve_forever, args=(0.05,)) for server in (plain, tls)]
    for thread in threads:
        thread.start()
    try:
        yield World(plain.server_port, tls.server_port, log, plain.replies)
    finally:
        for server in (plain, tls):
            server.shutdown()
            server.server_close()
        for thread in threads:
            thread.join()


def _certificate(folder: Path) -> Path:
    """A key and a certificate that nobody vouches for, in one file."""
    key, certificate = folder / "key.pem", folder / "both.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=bad.example",
                    "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)  # fmt: skip
    certificate.write_bytes(key.read_bytes() + certificate.read_bytes())
    return certificate
