"""Made-up companies in any number, a line of a .jsonl each, for measuring only."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

SENTENCES = (
    "We build {a} {b} for people who depend on them every day.",
    "Every {b} that leaves our workshop was checked by the person who made it.",
    "Our mission is to bring {a} {b} to every town in the region.",
    "We give everybody here ten days a year to learn something new about {b}.",
    "Our customers come back because the {b} does what we said it would do.",
    "In {year} we moved to {place}, where a hundred and twenty people work today.",
    "We believe that {a} work and a life outside of it belong together.",
    "You will work with {b}, lead your own projects and answer for their results.",
    "The board publishes what we earn, what we waste and what we mean to do about it.",
    "Please write to us in {place} if the {b} needs mending.",
)
KINDS = "lantern ferry loom kiln orchard bridge clock instrument sensor turbine ledger clinic archive bakery".split()
QUALITIES = "honest durable quiet careful open patient simple useful gentle precise".split()
VALUES = ("Mend before you replace", "Say it early", "Leave it better", "Earn trust daily", "Grow the next one", "Share the credit")
LETTERS = "bcdfglmnprstv"


def write(folder: Path, count: int, *, sentences: int, pages: int = 3, seed: int = 1) -> Path:
    """`count` companies with `pages` pages of about `sentences` sentences. Returns the .jsonl file."""
    chance = random.Random(seed)
    listed = folder / "companies.jsonl"
    with listed.open("w", encoding="utf-8") as lines:
        for number in range(count):
            home = folder / f"{number // 1000:04}"
            home.mkdir(exist_ok=True)
            named = []
            for kind in ("about", "values", "careers")[:pages]:
                file = home / f"{number}-{kind}.html"
                file.write_text(_page(chance, kind, sentences), encoding="utf-8")
                named.append({"url": f"https://c{number}.example/{kind}", "html_file": str(file.relative_to(folder))})
            lines.write(json.dumps({"slug": f"c{number}", "pages": named}) + "\n")
    return listed


def _page(chance: random.Random, kind: str, sentences: int) -> str:
    parts = [f"<h1>{kind.title()}</h1>"]
    if kind == "values":
        parts += [f"<h3>{value}</h3><p>{_sentence(chance)}</p>" for value in chance.sample(VALUES, 4)]
    told = [_sentence(chance) for _ in range(sentences)]
    parts += [f"<h2>{next(_names(chance))}</h2><p>{' '.join(told[at:at + 4])}</p>" for at in range(0, len(told), 4)]
    return f"<!doctype html><html lang=en><title>{kind}</title><body><main>{''.join(parts)}</main></body></html>"


def _sentence(chance: random.Random) -> str:
    names = _names(chance)
    return chance.choice(SENTENCES).format(a=chance.choice(QUALITIES), b=chance.choice(KINDS), place=next(names),
                                           year=chance.randint(1900, 2024))  # fmt: skip


def _names(chance: random.Random) -> Iterator[str]:
    """Words that no other company has: a real crawl has new names on every page too."""
    while True:
        yield "".join(chance.choice(LETTERS) + chance.choice("aeiou") for _ in range(4)).title()
