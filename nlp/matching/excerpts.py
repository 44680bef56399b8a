"""Short verbatim pieces of the user's and the company's words, for sentences that set one beside the other."""
from __future__ import annotations

import re

from nlp.matching.patterns import plain

LONGEST = 16  # words of a company's text that are shown whole
SHORTEST = 3
FULL = 8  # words from which a piece is no better for being longer
USER_WORDS = 16

_BREAK = re.compile(r"[,;:•–—|()]\s*|\s-\s|(?<=[.!?])\s+")
_FIRST = re.compile(r"^(?:and|but|or|so|while|that|which|because|with|by|hence)\s+", re.IGNORECASE)
_JOINTS = frozenset("and but that which where who because so while if when".split())
_DANGLING = frozenset(
    "a an the and or of to in on for with by at from as that which who our your their its his her all any each every "
    "is are was were be been will can may have has into through while so than this these more most very such".split()
)
_EDGES = " .,;:!-–—•|\n"
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def excerpt(text: str, clear: re.Pattern[str], hint: re.Pattern[str]) -> str:
    """A piece of `text`, verbatim and in one run, of at most LONGEST words: the one with a facet's own words.

    The whole text without its last stop where it is short.
    """
    if len(text.split()) <= LONGEST:
        return _bare(text)
    pieces = _pieces(text)
    fitting = [p for p in pieces if SHORTEST <= len(p.split()) <= LONGEST] or [_cut(p, clear, hint) for p in pieces]
    best = max(fitting, key=lambda p: (_rank(p, clear, hint), min(len(p.split()), FULL), -fitting.index(p)))
    if not _rank(best, clear, hint):  # the theme's words stand in a piece that is too long or too short
        best = max((_cut(p, clear, hint) for p in pieces), key=lambda p: _rank(p, clear, hint))
    return _bare(best)


def own_words(text: str) -> str:
    """The user's wish as it stands inside a sentence: first letter lowered, cut to USER_WORDS."""
    words = text.strip(" .!?").replace("“", "'").replace("”", "'").replace('"', "'").split()
    kept = " ".join(words[:USER_WORDS]) + (" …" if len(words) > USER_WORDS else "")
    first = kept.split(" ")[0]
    return kept if first == "I" or first.startswith("I'") or first[1:] != first[1:].lower() else kept[:1].lower() + kept[1:]


def _pieces(text: str) -> list[str]:
    """`text` cut at its punctuation; neighbouring pieces that are short together stay together."""
    edges = [0, *(m.end() for m in _BREAK.finditer(text)), len(text)]
    pieces: list[str] = []
    start = 0
    for end, following in zip(edges[1:], [*edges[2:], edges[-1]], strict=True):
        if end == len(text) or len(text[start:following].split()) > LONGEST:
            pieces.append(text[start:end])
            start = end
    return [piece for piece in pieces if _LETTERS.search(piece)]


def _rank(piece: str, clear: re.Pattern[str], hint: re.Pattern[str]) -> int:
    piece = plain(piece)
    return 2 * bool(clear.search(piece)) + bool(hint.search(piece))


def _cut(piece: str, clear: re.Pattern[str], hint: re.Pattern[str]) -> str:
    """A run of at most LONGEST words of `piece` that holds the theme's word; begun after a joining word if need be."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", piece)]
    if len(words) <= LONGEST:
        return piece
    found = clear.search(plain(piece)) or hint.search(plain(piece))
    place = next((i for i, (_, end) in enumerate(words) if found and end >= found.end()), 0)
    joints = [0, *(i + 1 for i, (start, end) in enumerate(words) if piece[start:end].lower() in _JOINTS)]
    first = next((i for i in joints if place - LONGEST < i <= place), max(0, place - LONGEST + 1))
    last = min(first + LONGEST, len(words)) - 1
    while last > max(place, first + SHORTEST) and piece[words[last][0]:words[last][1]].lower() in _DANGLING:
        last -= 1
    return piece[words[first][0]:words[last][1]]


def _bare(piece: str) -> str:
    """`piece` without the joining word it starts with and the punctuation around it; still a run of the text."""
    piece = _FIRST.sub("", piece.strip(_EDGES))
    if piece.count("“") != piece.count("”") or piece.count("(") != piece.count(")") or piece.count('"') % 2:
        piece = max(re.split(r"[“”()\"]", piece), key=len)
    return piece.strip(_EDGES)
