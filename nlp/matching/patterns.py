"""Word patterns as they stand in themes.json, made into regular expressions.

A pattern is a regular expression without back-slashes but for `\\w` and `\\d`. It begins and ends at a word
boundary; a space stands for any white space or hyphen, ` ?` for an optional one, and `*` after a letter or a
bracket for the rest of the word (`innovat*`).
"""
from __future__ import annotations

import re
from collections.abc import Sequence

NEVER = re.compile(r"(?!)")
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "\x19": "'", "–": "-", "—": "-", "\u00a0": " "})


def plain(text: str) -> str:
    """`text` with straight apostrophes and plain dashes: what the patterns are written for."""
    return text.translate(STRAIGHT)


def expression(pattern: str) -> str:
    """One pattern in the syntax of the `re` module, without its outer boundaries."""
    optional = "\x00"
    spaced = pattern.replace(" ?", optional).replace(" ", r"[\s\-]+").replace(optional, r"[\s\-]?")
    return spaced.replace("*", r"\w*")


def any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    """A case-insensitive expression that finds any of `patterns`; with none, one that finds nothing."""
    if not patterns:
        return NEVER
    return re.compile(rf"(?<!\w)(?:{'|'.join(f'(?:{expression(p)})' for p in patterns)})(?!\w)", re.IGNORECASE)
