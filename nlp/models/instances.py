"""One instance of each model a process, loaded when first used."""
from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeVar

from nlp.models.memory import give_back

if TYPE_CHECKING:
    from spacy.language import Language

    from nlp.models.embedder import Embedder
    from nlp.models.statement_encoder import StatementEncoder

Loaded = TypeVar("Loaded")


class Models:
    """The models. Importing this costs nothing; the first use of each loads it (some 0.4 s)."""

    @cached_property
    def pipeline(self) -> Language:
        """spaCy's small English pipeline with Visionfit's own components (see pipeline.py)."""
        from nlp.models.pipeline import load_pipeline

        return _lean(load_pipeline())

    @cached_property
    def embedder(self) -> Embedder:
        return self._begun[0].result()

    @cached_property
    def statement_encoder(self) -> StatementEncoder:
        return self._begun[1].result()

    @cached_property
    def _begun(self) -> tuple[Future[Embedder], Future[StatementEncoder]]:
        """One after the other, since loading takes twice the memory; the larger first, while little else is there."""
        pool = ThreadPoolExecutor(1, thread_name_prefix="models")
        begun = pool.submit(_embedder), pool.submit(_statement_encoder)
        pool.shutdown(wait=False)
        return begun

    def begin(self) -> None:
        """Begin to load the networks beside whatever comes next; what is wrong with them is told at their first use."""
        _ = self._begun

    def load(self) -> None:
        """Load everything now. Raises ModelError when a model is absent or altered."""
        self.begin()
        _ = self.pipeline, self.embedder, self.statement_encoder


def _embedder() -> Embedder:
    from nlp.models.embedder import load_embedder

    return _lean(load_embedder())


def _statement_encoder() -> StatementEncoder:
    from nlp.models.statement_encoder import load_statement_encoder

    return _lean(load_statement_encoder())


def _lean(loaded: Loaded) -> Loaded:
    """What was loaded, without the memory that loading took beside it, some 20 MB each."""
    give_back()
    return loaded


@cache
def models() -> Models:
    """The process's own Models."""
    return Models()
