"""lemminflect's dictionaries, read a word at a time: nothing is lost by it."""
from __future__ import annotations

import subprocess
import sys

from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec

from nlp.models import lexicon


def test_every_word_has_the_entry_it_has_in_the_whole_table() -> None:
    for ours, whole in (
        (lexicon._lemmatizer().lemma_dict, LemmaLUCodec.load(lexicon._lemmatizer().lemma_lu_fn)),
        (lexicon._inflector().infl_dict, InflectionLUCodec.load(lexicon._inflector().infl_lu_fn)),
    ):
        assert len(whole) > 30_000
        wrong = [word for word, entry in whole.items() if list(ours.get(word, {}).items()) != list(entry.items())]
        assert wrong == []
        assert ours.get("brindlecombe", {}) == {}


def test_forms() -> None:
    assert lexicon.all_lemmas("led", "VERB") == {"VERB": ("lead",)}
    assert set(lexicon.all_lemmas("growing")) >= {"VERB"}
    assert lexicon.all_lemmas("brindlecombe") == {}
    assert lexicon.inflection("lead", "VBD") == ("led",)
    assert lexicon.inflection("can", "VBD") == ("could",)
    assert lexicon.inflection("brindle", "VBG") == ("brindling",)  # by rule


def test_spacy_comes_without_its_command_line_and_the_command_line_when_asked_for() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, nlp.brief, nlp.models.lexicon; print('spacy' in sys.modules, 'spacy.cli' in sys.modules);"
         "import spacy.cli; print(callable(spacy.cli.info))"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.split() == ["True", "False", "True"]
