"""The quotes that one piece of evidence offers for one aspiration, best first, each with its frames."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from spacy.language import Language
from spacy.tokens import Span

from nlp.contract import Reading, Statement, Value
from nlp.matching.evidence import evidence
from nlp.matching.others import NONE, Others
from nlp.matching.wishes import theme_shares
from nlp.models import Models
from nlp.phrasing import words as w
from nlp.phrasing.company.cuts import FORBIDDEN, Cut, Form, cuts
from nlp.phrasing.company.frames import Frame, frames
from nlp.phrasing.company.scores import content_lemmas, genericness, quality
from nlp.phrasing.company.sources import Source, parsed, sources
from nlp.phrasing.company.whole import FIRST_PERSON, SECOND_PERSON
from nlp.phrasing.person.forms import is_person_noun
from nlp.phrasing.verbs import is_base

LEAST_QUALITY = -0.3  # what everybody says is taken where it is just what was wished for (suggest.LEAST_WORTH)
NEAR_WEIGHT, NEAR_FLOOR, NEAR_SPAN = 0.6, 0.15, 0.5
MOST_OF_ENTRY = 8
SAID, LONG_ENOUGH = 300, 7  # characters of what is said; words of a quote beyond which length adds nothing
PRONOUNS = FIRST_PERSON | SECOND_PERSON
LED = frozenset({"lead.company", "lead.part", "lead.staff", "lead.imagine"})  # frames in the page's own words
SAID_OF_ALL = frozenset("people person work job company good way thing".split())  # sharing these links nothing
KEPT = 14  # cuts of one evidence that are compared with the aspiration


@dataclass(frozen=True, slots=True)
class Quote:
    """A cut with its frames. `score` grows with its quality and its nearness to the aspiration."""

    cut: Cut
    source: Source
    frames: tuple[Frame, ...]
    quality: float
    genericness: float

    @property
    def text(self) -> str:
        return self.cut.text


def quotes_of(item: Statement | Value, reading: Reading, pipeline: Language, others: Others = NONE) -> list[Quote]:
    """All quotes of `item` that stand on a page and read well in some frame, best first.

    What `others`, the user's other companies, say as well is worth the less.
    """
    found: list[Quote] = []
    for source in sources(item, reading, pipeline):
        entry = _whole_entry(source)
        candidates = [_whole_name(source)] if source.is_name else [entry] if entry else list(cuts(source.sentence))
        for cut in candidates:
            if cut is None or not reading.holds(cut.text):
                continue
            worth = quality(cut, source, reading.company.name, others)
            if worth < LEAST_QUALITY:
                continue
            fitting = tuple(sorted(frames(cut, source, reading.company.name), key=lambda f: -f.fit))
            if fitting:
                lemmas = content_lemmas(source.sentence.doc, cut.start, cut.end)
                found.append(Quote(cut, source, fitting, worth, genericness(lemmas, others)))
    found.sort(key=lambda q: (-(q.quality + 0.8 * q.frames[0].fit), q.cut.start, q.cut.end, q.text))
    return found[:KEPT]


def closeness(quotes: list[Quote], wish: str, models: Models) -> tuple[np.ndarray, np.ndarray]:
    """How far each quote alone still speaks to the wish, and how far its whole sentence does: 0..1, shape (n,) each.

    A match is made on a whole sentence; a cut may have lost what matched. Near in meaning and on the wish's theme,
    as in matching itself (docs/matching.md): neither half is enough.
    """
    both = _close([*(q.text for q in quotes), *(q.source.sentence.text for q in quotes)], wish, models)
    return both[: len(quotes)], both[len(quotes) :]


def worths(quotes: list[Quote], said: str, wish: str, models: Models) -> np.ndarray:
    """How much a judge would think of each quote for this wish, whatever is said around it: about 0 to 3, shape (n,).

    A regression on 240 phrases that four readers judged blind (docs/quality.md): how far what the company says there (`said`)
    speaks to the wish, how many of the wish's words are in the quote, how long it is, how common its words are. The
    correlation with the judges' totals is 0.5, on companies left out.
    """
    whole = float(_close([said[:SAID]], wish, models)[0])
    wished = _linking(parsed(wish, models.pipeline)[:])
    shared = [len(wished & _linking(q.source.sentence.doc[q.cut.start : q.cut.end])) / max(1, len(wished)) for q in quotes]
    return np.array([
        1.4 * whole + 1.4 * share + 0.08 * min(q.cut.words, LONG_ENOUGH) - 1.1 * q.genericness for q, share in zip(quotes, shared, strict=True)
    ])


def _linking(words: Span) -> set[str]:
    """The words that link a quote to a wish when both have them."""
    return set(content_lemmas(words.doc, words.start, words.end)) - SAID_OF_ALL


def in_another_sense(quote: Quote, wish: str) -> bool:
    """Whether a word that names a person in the wish is a verb in the quote ("make partner", "partner with families"), or
    what the company calls itself in a value's name ("Trusted Partner")."""
    doc = quote.source.sentence.doc
    other = {t.lemma_.lower() for t in doc[quote.cut.start:quote.cut.end] if t.pos_ == "VERB" or quote.cut.form is Form.NAME}
    return any(word in other and is_person_noun(word) for word in wish.lower().split()[1:])


