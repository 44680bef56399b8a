"""lemminflect's dictionaries, read a word at a time.

lemminflect parses its two tables whole when the first word is asked for: a second and a half, and 60 MB, of which a
brief needs a few hundred words. Here the lines stay text and a line is parsed, by lemminflect's own code, when its
word is asked for.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from nlp.models import lean  # noqa: F401  # before lemminflect, which imports spaCy

# isort: split
from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec
from lemminflect.core.Inflections import Inflections
from lemminflect.core.Lemmatizer import Lemmatizer
from lemminflect.core.LexicalUtils import categoryToUPos

Entry = dict[str, tuple[str, ...]]


class Table:
    """A table of `word,category,forms` lines as the mapping from words to entries that lemminflect looks into."""

    def __init__(self, path: Path, parse: Callable[[str], Entry], fixed: dict[str, Entry]) -> None:
        self._lines = sorted(gzip.decompress(path.read_bytes()).decode().splitlines())
        self._parse, self._fixed = parse, fixed

    def get(self, word: str, default: Entry) -> Entry:
        """What the table has of `word`, of all its categories together."""
        if word in self._fixed:
            return self._fixed[word]
        start = word + ","
        place = bisect_left(self._lines, start)
        entry: Entry = {}
        while place < len(self._lines) and self._lines[place].startswith(start):
            entry |= self._parse(self._lines[place])
            place += 1
        return entry or default


def _lemmas(line: str) -> Entry:
    _, category, forms = LemmaLUCodec.fromString(line)
    return {categoryToUPos(category): forms}


def _inflections(line: str) -> Entry:
    return dict(InflectionLUCodec.fromString(line)[2])


@cache
def _lemmatizer() -> Any:
    lemmatizer = Lemmatizer()
    lemmatizer.lemma_dict = Table(Path(lemmatizer.lemma_lu_fn), _lemmas, {})
    return lemmatizer


@cache
def _inflector() -> Any:
    inflector = Inflections()
    inflector.infl_dict = Table(Path(inflector.infl_lu_fn), _inflections, InflectionLUCodec.updateForAuxMod({}))
    return inflector


def all_lemmas(word: str, kind: str | None = None) -> Entry:
    """Kind (VERB, NOUN, ADJ, ADV, AUX) -> lemmas of `word`; empty where the dictionary lacks it."""
    return dict(_lemmatizer().getAllLemmas(word, kind))


def inflection(lemma: str, tag: str) -> tuple[str, ...]:
    """Spellings of `lemma` in the form of the Penn tag, by rule where the dictionary lacks it."""
    return tuple(_inflector().getInflection(lemma, tag))
