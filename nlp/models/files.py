"""Where the model files are, and proof that they are the ones Visionfit was measured with."""
from __future__ import annotations

import hashlib
import importlib.util
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"

VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"


class ModelError(RuntimeError):
    """A model is not installed or not the one expected. The message says which file and what to do."""


def package_folder(package: str) -> Path | None:
    """The folder of an installed package, found without running any of its code."""
    spec = importlib.util.find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def verified(path: Path, expected: str) -> Path:
    """`path`, once its sha256 is the expected one.

    Raises ModelError where it is absent or differs.
    """
    if not path.is_file():
        raise ModelError(f"the model file {path.name} is not there: install Visionfit again with scripts/run")
    if sha256(path) != expected:
        raise ModelError(f"the model file {path} is not the one expected (its sha256 differs): install Visionfit again")
    return path


def tree_sha256(folder: Path) -> str:
    """One sha256 over the names and bytes of all files below `folder`, Python files and caches left out."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix not in {".py", ".pyc"}):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + sha256(path).encode() + b"\n")
    return digest.hexdigest()


@cache
def vocabulary_file() -> Path:
    """MiniLM's WordPiece vocabulary, verified."""
    return verified(DATA / "minilm-vocab.txt", VOCABULARY_SHA256)