def heard(quotes: list[Quote], wish: str, models: Models) -> np.ndarray:
    """How far each quote speaks to the wish together with the page's own words that lead up to it: 0..1, shape (n,).

    "You empower people to “take charge”" says more than “take charge”. 0 where no frame has such words.
    """
    led = [next((f for f in q.frames if f.id in LED), None) for q in quotes]
    scores = np.zeros(len(quotes), np.float32)
    rows = [i for i, frame in enumerate(led) if frame is not None]
    scores[rows] = _close([f"{f.before} {f.quote}" for f in led if f is not None], wish, models)
    return scores


def _close(texts: list[str], wish: str, models: Models) -> np.ndarray:
    if not texts:
        return np.zeros(0, np.float32)
    vectors = models.embedder.encode([*texts, wish])
    near = np.clip((vectors[:-1] @ vectors[-1] - NEAR_FLOOR) / NEAR_SPAN, 0, 1)
    shares, _ = theme_shares([wish], vectors[-1:], models)
    theme = evidence(texts, vectors[:-1]) @ shares[0]
    return np.asarray(NEAR_WEIGHT * near + (1 - NEAR_WEIGHT) * theme)


def _whole_entry(source: Source) -> Cut | None:
    """A short entry of a list ("Paid study leave"): no sentence to cut from, and too short to be parsed with confidence."""
    sentence, end = source.sentence, source.sentence.end
    while end > sentence.start and sentence.doc[end - 1].text in {".", " "}:
        end -= 1
    words = sentence.doc[sentence.start:end].text.split()
    most = MOST_OF_ENTRY if _is_bare_noun(sentence) else 5 if end == sentence.end else 0
    if source.kind not in {"culture", "growth"} or not 2 <= len(words) <= most or not words[0][:1].isupper():
        return None
    text = sentence.doc[sentence.start:end].text
    if FORBIDDEN.search(text) or any(t.lower_ in PRONOUNS for t in sentence) or is_base(words[0]) or not text[-1].isalnum():
        return None
    return Cut(text, Form.NOUN, sentence.start, end, sentence.root.i, True, False)


def _is_bare_noun(sentence: Span) -> bool:
    """A noun phrase and nothing else: "A friendly team to learn from"."""
    return sentence.root.pos_ == "NOUN" and not any(
        t.tag_ in {"VBZ", "VBP", "VBD", "MD"} or t.text in {",", ";", "/", "–"} or (t.dep_ == "conj" and t.pos_ == "VERB") for t in sentence
    )


def _whole_name(source: Source) -> Cut | None:
    """A value's name as a quote: whole, two to eight words, as it stands on the page."""
    doc, start = source.sentence.doc, source.sentence.start
    end = source.sentence.end
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    text = doc[start:end].text
    if not 2 <= w.count(text) <= 8 or FORBIDDEN.search(text.replace("!", "")) or not text[0].isalnum():
        return None
    letters = [c for c in text if c.isalpha()]
    if sum(c.isupper() for c in letters) > 0.6 * len(letters):
        return None
    root = source.sentence.root.i
    return Cut(text, Form.NAME, start, end, root, True, False)
