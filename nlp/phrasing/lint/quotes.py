"""Rule 1: quote, briefly and exactly."""
from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.phrasing import words as w
from nlp.phrasing.company.scores import genericness
from nlp.phrasing.lint.registry import Hit, rule
from nlp.phrasing.lint.text import Text, plain


@rule("quote_not_on_page", 1, "error", "Copy the words exactly as they stand on the page, or take the quotation marks away.")
def not_on_page(text: Text) -> Iterator[Hit]:
    if not text.page_texts:
        return
    for quote, start in text.quotes:
        if quote.strip() and not _stands(quote, text):
            yield f"“{quote}” does not stand on the company's pages.", (start, start + len(quote))


def _stands(quote: str, text: Text) -> bool:
    """Whether a page has these words in one line; a stop or comma of the user's own sentence may end them."""
    words = plain(quote.strip())
    return words in text.plain_page or words.rstrip(" .,;:!?") in text.plain_page


@rule("quote_unbalanced", 1, "error", "Each opening quotation mark needs its closing one.")
def unbalanced(text: Text) -> Iterator[Hit]:
    if text.raw.count("“") != text.raw.count("”") or text.raw.count('"') % 2:
        at = max(text.raw.rfind("“"), text.raw.rfind('"'), text.raw.rfind("”"))
        yield "A quotation mark has no partner.", (at, at + 1)


@rule("quote_empty", 1, "error", "Put the company's words between the marks, or remove them.")
def empty(text: Text) -> Iterator[Hit]:
    for quote, start in text.quotes:
        if not any(c.isalnum() for c in quote):
            yield "There is nothing between the quotation marks.", (max(0, start - 1), start + len(quote) + 1)


@rule("quote_length", 1, "warning", "Two to eight words are enough; say the rest in your own.")
def length(text: Text) -> Iterator[Hit]:
    for quote, start in text.quotes:
        n = w.count(quote)
        if n > 8:
            yield f"The quotation has {n} words.", (start, start + len(quote))
        elif n == 1:
            yield f"“{quote}” is a single word that any company could have.", (start, start + len(quote))


@rule("no_quote", 1, "warning", "Use two to eight of the company's own words, in quotation marks.")
def none(text: Text) -> Iterator[Hit]:
    if text.words and not text.quotes and text.page_texts:
        yield "None of the company's own words are quoted.", None


@rule("quote_common", 5, "warning", "Choose words that other companies do not have, or add a detail of this one.")
def common(text: Text) -> Iterator[Hit]:
    for quote, start in text.quotes:
        lemmas = [t.lemma_.lower() for t in text.models.pipeline(quote) if t.is_alpha and not t.is_stop]
        if quote.strip() and w.count(quote) <= 3 and genericness(lemmas) > 0.2:
            yield f"“{quote}” stands on many companies' pages.", (start, start + len(quote))


@rule("quote_with_we", 1, "warning", "Quote around “we” and “our”: in your mouth they would mean you.")
def with_we(text: Text) -> Iterator[Hit]:
    for quote, start in text.quotes:
        if re.search(r"\b(?:our|ours|us|ourselves)\b", quote, re.IGNORECASE):
            yield f"“{quote}” speaks of the company as “us”.", (start, start + len(quote))


@rule("copied_words", 1, "warning", "Put the company's words in quotation marks, or say it in your own.")
def copied(text: Text) -> Iterator[Hit]:
    """Seven or more words running that stand on a page, without quotation marks."""
    if not text.page_texts:
        return
    found = list(re.finditer(r"\S+", text.own))
    page = text.page_text.lower()
    i = 0
    while i + 7 <= len(found):
        span = (found[i].start(), found[i + 6].end())
        piece = w.fold(text.own[span[0]:span[1]]).lower()
        if w.count(piece) == 7 and piece in page and piece not in text.profile_text:
            yield f"“{piece} …” is the page's wording without quotation marks.", span
            i += 7
        else:
            i += 1


@rule("mostly_theirs", 0, "warning", "Shorten the quotation and say more of yourself.")
def mostly_theirs(text: Text) -> Iterator[Hit]:
    quoted = sum(w.count(q) for q, _ in text.quotes)
    if text.words >= 10 and quoted > 0.4 * text.words:
        yield f"{quoted} of {text.words} words are the company's.", None
