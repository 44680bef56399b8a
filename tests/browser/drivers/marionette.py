"""A small client of Firefox's own remote protocol: messages of JSON, each with its length before it.

https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""
from __future__ import annotations

import json
import socket
from typing import Any


class Marionette:
    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=120)
        self._count = 0
        self._receive()  # the server's greeting
        self.send("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {}}})

    def send(self, command: str, parameters: dict[str, Any] | None = None) -> Any:
        """The command's answer. Raises RuntimeError with the browser's own words."""
        self._count += 1
        message = json.dumps([0, self._count, command, parameters or {}]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._receive()
        if error:
            raise RuntimeError(f"{command}: {error['error']}: {error['message']}")
        return result

    def _receive(self) -> Any:
        length = b""
        while (byte := self._socket.recv(1)) != b":":
            if not byte:
                raise EOFError("Firefox closed the connection")
            length += byte
        message = b""
        while len(message) < int(length):
            message += self._socket.recv(int(length) - len(message))
        return json.loads(message)

    def close(self) -> None:
        self._socket.close()
