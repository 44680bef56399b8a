"""One instance of each model a process, loaded when first used."""
from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from nlp.models import files

if TYPE_CHECKING:
    from spacy.language import Language

    from nlp.models.embedder import Embedder
    from nlp.models.statement_encoder import StatementEncoder


class Models:
    """The models. Importing this costs nothing; the first use of each loads it (about 1 s and 0.4 s)."""

    @cached_property
    def pipeline(self) -> Language:
        """spaCy's small English pipeline with Visionfit's own components (see pipeline.py)."""
        from nlp.models.pipeline import load_pipeline

        return load_pipeline()

    @cached_property
    def embedder(self) -> Embedder:
        from nlp.models.embedder import Embedder

        return Embedder(files.embedder_file(), files.vocabulary_file())

    @cached_property
    def statement_encoder(self) -> StatementEncoder:
        from nlp.models.statement_encoder import load_statement_encoder

        return load_statement_encoder()

    def load(self) -> None:
        """Load everything now. Raises ModelError when a model is absent or altered."""
        _ = self.pipeline, self.embedder, self.statement_encoder


@cache
def models() -> Models:
    """The process's own Models."""
    return Models()
