"""Documents -> Reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlp.contract import Notice, PageInfo, Reading, Sentence
from nlp.models import Models
from nlp.page import Block, Document
from nlp.page.text import word_count
from nlp.reading.candidates import Candidate, candidates
from nlp.reading.company import company_of
from nlp.reading.encoded import Encoded
from nlp.reading.scores import statement_scores, value_scores
from nlp.reading.statements import choose_statements
from nlp.reading.value_items import value_items
from nlp.reading.values import choose_values

THIN_WORDS = 60
LOW_COVERAGE = 0.5
MOST_WORDS = 20_000  # of one page: five times the longest of the labelled ones, and some seconds of reading


def read_company(documents: Sequence[Document], *, read_at: str, models: Models) -> Reading:
    """All that the pages of one company state. Pages in another language than English are named and left out."""
    english = [d for d in documents if d.language in ("en", "und")]
    company = company_of(documents)
    read = [_beginning(document) for document in english]
    encoded = Encoded(read, models)
    found = candidates(read, models.pipeline)
    scores = statement_scores(found, read, company.name, encoded)
    items = value_items(read)
    statements = choose_statements(found, scores, read)
    values = choose_values(items, value_scores(items, read, encoded), read)
    weights = 1 - (1 - scores["mission"]) * (1 - scores["vision"]) * (1 - scores["commitment"])
    return Reading(
        company=company,
        pages=[
            PageInfo(url=d.url, title=d.title, kind=d.kind, language=d.language, sha256=d.sha256, read_at=read_at)
            for d in documents
        ],
        texts=[d.text for d in documents],
        statements=statements,
        values=values,
        sentences=_sentences(found, weights.tolist(), read),
        notices=_notices(documents, english, bool(statements or values)),
    )


def _beginning(document: Document) -> Document:
    """The document, or where it is far too long its first MOST_WORDS words."""
    room, kept = MOST_WORDS, list[Block]()
    for block in document.blocks:
        words = block.text.split(" ")
        if len(words) > room:
            cut = [replace(block, text=" ".join(words[:room]))] if room else []
            return replace(document, blocks=(*kept, *cut))
        kept.append(block)
        room -= len(words)
    return document


def _sentences(found: Sequence[Candidate], weights: Sequence[float], documents: Sequence[Document]) -> list[Sentence]:
    """Every content sentence once, with the best of its weights."""
    best: dict[str, Sentence] = {}
    for candidate, weight in zip(found, weights, strict=True):
        known = best.get(candidate.text)
        if known is None or weight > known.weight:
            document = documents[candidate.document]
            best[candidate.text] = Sentence(
                text=candidate.text, heading=candidate.heading or None, url=document.url, page_kind=document.kind,
                weight=round(min(1.0, weight), 3),
            )  # fmt: skip
    return list(best.values())


def _notices(documents: Sequence[Document], english: Sequence[Document], anything: bool) -> list[Notice]:
    notices = []
    for document in documents:
        name = document.title or document.url or "A page"
        if document not in english:
            notices.append(
                Notice(code="not_english", text=f"“{name}” is not in English ({document.language}); it was not read.")
            )
            continue
        if _beginning(document) is not document:
            notices.append(
                Notice(code="long_page", text=f"“{name}” is very long; its first {MOST_WORDS:,} words were read.")
            )
        if document.coverage < LOW_COVERAGE:
            notices.append(
                Notice(
                    code="low_coverage",
                    text=f"Only {document.coverage:.0%} of the text of “{name}” was taken for content; "
                    "mark the part that matters and read your selection.",
                )
            )
    if english and sum(word_count(d.text) for d in english) < THIN_WORDS:
        notices.append(
            Notice(code="thin_text", text="The pages hold very little text; a page that says more may help.")
        )
    if not anything:
        notices.append(Notice(code="nothing_found", text="The pages state no mission, vision, values or commitments."))
    return notices
