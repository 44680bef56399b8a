"""What the statement encoder says of every sentence of the documents, looked up by block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from nlp.models import Models
from nlp.models.pipeline import sentence_texts
from nlp.models.statement_encoder import OUTPUTS, Passage
from nlp.page import Document

Predict = Callable[[Document, Sequence[Passage]], np.ndarray]


class Encoded:
    """Probabilities of OUTPUTS for each sentence of each block.

    `predict` takes the place of the shipped encoder (evaluation asks one that has not seen the company).
    """

    def __init__(self, documents: Sequence[Document], models: Models, predict: Predict | None = None) -> None:
        self._passages: list[list[Passage]] = []
        self._orders: list[list[int]] = []
        for document in documents:
            sentences = [(b, text) for b in document.blocks for text in sentence_texts(models.pipeline, b.text)]
            self._passages.append([Passage(block.role, block.headings, text) for block, text in sentences])
            self._orders.append([block.order for block, _ in sentences])
        pages = list(zip(documents, self._passages, strict=True))
        self._predicted: Callable[[], list[np.ndarray]]
        if predict:
            predicted = [predict(document, passages) for document, passages in pages if passages]
            self._predicted = lambda: predicted
        else:  # in the background, until they are first asked for
            self._predicted = models.statement_encoder.begin([(d.kind, passages) for d, passages in pages if passages])

    @cached_property
    def _rows(self) -> dict[tuple[int, int], list[tuple[str, np.ndarray]]]:
        rows: dict[tuple[int, int], list[tuple[str, np.ndarray]]] = defaultdict(list)
        filled = [number for number, passages in enumerate(self._passages) if passages]
        for number, predicted in zip(filled, self._predicted(), strict=True):
            for order, passage, row in zip(self._orders[number], self._passages[number], predicted, strict=True):
                rows[number, order].append((passage.text, row))
        return rows

    def of(self, document: int, block: int, text: str) -> np.ndarray:
        """The likeliest of each output over the sentences of the block that hold `text` or stand in it: (7,).

        A candidate is a sentence without its label, and the name of a value a part of one, or several.
        """
        rows = self._rows[document, block]
        held = [row for sentence, row in rows if text in sentence or sentence in text] or [row for _, row in rows]
        return np.asarray(np.max(held, axis=0)) if held else np.zeros(len(OUTPUTS))
