"""Sentences that say themselves what they are."""
from __future__ import annotations

import pytest

from nlp.reading.declared import declarations


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("We exist to keep the coast fed.", "mission"),
        ("Harrow & Finch exists to mend what others throw away.", "mission"),
        ("At Harrow & Finch, our mission is to mend what others throw away.", "mission"),
        ("Harrow’s purpose is simple: to mend what others throw away.", "mission"),
        ("Our vision is a town without waste.", "vision"),
        ("Harrow envisions a town without waste.", "vision"),
        ("The purpose of this course is to teach welding.", None),
        ("Credit unions exist to serve their members.", None),
        ("Everyone here shares our mission.", None),
        ("Our mission is on the wall.", None),
        ("Our vision guides us.", None),
    ],
)
def test_who_declares_what(sentence: str, label: str | None) -> None:
    patterns = declarations("Harrow & Finch")
    assert [name for name, pattern in patterns.items() if pattern.search(sentence.lower())] == ([label] if label else [])


def test_without_a_name_only_we_and_our_declare() -> None:
    patterns = declarations("")
    assert patterns["mission"].search("we exist to keep the coast fed.")
    assert not patterns["mission"].search("harrow exists to keep the coast fed.")
