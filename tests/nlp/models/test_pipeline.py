"""spaCy's pipeline as it is loaded."""
from __future__ import annotations

from typing import Any

from nlp.models import models
from nlp.models.lean import spacy
from nlp.models.pipeline import _folder


def test_the_tokenizer_is_the_model_s_own() -> None:
    """It is made without rules, for loading to fill."""
    own: Any = spacy.load(_folder(), exclude=["ner", "senter", "parser", "tagger", "tok2vec", "lemmatizer"])
    loaded: Any = models().pipeline
    assert loaded.tokenizer.to_bytes(exclude=["vocab"]) == own.tokenizer.to_bytes(exclude=["vocab"])


def test_contractions_and_addresses_are_taken_apart_as_ever() -> None:
    tokens = [token.text for token in models().pipeline.make_doc("We can't e-mail O'Neil's yard (yard.example).")]
    assert tokens == ["We", "ca", "n't", "e", "-", "mail", "O'Neil", "'s", "yard", "(", "yard.example", ")", "."]
