"""How long from the toolbar click to the first useful content, and to the whole brief, in a real browser.

    .venv/bin/python scripts/bench_panel.py [--browser chromium|firefox] [--runs N] [--json]

Each run has a fresh helper that is warm (it has read another company) and has not read the demo's site before, and a
fresh tab. The clock starts before the click; the panel's own marks end it, all on one machine's clock.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from typing import Any

from browsing import Name, Session, paired
from demo_site import PROFILE, demo_site, other_companies
from drivers.wait import wait_for

MARKS = """
const marks = performance.getEntriesByType('mark').filter(({name}) => name === 'brief').map(({startTime}) => startTime);
const done = document.querySelector('main')?.getAttribute('aria-busy') === 'false' && document.querySelector('#company');
return done ? marks.map((time) => performance.timeOrigin + time) : null;
"""


def one_run(session: Session, site: str) -> tuple[float, float]:
    """Seconds to the first useful content and to the whole brief."""
    browser = session.browser
    session.call("PUT", "/v1/profile", json.loads(PROFILE.read_text(encoding="utf-8")))
    session.call("POST", "/v1/briefs", {"pages": other_companies()[0]})
    browser.new_tab()
    browser.open(site)
    begun = time.time() * 1000
    browser.click_toolbar()
    marks: list[float] = wait_for(lambda: browser.in_panel(MARKS), "the whole brief", seconds=60)
    return (marks[0] - begun) / 1000, (marks[-1] - begun) / 1000


def measure(name: Name, runs: int) -> dict[str, Any]:
    firsts, wholes = [], []
    for _ in range(runs):
        with demo_site() as site, paired(name) as session:
            first, whole = one_run(session, site)
        firsts.append(first)
        wholes.append(whole)
    return {
        "browser": name, "runs": runs,
        "first_useful_s": {"median": round(statistics.median(firsts), 2), "worst": round(max(firsts), 2)},
        "whole_brief_s": {"median": round(statistics.median(wholes), 2), "worst": round(max(wholes), 2)},
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--browser", choices=["chromium", "firefox"], action="append")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    for name in arguments.browser or ["chromium", "firefox"]:
        figures = measure(name, arguments.runs)
        if arguments.json:
            print(json.dumps(figures))
        else:
            first, whole = figures["first_useful_s"], figures["whole_brief_s"]
            print(f"{name}: first useful content {first['median']} s (worst {first['worst']}), "
                  f"whole brief {whole['median']} s (worst {whole['worst']}), {figures['runs']} runs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
