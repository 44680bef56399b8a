"""The inline text of one block, gathered piece by piece and cut where a reader sees a new line begin."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from nlp.page.text import fold, word_count

_BREAK = "\n"
_ENDS = re.compile(r"[.!?:;]['\"”’)]*$")
_STARTS = re.compile(r"^(?:[•▪●◦‣■✓✔*–-]\s|\d{1,2}[.)]\s)")
# Bullets, arrows, check marks, emoji and the private characters of icon fonts.
_BULLET = re.compile("^[*/·•»\u2190-\u2bff\ue000-\uf8ff\ufe0e\ufe0f\U0001f000-\U0001faff]+\\s*")
_SHORT_LINE = 8  # words; three or more lines as short as this are a list typed with <br>


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block."""

    text: str  # folded
    lead: str = ""  # the bold text it begins with, a prefix
    bold: bool = False  # all of it is bold
    linked: bool = False  # all of it is a link or a button
    links: bool = False  # some of it is


class Piece(NamedTuple):
    """A run of text in one style."""

    text: str
    bold: bool = False
    linked: bool = False


@dataclass(slots=True)
class Gatherer:
    """Collects the pieces of text between two block boundaries."""

    pieces: list[Piece] = field(default_factory=list)
    _edges: int = 0  # inline elements that have begun or ended since the last character

    def add(self, text: str | None, bold: bool = False, linked: bool = False) -> None:
        if not text:
            return
        text = text.replace(_BREAK, " ")
        if self.pieces and _set_apart(self.pieces[-1], text, bold, self._edges):
            self.line_break()
            self.line_break()
        self._edges = 0
        self.pieces.append(Piece(text, bold, linked))

    def line_break(self) -> None:
        self.pieces.append(Piece(_BREAK))

    def edge(self) -> None:
        """An inline element begins or ends here."""
        self._edges += 1

    def take(self, one_line: bool) -> list[Line]:
        """The lines gathered so far; starts anew. `one_line`: a line break is only a space (headings)."""
        pieces, self.pieces, self._edges = self.pieces, [], 0
        if not any(not piece.text.isspace() for piece in pieces):
            return []
        if one_line:
            whole = _line([Piece(" ") if p.text == _BREAK else p for p in pieces])
            return [whole] if whole else []
        raw: list[list[Piece]] = [[]]
        for position, piece in enumerate(pieces):
            if piece.text == _BREAK:
                raw.append([])
            elif _begins_item(pieces, position):
                raw.append([piece])
            else:
                raw[-1].append(piece)
        return _joined(raw)


def _set_apart(before: Piece, text: str, bold: bool, edges: int) -> bool:
    """Whether style sheets set two texts apart that touch: no space between, and the second begins with a capital.

    `edges`: how many inline elements end or begin between them. "Java<b>Script</b>" has one and stays whole.
    """
    last = before.text[-1:]
    if not edges or not text[:1].isupper() or last.isspace():
        return False
    if last in ".!?:" or edges > 1:
        return last in ".!?:)%+" or (last.isalnum() and not last.isupper())
    return bold != before.bold and last.islower() and len(before.text[-40:].split()[-1]) > 2


def _begins_item(pieces: list[Piece], position: int) -> bool:
    """Whether a bold name with a colon begins here, after a full stop: names and descriptions in one paragraph."""
    piece = pieces[position]
    if not position or not piece.bold or pieces[position - 1].bold or word_count(piece.text) > _SHORT_LINE:
        return False
    after = pieces[position + 1].text.lstrip()[:1] if position + 1 < len(pieces) else ""
    has_colon = piece.text.rstrip().endswith(":") or after == ":"
    return has_colon and bool(_ENDS.search(pieces[position - 1].text.rstrip()[-4:]))


def _line(pieces: list[Piece]) -> Line | None:
    text = fold("".join(p.text for p in pieces))
    stripped = _BULLET.sub("", text)
    if not stripped:
        return None
    filled = [p for p in pieces if not p.text.isspace()]
    first_plain = next((i for i, p in enumerate(pieces) if not p.bold and not p.text.isspace()), len(pieces))
    lead = _BULLET.sub("", fold("".join(p.text for p in pieces[:first_plain])))
    if not stripped.startswith(lead):
        lead = ""
    return Line(
        stripped, lead, lead == stripped, all(p.linked for p in filled), any(p.linked for p in filled)
    )


def _joined(raw: list[list[Piece]]) -> list[Line]:
    """Lines, with those joined again that a line break cut in the middle of a sentence."""
    parts = [(part, fold("".join(p.text for p in part))) for part in raw]
    filled = [text for _, text in parts if text]
    listing = len(filled) >= 3 and all(word_count(text) <= _SHORT_LINE for text in filled)
    merged: list[list[Piece]] = []
    previous_text, blank_before = "", False
    for part, text in parts:
        if not text:
            blank_before = True
            continue
        starts_new = (
            not merged
            or listing
            or blank_before
            or bool(_ENDS.search(previous_text[-8:]))
            or bool(_STARTS.match(text))
            or _is_bold(merged[-1]) != _is_bold(part)
        )
        if starts_new:
            merged.append(list(part))
        else:
            merged[-1] += [Piece(" "), *part]
        previous_text, blank_before = text, False
    return [line for part in merged if (line := _line(part))]


def _is_bold(pieces: list[Piece]) -> bool:
    return all(p.bold for p in pieces if not p.text.isspace())
