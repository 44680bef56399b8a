"""The statement encoder: MiniLM fine-tuned to tell what each sentence of a company's page states, as int8 ONNX.

It reads a page as a reader does: sentences are classified in windows of running text, each seen with its neighbours
and under its headings (sequential sentence classification, Cohan et al. 2019). A sentence's vector is the mean over
its word pieces, beside that of its heading. scripts/training/encoder.py trains it.
"""
from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

from nlp.contract import PageKind
from nlp.models import files
from nlp.models.runtime import session

CLASSES = ("mission", "vision", "culture", "growth", "none")  # one of them: their probabilities sum to 1
VALUE_PARTS = ("name", "description")  # of a named value, independent of each other and of the classes
OUTPUTS = CLASSES + VALUE_PARTS

WINDOW = 192  # word pieces
CONTEXT = 32  # of them before, and after, the sentences a window is there for
MAX_PIECES = 96  # of one sentence
HEADINGS, HEADING_PIECES = 3, 14

_CLS, _SEP = 101, 102
_NO_HEADING = (0, 2)  # [CLS] and the page's kind
# MiniLM's vocabulary has unused entries 1-99: each role has one, set before its sentences.
_ROLES = {
    role: 1 + i for i, role in enumerate(("heading", "label", "paragraph", "item", "cell", "quote", "alt", "meta"))
}

FILE = "statement-encoder.onnx"
SHA256 = "ad70de9953dd548cdd3de56c3bb8c9f8b536b142c5597928eb7d5fe68ff85600"


class Passage(NamedTuple):
    """A sentence of a page: the role of its block, the headings above it (outermost first), its text."""

    role: str
    headings: Sequence[str]
    text: str


@dataclass(frozen=True, slots=True)
class Window:
    """A run of passages as the network reads it: a prefix (page kind, headings), then the passages.

    `spans[k]` is where the pieces of passage first + k stand (start, end), `headings[k]` where those of its heading.
    Passages `start` to `stop` are what the window is there for; those around them are context.
    """

    ids: list[int]
    types: list[int]
    spans: list[tuple[int, int]]
    headings: list[tuple[int, int]]
    first: int
    start: int
    stop: int


class Tokens:
    """Word pieces of passages, and the windows they are read in. Training and reading share it."""

    def __init__(self, vocabulary: Path) -> None:
        self._tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)

    def windows(
        self, page_kind: PageKind, passages: Sequence[Passage], *, first_room: int = WINDOW
    ) -> Iterator[Window]:
        """Windows over the passages of one page in reading order; every passage is the target of exactly one.

        `first_room` shortens the first window, so that training sees the same page cut in other places.
        """
        units = [[_ROLES[p.role], *self._pieces(p.text, MAX_PIECES)] for p in passages]
        lengths = [len(unit) for unit in units]
        start = 0
        while start < len(units):
            prefix = self._prefix(page_kind, passages[start].headings)
            room = min(first_room if start == 0 else WINDOW, WINDOW - len(prefix) - 1)
            first = start
            while first > 0 and sum(lengths[first - 1 : start]) <= CONTEXT:
                first -= 1
            room -= sum(lengths[first:start])
            stop = start
            while stop < len(units) and (
                stop == start or lengths[stop] <= room - (CONTEXT if stop < len(units) - 1 else 0)
            ):
                room -= lengths[stop]
                stop += 1
            last = stop
            while last < len(units) and lengths[last] <= room:
                room -= lengths[last]
                last += 1
            ids, spans = list(prefix), []
            for unit in units[first:last]:
                spans.append((len(ids), len(ids) + len(unit)))
                ids += unit
            ids.append(_SEP)
            types = [0] * len(prefix) + [1] * (len(ids) - len(prefix))
            in_prefix = self._heading_in_prefix(len(prefix), passages[start].headings)
            headings = list(_headings(passages[first:last], spans, in_prefix))
            yield Window(ids, types, spans, headings, first, start, stop)
            start = stop

    def _heading_in_prefix(self, length: int, headings: Sequence[str]) -> tuple[int, int]:
        count = len(self._pieces(headings[-1], HEADING_PIECES)) if headings else 0
        return (length - 1 - count, length - 1) if count else (0, length)

    def _prefix(self, page_kind: PageKind, headings: Sequence[str]) -> list[int]:
        ids = [_CLS, *self._pieces("page" if page_kind == "other" else page_kind, 4)]
        for heading in headings[-HEADINGS:]:
            ids += [_SEP, *self._pieces(heading, HEADING_PIECES)]
        return [*ids, _SEP]

    def _pieces(self, text: str, count: int) -> list[int]:
        ids: list[int] = self._tokenizer.encode(text, add_special_tokens=False).ids
        return ids[:count]


