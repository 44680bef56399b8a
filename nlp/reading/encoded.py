"""What the statement encoder says of every sentence of the documents, looked up by block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from nlp.models import Models
from nlp.models.pipeline import split_sentences
from nlp.models.statement_encoder import OUTPUTS, Passage
from nlp.page import Document

Predict = Callable[[Document, Sequence[Passage]], np.ndarray]


class Encoded:
    """Probabilities of OUTPUTS for each sentence of each block.

    `predict` takes the place of the shipped encoder (evaluation asks one that has not seen the company).
    """

    def __init__(self, documents: Sequence[Document], models: Models, predict: Predict | None = None) -> None:
        self._rows: dict[tuple[int, int], list[tuple[str, np.ndarray]]] = defaultdict(list)
        for number, document in enumerate(documents):
            passages, orders = [], []
            for block in document.blocks:
                for span in split_sentences(models.pipeline, block.text):
                    passages.append(Passage(block.role, block.headings, span.text.strip()))
                    orders.append(block.order)
            if not passages:
                continue
            if predict:
                predicted = predict(document, passages)
            else:
                predicted = models.statement_encoder.predict(document.kind, passages)
            for order, passage, row in zip(orders, passages, predicted, strict=True):
                self._rows[number, order].append((passage.text, row))

    def of(self, document: int, block: int, text: str) -> np.ndarray:
        """The likeliest of each output over the sentences of the block that hold `text` or stand in it: (7,).

        A candidate is a sentence without its label, and the name of a value a part of one, or several.
        """
        rows = self._rows[document, block]
        held = [row for sentence, row in rows if text in sentence or sentence in text] or [row for _, row in rows]
        return np.asarray(np.max(held, axis=0)) if held else np.zeros(len(OUTPUTS))
