"""Who answers on the helper's port."""
from __future__ import annotations

import http.client
from dataclasses import dataclass
from typing import Literal

from helper.errors import Problem

SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Presence:
    """`version` is the helper's; empty where it is no helper."""

    who: Literal["nobody", "helper", "other"]
    version: str = ""


def look(host: str, port: int) -> Presence:
    """Ask who is there. Nothing secret is sent."""
    connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
    try:
        connection.connect()
    except OSError:
        return Presence("nobody")
    try:
        connection.request("GET", "/v1/health")
        version = connection.getresponse().getheader("X-Visionfit")
        return Presence("helper", version) if version else Presence("other")
    except (OSError, http.client.HTTPException):
        return Presence("other")
    finally:
        connection.close()


def port_taken(port: int) -> Problem:
    """What is said when another program has the port: the helper never takes another by itself."""
    return Problem("port_taken", f"Port {port} is taken by another program.",
                   "End that program, or set VISIONFIT_PORT here and the same port in the extension's options.")
