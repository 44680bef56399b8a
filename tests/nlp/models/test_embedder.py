"""The sentence embedder: the same vector of a text, whatever it is encoded with."""
from __future__ import annotations

import numpy as np
import pytest

from nlp.models import files
from nlp.models.embedder import DIMENSIONS, FILE, Embedder

TEXTS = [
    "Boats.", "Ropes.", "We mend boats.", "We teach knots.", "They dry nets.",
    "Every boat that comes into the harbour leaves it sound.",
    "Every net that comes into the harbour leaves it whole.",
    "We promise our apprentices a bench of their own, a mentor for two years and a share of what the yard earns.",
    *(f"Yard number {number} opens early." for number in range(10, 60)),
]  # fmt: skip


def embedder(workers: int) -> Embedder:
    return Embedder(files.DATA / FILE, files.vocabulary_file(), workers)


@pytest.fixture(scope="module")
def together() -> np.ndarray:
    return embedder(2).encode(TEXTS)


def test_a_unit_vector_for_each_text(together: np.ndarray) -> None:
    assert together.shape == (len(TEXTS), DIMENSIONS)
    assert together.dtype == np.float32
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-6)


def test_no_text_no_vector() -> None:
    assert embedder(1).encode([]).shape == (0, DIMENSIONS)


def test_a_text_has_the_same_bits_alone_as_among_others(together: np.ndarray) -> None:
    one = embedder(1)
    assert all((one.encode([text])[0] == vector).all() for text, vector in zip(TEXTS, together, strict=True))


def test_what_is_alike_stands_near(together: np.ndarray) -> None:
    mending = together[TEXTS.index("We mend boats.")]
    assert mending @ together[TEXTS.index("Boats.")] > mending @ together[TEXTS.index("We teach knots.")]


@pytest.mark.parametrize(
    ("wish", "carries", "other"),
    [
        ("Grow into leading people", "Most of our foremen began as apprentices here.", "Every boat that comes into the harbour leaves it sound."),
        ("Waste less", "Every worn rope is picked apart and spun again.", "Our harbour has the oldest lighthouse of the coast."),
        ("Speak up when something is wrong", "Whoever sees a fault may stop the line, the newest hand too.", "Learn more about our nets."),
    ],
)
def test_a_wish_is_near_what_carries_it_in_other_words(wish: str, carries: str, other: str) -> None:
    vectors = embedder(1).encode([wish, carries, other])
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.1


def test_a_text_given_twice_and_again_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    one = embedder(1)
    read: list[list[int]] = []
    run = one._run
    monkeypatch.setattr(one, "_run", lambda pieces: read.append(list(pieces)) or run(pieces))  # type: ignore[func-returns-value]
    first = one.encode(["Boats.", "Boats."])
    assert (first == one.encode(["Boats."])).all()
    assert len(read) == 1
