"""Value items -> a table of their lists: a list is the company's values as a whole, or it is not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nlp.models.statement_encoder import OUTPUTS
from nlp.reading.judges import logit
from nlp.reading.value_features import NAMES as ITEM_NAMES
from nlp.reading.value_items import Item

NAMES: tuple[str, ...] = (
    *(f"mean:{name}" for name in ITEM_NAMES),
    *(f"{how}-encoder:{output}" for how in ("mean", "most", "least") for output in OUTPUTS),
    "items",
)


def value_list_table(items: Sequence[Item], table: np.ndarray, encoded: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Features of the lists the items stand in, and which list each item is of.

    `table`: the items' own features, shape (items, item columns). `encoded`: the encoder's probabilities for each
    item's sentence, shape (items, OUTPUTS). Returns shapes (lists, len(NAMES)), float32, and (items,).
    """
    numbers = {group: number for number, group in enumerate(dict.fromkeys(item.group for item in items))}
    member = np.array([numbers[item.group] for item in items], dtype=np.int64)
    said = logit(encoded)
    rows = []
    for number in range(len(numbers)):
        inside = member == number
        of_list = said[inside]
        rows.append(
            [*table[inside].mean(0), *of_list.mean(0), *of_list.max(0), *of_list.min(0), np.count_nonzero(inside)]
        )
    return np.asarray(rows, dtype=np.float32).reshape(len(rows), len(NAMES)), member