def _headings(
    passages: Sequence[Passage], spans: Sequence[tuple[int, int]], in_prefix: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Where each passage's heading stands: in the window if it is there, else the one the prefix ends with."""
    seen: dict[str, tuple[int, int]] = {}
    for passage, span in zip(passages, spans, strict=True):
        yield seen.get(passage.headings[-1], in_prefix) if passage.headings else _NO_HEADING
        if passage.role in ("heading", "label"):
            seen[passage.text] = span


class StatementEncoder:
    """Probabilities of OUTPUTS for each sentence of a page.

    Each window runs alone, so that the same page always gives the same figures (see nlp/models/embedder.py).
    """

    def __init__(self, model: Path, vocabulary: Path, workers: int | None = None) -> None:
        self._session = session(model)
        self._tokens = Tokens(vocabulary)
        self._workers = workers or min(4, os.cpu_count() or 1)

    def predict(self, page_kind: PageKind, passages: Sequence[Passage]) -> np.ndarray:
        """float32, shape (len(passages), len(OUTPUTS)), for all passages of one page in reading order.

        Leave out no heading or label: a sentence is judged by what stands before it.
        """
        return self.begin([(page_kind, passages)])()[0]

    def begin(self, pages: Sequence[tuple[PageKind, Sequence[Passage]]]) -> Callable[[], list[np.ndarray]]:
        """Begin to predict several pages in the background; calling the result waits for them all.

        The network runs outside Python's lock, so that features are computed meanwhile.
        """
        read = [list(self._tokens.windows(kind, passages)) for kind, passages in pages]
        pool = ThreadPoolExecutor(self._workers, thread_name_prefix="statement-encoder")
        running = [[pool.submit(self._run, window) for window in windows] for windows in read]
        pool.shutdown(wait=False)

        def wait() -> list[np.ndarray]:
            results = []
            for (_, passages), windows, outputs in zip(pages, read, running, strict=True):
                result = np.zeros((len(passages), len(OUTPUTS)), np.float32)
                for window, output in zip(windows, outputs, strict=True):
                    targets = slice(window.start - window.first, window.stop - window.first)
                    result[window.start : window.stop] = output.result()[targets]
                results.append(result)
            return results

        return wait

    def _run(self, window: Window) -> np.ndarray:
        output: np.ndarray = self._session.run(
            ["probabilities"],
            {
                "input_ids": np.array([window.ids], np.int64),
                "token_type_ids": np.array([window.types], np.int64),
                "pooling": pooling(window.spans, len(window.ids)),
                "heading_pooling": pooling(window.headings, len(window.ids)),
            },
        )[0]
        return output


def pooling(spans: Sequence[tuple[int, int]], pieces: int) -> np.ndarray:
    """The matrix that takes word-piece vectors to the mean over each span: float32, (len(spans), pieces)."""
    matrix = np.zeros((len(spans), pieces), np.float32)
    for row, (start, end) in enumerate(spans):
        matrix[row, start:end] = 1 / (end - start)
    return matrix


def load_statement_encoder() -> StatementEncoder:
    """The encoder in nlp/data, verified by hash. Raises files.ModelError."""
    return StatementEncoder(files.verified(files.DATA / FILE, SHA256), files.vocabulary_file())
