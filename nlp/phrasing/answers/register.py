"""From pieces to an answer of the right length, spoken or written."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.contract import Register
from nlp.phrasing import words as w
from nlp.phrasing.answers.pieces import RESERVE, Piece

SPOKEN_LEAST, SPOKEN_MOST = 60, 130
WORDS_A_MINUTE = 140
SAME, SAME_FACT = 0.75, 0.55  # shared words from which two sentences say the same
FULL_FORMS = (
    (r"\bI'd (?=like|want|do|bring|start|begin|look|make|keep|put|take|try|treat|learn|share|ask|stay|measure|help|own|grow|go|be|earn|rather|have|leave|"
     r"build|write|speak|use|turn|pay|repay|pass|show|plan|test|see|gladly|see|also|tell|add|expect|hope|choose|serve|give|work|bring|hear|never|not)", "I would "),
    (r"\bI'd\b", "I would"), (r"\bI'm\b", "I am"), (r"\bI've\b", "I have"), (r"\bI'll\b", "I will"), (r"\byou're\b", "you are"), (r"\bYou're\b", "You are"),
    (r"\byou'd\b", "you would"), (r"\bYou'd\b", "You would"), (r"\byou've\b", "you have"), (r"\bYou've\b", "You have"), (r"\bthat's\b", "that is"), (r"\bThat's\b", "That is"),
    (r"\bit's\b", "it is"), (r"\bIt's\b", "It is"), (r"\bcan't\b", "cannot"), (r"\bwon't\b", "will not"), (r"\b(\w+)n't\b", r"\1 not"),
    (r"\bthey'll\b", "they will"), (r"\byou'll\b", "you will"), (r"\bthey're\b", "they are"), (r"\bwhat's\b", "what is"),
)


def assemble(pieces: Sequence[Piece], register: Register) -> tuple[str, list[str]] | None:
    """(text, ids of phrases used) within the register's length; None when even everything is too little to be an answer.

    Spoken answers hold 60 to 130 words. Written ones come as near to their 80, 150 or 250 as the material allows, and not over.
    """
    words = None if register == "spoken" else int(register.rpartition("-")[2])
    pieces = _without_repetition(pieces)  # before contractions go: facts are told by their beginnings
    if words:
        pieces = [replace(piece, text=full_forms(piece.text)) for piece in pieces]
    kept = [p for p in pieces if p.rank < RESERVE]
    spare = [p for p in pieces if p.rank >= RESERVE]
    least = 0.85 * words if words else SPOKEN_LEAST
    while spare and _count(kept) < least:
        kept.append(spare.pop(0))
    most = words or SPOKEN_MOST
    while kept and _count(kept) > most:
        highest = max(p.rank for p in kept)
        if highest == 0 and len(kept) <= 2:
            break
        kept.remove(min((p for p in reversed(kept) if p.rank == highest), key=lambda p: _is_last_quote(p, kept)))
    if not kept or _count(kept) > most * 1.05 or _count(kept) < SPOKEN_LEAST:
        return None
    return " ".join(p.text for p in kept), list(dict.fromkeys(p.phrase for p in kept if p.phrase))


def _is_last_quote(piece: Piece, kept: Sequence[Piece]) -> bool:
    """Whether no word of the company's would be left without this piece."""
    return w.OPEN in piece.text and sum(w.OPEN in p.text for p in kept) == 1


def _count(pieces: Sequence[Piece]) -> int:
    return sum(w.count(p.text) for p in pieces)


def _without_repetition(pieces: Sequence[Piece]) -> list[Piece]:
    """Each sentence once, and none that says again what an earlier one said; facts are told apart more strictly."""
    kept: list[Piece] = []
    for piece in pieces:
        if all(w.overlap(piece.text, k.text) < (SAME_FACT if _is_fact(piece) and _is_fact(k) else SAME) for k in kept):
            kept.append(piece)
    return kept


def _is_fact(piece: Piece) -> bool:
    return bool(re.match(r"I(?:'ve)? (?!want|hope)|(?:Besides that, )?I'd bring|From the first week", piece.text))


def full_forms(text: str) -> str:
    """Contractions written out, quotations untouched."""
    parts = re.split(f"({w.OPEN}[^{w.CLOSE}]*{w.CLOSE})", text)
    for i in range(0, len(parts), 2):
        for pattern, full in FULL_FORMS:
            parts[i] = re.sub(pattern, full, parts[i])
    return "".join(parts)


def seconds(words: int) -> int:
    """Speaking time at 140 words a minute."""
    return round(words * 60 / WORDS_A_MINUTE)
