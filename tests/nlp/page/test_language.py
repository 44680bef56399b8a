"""The language of a page."""
from __future__ import annotations

import pytest

from nlp.page.language import language_of

ENGLISH = "We keep wooden boats on the water, as our parents did before us, and we teach all who wish to learn. " * 3
GERMAN = "Wir halten hölzerne Boote auf dem Wasser, wie es unsere Eltern taten, und lehren alle, die wollen. " * 3
SPANISH = "Mantenemos a flote los barcos de madera, como nuestros padres, y enseñamos a quien quiera aprender. " * 3


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (GERMAN, "de"), (SPANISH, "es")])
def test_long_texts_are_told_whatever_the_page_declares(text: str, code: str) -> None:
    assert language_of(text, "fr") == code


@pytest.mark.parametrize(
    ("declared", "code"), [("de-AT", "de"), ("EN_us", "en"), ("", "und"), ("klingon", "und"), ("1x", "und")]
)
def test_short_texts_have_the_declared_language(declared: str, code: str) -> None:
    assert language_of("Our values", declared) == code
