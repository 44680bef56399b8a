"""How well the pages worth reading are chosen: on the home pages of menus.txt, against a careful reader's choice.

python -m tests.helper.world.menus
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from helper.fetch.discovery.frontier import Frontier
from helper.fetch.discovery.look import Link, Look, Place
from helper.fetch.urls import normalised

FILE = Path(__file__).parent / "menus.txt"
PLACES: dict[str, Place] = {"m": "menu", "t": "text", "f": "foot"}
LINE = re.compile(r"([mtf])(\*?) (.+) -> (\S+)")


@dataclass
class Menu:
    name: str
    home: str
    links: list[Link] = field(default_factory=list)
    wanted: set[str] = field(default_factory=set)


def menus() -> list[Menu]:
    found: list[Menu] = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            found.append(Menu(line[3:], ""))
        elif told := LINE.fullmatch(line):
            # the site's own domain is the one its other hosts are on
            place, star, words, href = told.groups()
            found[-1].links.append(Link(href, words, PLACES[place], len(found[-1].links)))
            if star:
                found[-1].wanted.add(href)
    for menu in found:
        domain = next((m[1] for link in menu.links if (m := re.search(r"//\w+\.(\w+\.example)/", link.url))), "alder.example")
        path = "/en/" if any(link.url.startswith("/en/") for link in menu.links) else "/"
        menu.home = f"https://www.{domain}{path}"
        menu.links = [Link(normalised(link.url, menu.home), link.text, link.place, link.position) for link in menu.links]
        menu.wanted = {normalised(url, menu.home) for url in menu.wanted}
    return found


def chosen(menu: Menu) -> list[str]:
    """As many as were wanted, best first."""
    frontier = Frontier(menu.home)
    frontier.add_links(Look("", "", "", 0, "en", False, 0, menu.links), menu.home, 1)
    picked: list[str] = []
    while len(picked) < len(menu.wanted) and (candidate := frontier.next()):
        frontier.take(candidate.topic)
        picked.append(candidate.url)
    return picked


def measure(held_out: bool) -> tuple[float, float, list[str]]:
    """Precision and recall over the menus that words were chosen by, or over those held out; and what went wrong."""
    right = picked = wanted = 0
    told = []
    for menu in menus():
        if menu.name.startswith("held out") != held_out:
            continue
        found = set(chosen(menu))
        right, picked, wanted = right + len(found & menu.wanted), picked + len(found), wanted + len(menu.wanted)
        told += [f"{menu.name}: missed {url}" for url in sorted(menu.wanted - found)]
        told += [f"{menu.name}: took {url}" for url in sorted(found - menu.wanted)]
    return right / picked, right / wanted, told


if __name__ == "__main__":
    for held_out in (False, True):
        precision, recall, told = measure(held_out)
        print(*told, f"held out: {held_out}, precision {precision:.2f}, recall {recall:.2f}", sep="\n")
