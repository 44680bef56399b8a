"""The quotes that one piece of evidence offers for one aspiration, best first, each with its frames."""
from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Span

from nlp.contract import Reading, Statement, Value
from nlp.matching.others import NONE, Others
from nlp.phrasing import words as w
from nlp.phrasing.company.cuts import FORBIDDEN, Cut, Form, cuts
from nlp.phrasing.company.frames import Frame, frames
from nlp.phrasing.company.said import said
from nlp.phrasing.company.scores import content_lemmas, genericness, quality
from nlp.phrasing.company.sources import Source, sources
from nlp.phrasing.company.whole import FIRST_PERSON, SECOND_PERSON
from nlp.phrasing.person.forms import is_person_noun
from nlp.phrasing.verbs import is_base

LEAST_QUALITY = -0.3  # what everybody says is taken where it is just what was wished for (suggest.LEAST_LINK)
LEAST_SAID = 0.55  # below it, a quote is not worth saying in any answer
MOST_OF_ENTRY = 8
LEAST_OF_PREPOSITION = 4  # words: "with recognition", "in the valley" say nothing alone
PRONOUNS = FIRST_PERSON | SECOND_PERSON
FRAME_WEIGHT = 0.3  # of how well a frame reads, between frames of one kind that readers did not tell apart
KEPT = 14  # cuts of one evidence that are compared with the aspiration


@dataclass(frozen=True, slots=True)
class Quote:
    """A cut with its frames, the best said first; `said` is what a reader would think of each, 0 to 2."""

    cut: Cut
    source: Source
    frames: tuple[Frame, ...]
    said: tuple[float, ...]
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
            if cut is None or not reading.holds(cut.text) or (cut.form is Form.PREPOSITION and cut.words < LEAST_OF_PREPOSITION):
                continue
            worth = quality(cut, source, reading.company.name, others)
            if worth < LEAST_QUALITY:
                continue
            framed = [(said(cut, source, frame, worth), frame) for frame in frames(cut, source, reading.company.name)]
            if framed:
                framed.sort(key=lambda pair: -(pair[0] + FRAME_WEIGHT * pair[1].fit))
                lemmas = content_lemmas(source.sentence.doc, cut.start, cut.end)
                found.append(Quote(cut, source, tuple(f for _, f in framed), tuple(s for s, _ in framed), worth, genericness(lemmas, others)))
    found.sort(key=lambda q: (-(q.said[0] + FRAME_WEIGHT * q.frames[0].fit), q.cut.start, q.cut.end, q.text))
    return found[:KEPT]


def in_another_sense(quote: Quote, wish: str) -> bool:
    """Whether a word that names a person in the wish is a verb in the quote ("make partner", "partner with families"), or
    what the company calls itself in a value's name ("Trusted Partner")."""
    doc = quote.source.sentence.doc
    other = {t.lemma_.lower() for t in doc[quote.cut.start:quote.cut.end] if t.pos_ == "VERB" or quote.cut.form is Form.NAME}
    return any(word in other and is_person_noun(word) for word in wish.lower().split()[1:])


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
    if any(t.lower_ in FIRST_PERSON - {"we"} for t in doc[start:end]):
        return None  # "Empower our teammates": in the user's mouth they would be the user's; "We mend together" is a motto
    if sum(c.isupper() for c in letters) > 0.6 * len(letters) or text.count(",") > 1:
        return None  # "Courage, Wool, Patience" is no one value
    root = source.sentence.root.i
    return Cut(text, Form.NAME, start, end, root, True, False)
