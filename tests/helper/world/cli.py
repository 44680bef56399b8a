"""`visionfit` with the world for its internet: names that end in .example, and hiring systems, are on loopback.

python -m tests.helper.world.cli HTTP_PORT TLS_PORT real|stub ARGUMENTS...
"""

from __future__ import annotations

import re
import sys
from functools import partial

from helper.errors import Problem
from helper.fetch import address, transport
from helper.report.comparison import Row
from helper.research import conduct, engine
from helper.research.work import Material, Outcome
from nlp.contract import Profile

MISSION = re.compile(r"Our mission is to [^.<]+\.")


def stub(material: Material, profile: Profile | None) -> Outcome:
    """A reader without models: finds the mission by its words."""
    found = [m[0] for page in material.pages if (m := MISSION.search(page.html))]
    notices = [f"{notice.code}: {notice.text}" for notice in material.notices]
    row = Row(slug=material.slug, company=material.slug, url=material.url, pages=len(material.pages),
              mission=found[0] if found else "", notices=notices)  # fmt: skip
    return Outcome(material.number, row, "{}")


def settle(http: int, tls: int, *, reader: str = "stub") -> None:
    """Make this process live in the world."""

    def lookup(host: str, port: int) -> list[tuple[str, int]]:
        if not host.endswith((".example", ".greenhouse.io")):
            raise Problem("no_such_host", f"There is no host {host}.")
        return [("127.0.0.1", tls if port == 443 else http if port == 80 else port)]

    address.lookup = lookup
    transport.WHOLE_SECONDS = 3.0
    if reader == "stub":
        for name in ("InProcess", "LocalProcesses"):
            setattr(conduct, name, partial(getattr(engine, name), read=stub))


def main() -> None:
    from helper.cli import main as visionfit

    http, tls, reader, *arguments = sys.argv[1:]
    settle(int(http), int(tls), reader=reader)
    sys.argv = ["visionfit", *arguments]
    visionfit()


if __name__ == "__main__":
    main()
