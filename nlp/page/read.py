"""Page -> Document."""
from __future__ import annotations

import hashlib
from dataclasses import replace

from lxml import html
from readability import Document as Readability

from nlp.contract import Page
from nlp.page.assembly import EXCERPT, Assembly
from nlp.page.document import Block, Document, Removal, Role
from nlp.page.kind import page_kind
from nlp.page.language import language_of
from nlp.page.metadata import metadata
from nlp.page.parse import PageError, parse
from nlp.page.text import fold, text_of, word_count
from nlp.page.walk import walk

_ARTICLE_WORDS = 400  # below this readability has too little to choose from
_PROBE = 40  # characters of a block that are looked for in the article


def read_page(page: Page) -> Document:
    """Read one page; where the user has selected a part of it, only that part.

    Raises PageError (empty_page, not_html, too_large).
    """
    selection = page.selection if page.selection and page.selection.strip() else None
    try:
        parsed = parse(page.html)
    except PageError:
        if selection is None:
            raise
        parsed = parse("<html></html>")  # the selection is all that is needed
    meta = metadata(parsed.tree)
    title = fold(page.title or "") or meta.title
    heading = next((text_of(h) for h in parsed.tree.iter("h1")), "")
    kind = page_kind(page.url, title, heading)
    blocks: tuple[Block, ...]
    removed: tuple[Removal, ...]
    if selection is not None:
        blocks, removed, coverage = _selected(selection), (), 1.0
    else:
        walked = walk(parsed, kind)
        if kind == "other" and meta.og_type == "article" and walked.kept_words >= _ARTICLE_WORDS:
            _keep_article(walked, page.html)
        blocks, removed = tuple(walked.blocks), tuple(walked.removed)
        of_content = parsed.measures[parsed.body].words - walked.furniture_words
        expected = max(walked.kept_words, of_content) + parsed.lost_words
        coverage = walked.kept_words / expected if expected else 0.0
    return Document(
        url=page.url,
        title=title,
        description=meta.description,
        site_name=meta.site_name,
        kind=kind,
        language=language_of(" ".join(block.text for block in blocks), meta.language),
        sha256=hashlib.sha256(page.html.encode("utf-8", "surrogatepass")).hexdigest(),
        blocks=blocks,
        removed=removed,
        coverage=coverage,
    )


def _keep_article(walked: Assembly, source: str) -> None:
    """Leave out what readability takes to be outside the article, unless that is most of the page."""
    article = text_of(html.fromstring(Readability(source).summary(html_partial=True)))
    inside: list[Block] = []
    outside: list[Block] = []
    for block in walked.blocks:
        kept = block.role is Role.HEADING or block.text[:_PROBE] in article
        (inside if kept else outside).append(block)
    words = sum(word_count(block.text) for block in inside)
    if words <= walked.kept_words / 2:
        return
    walked.removed += [Removal(b.path, "outside the article", b.text[:EXCERPT]) for b in outside]
    walked.blocks = [replace(block, order=order) for order, block in enumerate(inside)]
    walked.kept_words = words


def _selected(selection: str) -> tuple[Block, ...]:
    """The user's own selection: each line a block, short lines without a full stop as labels of what follows."""
    blocks: list[Block] = []
    label: tuple[str, ...] = ()
    for line in map(fold, selection.splitlines()):
        if not line:
            continue
        is_label = word_count(line) <= 6 and not line.endswith((".", "!", "?", ";", ","))
        role = Role.LABEL if is_label else Role.PARAGRAPH
        blocks.append(Block(line, role, () if is_label else label, 0, "selection", -1, -1, "", len(blocks), False))
        if is_label:
            label = (line,)
    return tuple(blocks)
