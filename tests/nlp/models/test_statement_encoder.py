"""The statement encoder on a fictional company's page."""
from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nlp.models import ModelError, files
from nlp.models import statement_encoder as module
from nlp.models.statement_encoder import (
    CLASSES,
    OUTPUTS,
    WINDOW,
    Passage,
    StatementEncoder,
    Tokens,
    load_statement_encoder,
)

PAGE = [
    Passage("heading", (), "About Brindlecombe Looms"),
    Passage("heading", ("About Brindlecombe Looms",), "Our mission"),
    Passage(
        "paragraph",
        ("About Brindlecombe Looms", "Our mission"),
        "Our mission is to help every village school weave its own cloth and keep the craft alive.",
    ),
    Passage("heading", ("About Brindlecombe Looms",), "Our vision"),
    Passage(
        "paragraph",
        ("About Brindlecombe Looms", "Our vision"),
        "We see a world in which every child can make something with their own hands.",
    ),
    Passage("heading", ("About Brindlecombe Looms",), "Prices"),
    Passage(
        "paragraph", ("About Brindlecombe Looms", "Prices"), "A table loom costs 240 euros, delivery within ten days."
    ),
    Passage("heading", ("About Brindlecombe Looms",), "Careers"),
    Passage(
        "paragraph",
        ("About Brindlecombe Looms", "Careers"),
        "Every weaver has a training budget and a mentor, and we promote from within.",
    ),
]
MISSION, VISION, PRICE, GROWTH = 2, 4, 6, 8


@pytest.fixture(scope="module")
def encoder() -> StatementEncoder:
    return load_statement_encoder()


def column(name: str) -> int:
    return OUTPUTS.index(name)


def test_one_row_a_passage_and_classes_that_sum_to_one(encoder: StatementEncoder) -> None:
    result = encoder.predict("about", PAGE)
    assert result.shape == (len(PAGE), len(OUTPUTS))
    assert result.dtype == np.float32
    assert np.allclose(result[:, : len(CLASSES)].sum(axis=1), 1, atol=1e-4)
    assert ((result >= 0) & (result <= 1)).all()


def test_no_passage_no_row(encoder: StatementEncoder) -> None:
    assert encoder.predict("about", []).shape == (0, len(OUTPUTS))


def test_what_a_sentence_states_beats_what_a_price_states(encoder: StatementEncoder) -> None:
    result = encoder.predict("about", PAGE)
    for row, kind in ((MISSION, "mission"), (VISION, "vision"), (GROWTH, "growth")):
        assert result[row, column(kind)] > 0.5 > result[PRICE, column(kind)]
        assert result[row, : len(CLASSES)].argmax() == column(kind)
    assert result[PRICE, : len(CLASSES)].argmax() == column("none")


def test_the_same_page_gives_the_same_figures_whatever_the_workers(encoder: StatementEncoder) -> None:
    alone = StatementEncoder(files.DATA / module.FILE, files.vocabulary_file(), workers=1)
    long = PAGE * 20
    first = encoder.predict("about", long)
    encoder.predict("careers", PAGE)
    assert np.array_equal(first, encoder.predict("about", long))
    assert np.array_equal(first, alone.predict("about", long))


def test_every_passage_is_read_whole_in_exactly_one_window() -> None:
    tokens = Tokens(files.vocabulary_file())
    passages = PAGE * 9 + [Passage("paragraph", ("word " * 99,) * 5, "loom " * 500)] * 3
    windows = list(tokens.windows("other", passages))
    assert [i for window in windows for i in range(window.start, window.stop)] == list(range(len(passages)))
    for window in windows:
        assert len(window.ids) == len(window.types) <= WINDOW
        assert window.first <= window.start < window.stop <= window.first + len(window.spans)
        assert len(window.headings) == len(window.spans)
        assert all(0 <= start < end < len(window.ids) for start, end in window.spans + window.headings)


def test_a_cut_moved_by_training_keeps_every_passage() -> None:
    tokens = Tokens(files.vocabulary_file())
    moved = list(tokens.windows("about", PAGE * 9, first_room=WINDOW // 2))
    assert [i for window in moved for i in range(window.start, window.stop)] == list(range(len(PAGE) * 9))
    assert moved[0].stop < next(tokens.windows("about", PAGE * 9)).stop


def test_an_altered_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / module.FILE).write_bytes((files.DATA / module.FILE).read_bytes() + b"x")
    monkeypatch.setattr(files, "DATA", tmp_path)
    with pytest.raises(ModelError, match="sha256"):
        load_statement_encoder()


def test_pages_begun_together_read_as_each_alone(encoder: StatementEncoder) -> None:
    pages = [("about", PAGE), ("careers", []), ("careers", PAGE[5:])]
    together = encoder.begin(pages)()  # type: ignore[arg-type]
    assert [len(result) for result in together] == [len(PAGE), 0, len(PAGE) - 5]
    for (kind, passages), result in zip(pages, together, strict=True):
        assert np.array_equal(result, encoder.predict(kind, passages))  # type: ignore[arg-type]
