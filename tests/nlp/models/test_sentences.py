"""Sentences of texts of any length."""
from __future__ import annotations

from nlp.models import models
from nlp.models.pipeline import sentence_texts


def test_a_text_longer_than_spacy_reads_by_itself() -> None:
    assert sentence_texts(models().pipeline, "We mend. " + "Boat" * 260_000)[0] == "We mend."


def test_sentences_without_the_space_around_them() -> None:
    text = "We mend boats.  They said “We know.” Then Mr. Hale, e.g., left. • One"
    told = sentence_texts(models().pipeline, text)
    assert told == ("We mend boats.", "They said “We know.”", "Then Mr. Hale, e.g., left.", "• One")
