"""How far a framed quote speaks to a wish: 0 not, 1 loosely, 2 so that a listener sees at once why it matters.

A ridge regression (Hoerl & Kennard 1970) on pairs of a wish and a framed quote that readers marked so
(scripts/training/quotes.py; docs/quality.md has what it reaches on companies and wishes left out).
"""
from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Span

from nlp.contract import Statement, Value
from nlp.matching.evidence import evidence
from nlp.matching.wishes import theme_shares
from nlp.models import Models
from nlp.phrasing.company.cuts import Form
from nlp.phrasing.company.frames import Frame, is_mention
from nlp.phrasing.company.quotes import Quote
from nlp.phrasing.company.said import weights
from nlp.phrasing.company.scores import content_lemmas
from nlp.phrasing.company.sources import parsed
from nlp.phrasing.themes import OUTSIDERS

WHOLE = 300  # characters of what is said
SAID_OF_ALL = frozenset("people person work job company good way thing".split())  # sharing these links nothing
SAID, WHOLE_LINE = 0.3, 1.0  # weights, beside the link, of how well a pair is said and of how well its whole line carries the wish
COMMON, LABEL, SHORT = 1.9, 0.7, 0.2  # price of what many companies say, of a value's bare name, of two or three words
MENTION = 1.1  # of "you write about …"
OF_FRAME = {  # "you say that every loom …", "your weavers …", "you say that “every loom …”"
    "lead.say": 0.45, "lead.part": 0.25, "mention.write_that": -0.5, "mention.say_that": -0.5,
}
FEATURES = ("heard_carries", "whole_carries", "heard_theme", "whole_theme", "heard_words", "whole_words", "wish_outward", "quote_outward",
            "name", "noun", "growth", "mission", "vision")


def text_of(item: Statement | Value) -> str:
    if isinstance(item, Statement):
        return item.text
    return f"{item.name}. {item.description}" if item.description else item.name


def _heard(quote: Quote, frame: Frame) -> str:
    """The company's words that a listener hears: the quote and, where they are the page's own, those that lead up to it."""
    return f"{frame.before} {quote.text}" if frame.id.startswith("lead.") else quote.text


class Offered:
    """The framed quotes of one piece of evidence, with all of their link that no wish changes."""

    def __init__(self, item: Statement | Value, quotes: Sequence[Quote], models: Models) -> None:
        """`pairs` are all quotes in all their frames; `said` how well each is said, shape (n,)."""
        self.text = text_of(item)
        self.pairs = [(quote, frame) for quote in quotes for frame in quote.frames]
        self.said = np.array([value for quote in quotes for value in quote.said])
        self._price = np.array([_price(quote, frame) for quote, frame in self.pairs])
        self._models = models
        heard = [_heard(q, f) for q, f in self.pairs]
        texts = [*heard, self.text[:WHOLE]]
        self._vectors = models.embedder.encode(texts)
        self._themes = evidence(texts, self._vectors)
        self._words = [_linking(q.source.sentence.doc[q.cut.start : q.cut.end]) for q, _ in self.pairs]
        self._whole_words = _linking(parsed(self.text[:WHOLE], models.pipeline)[:])
        kind = item.kind if isinstance(item, Statement) else "value"
        self._fixed = np.array([
            [bool(OUTSIDERS.search(q.text)), q.cut.form is Form.NAME, q.cut.form is Form.NOUN, kind == "growth", kind == "mission",
             kind == "vision"] for q, _ in self.pairs
        ], float).reshape(-1, 6)

    def features(self, wish: str) -> np.ndarray:
        """FEATURES for every pair, shape (n, len(FEATURES))."""
        vector = self._models.embedder.encode([wish])
        shares, _ = theme_shares([wish], vector, self._models)
        carries, themes = self._vectors @ vector[0], self._themes @ shares[0]
        wished = _linking(parsed(wish, self._models.pipeline)[:])
        n, among = len(self.pairs), max(1, len(wished))
        columns = [carries[:n], np.full(n, carries[n]), themes[:n], np.full(n, themes[n]),
                   np.array([len(wished & words) / among for words in self._words]), np.full(n, len(wished & self._whole_words) / among),
                   np.full(n, float(bool(OUTSIDERS.search(wish)))), *self._fixed.T]
        return np.column_stack(columns)

    def link(self, wish: str) -> np.ndarray:
        """What a reader would give every pair for `wish`: about 0 to 2, shape (n,)."""
        if not self.pairs:
            return np.zeros(0)
        weight = weights("link")
        return np.asarray(self.features(wish) @ np.array([weight[name] for name in FEATURES]) + weight["constant"])

    def worth(self, wish: str, link: np.ndarray) -> np.ndarray:
        """How much a judge of whole phrases would think of each pair with this `link` to `wish`: about -1 to 3, shape (n,).

        Regressions on phrases that readers judged blind: the price of what many say on 411, those of frames on 733, the weight of the
        whole line on 615 (with it r 0.30, without 0.27). The readers of single quotes let pass what any firm says; judges of phrases do not.
        """
        carries = float(self._vectors[-1] @ self._models.embedder.encode([wish])[0])
        return np.asarray(link + SAID * self.said + WHOLE_LINE * carries - self._price)


def _price(quote: Quote, frame: Frame) -> float:
    """What judges of whole phrases thought less of a quote and its frame than readers of single quotes do."""
    of_quote = COMMON * quote.genericness + LABEL * (quote.cut.form is Form.NAME) + SHORT * (quote.cut.words <= 3)
    return of_quote + MENTION * is_mention(frame) + OF_FRAME.get(frame.id, 0.0)


def _linking(words: Span) -> set[str]:
    """The words that link a quote to a wish when both have them."""
    return set(content_lemmas(words.doc, words.start, words.end)) - SAID_OF_ALL
