"""Value items -> a table of their lists: a list is the company's values as a whole, or it is not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nlp.models.statement_encoder import OUTPUTS
from nlp.reading.cues import EXACT_HEADINGS
from nlp.reading.judges import logit
from nlp.reading.value_features import NAMES as ITEM_NAMES
from nlp.reading.value_items import Item

NAMES: tuple[str, ...] = (
    *(f"mean:{name}" for name in ITEM_NAMES),
    *(f"{how}-encoder:{output}" for how in ("mean", "most", "least") for output in OUTPUTS),
    "items",
)


_VALUES = EXACT_HEADINGS["values"]
_NAMING = frozenset({"heading", "label", "lead", "colon"})  # forms that set a name apart from what is said of it
MOST_LISTED = 12
MOST_WORDS = 8  # a name's, on the average of its list


def under_values(items: Sequence[Item]) -> np.ndarray:
    """Whether each item stands in a list right under a heading that says values and nothing else: bool, (items,)."""
    lists: dict[tuple[object, ...], list[int]] = {}
    for number, item in enumerate(items):
        lists.setdefault(item.group, []).append(number)
    told = np.zeros(len(items), bool)
    for members in lists.values():
        first = items[members[0]]
        above = first.headings[-2:] if first.form in _NAMING else first.headings[-1:] if first.form == "item" else ()
        words = sum(len(items[number].name.split()) for number in members)
        if 2 <= len(members) <= MOST_LISTED and words <= MOST_WORDS * len(members):
            told[members] = any(_VALUES.search(heading.lower()) for heading in above)
    return told


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
