"""Open a real browser with the extension in it, paired with a helper of its own, on the demo company's site.

    scripts/run browser [--browser chromium|firefox] [--headless]

Everything it makes is gone when it is closed. With --headless it clicks the toolbar button itself, prints what the
panel shows, and ends.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys

from browsing import Name, paired
from demo_site import PROFILE, demo_site
from drivers import chromium, firefox

BINARIES: dict[Name, str] = {"chromium": chromium.BINARY, "firefox": firefox.BINARY}


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/run browser", description=__doc__.splitlines()[0])
    parser.add_argument("--browser", choices=BINARIES, default=next((n for n, b in BINARIES.items() if shutil.which(b)), None))
    parser.add_argument("--headless", action="store_true", help="without a window: click, print what the panel shows, end")
    arguments = parser.parse_args()
    if arguments.browser is None or not shutil.which(BINARIES[arguments.browser]):
        parser.error(f"no browser: install one as {' or '.join(BINARIES.values())}")
    display = None if arguments.headless else os.environ.get("DISPLAY")
    if not display and not arguments.headless:
        parser.error("there is no display for a window; use --headless")
    with demo_site() as site, paired(arguments.browser, display=display) as session:
        browser = session.browser
        session.call("PUT", "/v1/profile", json.loads(PROFILE.read_text(encoding="utf-8")))
        browser.open(site)
        if arguments.headless:
            browser.click_toolbar()
            browser.wait_in_panel("main[aria-busy=false] #company")
            print("\n".join(browser.panel_texts("#company, .lead blockquote, .fit")))
            return 0
        print("Click the Visionfit button in the toolbar. Close the window to end.", file=sys.stderr)
        browser.wait_closed()
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(0)
