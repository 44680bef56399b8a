"""Cost against the size of a page, of ordinary and of odd make; the odd ones show costs that grow faster than the page."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlp.brief import read
from nlp.contract import Page
from nlp.models import models
from nlp.models.pipeline import sentence_texts
from nlp.page import PageError, read_page
from nlp.reading.candidates import candidates
from nlp.reading.value_items import value_items
from scripts.benching.corners import SHAPES, company

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 5_000_000)
SMALL, TIMES = 240_000, 4


@dataclass(frozen=True, slots=True)
class Cost:
    characters: int
    parse: float  # processor seconds from HTML to blocks
    whole: float  # of the reading, that included


def by_size(sizes: Sequence[int] = SIZES) -> Iterator[Cost]:
    """The reading of one company's page of each size."""
    models().load()
    read([Page(url="https://boats.example/about", html=company(3000))], read_at="")
    for size in sizes:
        html = company(size)[:5_000_000]
        page = Page(url="https://boats.example/about", html=html)
        start = time.process_time()
        read_page(page)
        parse = time.process_time() - start
        sentence_texts.cache_clear()
        start = time.process_time()
        read([page], read_at="")
        yield Cost(len(html), parse, time.process_time() - start)


def odd_shapes() -> Iterator[tuple[str, float, float]]:
    """(shape, seconds, seconds of a page TIMES as large), processor time of all that runs before the encoder."""
    _before_the_encoder(SHAPES["comments never closed"](2000))  # the one whose language has to be identified
    for name, shape in SHAPES.items():
        yield name, _before_the_encoder(shape(SMALL)), _before_the_encoder(shape(TIMES * SMALL))


def _before_the_encoder(html: str) -> float:
    pipeline = models().pipeline
    start = time.process_time()
    try:
        document = read_page(Page(url="https://boats.example/about", html=html))
    except PageError:
        return time.process_time() - start
    candidates([document], pipeline)
    value_items([document])
    return time.process_time() - start


def plot(costs: Sequence[Cost], out: Path) -> None:
    """The costs over the sizes, both by powers of ten, as SVG; a straight line of slope one is linear growth."""
    left, top, width, height = 70, 20, 560, 300
    x0, x1, y0, y1 = 3.0, 7.0, -3.0, 3.0  # powers of ten shown
    def at(characters: float, seconds: float) -> str:
        x = left + (math.log10(characters) - x0) / (x1 - x0) * width
        y = top + height - (math.log10(max(seconds, 1e-3)) - y0) / (y1 - y0) * height
        return f"{x:.1f},{y:.1f}"

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 20} {top + height + 50}" '
        'font-family="sans-serif" font-size="12">',
        "<title>Processor time of a reading against the size of the page</title>",
        '<rect width="100%" height="100%" fill="white"/>',
    ]
    for power in range(int(x0), int(x1) + 1):
        x, bottom = at(10**power, 10**y0).split(",")
        parts.append(f'<line x1="{x}" y1="{top}" x2="{x}" y2="{bottom}" stroke="#ddd"/>')
        label = {3: "1 KB", 4: "10 KB", 5: "100 KB", 6: "1 MB", 7: "10 MB"}[power]
        parts.append(f'<text x="{x}" y="{top + height + 18}" text-anchor="middle">{label}</text>')
    for power in range(int(y0), int(y1) + 1):
        x, y = at(10**x0, 10**power).split(",")
        parts.append(f'<line x1="{x}" y1="{y}" x2="{left + width}" y2="{y}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 8}" y="{float(y) + 4}" text-anchor="end">{10.0**power:g} s</text>')
    for name, colour, values in (
        ("the whole reading", "#1f5fa8", [(c.characters, c.whole) for c in costs]),
        ("HTML to blocks", "#b5541c", [(c.characters, c.parse) for c in costs]),
    ):
        parts.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{" ".join(at(*v) for v in values)}"/>')
        parts += ['<circle r="3" fill="{}" cx="{}" cy="{}"/>'.format(colour, *at(*v).split(",")) for v in values]
        x, y = at(*values[-1]).split(",")
        parts.append(f'<text x="{float(x) - 6}" y="{float(y) - 10}" text-anchor="end" fill="{colour}">{name}</text>')
    parts.append(f'<text x="{left + width / 2}" y="{top + height + 40}" text-anchor="middle">size of the page</text></svg>')
    out.write_text("\n".join(parts) + "\n", "utf-8")
