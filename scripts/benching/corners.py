"""Pages that a fixed number of real ones would not bring: each shape in any size, to find costs that grow faster."""

from __future__ import annotations

import random
from collections.abc import Callable

WORDS = "our crews mend old boats in every harbour and teach young people the craft of sailing with patience".split()
Shape = Callable[[int], str]  # characters -> a page of about as many


def prose(size: int, seed: int = 1) -> str:
    """Sentences of common words, about `size` characters."""
    chance = random.Random(seed)
    parts: list[str] = []
    while size > 0:
        told = " ".join(chance.choices(WORDS, k=chance.randint(6, 22))).capitalize() + ". "
        parts.append(told)
        size -= len(told)
    return "".join(parts)


def page(body: str, attributes: str = "") -> str:
    return f"<!doctype html><html lang=en><head><title>A page</title></head><body{attributes}>{body}</body></html>"


def repeated(part: str) -> Shape:
    """The same part over and over; `{n}` in it counts."""
    return lambda size: page("".join(part.replace("{n}", str(n)) for n in range(max(1, size // len(part)))))


def company(size: int) -> str:
    """A page as companies have them: headings, paragraphs, cards, lists, links."""
    parts, number = [], 0
    while size > 0:
        number += 1
        part = (
            f"<section><h2>What we do {number}</h2><p>{prose(400, number)}</p><ul>"
            + "".join(f"<li><strong>Care {n}</strong> {prose(60, number + n)}</li>" for n in range(4))
            + f"</ul><p><a href='/more{number}'>Read more</a></p></section>"
        )
        parts.append(part)
        size -= len(part)
    return page("<h1>About us</h1>" + "".join(parts))


SHAPES: dict[str, Shape] = {
    "a company's page": company,
    "divs in divs": lambda size: page("<div>" * (size // 11) + prose(200) + "</div>" * (size // 11)),
    "divs in divs, each with a word": lambda size: page("<div>word " * (size // 16) + "</div>" * (size // 16)),
    "inline tags in inline tags": lambda size: page("<b><i>word " * (size // 19) + "</i></b>" * (size // 19)),
    "lists in lists": lambda size: page("<ul><li>word " * (size // 23) + "</li></ul>" * (size // 23)),
    "one tag of many attributes": lambda size: page(prose(200), "".join(f" a{n:x}=1" for n in range(size // 9))),
    "many tags of many attributes": repeated("<p " + " ".join(f"b{n}=1" for n in range(400)) + ">We mend boats.</p>"),
    "many siblings": repeated("<p>We mend boat {n}.</p>"),
    "many empty siblings": repeated("<div></div>"),
    "one text of one sentence": lambda size: page(f"<p>{prose(size).replace('.', ',')}</p>"),
    "one text of many sentences": lambda size: page(f"<p>{prose(size)}</p>"),
    "many tiny sentences": lambda size: page(f"<p>{'We do. ' * (size // 7)}</p>"),
    "one word": lambda size: page(f"<p>{'boat' * (size // 4)}</p>"),
    "one table": lambda size: page("<table>" + "<tr><td>Boat</td><td>We mend it</td></tr>" * (size // 45) + "</table>"),
    "a table of one row": lambda size: page("<table><tr>" + "<td>We mend boats</td>" * (size // 22) + "</tr></table>"),
    "tables in tables": lambda size: page("<table><tr><td>word " * (size // 38) + "</td></tr></table>" * (size // 38)),
    "tags never closed": repeated("<div><p>We mend boats <b>well"),
    "tags never opened": repeated("We mend boats.</div></p></b></li>"),
    "many headings": repeated("<h2>Our values {n}</h2>"),
    "headings of all levels": repeated("<h1>A {n}</h1><h2>B</h2><h3>C</h3><h4>D</h4><h5>E</h5><p>We mend boats.</p>"),
    "many cards": repeated("<div><h3>Care {n}</h3><p>We mend every boat that comes in.</p></div>"),
    "many list items": lambda size: page("<h2>Our values</h2><ul>" + "<li>Honest work</li>" * (size // 20) + "</ul>"),
    "many bold leads": repeated("<p><b>Care {n}:</b> we mend every boat.</p>"),
    "many bold pieces in one paragraph": lambda size: page("<p>" + "<b>Care:</b> we mend. " * (size // 22) + "</p>"),
    "many line breaks": lambda size: page("<p>" + "We mend boats<br>" * (size // 17) + "</p>"),
    "many links": repeated("<a href='/{n}'>Boat number {n}</a> "),
    "many images": repeated("<img alt='A mended boat {n}' src=x>"),
    "many panels": repeated("<button aria-controls=p{n}>Care {n}</button><div id=p{n}>We mend boats.</div>"),
    "many scripts": repeated("<script>var boat = {n};</script>"),
    "scripts never closed": repeated("<script>var boat = {n};"),
    "comments never closed": repeated("<!-- boat {n} "),
    "many entities": lambda size: page(f"<p>{'&amp;&#8217;&nbsp;' * (size // 18)}</p>"),
    "less-than signs": lambda size: page("<" * size),
    "white space": lambda size: page(f"<p>We{' ' * size}mend</p>"),
    "quotation marks": lambda size: page(f"<p>{'“We mend,” said she. ' * (size // 21)}</p>"),
    "one running list": lambda size: page(f"<h2>Values</h2><p>Our values are {'honesty, ' * (size // 9)}and care.</p>"),
    "many labels": repeated("<p>Mission: we mend boat {n}.</p>"),
    "the same sentence": repeated("<p>Our mission is to mend every boat in the harbour.</p>"),
    "many templates": repeated("<template shadowrootmode=open><p>We mend boat {n}.</p></template>"),
    "definition lists": lambda size: page("<dl>" + "<dt>Care</dt><dd>We mend boats.</dd>" * (size // 37) + "</dl>"),
    "columns": lambda size: page("<table><tr>" + "<th>Care</th>" * (size // 40) + "</tr><tr>" + "<td>We mend boats</td>" * (size // 40) + "</tr></table>"),
}  # fmt: skip
