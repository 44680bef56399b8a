"""The spaCy pipeline and the sentence embedder: found, verified by hash, loaded once a process."""
from nlp.models.files import ModelError
from nlp.models.instances import Models, models

__all__ = ["ModelError", "Models", "models"]
